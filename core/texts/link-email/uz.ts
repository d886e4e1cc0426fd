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
  project: {
    subject: '{number} loyihasiga havolangiz',
    heading: '{number} loyihasiga havolangiz',
    paragraphs: ['Havola loyihangiz sahifasini ochadi. Agar uni soʻramagan boʻlsangiz, bu xabarga eʼtibor bermang.'],
    action: 'Loyihani ochish',
  },
  refused: {
    subject: 'Xatingiz fayli qabul qilinmadi',
    heading: 'Xatingiz fayli qabul qilinmadi',
    paragraphs: ['Niyat xatingiz faylida virus topildi yoki fayl parol bilan yopilgan yo buzilgan. U oʻchirildi. Qurilmangizni tekshiring, xatni havola orqali oching va hujjatni qayta qoʻshing.'],
    action: 'Xatni ochish',
  },
};
