import { uz as obstacles } from './obstacle-email/uz.ts';
import type { EmailTexts, ProblemTexts, Texts } from './texts.ts';

/** Uzbek in Latin letters. The same words as uz-cyrl.ts, letter by letter: a test holds the two together. */
export const uz = {
  languageName: 'Oʻzbekcha',
  stages: {
    'letter-of-intent': 'Niyat xati',
    'council-approval': 'Buyurtmanomani koʻrib chiqish va kengash maʼqullashi',
    'contract-and-land': 'Investitsiya bitimi va yer uchastkasi',
    'technical-conditions': 'Texnik shartlar',
    'design-documentation': 'Loyiha-smeta hujjatlari',
    expertise: 'Ekspertiza va infratuzilma tayyorligi',
    'construction-start': 'Qurilish-montaj ishlarini bosqichma-bosqich boshlash',
  },
  assignments: {
    'office-decision': {
      name: 'zona direksiyasi qarori',
      request: 'Bosqich ochildi va zona direksiyasi qarorini kutmoqda. Barcha javoblar kelgach, qaror qabul qiling.',
    },
    'document-check': {
      name: 'hujjatlarni tekshirish',
      request: 'Buyurtmanoma va hujjatlarni tekshiring: ular toʻliqmi, ustuvor faoliyat turlariga va bosh rejaga mosmi.',
    },
    'council-protocol': {
      name: 'kengash bayonnomasi',
      request: 'Ushbu loyiha boʻyicha kengash bayonnomasining raqami va sanasini maʼlum qilishingizni soʻraymiz.',
    },
    contract: {
      name: 'investitsiya bitimi',
      request: 'Investor bilan investitsiya bitimini tuzing va uning raqami, sanasi, muddati hamda investor majburiyatlarini kiriting.',
    },
    plot: {
      name: 'yer uchastkasi',
      request: 'Yer uchastkasini ajratib, uning kadastr raqami, maydoni va ijara shartnomasi raqamini maʼlum qilishingizni soʻraymiz. Buning imkoni boʻlmasa, sababini koʻrsating.',
    },
    'register-entry': {
      name: 'ishtirokchilar reyestridagi yozuv',
      request: 'Investorni zona ishtirokchilari reyestriga kiriting va yozuvning raqami hamda sanasini koʻrsating.',
    },
    'technical-condition': {
      name: 'texnik shartlar',
      request: 'Quyida koʻrsatilgan tarmoqqa ulanish uchun texnik shartlarni berishingizni yoki buning imkoni boʻlmasa, sababini maʼlum qilishingizni soʻraymiz.',
    },
    'architectural-planning': {
      name: 'arxitektura-rejalashtirish topshirigʻi',
      request: 'Arxitektura-rejalashtirish topshirigʻini berib, uning raqami va sanasini maʼlum qilishingizni soʻraymiz.',
    },
    documentation: {
      name: 'loyiha-smeta hujjatlari',
      request: 'Loyiha-smeta hujjatlarini topshirishingizni soʻraymiz: loyiha tashkiloti va uning litsenziyasini, eskiz loyihani kelishish raqamini, jildlar soni va smeta qiymatini koʻrsating.',
    },
    'documentation-check': {
      name: 'loyiha-smeta hujjatlarini tekshirish',
      request: 'Loyiha-smeta hujjatlarini tekshiring.',
    },
    expertise: {
      name: 'ekspertiza xulosasi',
      request: 'Loyiha-smeta hujjatlarini ekspertizadan oʻtkazib, xulosaning raqami va sanasini maʼlum qilishingizni soʻraymiz. Eʼtirozlar boʻlsa, ularni koʻrsatib, hujjatlarni qaytaring.',
    },
    financing: {
      name: 'moliyalashtirish tasdigʻi',
      request: 'Ushbu loyiha moliyalashtirilishini tasdiqlab, tasdiqnomaning raqami va sanasini maʼlum qilishingizni soʻraymiz.',
    },
    'line-readiness': {
      name: 'muhandislik tarmoqlarining tayyorligi',
      request: 'Loyihaga kerakli har bir tarmoq tayyorligini yoki tayyor boʻladigan sanasi belgilanganini tasdiqlang.',
    },
    'start-notification': {
      name: 'qurilish-montaj ishlarini boshlash toʻgʻrisida xabarnoma',
      request: 'Qurilish-montaj ishlari boshlangani haqida xabar berishingizni soʻraymiz: pudratchi va uning litsenziyasini, texnik nazoratni, xabarnomaning raqami va sanasini, qurilish navbatlari va ularning muddatlarini koʻrsating.',
    },
    'site-confirmation': {
      name: 'ishlar boshlanganini joyida tasdiqlash',
      request: 'Qurilish boshlanganini joyida tasdiqlang va koʻzdan kechirish sanasini koʻrsating.',
    },
    documents: {
      name: 'zarur hujjatlar',
      request: '“{stage}” bosqichi uchun sizdan hali kelmagan yoki almashtirilishi kerak boʻlgan hujjatlar zarur. Har birini yuklashingizni soʻraymiz: tekshiruv barchasi kelganda boshlanadi.',
    },
    correction: {
      name: 'kamchiliklarni tuzatish',
      request: 'Zona direksiyasi “{stage}” bosqichi hujjatlarini sizga tuzatish uchun qaytardi. Quyida koʻrsatilgan kamchiliklarni tuzatib, nimalar oʻzgartirilganini maʼlum qilishingizni soʻraymiz.',
    },
    cure: {
      name: 'masʼul tashkilot eʼtirozlariga javob',
      request: 'Masʼul tashkilot hujjatlaringizni eʼtirozlar bilan qaytardi ({about}). Quyida koʻrsatilgan kamchiliklarni bartaraf etib, javob berishingizni soʻraymiz.',
    },
    refusal: {
      name: 'rad javobi boʻyicha qaror',
      request: 'Masʼul tashkilot rad javobini berdi ({about}). Keyingi qadamni belgilang: qayta soʻrash yoki boshqa yechim topish.',
    },
    'bounced-email': {
      name: 'yetkazilmagan xat',
      request: 'Ushbu loyiha boʻyicha xat yetkazilmadi. Manzilni tekshiring va qabul qiluvchi bilan boshqa yoʻl orqali bogʻlaning.',
    },
  },
  utilities: {
    power: 'elektr taʼminoti',
    gas: 'gaz taʼminoti',
    water: 'suv taʼminoti',
    sewerage: 'kanalizatsiya',
    heat: 'issiqlik taʼminoti',
    telecom: 'aloqa',
    road: 'avtomobil yoʻli',
    rail: 'temir yoʻl',
  },
  partyKinds: {
    'council-secretary': 'Kengash kotibi',
    'land-department': 'Yer resurslari boʻlimi',
    architecture: 'Arxitektura va shaharsozlik boʻlimi',
    'expertise-body': 'Ekspertiza tashkiloti',
    bank: 'Bank',
    power: 'Elektr taʼminoti tashkiloti',
    gas: 'Gaz taʼminoti tashkiloti',
    water: 'Suv taʼminoti tashkiloti',
    sewerage: 'Kanalizatsiya xizmati tashkiloti',
    heat: 'Issiqlik taʼminoti tashkiloti',
    telecom: 'Aloqa operatori',
    road: 'Yoʻl xoʻjaligi tashkiloti',
    rail: 'Temir yoʻl tashkiloti',
  },
  roles: {
    officer: 'Zona direksiyasi mutaxassisi',
    head: 'Zona direksiyasi rahbari',
    headquarters: 'Shtab',
    leadership: 'Hudud rahbariyati',
    administrator: 'Tizim maʼmuri',
  },
  holders: { office: 'Zona direksiyasi', investor: 'Investor', party: 'Masʼul tashkilot' },
  outcomes: {
    approved: 'maʼqullandi',
    'approved-with-conditions': 'shart bilan maʼqullandi',
    returned: 'tuzatishga qaytarildi',
    rejected: 'rad etildi',
    'sent-back': 'avvalgi bosqichga qaytarildi',
    done: 'bajarildi',
    issued: 'berildi',
    'issued-with-conditions': 'shart bilan berildi',
    refused: 'rad javobi berildi',
    suspended: 'toʻxtatib turildi',
    'not-needed': 'talab etilmaydi',
    'asked-again': 'qayta soʻraldi',
  },
  reasons: {
    incomplete: 'hujjatlar toʻliq emas',
    inaccurate: 'maʼlumotlar aniq emas',
    'not-priority': 'ustuvor faoliyat turiga kirmaydi',
    'master-plan': 'bosh rejaga mos emas',
    'no-capacity': 'boʻsh quvvat yoʻq',
    'no-plot': 'boʻsh yer uchastkasi yoʻq',
    financing: 'moliyalashtirish tasdiqlanmagan',
    duplicate: 'takroriy xat',
    remarks: 'eʼtirozlar bor',
    weather: 'ob-havo sharoiti',
    'supplier-late': 'yetkazib beruvchi kechikdi',
    'investor-asked': 'investor iltimosiga koʻra',
    'law-changed': 'qonunchilik oʻzgardi',
    'force-majeure': 'yengib boʻlmaydigan kuch (fors-major)',
    'not-started': 'qurilish boshlanmagan',
    'not-needed': 'zarurat qolmadi',
    'other-party': 'boshqa tashkilot javobgar',
    other: 'boshqa sabab',
  },
  endings: {
    rejected: 'Rad etildi', withdrawn: 'Qaytarib olindi', terminated: 'Bekor qilindi', 'construction-started': 'Qurilish boshlandi',
  },
  phases: {
    entering: 'Bosqichga oʻtmoqda', open: 'Ish bormoqda', correcting: 'Tuzatish kutilmoqda', ended: 'Yakunlandi', suspended: 'Toʻxtatib turildi',
  },
  assignmentStates: {
    open: 'Javob kutilmoqda', paused: 'Toʻxtatib turildi', answered: 'Javob berildi', closed: 'Yopildi', overdue: 'Muddati oʻtgan',
  },
  faults: { investor: 'investor', office: 'zona direksiyasi', 'third-party': 'uchinchi tomon', 'force-majeure': 'yengib boʻlmaydigan kuch (fors-major)' },
  notKnown: 'kerak, hajmi hozircha nomaʼlum',
  units: {
    kilowatts: '{amount} kVt',
    cubicMetresPerHour: 'soatiga {amount} m³',
    cubicMetresPerDay: 'sutkasiga {amount} m³',
    gigacaloriesPerHour: 'soatiga {amount} Gkal',
    megabitsPerSecond: '{amount} Mbit/s',
    trucksPerDay: 'sutkasiga {amount} ta yuk mashinasi',
    wagonsPerDay: 'sutkasiga {amount} ta vagon',
  },
  missing: {
    assignment: 'hali javob yoʻq: {name}',
    line: 'texnik shartlar masalasi hal etilmagan: {name}',
    'signed-letter': 'imzolangan xat yoʻq',
    'being-scanned': 'virusga hali tekshirilmoqda: {name}',
    'line-readiness': 'tarmoqning tayyor boʻladigan sanasi belgilanmagan: {name}',
    document: 'hujjat yoʻq: {name}',
  },
  linkPage: {
    title: 'Topshiriq',
    asked: 'Nima kerak',
    project: 'Loyiha',
    stage: 'Bosqich',
    askedBy: 'Kim soʻraydi',
    answerBy: 'Javob berish muddati',
    answered: 'Bu topshiriqqa javob berilgan. Rahmat.',
    closed: 'Bu topshiriq yopildi. Javob kerak emas.',
    invalid: 'Bu havola endi amal qilmaydi',
    invalidNext: 'Oxirgi xatdagi havolani oching yoki oʻsha xatga javob yozib, yangi havola soʻrang.',
  },
} satisfies Texts;

