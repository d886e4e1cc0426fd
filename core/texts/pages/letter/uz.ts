import type { LetterTexts } from './shape.ts';

export const uz: LetterTexts = {
  start: {
    title: 'Maxsus iqtisodiy zonada korxonangizni quring',
    lead: 'Niyat xatidan boshlang. Shu kundan qurilish boshlanguncha loyihangiz qaysi bosqichda, kimda va qaysi muddatgacha ekanini bir sahifada koʻrasiz.',
    what: 'Niyat xatini topshirish',
    need: 'Nima kerak boʻladi',
    needs: [
      'kompaniyangiz nomi va STIR, BIN yoki boshqa roʻyxatga olish raqami (xorijiy kompaniya ham boʻladi)',
      'nima ishlab chiqarasiz, investitsiya miqdori va ish oʻrinlari soni',
      'kerakli yer, elektr, gaz va suv miqdori (taxminan boʻlsa ham)',
      'rahbar imzolagan xat (PDF yoki fotosurat)',
    ],
    time: 'Bunga oʻn daqiqacha ketadi. Saqlab qoʻyib, keyin davom ettirish mumkin. Hisob yozuvi kerak emas.',
    button: 'Xatni toʻldirish',
    goOn: 'Xatni saqlab qoʻygan boʻlsangiz, uni elektron pochtadagi havola orqali oching.',
    track: 'Xatni avval topshirganmisiz?',
    trackLink: 'Loyihangiz havolasini olish',
    path: 'Qurilish boshlanguncha yetti bosqich',
  },
  steps: {
    company: 'Zona va kompaniya', production: 'Ishlab chiqarish va koʻrsatkichlar', utilities: 'Muhandislik tarmoqlari', land: 'Yer va muddatlar',
    contact: 'Aloqa', documents: 'Hujjatlar', check: 'Javoblaringizni tekshiring',
  },
  step: '{count} sahifadan {number}-sahifa',
  labels: {
    zoneId: 'Zona', country: 'Kompaniya qayerda roʻyxatdan oʻtgan?', name: 'Kompaniya nomi', number: 'Roʻyxatga olish raqami (BIN, STIR)', registeredIn: 'Mamlakat',
    production: 'Nima ishlab chiqarasiz?', sector: 'Soha', investment: 'Investitsiya', jobs: 'Ish oʻrinlari', exportShare: 'Eksport ulushi', financing: 'Moliyalashtirish manbai',
    landHectares: 'Yer, gektar', wantedStart: 'Qurilishni qachon boshlamoqchisiz?', contactName: 'Ism va familiya', email: 'Elektron pochta', phone: 'Telefon',
    language: 'Xatlarimiz tili', forum: 'Forum', file: 'Imzolangan xat', consent: 'Rozilik',
  },
  hints: {
    number: 'Qozogʻiston: BIN, 12 raqam. Oʻzbekiston: STIR, 9 raqam. Boshqa mamlakatlar uchun savdo reyestridagi raqam.',
    registeredIn: 'Faqat boshqa mamlakat kompaniyasi uchun',
    production: 'Bir necha gap',
    investment: 'Masalan, 12 000 000 000',
    exportShare: 'Mahsulotning foizi, 0 dan 100 gacha',
    utilities: 'Kerak boʻlmaganini boʻsh qoldiring. Raqamlarni keyin zona direksiyasi bilan aniqlashtirish mumkin.',
    email: 'Shu manzilga yozamiz; uni havola orqali tasdiqlaysiz',
    phone: 'Mamlakat kodi bilan',
    language: 'Sahifalarni istalgan tilda oʻqish mumkin',
    forum: 'Qaror investitsiya forumida qabul qilingan boʻlsa, uni tanlang',
    file: 'PDF, JPEG yoki PNG, koʻpi bilan 4 MB',
  },
  noForum: 'Forumsiz',
  countries: { KZ: 'Qozogʻiston', UZ: 'Oʻzbekiston', other: 'Boshqa mamlakat' },
  needs: {
    power: 'Elektr, kVt', gas: 'Gaz, soatiga m³', water: 'Suv, sutkasiga m³', sewerage: 'Kanalizatsiya, sutkasiga m³', heat: 'Issiqlik, soatiga Gkal',
    telecom: 'Aloqa, Mbit/s', road: 'Avtomobil yoʻli, sutkasiga yuk mashinasi', rail: 'Temir yoʻl, sutkasiga vagon',
  },
  noNeeds: 'Kerak emas',
  financing: {
    'own-funds': 'Oʻz mablagʻi', 'bank-loan': 'Bank krediti', 'development-institution': 'Rivojlanish instituti', 'foreign-investment': 'Xorijiy investitsiya', mixed: 'Bir necha manba',
  },
  save: {
    link: 'Saqlab, keyin davom ettirish', title: 'Saqlab, keyin davom ettirish', text: 'Xatni toʻxtagan joyingizdan ochadigan havola yuboramiz. U oxirgi oʻzgarishdan keyin 30 kun amal qiladi.',
    button: 'Menga havola yuborish', done: 'Havola yuborildi', doneText: 'U siz koʻrsatgan manzilga yuborildi. Bu sahifani yopish mumkin.',
  },
  file: { kept: 'Qoʻshildi:', replace: 'Boshqa fayl uni almashtiradi.' },
  check: {
    text: 'Yozganingizni tekshiring. Hozircha hammasini oʻzgartirish mumkin.',
    button: 'Xatni topshirish',
    consent: 'Bu maʼlumotlarni xatni koʻrib chiqish uchun yigʻish va ularga ishlov berishga rozilik beraman hamda kompaniya nomidan ish yuritishga vakolatli ekanimni tasdiqlayman.',
  },
  receipt: {
    title: 'Niyat xatingiz kelib tushdi', number: 'Uning raqami:', next: 'Keyin nima boʻladi',
    confirm: 'Sizga elektron xat yubordik. Manzilingizni undagi havola orqali tasdiqlang.',
    check: 'Zona direksiyasi xatni tekshiradi. Javob berish muddati loyihangiz sahifasida koʻrsatilgan.',
    track: 'Loyiha holatini koʻrish', documents: 'Keyingi bosqich uchun hujjatlar', documentsText: 'Ularni hozirdan tayyorlash mumkin. Xatingiz maʼqullangach, direksiya ularni soʻraydi.',
  },
  another: {
    title: 'Loyihangiz havolasini olish', text: 'Havolani xatda koʻrsatgan manzilingizga yuboramiz.',
    number: 'Loyiha raqami', email: 'Elektron pochta', button: 'Menga havola yuborish', done: 'Pochtangizni tekshiring',
    doneText: 'Raqam va manzil mos kelsa, havola yuborildi. Hech narsa kelmasa, zona direksiyasiga yozing.',
  },
};
