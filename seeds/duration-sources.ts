import { languages } from '#core/kernel/common.ts';
import type { Names } from '#core/reference/reference.ts';

/** Where no act sets a term for the whole stage the number is ours, and the title says so: by whose office, in the words of its country. */
const own = {
  KZ: {
    kk: 'Мерзімді аймақтың басқарушы компаниясы белгілеген (заңда мерзім көзделмеген)',
    ru: 'Срок установлен управляющей компанией зоны (законом не предусмотрен)',
    en: 'Set by this office (no term in law)',
    uz: 'Muddatni zona direksiyasi belgilagan (qonunda muddat koʻzda tutilmagan)',
    'uz-cyrl': 'Муддатни зона дирекцияси белгилаган (қонунда муддат кўзда тутилмаган)',
  },
  UZ: {
    kk: 'Мерзімді аймақ дирекциясы белгілеген (заңда мерзім көзделмеген)',
    ru: 'Срок установлен дирекцией зоны (законом не предусмотрен)',
    en: 'Set by this office (no term in law)',
    uz: 'Muddatni zona direksiyasi belgilagan (qonunda muddat koʻzda tutilmagan)',
    'uz-cyrl': 'Муддатни зона дирекцияси белгилаган (қонунда муддат кўзда тутилмаган)',
  },
} as const satisfies Readonly<Record<string, Names>>;

/** An act sets a term and its number was not seen: an administrator enters it. */
const untilEntered = {
  KZ: {
    kk: 'Аймақтың басқарушы компаниясының тәжірибесі (актідегі мерзім әлі енгізілмеген)',
    ru: 'Практика управляющей компании зоны (срок из акта ещё не внесён)',
    en: 'Practice of this office (the term of the act is yet to be entered)',
    uz: 'Zona direksiyasi amaliyoti (hujjatdagi muddat hali kiritilmagan)',
    'uz-cyrl': 'Зона дирекцияси амалиёти (ҳужжатдаги муддат ҳали киритилмаган)',
  },
  UZ: {
    kk: 'Аймақ дирекциясының тәжірибесі (актідегі мерзім әлі енгізілмеген)',
    ru: 'Практика дирекции зоны (срок из акта ещё не внесён)',
    en: 'Practice of this office (the term of the act is yet to be entered)',
    uz: 'Zona direksiyasi amaliyoti (hujjatdagi muddat hali kiritilmagan)',
    'uz-cyrl': 'Зона дирекцияси амалиёти (ҳужжатдаги муддат ҳали киритилмаган)',
  },
} as const satisfies Readonly<Record<string, Names>>;

const joined = (parts: readonly Names[], separator: string): Names =>
  Object.fromEntries(
    languages.map((language) => [language, parts.map((part) => part[language]).join(separator)]),
  ) as Names;

export const setByOffice = (country: 'KZ' | 'UZ', ...more: readonly Names[]): Names =>
  joined([own[country], ...more], '; ');

export const practice = (country: 'KZ' | 'UZ', ...more: readonly Names[]): Names =>
  joined([untilEntered[country], ...more], '; ');

export const registeredAtOnce: Names = {
  kk: 'хат келіп түскен күні тіркеледі',
  ru: 'письмо регистрируется в день поступления',
  en: 'a letter is registered on the day it is received',
  uz: 'xat kelib tushgan kuni roʻyxatga olinadi',
  'uz-cyrl': 'хат келиб тушган куни рўйхатга олинади',
};

export const councilAndCure: Names = {
  kk: 'құжаттарды тексеруді және кеңестің қарауын қамтиды; қайтарылған құжаттарды түзетуге 5 жұмыс күні беріледі',
  ru: 'включает проверку документов и рассмотрение советом; на доработку возвращённых документов – 5 рабочих дней',
  en: 'it covers the check of documents and the council; 5 working days to correct returned documents',
  uz: 'hujjatlarni tekshirish va kengash koʻrib chiqishini oʻz ichiga oladi; qaytarilgan hujjatlarni tuzatishga 5 ish kuni beriladi',
  'uz-cyrl':
    'ҳужжатларни текшириш ва кенгаш кўриб чиқишини ўз ичига олади; қайтарилган ҳужжатларни тузатишга 5 иш куни берилади',
};

export const zonesLaw: Names = {
  kk: 'тәртібі – «Арнайы экономикалық және индустриялық аймақтар туралы» 2019 жылғы 3 сәуірдегі № 242-VI Заң',
  ru: 'порядок – Закон от 3 апреля 2019 года № 242-VI «О специальных экономических и индустриальных зонах»',
  en: 'procedure by the law “On special economic and industrial zones” of 3 April 2019 No. 242-VI',
  uz: 'tartibi – “Maxsus iqtisodiy va industrial zonalar toʻgʻrisida”gi 2019-yil 3-apreldagi 242-VI-son Qonun',
  'uz-cyrl': 'тартиби – «Махсус иқтисодий ва индустриал зоналар тўғрисида»ги 2019 йил 3 апрелдаги 242-VI-сон Қонун',
};