/** What a refused request says; apart, because every function has it. */
export const uzProblems = {
  issues: {
    invalid_type: 'Bu maydonni talab qilingan shaklda toʻldiring.',
    too_small: 'Qiymat juda qisqa yoki juda kichik.',
    too_big: 'Qiymat juda uzun yoki juda katta.',
    invalid_format: 'Format notoʻgʻri.',
    invalid_value: 'Taklif etilgan qiymatlardan birini tanlang.',
    unrecognized_keys: 'Bu yerda nomaʼlum maydon bor.',
    invalid_union: 'Maydonlar bir-biriga mos kelmaydi.',
    custom: 'Bu qiymat qabul qilinmaydi.',
    'not-in-future': 'Kelajakdagi kunni koʻrsating.',
    'too-late': 'Ertaroq kunni koʻrsating: bu kun juda uzoq.',
    'not-later': 'Yangi muddat hozirgisidan kechroq boʻlishi kerak.',
    'not-a-working-day': 'Ish kunini tanlang.',
    'not-an-earlier-stage': 'Avvalgi bosqichni tanlang.',
    'outcome-does-not-fit': 'Bu topshiriqqa bunday javob berib boʻlmaydi.',
    'unknown-zone': 'Bunday zona yoʻq.',
    'unknown-forum': 'Bu zonada bunday forum yoʻq.',
    'no-such-line': 'Bunday muhandislik tarmogʻi yoʻq.',
    'unknown-party': 'Bu zonada bunday tashkilot yoʻq.',
    missing: 'Bu maydonni toʻldiring.',
    'in-future': 'Bugungi yoki undan oldingi kunni tanlang: bu kun hali kelmagan.',
    'before-letter': 'Xatning sanasidan oldin boʻlmagan kunni tanlang.',
    'too-long-ago': 'Soʻnggi 90 kun ichidagi kunni tanlang.',
    'not-after-beginning': 'Boshlanish kunidan keyingi kunni tanlang.',
    'before-role': 'Rol boshlangandan keyingi kunni tanlang.', 'after-role': 'Rol tugagunga qadar boʻlgan kunni tanlang.',
    taken: 'Bu band: boshqasini tanlang.',
    'no-such-project': 'Shu zonaning tasdiqlangan va yakunlanmagan boshqa loyihasini tanlang.',
    'address-rests': 'Bu manzil 30 kun oʻtmasdan oʻzgartirilgan. Hozir uni qayta oʻzgartirishga faqat direksiya rahbari haqli.',
    'file-too-big': 'Fayl 100 MB dan katta. Kichikrogʻini tanlang.',
    'file-too-big-here': 'Fayl 4 MB dan katta. Undan katta, 100 MB gacha fayllar uchun skriptlar ishlaydigan brauzer kerak.',
    'wrong-file-type': 'Nomi qanday boʻlsa ham, bunday turdagi fayl qabul qilinmaydi. PDF, JPEG yoki PNG tanlang; faqat loyiha jildlari ZIP arxivi boʻlishi mumkin.',
    'not-a-number': 'Son kiriting, masalan, 120.',
    'two-readings': 'Buni ikki xil son deb oʻqish mumkin. Toʻgʻrisini tanlang.',
    'is-zero': 'Siz 0 kiritdingiz. Uni tasdiqlang yoki boshqa son kiriting.',
    'in-the-past': 'Bu kun oʻtib ketgan. Bugungi yoki undan keyingi kunni tanlang.',
    'empty-file': 'Fayl boʻsh. Boshqasini tanlang.',
    'word-file': 'Word va Excel fayllari qabul qilinmaydi. Hujjatni PDF koʻrinishida saqlab, shuni yuklang.',
    'heic-file': 'iPhone HEIC formatidagi suratlari qabul qilinmaydi. Suratni JPEG koʻrinishida saqlab, shuni yuklang.',
    'signature-file': 'Elektron imzoning alohida fayli hozircha qabul qilinmaydi. Imzolangan hujjatni PDF koʻrinishida yuklang.',
    'file-not-there': 'Fayl toʻliq yetib kelmadi. Uni yana yuboring.',
    'infected-file': 'Faylda virus topildi va u oʻchirildi. Qurilmangizni tekshirib, boshqa fayl tanlang.',
    'unreadable-file': 'Fayl parol bilan yopilgan yoki buzilgan. Ochiladigan fayl tanlang.',
    'too-many-documents': 'Bu loyihaga boshqa hujjat qoʻshib boʻlmaydi. Zona direksiyasiga yozing.',
    'too-many-emails': 'Shu joydan yoki shu manzilga juda koʻp xat yuborildi. Keyinroq qayta urinib koʻring.',
  },
  problems: {
    invalid: { title: 'Baʼzi maydonlarni tuzatish kerak', next: 'Koʻrsatilgan maydonlarni tuzatib, qayta yuboring.' },
    'not-found': { title: 'Bu yerda hech narsa topilmadi', next: 'Manzilni tekshiring yoki oxirgi xatdagi havolani oching.' },
    forbidden: { title: 'Sizning bu amalga huquqingiz yoʻq', next: 'Uni kim bajara olishini zona direksiyasidan soʻrang.' },
    'address-unconfirmed': { title: 'Avval elektron pochta manzilingizni tasdiqlang', next: 'Manzilni tasdiqlashni soʻragan xatimizni ochib, undagi havola orqali tasdiqlang. Shundan keyin bu yerda barcha amallar ochiladi.' },
    conflict: { title: 'Shu orada maʼlumotlar oʻzgardi', next: 'Hozirgi holatni koʻring va hali ham kerak boʻlsa, qayta qaror qabul qiling.' },
    'not-allowed': { title: 'Hozir buning imkoni yoʻq', next: 'Loyiha holatini koʻring: boshqa amallar mavjud boʻlishi mumkin.' },
    'gate-closed': { title: 'Bosqichni maʼqullash uchun hammasi tayyor emas', next: 'Yetishmayotganini toʻldiring, soʻng bosqichni maʼqullang.' },
    'too-many': { title: 'Soʻrovlar juda koʻp', next: 'Biroz kutib, qayta urinib koʻring.' },
    busy: { title: 'Ayni paytda bu maʼlumotlarni boshqa kishi oʻzgartirmoqda', next: 'Hozircha hech narsa saqlanmadi. Qayta yuboring.' },
    'key-reused': { title: 'Bu kalit boshqa soʻrov uchun ishlatilgan', next: 'Yangi soʻrov uchun yangi kalit oling.' },
    'known-person': { title: 'Bu manzil bilan bir kishi roʻyxatda bor', next: 'Uning kim ekanini koʻring. Aynan shu kishi boʻlsa, uni koʻrsatib, soʻrovni qayta yuboring.' },
    'link-unknown': { title: 'Bu havola ishlamaydi', next: 'Ehtimol, u toʻliq koʻchirilmagan. Oxirgi xatdagi havolani oching yoki yangi havola soʻrang.' },
    'link-replaced': { title: 'Bu havola yangisi bilan almashtirilgan', next: 'Oxirgi xatdagi havolani oching. Bunday xat boʻlmasa, yangi havola soʻrang.' },
    'link-given-on': { title: 'Bu soʻrov boshqa ijrochiga berilgan', next: 'Sizdan endi hech narsa talab qilinmaydi. Agar bu haqda yangiroq xat olgan boʻlsangiz, undagi havolani oching; boʻlmasa, qoʻlingizdagi xatga javob yozing.' },
    'link-expired': { title: 'Bu havolaning muddati tugagan', next: 'U koʻrsatgan ish ancha oldin yakunlangan. Agar hali kerak boʻlsa, zona direksiyasiga yozing: qoʻlingizdagi xatga javob yuboring.' },
    'no-room': { title: 'Hozir fayllar qabul qilinmaydi', next: 'Hozir yangi fayllar uchun joy yoʻq. Xat yoki javobni faylsiz yuborish va fayllarni keyinroq yuklash mumkin. Bir soatdan keyin qayta urinib koʻring.' },
    'read-only': { title: 'Hozir hech narsa saqlanmaydi', next: 'Xizmat vaqtincha faqat oʻqish uchun ochiq. Hozir yuborgan maʼlumotingiz saqlanmadi: oldingi sahifaga qayting, matndan nusxa oling va bir necha daqiqadan keyin qayta yuboring.' },
    unauthorized: { title: 'Siz tizimga kirmagansiz', next: 'Tizimga kirib, qayta urinib koʻring.' },
    unexpected: { title: 'Tizimda xatolik yuz berdi', next: 'Bir necha daqiqadan keyin qayta urinib koʻring.' },
    'payload-too-large': { title: 'Juda koʻp maʼlumot yuborildi', next: 'Hajmi kichikroq fayl yoki qisqaroq matn yuboring.' },
    'unsupported-media-type': { title: 'Bu format qabul qilinmaydi', next: 'Maʼlumotlarni JSON formatida yoki shakl orqali yuboring.' },
    malformed: { title: 'Soʻrovni oʻqib boʻlmadi', next: 'Maʼlumotlar qanday yozilganini tekshirib, qayta yuboring.' },
  },
} satisfies ProblemTexts;

