import type { DocumentPageTexts } from './shape.ts';

export const uz: DocumentPageTexts = {
  title: 'Hujjatlar',
  lead: {
    draft: 'Direksiya faqat kompaniya rahbari imzolagan xatni qabul qila oladi. Telefonda olingan surat yetarli.',
    investor: 'Bu yerda loyihangiz hujjatlarini topshirasiz, almashtirasiz va ularning holatini koʻrasiz.',
    party: 'Bu yerda javobingizga tegishli qogʻozlarni qoʻshasiz va loyiha haqida oʻzingizga keraklisini koʻrasiz.',
    office: 'Loyihaning barcha hujjatlari, barcha versiyalari bilan.',
  },
  headings: { asked: 'Nima kerak', others: 'Boshqa hujjatlar', another: 'Yana hujjat qoʻshish' },
  none: 'Hozircha hujjat yoʻq.',
  scanning: {
    on: 'Har bir fayl hisobga olinishidan oldin virusga tekshiriladi.',
    off: 'Bu yerda fayllar virusga tekshirilmaydi. Faqat kutgan faylingizni oching.',
  },
  form: {
    file: 'Fayl',
    hint: 'PDF, JPEG yoki PNG, chizmalar arxiv koʻrinishida ham boʻladi; koʻpi bilan 100 MB, skriptsiz brauzerda koʻpi bilan 4 MB.',
    send: 'Yuklash',
    kind: 'Bu qaysi hujjat?',
    replace: 'Almashtirish',
    replaceText: 'Avvalgi versiyasi saqlanadi.',
  },
  version: { line: '{version}-versiya, {date}, {size}, {by}', earlier: 'Avvalgi versiyalari', download: 'Yuklab olish' },
  by: { investor: 'investordan', party: 'masʼul tashkilotdan', staff: 'zona direksiyasidan', system: 'avtomatik tarzda' },
  sizes: { megabytes: '{size} MB', kilobytes: '{size} KB' },
  belongsTo: 'Nimaga tegishli: {assignment}',
  done: { added: 'Hujjat qoʻshildi.', held: 'Imzolangan asli sizda ekani belgilandi.' },
  original: {
    title: 'Imzolangan asli',
    text: 'Qogʻozda imzolangan xat sizda boʻlsa, shuni belgilang: u faylsiz ham imzolangan hisoblanadi. Kim belgilagani jurnalda qoladi.',
    button: 'Asli bizda',
  },
  goOn: 'Davom etish',
  way: {
    reading: 'Fayl oʻqilmoqda…',
    sending: 'Yuklanmoqda: {percent} %',
    checking: 'Fayl tekshirilmoqda…',
    cancel: 'Bekor qilish',
    cancelled: 'Yuklash bekor qilindi.',
    failed: 'Yuklash uzildi. Aloqani tekshirib, yana urinib koʻring.',
    tooBig: 'Fayl 100 MB dan katta. Kichikrogʻini tanlang.',
    missing: 'Avval faylni tanlang.',
  },
  link: 'Hujjatlar',
  beside: { text: 'Javobga hujjat qoʻshish kerak boʻlsa, avval shuni qoʻshing: hujjatlarning alohida sahifasi bor.', kept: 'Javobga qoʻshiladigan hujjatlarning alohida sahifasi bor. Bu yerda kiritganlaringiz saqlanadi.', add: 'Hujjatlar qoʻshish', back: 'Javobga oʻtish', scan: 'Xatning skan nusxasini qoʻshish' },
};