export const applicationAndContract: Names = {
  kk: '2019 жылғы 3 сәуірдегі № 242-VI Заңның 18-бабы бойынша өтініш берілген күннен бастап 10 жұмыс күні ішінде дәлелді түрде бас тартылады немесе шарт жасалады: бұл мерзім 2-кезең мен 3-кезеңге ортақ',
  ru: 'по статье 18 Закона от 3 апреля 2019 года № 242-VI в течение 10 рабочих дней со дня заявки следует мотивированный отказ или договор: этот срок общий для этапов 2 и 3',
  en: 'by article 18 of the law of 3 April 2019 No. 242-VI a reasoned refusal or the contract follows within 10 working days of the application: one term for stages 2 and 3 together',
  uz: '2019-yil 3-apreldagi 242-VI-son Qonunning 18-moddasi boʻyicha ariza berilgan kundan boshlab 10 ish kuni ichida asosli rad etiladi yoki shartnoma tuziladi: bu muddat 2-bosqich va 3-bosqich uchun umumiy',
  'uz-cyrl':
    '2019 йил 3 апрелдаги 242-VI-сон Қонуннинг 18-моддаси бўйича ариза берилган кундан бошлаб 10 иш куни ичида асосли рад этилади ёки шартнома тузилади: бу муддат 2-босқич ва 3-босқич учун умумий',
};

export const afterContract: Names = {
  kk: 'шарттың көшірмесі келесі жұмыс күні беріледі, тізілімге 5 жұмыс күні ішінде енгізіледі',
  ru: 'копия договора передаётся на следующий рабочий день, запись в реестр вносится за 5 рабочих дней',
  en: 'a copy of the contract goes on the next working day, the register entry is made within 5 working days',
  uz: 'shartnoma nusxasi keyingi ish kuni beriladi, reyestrga 5 ish kuni ichida kiritiladi',
  'uz-cyrl': 'шартнома нусхаси кейинги иш куни берилади, реестрга 5 иш куни ичида киритилади',
};

export const councilOfIndustrialZones: Names = {
  kk: '2019 жылғы 3 сәуірдегі № 242-VI Заңның 34-бабы бойынша шарт өңірлік үйлестіру кеңесінің оң шешімінен кейін ғана жасалады',
  ru: 'по статье 34 Закона от 3 апреля 2019 года № 242-VI договор заключается только после положительного решения регионального координационного совета',
  en: 'by article 34 of the law of 3 April 2019 No. 242-VI the contract is concluded only after a positive decision of the regional coordination council',
  uz: '2019-yil 3-apreldagi 242-VI-son Qonunning 34-moddasi boʻyicha shartnoma faqat hududiy muvofiqlashtiruvchi kengashning ijobiy qaroridan keyin tuziladi',
  'uz-cyrl':
    '2019 йил 3 апрелдаги 242-VI-сон Қонуннинг 34-моддаси бўйича шартнома фақат ҳудудий мувофиқлаштирувчи кенгашнинг ижобий қароридан кейин тузилади',
};

export const connectionsInOne: Names = {
  kk: '2026 жылғы 29 мамырдағы № 265 бұйрық: сәулет-жоспарлау тапсырмасы мен техникалық шарттар бір сұрау бойынша',
  ru: 'приказ от 29 мая 2026 года № 265: архитектурно-планировочное задание и технические условия по одному запросу',
  en: 'order of 29 May 2026 No. 265: the architectural-planning assignment and the technical conditions by one request',
  uz: '2026-yil 29-maydagi 265-son buyruq: arxitektura-rejalashtirish topshirigʻi va texnik shartlar bitta soʻrov boʻyicha',
  'uz-cyrl':
    '2026 йил 29 майдаги 265-сон буйруқ: архитектура-режалаштириш топшириғи ва техник шартлар битта сўров бўйича',
};

export const buildingRules: Names = {
  kk: 'Құрылысты ұйымдастыру және рұқсат беру рәсімдерінен өту қағидалары, 2015 жылғы 30 қарашадағы № 750 бұйрық: объектінің түріне қарай 6–17 жұмыс күні, ең ұзағы алынды',
  ru: 'Правила организации застройки и прохождения разрешительных процедур, приказ от 30 ноября 2015 года № 750: от 6 до 17 рабочих дней в зависимости от вида объекта, взят наибольший срок',
  en: 'Rules for the organisation of building and permit procedures, order of 30 November 2015 No. 750: 6 to 17 working days depending on the kind of object, the longest taken',
  uz: 'Qurilishni tashkil etish va ruxsat berish tartib-taomillaridan oʻtish qoidalari, 2015-yil 30-noyabrdagi 750-son buyruq: inshoot turiga qarab 6–17 ish kuni, eng uzun muddat olingan',
  'uz-cyrl':
    'Қурилишни ташкил этиш ва рухсат бериш тартиб-таомилларидан ўтиш қоидалари, 2015 йил 30 ноябрдаги 750-сон буйруқ: иншоот турига қараб 6–17 иш куни, энг узун муддат олинган',
};

