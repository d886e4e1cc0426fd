import type { AdminTexts } from './shape.ts';

export const uz: AdminTexts = {
  home: {
    title: 'Boshqaruv',
    text: 'Bu yerdagi oʻzgarishlar quyida koʻrsatilgan zona va hududlarga tegishli.',
    delay: 'Oʻzgarish tizimning hamma qismiga 15 soniya ichida yetadi.',
    people: 'Xodimlar va rollar', parties: 'Masʼul tashkilotlar', zone: 'Zona va muhandislik tarmoqlari', forums: 'Investitsiya forumlari', calendar: 'Taqvim', durations: 'Bosqichlarning muddatlari', changes: 'Kim nimani oʻzgartirdi',
    region: 'Hudud: {zones}',
  },
  people: {
    title: 'Xodimlar va rollar', search: 'Ismi yoki manzili', find: 'Topish', none: 'Hech kim topilmadi.', name: 'Ismi', email: 'Elektron pochta', language: 'Xatlarning tili', roles: 'Rollari',
    account: 'Tizimga kirish', signedIn: 'Kirgan', waiting: 'Hali kirmagan',
    since: '{from} kunidan', upTo: '{until} kunigacha', days: '{from} – {until}', standsIn: '{name} oʻrnida', away: '{from} – {until} oraligʻida yoʻq, oʻrnida {name}',
  },
  person: {
    edit: 'Ismi, manzili yoki tilini oʻzgartirish', giveRole: 'Yana bir rol berish', endRole: 'Bekor qilish', endAll: 'Barcha rollarini bekor qilish', deputy: 'Oʻrinbosar', roleAt: 'Zona yoki hudud',
    elsewhere: 'Bu odamning siz boshqarmaydigan joylarda ham roli bor.',
    cannotEdit: 'Ismi, manzili va tilini shu joylarning hammasini boshqaradigan maʼmur oʻzgartiradi.',
    newAddress: 'Manzili oʻzgargan odam tizimga qayta kirishi kerak: uning ochiq seanslari darhol yopiladi, tizim esa uni kirish xizmati tasdiqlagan yangi manzil bilan birinchi marta kirganda topadi.',
    ownAddress: 'Sizning oʻz manzilingizni boshqa maʼmur oʻzgartiradi.',
  },
  add: {
    title: 'Xodim qoʻshish',
    text: 'Rol darhol kuchga kiradi. Birinchi marta kirganda tizim xodimni shu manzil boʻyicha topadi, agar avtorizatsiya xizmati uni tasdiqlagan boʻlsa.',
    ceiling: 'Avtorizatsiya xizmatidagi hisob yozuvi oʻsha rolning guruhida boʻlishi kerak. Aks holda rol kirish huquqini bermaydi.',
    emailHint: 'Kirish xizmatidagi hisob yozuvining manzili; kundalik sharhlar shunga yuboriladi', role: 'Roli', place: 'Zona yoki hudud', from: 'Birinchi kuni', until: 'Oxirgi kuni', daysHint: 'Cheklanmagan boʻlsa, boʻsh qoldiring', button: 'Rol berish',
  },
  known: {
    title: 'Shu odammi?', entered: 'Siz kiritgan ism: {name}.', noRoles: 'Siz boshqaradigan joylarda roli yoʻq', button: 'Ha, rolni shu odamga berish', other: 'Yoʻq, boshqa manzil kiritish',
    text: 'Bu manzil bilan bir kishi avvaldan roʻyxatda bor. Uning ismi va tili oʻzgarmaydi, u siz beradigan rolni oladi.',
  },
  refused: {
    toOneself: 'Oʻzingizga rol berish yoki uning muddatini oʻzgartirish mumkin emas. Buni shu joyning boshqa maʼmuri qiladi.',
    bothRanks: 'Direksiya rahbari va shu zonaning shtabi bir kishi boʻla olmaydi: biri ikkinchisining muddatini uzaytiradi.',
    tooMany: 'Bu odamning rollari eng koʻp soniga yetgan.',
  },
  end: {
    title: 'Rolni bekor qilish', titleAll: 'Barcha rollarni bekor qilish',
    text: 'Odam hozir tizimda boʻlsa ham, bu huquqlardan darhol mahrum boʻladi. Uning qilganlari tarixda qoladi.',
    own: 'Bu sizning oʻz rolingiz', ownText: 'Bu huquqlardan oʻzim mahrum boʻlishimni bilaman.',
    last: 'Bu zona yoki hududning oxirgi maʼmuri. Avval bu rolni boshqa birovga bering.', button: 'Hozir bekor qilish',
  },
  deputies: {
    title: 'Oʻrinbosar', text: 'Xodim yoʻqligida oʻrinbosar shu rolni bajaradi, kundalik sharh ham unga yuboriladi.', who: 'Kim oʻrinbosar boʻladi', from: 'Yoʻq boʻladigan birinchi kuni', until: 'Yoʻq boʻladigan oxirgi kuni',
    button: 'Oʻrinbosar tayinlash', end: 'Oʻrinbosarlikni bekor qilish', none: 'Bu joyda roli bor boshqa odam yoʻq.',
  },
  what: {
    'person-added': 'Odam qoʻshildi', 'person-changed': 'Ismi, manzili yoki tili oʻzgardi', 'role-given': 'Rol berildi', 'role-ended': 'Rol bekor qilindi', 'deputy-set': 'Oʻrinbosar tayinlandi', 'deputy-ended': 'Oʻrinbosarlik tugatildi',
    'party-added': 'Tashkilot qoʻshildi', 'party-changed': 'Tashkilot oʻzgartirildi', 'party-ended': 'Tashkilotga endi topshiriq yuborilmaydi', 'zone-changed': 'Zona oʻzgartirildi', 'forum-added': 'Forum qoʻshildi', 'forum-changed': 'Forum oʻzgartirildi', 'override-added': 'Taqvim kuni oʻzgartirildi', 'override-removed': 'Kunning oʻzgarishi olindi',
    'duration-added': 'Muddat belgilandi', 'duration-withdrawn': 'Muddat qaytarib olindi',
  },
  parties: {
    title: 'Masʼul tashkilotlar', text: 'Topshiriqlar va xatlar shu tashkilotlarga yuboriladi. Hali navbatda turgan xatlar tuzatilgan manzilga ketadi. Manzil oʻzgartirilganda, avvalgisiga yuborilgan havolalar darhol ochilmaydigan boʻladi, ochiq topshiriqlar esa yangisiga yuboriladi.', add: 'Tashkilot qoʻshish', edit: 'Tashkilotni oʻzgartirish', kind: 'Turi', name: 'Nomi',
    nameIn: 'Nomi ({language})', email: 'Elektron pochta', emailHint: 'Topshiriqlar shu manzilga yuboriladi', language: 'Xatlarning tili', state: 'Holati', active: 'Amalda', ended: '{date} kunidan amal qilmaydi',
    end: 'Bu tashkilotga endi topshiriq yubormaslik', endText: 'Bu turdagi yangi topshiriqlar oʻsha turdagi boshqa tashkilotga, u boʻlmasa, zona direksiyasiga boradi.', endButton: 'Hozir toʻxtatish',
    holds: 'Bu tashkilot hali javob berishi kerak. Avval bu topshiriqlarning ijrochisini almashtiring yoki javoblarini kiriting:', missing: 'Bu turdagi tashkilot yoʻq, uning oʻrniga zona direksiyasidan soʻraladi:', none: 'Hozircha tashkilot yoʻq.',
    ends: { one: 'Avvalgi manzilga yuborilgan {count} ochiq topshiriqning havolasi darhol ochilmaydigan boʻladi.', other: 'Avvalgi manzilga yuborilgan {count} ochiq topshiriqning havolalari darhol ochilmaydigan boʻladi.' },
    endsMore: 'Avvalgi manzilga yuborilgan ochiq topshiriqlarning {count} tadan ortiq havolasi darhol ochilmaydigan boʻladi.',
    sent: 'Yangi manzilga barcha ochiq topshiriqlar yangi havolalari bilan bitta xatda boradi; har yuzta topshiriqqa alohida xat yuboriladi.',
    noEnds: 'Bu tashkilotning ochiq topshirigʻi yoʻq: hech bir havola oʻzgarmaydi, xat ham yuborilmaydi.',
    moveTitle: 'Tashkilot manzilini oʻzgartirish',
    moveButton: 'Manzilni oʻzgartirish',
  },
  zone: {
    title: 'Zona va muhandislik tarmoqlari', edit: 'Zonani oʻzgartirish', mailbox: 'Direksiyaning pochta qutisi', mailboxHint: 'Xatlarga javoblar va direksiyaning oʻz xabarlari shu yerga keladi', language: 'Direksiyaning tili', country: 'Mamlakat', code: 'Loyiha raqamlarining harfli kodi',
    lines: 'Muhandislik tarmoqlari', linesText: 'Nima tayyor va qaysi muddatga tayyor boʻlishini direksiya xabar qiladi.', report: 'Tarmoqlar holatini koʻrish va xabar qilish',
  },
  forums: {
    title: 'Investitsiya forumlari', text: 'Niyat xatlari shu forumlarda topshiriladi. Forum oʻchirilmaydi: xatlarda u ataladi va xatlar shu boʻyicha hisoblanadi.', add: 'Forum qoʻshish', edit: 'Forumni oʻzgartirish', firstDay: 'Birinchi kuni', lastDay: 'Oxirgi kuni', none: 'Hozircha forum yoʻq.',
    tooMany: 'Zonada forumlarning soni chegarasiga yetdi.',
  },
  calendar: {
    month: 'Oy', title: 'Taqvim', text: 'Dushanbadan jumagacha boʻlgan odatiy haftadan farq qiladigan kunlar.', day: 'Kun', state: 'Qanday kun', reason: 'Sababi', source: 'Huquqiy asosi', working: 'Ish kuni', off: 'Dam olish kuni',
    forecast: 'Bu yilning ayrim kunlari faqat kutilmoqda: rasmiy taqvim chiqqanda yilni u bilan solishtiring.', byRule: 'Bu yilning rasmiy taqvimi hali yoʻq: faqat qonunda belgilangan bayramlar kiritilgan. Koʻchiriladigan kunlar hali kiritilmagan.',
    expected: 'kutilmoqda', sources: 'Shu yilning manbalari', own: 'Shu zona belgilagan kunlar', add: 'Kunni oʻzgartirish', remove: 'Olib tashlash', noDays: 'Bu oyda bunday kun yoʻq.', noOwn: 'Bu zona shu yilning kunlarini oʻzgartirmagan.', year: 'Yil',
  },
  override: {
    title: 'Taqvim kunini oʻzgartirish', text: 'Maʼlum qilingan muddatlar surilmaydi, yoʻl xaritasi hech qachon oʻzgarmaydi. Yangi muddatlar va kutilayotgan kunlar yangi taqvim boʻyicha hisoblanadi.', date: 'Kun', state: 'Kun qanday boʻladi',
    reason: 'Sababi', reasonHint: 'Masalan: kun hukumat qarori bilan koʻchirildi', source: 'Huquqiy asosi', removeTitle: 'Kunning oʻzgarishini olib tashlash', removeText: 'Kun yana mamlakat taqvimidagidek boʻladi.',
  },
  durations: {
    title: 'Bosqichlarning muddatlari', text: 'Har bir bosqichga necha ish kuni beriladi, qaysi hujjat boʻyicha va qaysi kundan. Davom etayotgan bosqich boshlangan paytdagi muddatini saqlaydi.', stage: 'Bosqich', days: 'Ish kuni', source: 'Huquqiy asosi', since: 'Qaysi kundan', whose: 'Kimniki',
    ofCountry: 'Mamlakatniki', ofZone: 'Shu zonaniki', inForce: 'Amalda', ahead: 'Hali kuchga kirmagan', past: 'Almashtirilgan', state: 'Holati', set: 'Shu zonaning muddatini belgilash', withdraw: 'Qaytarib olish', withdrawText: 'Bu tahrir hali kuchga kirmagan. Qaytarib olinsa, hech qachon kirmaydi.',
    setTitle: 'Bosqichning muddatini belgilash', setText: 'Koʻrsatilgan kundan boshlab mamlakat muddati oʻrniga zona muddati qoʻllaniladi. Oʻsha kundan keyin uni oʻzgartirib boʻlmaydi, lekin keyingi muddatni belgilash mumkin.', workingDays: 'Ish kuni', sourceTitle: 'Hujjat, uning sanasi va raqami', sourceUrl: 'Hujjatning internetdagi manzili',
    effectiveFrom: 'Qaysi kundan', effectiveHint: 'Ertangi kundan yoki keyinroq',
  },
  preview: {
    title: 'Bu nimani oʻzgartiradi', text: 'Hozircha hech narsa saqlanmadi. Maʼlum qilingan muddatlar va yoʻl xaritasi shundayligicha qoladi.', check: 'Nimani oʻzgartirishini koʻrish', save: 'Saqlash', mend: 'Oʻzgartirish',
    projects: 'Kutilayotgan kunlari suriladigan loyihalar', project: 'Loyiha', stage: 'Suriladigan birinchi bosqich', before: 'Hozir kutilayotgani', after: 'Oʻzgarishdan keyin', start: 'Qurilishning boshlanishi', late: 'Yoʻl xaritasiga nisbatan', becomesLate: 'kechikadigan boʻladi', noMore: 'endi kechikmaydi',
    told: 'Shu kunga toʻgʻri keladigan, maʼlum qilingan muddatlar', toldText: 'Ular qoladi. Rioya qilib boʻlmasa, sababini koʻrsatib uzaytiring.', assignment: 'Topshiriq', due: 'Muddati', none: 'Kutilayotgan birorta kun surilmaydi.', noneTold: 'Bu kunga birorta muddat toʻgʻri kelmaydi.', more: 'Keyingi loyihalarni koʻrish',
    looked: { one: '{count} ta loyiha koʻrildi', other: '{count} ta loyiha koʻrildi' }, moved: { one: '{count} ta loyiha suriladi', other: '{count} ta loyiha suriladi' }, newlyLate: { one: '{count} ta loyiha kechikadigan boʻladi', other: '{count} ta loyiha kechikadigan boʻladi' },
    shift: { one: '{count} kun keyin', other: '{count} kun keyin' }, earlier: { one: '{count} kun oldin', other: '{count} kun oldin' },
  },
  changes: { title: 'Kim nimani oʻzgartirdi', when: 'Qachon', who: 'Kim', what: 'Nima', about: 'Nima haqida', facts: 'Oldin va keyin', none: 'Hozircha hech narsa oʻzgartirilmagan.' },
  fields: {
    name: 'ismi', email: 'elektron pochta', language: 'tili', role: 'roli', from: 'birinchi kuni', until: 'oxirgi kuni', firstDay: 'birinchi kuni', lastDay: 'oxirgi kuni', deputy: 'oʻrinbosar', names: 'nomlari', mailbox: 'pochta qutisi', kind: 'turi', working: 'ish kuni', reason: 'sababi', source: 'huquqiy asosi',
    workingDays: 'ish kuni', effectiveFrom: 'qaysi kundan', endedOn: 'soʻralmaydigan kuni',
  },
  conflict: 'Shu orada buni boshqa birov oʻzgartirdi. Hozir nima borligini koʻrib, oʻzgarishingizni qayta yuboring.',
};
