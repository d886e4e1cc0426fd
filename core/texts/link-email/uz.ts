import type { LinkEmailTexts } from './shape.ts';

export const uz: LinkEmailTexts = {
  draft: {
    subject: 'Niyat xatingiz saqlandi',
    heading: 'Niyat xatingiz saqlandi',
    paragraphs: [
      'Siz uni hali topshirmadingiz. Havola xatni toʻxtagan joyingizdan ochadi; u oxirgi oʻzgarishdan keyin 30 kun amal qiladi.',
      'Havola kimda boʻlsa, oʻsha xatni oʻqiy va oʻzgartira oladi. Agar xat saqlamagan boʻlsangiz, bu xabarga eʼtibor bermang.',
    ],
    action: 'Xatni davom ettirish',
  },
  ending: {
    subject: 'Niyat xatingiz oʻchiriladi: {date}',
    heading: 'Niyat xatingiz oʻchiriladi: {date}',
    paragraphs: [
      'Siz niyat xatini saqlab, uni hali topshirmadingiz. Agar uni oʻzgartirmasangiz, u oʻchiriladi. Oʻchiriladigan kun: {date}. Xatni havola orqali ochib, toʻldirishni davom ettiring.',
      'Havola kimda boʻlsa, oʻsha xatni oʻqiy va oʻzgartira oladi. Agar xat saqlamagan boʻlsangiz, bu xabarga eʼtibor bermang.',
    ],
    action: 'Xatni davom ettirish',
  },
  all: { subject: 'Loyihalaringiz va xatlaringiz havolalari', text: 'Har bir havola bitta loyihani yoki bitta xatni ochadi. Havola kimda boʻlsa, oʻsha sizning nomingizdan ish yurita oladi. Agar havola soʻramagan boʻlsangiz, bu xabarga eʼtibor bermang.', projects: 'Loyihalar', drafts: 'Hali topshirilmagan xatlar' },
  rows: { company: 'Kompaniya nomi', page: 'Sahifa', pageOf: '{count} sahifadan {number}-sahifa', until: 'Oxirgi saqlanadigan kun' },
  project: {
    subject: '{number} loyihasiga havolangiz',
    heading: '{number} loyihasiga havolangiz',
    paragraphs: ['Havola loyihangiz sahifasini ochadi. Agar uni soʻramagan boʻlsangiz, bu xabarga eʼtibor bermang.'],
    action: 'Loyihani ochish',
  },
  party: {
    subject: 'Tashkilotingizga berilgan topshiriqlar va yangi havolalar',
    heading: 'Tashkilotingizga berilgan topshiriqlar va yangi havolalar',
    paragraphs: [
      'Zona direksiyasi tashkilotingizga endi shu manzilga yozadi. Quyidagi topshiriqlar sizning javobingizni kutmoqda. Hisob yozuvi kerak emas: har bir havola bitta topshiriqni ochadi.',
      'Avvalgi manzilga yuborilgan xatlardagi havolalar ochilmaydi.',
    ],
    action: 'Nima soʻraladi',
  },
  refused: {
    subject: 'Xatingiz fayli qabul qilinmadi',
    heading: 'Xatingiz fayli qabul qilinmadi',
    paragraphs: ['Niyat xatingiz faylida virus topildi yoki fayl parol bilan yopilgan yo buzilgan. U oʻchirildi. Qurilmangizni tekshiring, xatni havola orqali oching va hujjatni qayta qoʻshing.'],
    action: 'Xatni ochish',
  },
  roles: {
    given: { subject: 'Sizga rol berildi', paragraphs: ['Rol va uning muddati quyida koʻrsatilgan.', 'Roldan foydalanish uchun tizimga kiring. Tizimga kirgan boʻlsangiz, avval chiqing: yangi rol faqat qayta kirgandan keyin amal qiladi.'] },
    ended: { subject: 'Rolingiz bekor qilindi', paragraphs: ['Quyida koʻrsatilgan rol endi sizda yoʻq. Hech narsa qilishingiz shart emas.'] },
    action: 'Kirish', wrong: 'Agar bu xato boʻlsa, ushbu xatga javob bering yoki oʻzgarishni kiritgan odamga xabar bering.', by: 'Oʻzgarishni kiritgan', listGiven: 'Berilgan rollar', listEnded: 'Bekor qilingan rollar',
    from: 'boshlanishi: {date}', until: 'tugashi: {date}', standsIn: 'kimning oʻrniga: {name}', region: 'hudud: {zones}',
  },
};