export const constructionLaw2001: Names = {
  kk: 'тәртібі – «Қазақстан Республикасындағы сәулет, қала құрылысы және құрылыс қызметі туралы» 2001 жылғы 16 шілдедегі № 242 Заң',
  ru: 'порядок – Закон от 16 июля 2001 года № 242 «Об архитектурной, градостроительной и строительной деятельности в Республике Казахстан»',
  en: 'procedure by the law on architectural, town-planning and construction activity of 16 July 2001 No. 242',
  uz: 'tartibi – “Qozogʻiston Respublikasida arxitektura, shaharsozlik va qurilish faoliyati toʻgʻrisida”gi 2001-yil 16-iyuldagi 242-son Qonun',
  'uz-cyrl':
    'тартиби – «Қозоғистон Республикасида архитектура, шаҳарсозлик ва қурилиш фаолияти тўғрисида»ги 2001 йил 16 июлдаги 242-сон Қонун',
};

export const constructionCode: Names = {
  kk: 'тәртібі – 2026 жылғы 9 қаңтардағы № 253-VIII Құрылыс кодексі',
  ru: 'порядок – Строительный кодекс от 9 января 2026 года № 253-VIII',
  en: 'procedure by the Construction Code of 9 January 2026 No. 253-VIII',
  uz: 'tartibi – 2026-yil 9-yanvardagi 253-VIII-son Qurilish kodeksi',
  'uz-cyrl': 'тартиби – 2026 йил 9 январдаги 253-VIII-сон Қурилиш кодекси',
};

const expertiseRules: Names = {
  kk: '2026 жылғы 15 мамырдағы № 240 сараптама қағидалары',
  ru: 'правила экспертизы от 15 мая 2026 года № 240',
  en: 'the expertise rules of 15 May 2026 No. 240',
  uz: '2026-yil 15-maydagi 240-son ekspertiza qoidalari',
  'uz-cyrl': '2026 йил 15 майдаги 240-сон экспертиза қоидалари',
};

export const codeAndExpertiseRules: Names = joined([constructionCode, expertiseRules], ', ');

export const noticeAndSite: Names = {
  kk: 'хабарлама беруді және жұмыстың басталғанын орнында растауды қамтиды',
  ru: 'включает уведомление и подтверждение на месте',
  en: 'it covers the notification and the confirmation on site',
  uz: 'xabarnoma berish va ishlar boshlanganini joyida tasdiqlashni oʻz ichiga oladi',
  'uz-cyrl': 'хабарнома бериш ва ишлар бошланганини жойида тасдиқлашни ўз ичига олади',
};

export const directoratesDecision: Names = {
  kk: 'оның ішінде дирекция шешіміне 10 жұмыс күні, қайтарылған құжаттарды түзетуге 5 жұмыс күні беріледі',
  ru: 'в том числе 10 рабочих дней на решение дирекции и 5 рабочих дней на доработку возвращённых документов',
  en: 'within it, 10 working days for the decision of the directorate and 5 to correct returned documents',
  uz: 'shundan direksiya qaroriga 10 ish kuni, qaytarilgan hujjatlarni tuzatishga 5 ish kuni beriladi',
  'uz-cyrl': 'шундан дирекция қарорига 10 иш куни, қайтарилган ҳужжатларни тузатишга 5 иш куни берилади',
};

export const auctionIncluded: Names = {
  kk: 'жер учаскесінің электрондық аукционын қамтиды',
  ru: 'включает электронный аукцион по земельному участку',
  en: 'the electronic auction of the plot is included',
  uz: 'yer uchastkasi boʻyicha elektron auksionni oʻz ichiga oladi',
  'uz-cyrl': 'ер участкаси бўйича электрон аукционни ўз ичига олади',
};

export const connectionRules2018: Names = {
  kk: 'тәртібі – желілерге қосылу туралы ережелер, Министрлер Кабинетінің 2018 жылғы 31 наурыздағы № 256 қаулысы',
  ru: 'порядок – положения о подключении к сетям, постановление Кабинета Министров от 31 марта 2018 года № 256',
  en: 'procedure by the regulations on connection to networks, Cabinet of Ministers, 31 March 2018 No. 256',
  uz: 'tartibi – tarmoqlarga ulanish toʻgʻrisidagi nizomlar, Vazirlar Mahkamasining 2018-yil 31-martdagi 256-son qarori',
  'uz-cyrl':
    'тартиби – тармоқларга уланиш тўғрисидаги низомлар, Вазирлар Маҳкамасининг 2018 йил 31 мартдаги 256-сон қарори',
};

export const connectionJoined: Names = {
  kk: 'осы күннен бастап қосылу рәсімдері бір рәсімге біріктірілді',
  ru: 'с этого дня процедуры подключения объединены в одну',
  en: 'from this day the procedures of connection are joined into one',
  uz: 'shu kundan ulanish tartib-taomillari birlashtirilgan',
  'uz-cyrl': 'шу кундан уланиш тартиб-таомиллари бирлаштирилган',
};
