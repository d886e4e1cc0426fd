import type { TrackingTexts } from './shape.ts';

export const uz: TrackingTexts = {
  title: '{number} loyihasi',
  facts: {
    company: 'Kompaniya', zone: 'Zona', stage: 'Bosqich', heldBy: 'Loyiha kimda', since: 'Qaysi kundan', until: 'Qaysi kungacha', line: 'Muhandislik tarmogʻi',
    party: 'Masʼul tashkilot', state: 'Holati', reason: 'Sababi', note: 'Sizga nima yozilgan', office: 'Zona direksiyasi', you: 'Sizda',
  },
  headings: {
    do: 'Hozir nima qila olasiz', now: 'Loyiha qayerda', stages: 'Yetti bosqich', lines: 'Muhandislik tarmoqlari', news: 'Nimalar boʻldi', more: 'Yana',
  },
  nothing: 'Hozir sizdan hech narsa talab qilinmaydi. Bu oʻzgarsa, sizga yozamiz.',
  ended: 'Bu loyihaning yoʻli tugadi. Sizdan boshqa hech narsa talab qilinmaydi.',
  suspended: 'Loyiha toʻxtatib turilibdi, muddatlar oʻtmaydi. Qayta koʻrib chiqish kuni: {date}.',
  due: { answerBy: 'Javob berish muddati: {date}', late: 'Muddat {date} edi. Iltimos, imkon qadar tezroq javob bering.' },
  confirm: {
    heading: 'Elektron pochta manzilini tasdiqlang',
    text: 'Bu manzil sizniki ekanini tasdiqlang: shunda xatingiz hisobga olinadi va direksiya sizga yoza oladi.',
    button: 'Manzilni tasdiqlash',
    done: 'Manzilingiz tasdiqlandi.',
  },
  answer: {
    open: 'Javob berish',
    correct: 'Tuzatishni yuborish',
    note: 'Nimani tuzatdingiz',
    noteHint: 'Nima oʻzgargani va uni qayerda koʻrish mumkinligini bir necha gapda yozing.',
    sent: 'Javobingiz yuborildi.',
    over: 'Javob berilgan yoki u endi kerak emas.',
  },
  withdraw: {
    link: 'Loyihani qaytarib olish',
    title: 'Loyihani qaytarib olasizmi?',
    text: 'Loyiha boʻyicha barcha ishlar toʻxtaydi, u bilan ishlayotganlarning hammasiga xabar beriladi. Buni ortga qaytarib boʻlmaydi; yangi xatni istalgan vaqtda topshirishingiz mumkin.',
    reason: 'Nega qaytarib olyapsiz',
    button: 'Ha, qaytarib olish',
    done: 'Loyiha qaytarib olindi.',
  },
  keepLink: 'Ushbu sahifa manzilini saqlab qoʻying: u faqat sizniki va doim hozirgi holatni koʻrsatadi. U kimda boʻlsa, oʻsha sizning nomingizdan ish koʻra oladi.',
  anotherLink: 'Yangi havola olish',
  events: {
    'letter-submitted': 'Niyat xati kelib tushdi.',
    'address-confirmed': 'Elektron pochta manzili tasdiqlandi.',
    'road-map-approved': 'Yoʻl xaritasi tasdiqlandi.',
    'stage-opened': 'Bosqich boshlandi: {stage}. Qaror muddati: {date}.',
    'stage-decided': '{stage}: {outcome}.',
    'assignment-opened': 'Sizdan soʻraldi: {assignment}. Javob berish muddati: {date}.',
    'assignment-answered': '{assignment}: {outcome}.',
    suspended: 'Loyiha toʻxtatib turildi; qayta koʻrib chiqish kuni: {date}.',
    resumed: 'Loyiha boʻyicha ish davom etmoqda.',
    extended: 'Muddat uzaytirildi: {date}.',
    ended: 'Loyihaning yoʻli tugadi: {ending}.',
  },
};