const openProject = 'Loyihani koʻrish';
const goToProject = 'Loyihaga oʻtish';

/** What emails say beside these names. */
export const uzEmails = {
  notices: {
    ...obstacles,
    receipt: {
      investor: {
        subject: 'xat roʻyxatga olindi',
        heading: 'Niyat xatingiz kelib tushdi',
        paragraphs: [
          'Niyat xatingizni oldik. Bizga murojaat qilganingizda quyidagi raqamni koʻrsating: {number}.',
          'Quyidagi havola orqali elektron pochta manzilingizni tasdiqlashingizni soʻraymiz: sayt orqali topshirilgan xat shundan keyingina roʻyxatga olinadi. Loyihangiz qaysi bosqichda ekani har doim shu sahifada koʻrinib turadi.',
          'Agar siz niyat xati yubormagan boʻlsangiz, bu xatga eʼtibor bermang.',
        ],
        action: 'Manzilni tasdiqlash',
      },
    },
    'letter-received': {
      office: {
        subject: 'yangi xat',
        heading: 'Niyat xati kelib tushdi',
        paragraphs: ['Yangi niyat xati {number} raqami bilan roʻyxatga olindi. Uni tekshiring va qaror qabul qiling.'],
        action: goToProject,
      },
    },
    assignment: {
      party: {
        subject: 'javobingiz kerak',
        heading: 'Sizning javobingiz kerak',
        paragraphs: ['Roʻyxatdan oʻtish shart emas: havola faqat shu topshiriq sahifasini ochadi.'],
        action: 'Javob berish',
      },
      office: {
        subject: 'yangi topshiriq',
        heading: 'Zona direksiyasiga yangi topshiriq',
        paragraphs: [],
        action: 'Topshiriqqa oʻtish',
      },
      investor: {
        subject: 'javobingiz kerak',
        heading: 'Sizning javobingiz kerak',
        paragraphs: ['Roʻyxatdan oʻtish shart emas: havola loyihangiz sahifasini ochadi.'],
        action: 'Javob berish',
      },
    },
    'new-link': {
      party: {
        subject: 'yangi havola',
        heading: 'Sizga yangi havola',
        paragraphs: ['Zona direksiyasi sizga yangi havola yaratdi. Avvalgi xatlardagi havolalar endi ochilmaydi.'],
        action: 'Javob berish',
      },
      investor: {
        subject: 'yangi havola',
        heading: 'Sizga yangi havola',
        paragraphs: ['Zona direksiyasi sizga yangi havola yaratdi. Avvalgi xatlardagi havolalar endi ochilmaydi.'],
        action: openProject,
      },
    },
    'address-changed': {
      investor: {
        subject: 'manzil oʻzgartirildi',
        heading: 'Zona direksiyasi loyihangiz manzilini oʻzgartirdi',
        paragraphs: [
          'Zona direksiyasi {number} loyihasi boʻyicha endi boshqa elektron manzilga yozadi; u bu yerda toʻliq koʻrsatilmaydi. Shu manzilga avval kelgan xatlardagi havolalar ochilmaydi.',
          'Buni oʻzingiz soʻragan boʻlsangiz, hech narsa qilish kerak emas. Soʻramagan boʻlsangiz, bu xatga darhol javob bering: zona direksiyasi manzilni kim va nima uchun oʻzgartirganini aniqlaydi.',
          'Bu loyihaning sizga aloqasi boʻlmasa, bu xatga eʼtibor bermang.',
        ],
        action: 'Zona direksiyasiga yozish',
      },
    },
    'confirm-reminder': {
      investor: {
        subject: 'eslatma: manzilni tasdiqlang',
        heading: 'Elektron pochta manzilingiz hali tasdiqlanmagan',
        paragraphs: [
          'Biz shu manzilga {number} loyihasi haqida yozgan edik, ammo tasdiq hali kelmadi.',
          'Manzilni quyidagi havola orqali tasdiqlashingizni soʻraymiz: ungacha zona direksiyasi xatlari sizga yetib borayotganiga ishonch hosil qila olmaydi. Loyihangiz qaysi bosqichda ekani har doim shu sahifada koʻrinib turadi.',
          'Bu loyihaning sizga aloqasi boʻlmasa, bu xatga eʼtibor bermang.',
        ],
        action: 'Manzilni tasdiqlash',
      },
    },
    'address-corrected': {
      investor: {
        subject: 'manzilni tasdiqlang',
        heading: 'Elektron pochta manzilingizni tasdiqlang',
        paragraphs: [
          'Zona direksiyasi {number} raqamli loyiha uchun shu manzilni koʻrsatdi. Endi xatlar shu manzilga keladi.',
          'Uni quyidagi havola orqali tasdiqlashingizni soʻraymiz. Loyihangiz qaysi bosqichda ekani va sizdan nima soʻralayotgani shu sahifada koʻrinib turadi.',
          'Bu loyihaning sizga aloqasi boʻlmasa, bu xatga eʼtibor bermang.',
        ],
        action: 'Manzilni tasdiqlash',
      },
    },
    correction: {
      investor: {
        subject: 'tuzatish kerak',
        heading: 'Tuzatish kiritishingizni soʻraymiz',
        paragraphs: ['Javob berishingiz bilan ish davom etadi.'],
        action: 'Tuzatishni yuborish',
      },
    },
    'assignment-closed': {
      party: {
        subject: 'javob endi kerak emas',
        heading: 'Javobingiz endi kerak emas',
        paragraphs: ['Quyida koʻrsatilgan topshiriq yopildi. U boʻyicha endi hech narsa qilish kerak emas. Rahmat.'],
        action: 'Topshiriqni koʻrish',
      },
      investor: {
        subject: 'javob endi kerak emas',
        heading: 'Javobingiz endi kerak emas',
        paragraphs: ['Quyida koʻrsatilgan topshiriq yopildi. U boʻyicha endi hech narsa qilish kerak emas.'],
        action: openProject,
      },
    },
    'answer-recorded': {
      party: {
        subject: 'qogʻozdagi javob kiritildi',
        heading: 'Qogʻozdagi javobingiz kiritildi',
        paragraphs: ['Zona direksiyasi sizdan qogʻozda kelgan javobni kiritdi. Agar unda xato boʻlsa, ushbu xatga javob yozing.'],
        action: 'Topshiriqni koʻrish',
      },
      investor: {
        subject: 'qogʻozdagi javob kiritildi',
        heading: 'Qogʻozdagi javobingiz kiritildi',
        paragraphs: ['Zona direksiyasi sizdan qogʻozda kelgan javobni kiritdi. Agar unda xato boʻlsa, ushbu xatga javob yozing.'],
        action: openProject,
      },
    },
    'line-answered': {
      investor: {
        subject: 'muhandislik tarmogʻi boʻyicha javob',
        heading: 'Muhandislik tarmogʻi boʻyicha javob keldi',
        paragraphs: ['Quyida koʻrsatilgan tarmoqqa masʼul tashkilot javob berdi. Sizdan biror narsa talab etilsa, alohida xat yozamiz.'],
        action: openProject,
      },
    },
    corrected: {
      office: {
        subject: 'tuzatish keldi',
        heading: 'Investor tuzatish kiritdi',
        paragraphs: ['Investor tuzatish haqidagi soʻrovga javob berdi. “{stage}” bosqichi yana zona direksiyasida.'],
        action: goToProject,
      },
    },
    'ready-for-decision': {
      office: {
        subject: 'qaror uchun tayyor',
        heading: 'Bosqich boʻyicha qaror qabul qilish mumkin',
        paragraphs: ['“{stage}” bosqichi boʻyicha barcha javoblar keldi. Qaror qabul qiling.'],
        action: 'Qaror qabul qilish',
      },
    },
    'stage-approved': {
      investor: {
        subject: 'bosqich maʼqullandi',
        heading: 'Bosqich maʼqullandi',
        paragraphs: ['Loyihangizning “{stage}” bosqichi maʼqullandi.', 'Sizdan biror narsa talab etilsa, alohida xat yozamiz.'],
        action: openProject,
      },
    },
    'sent-back': {
      investor: {
        subject: 'avvalgi bosqichga qaytarildi',
        heading: 'Loyihangiz avvalgi bosqichga qaytarildi',
        paragraphs: ['Zona direksiyasi loyihangizni “{stage}” bosqichiga qaytardi.', 'Sizdan biror narsa talab etilsa, alohida xat yozamiz.'],
        action: openProject,
      },
    },
    rejected: {
      investor: {
        subject: 'loyiha rad etildi',
        heading: 'Loyihangiz rad etildi',
        paragraphs: ['Zona direksiyasi loyihani “{stage}” bosqichida rad etdi.', 'Siz bu qaror ustidan shikoyat qilishingiz mumkin.'],
        action: 'Qarorni koʻrish',
      },
    },
    withdrawn: {
      investor: {
        subject: 'loyiha qaytarib olindi',
        heading: 'Loyihangiz qaytarib olindi',
        paragraphs: ['{number} raqamli loyiha qaytarib olindi. Sizdan endi hech narsa talab etilmaydi. Agar buni soʻramagan boʻlsangiz, ushbu xatga javob yozing.'],
        action: openProject,
      },
      office: {
        subject: 'loyiha qaytarib olindi',
        heading: 'Loyiha qaytarib olindi',
        paragraphs: ['{number} raqamli loyiha qaytarib olindi. Uning ochiq topshiriqlari yopildi.'],
        action: goToProject,
      },
    },
    merged: {
      investor: {
        subject: 'xat boshqa xat bilan birlashtirildi',
        heading: 'Xatingiz boshqa xat bilan birlashtirildi',
        paragraphs: ['Koʻrib chiqishda {number} va {kept} raqamli xatlar bir loyiha haqida ekani aniqlandi. Ish {kept} raqami bilan davom etadi, {number} raqamli xat yopildi.', 'Agar bu ikki boshqa-boshqa loyiha boʻlsa, ushbu xatga javob yozing.'],
        action: openProject,
      },
    },
    terminated: {
      investor: {
        subject: 'loyiha bekor qilindi',
        heading: 'Loyihangiz bekor qilindi',
        paragraphs: ['Zona direksiyasi loyihani “{stage}” bosqichida bekor qildi. Qarorga rozi boʻlmasangiz, ushbu xatga javob yozing: shikoyat qilish tartibini maʼlum qilamiz.'],
        action: 'Qarorni koʻrish',
      },
    },
    suspended: {
      investor: {
        subject: 'loyiha toʻxtatib turildi',
        heading: 'Loyihangiz toʻxtatib turildi',
        paragraphs: ['Loyiha toʻxtatib turilibdi, uning muddatlari hisoblanmaydi. Ish qayta boshlanganda sizga xat yozamiz.'],
        action: openProject,
      },
      party: {
        subject: 'loyiha toʻxtatib turildi',
        heading: 'Loyiha toʻxtatib turildi',
        paragraphs: ['Loyiha toʻxtatib turilibdi, javobingiz muddati hisoblanmaydi. Ish qayta boshlanganda sizga xat yozamiz.'],
        action: 'Topshiriqni koʻrish',
      },
      office: {
        subject: 'loyiha toʻxtatib turildi',
        heading: 'Loyiha toʻxtatib turildi',
        paragraphs: ['Loyiha toʻxtatib turilibdi, uning muddatlari hisoblanmaydi. Quyida koʻrsatilgan kundan kechiktirmay loyihaga qayting.'],
        action: goToProject,
      },
    },
    resumed: {
      investor: {
        subject: 'loyiha davom etadi',
        heading: 'Loyihangiz davom etadi',
        paragraphs: ['Toʻxtatib turish tugadi: muddatlarni hisoblash davom etadi, ular toʻxtatib turilgan vaqtga uzaytirildi.'],
        action: openProject,
      },
      party: {
        subject: 'loyiha davom etadi',
        heading: 'Loyiha davom etadi',
        paragraphs: ['Toʻxtatib turish tugadi. Javobingizni yana kutamiz; javob berish muddati toʻxtatib turilgan vaqtga uzaytirildi.'],
        action: 'Javob berish',
      },
      office: {
        subject: 'loyiha davom etadi',
        heading: 'Loyiha davom etadi',
        paragraphs: ['Toʻxtatib turish tugadi: muddatlarni hisoblash davom etadi, ular toʻxtatib turilgan vaqtga uzaytirildi.'],
        action: goToProject,
      },
    },
    extended: {
      investor: {
        subject: 'muddat uzaytirildi',
        heading: 'Muddat uzaytirildi',
        paragraphs: ['Zona direksiyasi kechroq muddat belgiladi.'],
        action: openProject,
      },
      party: {
        subject: 'muddat uzaytirildi',
        heading: 'Javob berish muddatingiz uzaytirildi',
        paragraphs: ['Zona direksiyasi javobingiz uchun kechroq muddat belgiladi.'],
        action: 'Javob berish',
      },
      office: {
        subject: 'muddat uzaytirildi',
        heading: 'Muddat uzaytirildi',
        paragraphs: ['Kechroq muddat belgilandi.'],
        action: goToProject,
      },
    },
    'document-refused': {
      investor: {
        subject: 'hujjat qabul qilinmadi',
        heading: 'Hujjat qabul qilinmadi',
        paragraphs: ['Quyida nomi keltirilgan hujjat faylida virus topildi yoki fayl parol bilan yopilgan yoxud buzilgan. Fayl oʻchirildi va hisobga olinmaydi. Qurilmangizni tekshirib, hujjatni qayta qoʻshishingizni soʻraymiz.'],
        action: 'Hujjatni qayta qoʻshish',
      },
      party: {
        subject: 'hujjat qabul qilinmadi',
        heading: 'Hujjat qabul qilinmadi',
        paragraphs: ['Quyida nomi keltirilgan hujjat faylida virus topildi yoki fayl parol bilan yopilgan yoxud buzilgan. Fayl oʻchirildi va hisobga olinmaydi. Qurilmangizni tekshirib, hujjatni qayta qoʻshishingizni soʻraymiz.'],
        action: 'Hujjatni qayta qoʻshish',
      },
      office: {
        subject: 'hujjat qabul qilinmadi',
        heading: 'Hujjat qabul qilinmadi',
        paragraphs: ['Direksiyangiz ushbu loyihaga qoʻshgan faylda virus topildi yoki fayl parol bilan yopilgan yoxud buzilgan. Fayl oʻchirildi va hisobga olinmaydi. Hujjatni qayta qoʻshing.'],
        action: goToProject,
      },
    },
    'document-returned': {
      investor: {
        subject: 'hujjatni almashtirish kerak',
        heading: 'Hujjatni almashtirishingizni soʻraymiz',
        paragraphs: ['Zona direksiyasi quyida nomi keltirilgan hujjatni koʻrib chiqdi va undan foydalana olmaydi. Bosqich davom etadi; boshqa versiyasini yuklashingizni soʻraymiz.'],
        action: 'Hujjatni yuklash',
      },
    },
    'stage-late': {
      investor: {
        subject: 'bosqich muddati oʻtdi',
        heading: 'Loyihangiz bosqichining muddati oʻtdi',
        paragraphs: [
          'Ushbu bosqich boʻyicha qaror quyida koʻrsatilgan muddatda qabul qilinishi kerak edi, ammo u hali yoʻq. Endi kim va qaysi muddatda harakat qilishi loyihangiz sahifasida koʻrsatilgan.',
          'Ushbu xatga javob berib, direksiyaga yozishingiz yoki loyihangiz sahifasida toʻsiq haqida xabar berishingiz mumkin.',
        ],
        action: 'Loyihani koʻrish',
      },
    },
    'document-replaced': {
      office: {
        subject: 'hujjatning yangi versiyasi',
        heading: 'Hujjat almashtirildi',
        paragraphs: ['Quyida nomi keltirilgan hujjatning yangi versiyasi keldi. Avvalgisi saqlab qolinadi.'],
        action: goToProject,
      },
    },
    'construction-started': {
      investor: {
        subject: 'qurilish boshlandi',
        heading: 'Qurilish boshlandi',
        paragraphs: ['Qurilish boshlangani tasdiqlandi, yettinchi bosqich yopildi. Tabriklaymiz, mehnatingiz uchun rahmat.'],
        action: openProject,
      },
    },
  },
  email: {
    greeting: {
      investor: 'Hurmatli investor!', party: 'Hurmatli hamkasblar!', office: 'Hurmatli hamkasblar!', headquarters: 'Hurmatli shtab aʼzolari!',
    },
    answerBy: 'javob muddati: {due}',
    dueOn: 'muddati: {due}',
    rows: {
      document: 'Hujjat',
      asked: 'Topshiriq',
      addressee: 'Kim javob beradi',
      project: 'Loyiha', investor: 'Investor',
      zone: 'Zona',
      stage: 'Bosqich',
      next: 'Keyingi bosqich',
      line: 'Muhandislik tarmogʻi',
      need: 'Ehtiyoj',
      answer: 'Javob',
      decision: 'Qaror',
      reason: 'Sabab',
      from: 'Avvalgi muddat',
      extendedTo: 'Yangi muddat',
      pausedUntil: 'Qaysi kungacha toʻxtatib turildi',
      answerBy: 'Javob berish muddati',
      receivedOn: 'Olingan sana',
      officeAnswersBy: 'Zona direksiyasining javob berish muddati',
      due: 'Muddat',
      owner: 'Hozirgi masʼul',
      author: 'Kim yozdi',
      newAddress: 'Yangi manzil',
    },
    quotes: { explanation: 'Izoh', conditions: 'Shartlar', appeal: 'Shikoyat qilish tartibi', report: 'Toʻsiq', answer: 'Javob matni', resolution: 'Qanday bartaraf etildi', note: 'Qayd', refusal: 'Rad etish izohi' },
    documents: 'Zarur hujjatlar',
    product: 'Investor yoʻl xaritasi',
    copyAddress: 'Havola ochilmasa, ushbu manzilni brauzerga nusxalang:',
    noticeNumber: 'Bildirishnoma № {noticeNumber}',
    questions: 'Savolingiz bormi? Ushbu xatga javob yozing: uni zona direksiyasi oladi.',
  },
  digest: {
    subject: '{zone} · {date} · muddati oʻtgan: {overdue}, muddati yaqin: {soon}',
    heading: 'Topshiriqlar: {date}',
    intro: {
      investor: 'Bu topshiriqlar sizning javobingizni kutmoqda.',
      party: 'Bu topshiriqlar sizning javobingizni kutmoqda.',
      office: 'Bu topshiriqlar zona direksiyasi eʼtiborini talab qiladi.',
      headquarters: 'Bu topshiriqlarning muddati oʻtgan, ular shtab eʼtiborini talab qiladi.',
    },
    sections: { escalated: 'Sizga yuborilganlar', overdue: 'Muddati oʻtganlar', soon: 'Muddati yaqinlashganlar' },
    due: 'muddati: {due}',
    late: { one: '{count} ish kuniga kechikdi', other: '{count} ish kuniga kechikdi' },
    worker: { reader: 'ijrochi – siz', colleague: 'ijrochi – hamkasbingiz' },
    more: 'Bu yerda koʻrsatilmagani: {count}',
  },
} satisfies EmailTexts;
