import type { ObstacleNotices } from './shape.ts';

export const uz: ObstacleNotices = {
  'obstacle-raised': {
    office: {
      subject: 'toʻsiq haqida xabar',
      heading: 'Investor toʻsiq haqida xabar berdi',
      paragraphs: ['{number} loyihasiga nimadir toʻsqinlik qilmoqda. Uni koʻrib chiqing: oʻzingiz bartaraf eting yoki bartaraf eta oladigan tashkilotga topshiring.'],
      action: 'Toʻsiqni ochish',
    },
    investor: {
      subject: 'toʻsiq qayd etildi',
      heading: 'Zona direksiyasi toʻsiqni qayd etdi',
      paragraphs: ['Zona direksiyasi loyihangizga toʻsqinlik qilayotgan holatni qayd etdi. U bartaraf etilganda sizga xat yozamiz.'],
      action: 'Toʻsiqni koʻrish',
    },
  },
  'obstacle-asked': {
    party: {
      subject: 'toʻsiqni bartaraf etishingizni soʻraymiz',
      heading: 'Toʻsiq sizga topshirildi',
      paragraphs: [
        'Bu loyihaga siz oʻzgartira oladigan holat toʻsqinlik qilmoqda. Uni bartaraf etib, nima qilingani haqida xabar berishingizni yoki nega imkoni yoʻqligini tushuntirishingizni soʻraymiz.',
        'Ushbu xatga javob yozsangiz boʻladi. Mavzudagi loyiha raqamini saqlab qolishingizni soʻraymiz.',
      ],
      action: 'Oʻqib, javob berish',
    },
    office: {
      subject: 'toʻsiq direksiyada',
      heading: 'Toʻsiq yana zona direksiyasida',
      paragraphs: ['{number} loyihasining toʻsigʻi zona direksiyasiga topshirildi. Uni koʻrib chiqing.'],
      action: 'Toʻsiqni ochish',
    },
    investor: {
      subject: 'toʻsiqni bartaraf etishingizni soʻraymiz',
      heading: 'Toʻsiq sizga topshirildi',
      paragraphs: ['Zona direksiyasi loyihangiz toʻsigʻini bartaraf etishga yordam berishingizni soʻraydi. Nima kerakligini oʻqib, javob bering.'],
      action: 'Oʻqib, javob berish',
    },
  },
  'obstacle-handed-over': {
    investor: {
      subject: 'toʻsiq topshirildi',
      heading: 'Toʻsiq topshirildi',
      paragraphs: ['Loyihangiz toʻsigʻi bilan endi uni bartaraf eta oladigan tashkilot shugʻullanadi. Uning nomi quyida koʻrsatilgan.'],
      action: 'Toʻsiqni koʻrish',
    },
  },
  'obstacle-closed': {
    party: {
      subject: 'toʻsiq endi sizda emas',
      heading: 'Toʻsiq endi sizda emas',
      paragraphs: ['Quyida koʻrsatilgan toʻsiq boʻyicha endi hech narsa qilish kerak emas. Rahmat.'],
      action: 'Topshiriqni koʻrish',
    },
  },
  'obstacle-answered': {
    party: {
      subject: 'toʻsiq boʻyicha javob',
      heading: 'Sizga topshirilgan toʻsiq boʻyicha javob keldi',
      paragraphs: ['Ushbu xatga javob yozsangiz boʻladi. Mavzudagi loyiha raqamini saqlab qolishingizni soʻraymiz.'],
      action: 'Oʻqib, javob berish',
    },
    office: {
      subject: 'toʻsiq boʻyicha javob',
      heading: 'Toʻsiq boʻyicha javob keldi',
      paragraphs: ['{number} loyihasining toʻsigʻi boʻyicha javob keldi. Uni endi yopsa boʻladimi, koʻring.'],
      action: 'Toʻsiqni ochish',
    },
    investor: {
      subject: 'toʻsiq boʻyicha javob',
      heading: 'Loyihangiz toʻsigʻi boʻyicha javob keldi',
      paragraphs: ['Javob quyida berilgan. Toʻsiq bartaraf etilguncha ochiq qoladi.'],
      action: 'Toʻsiqni koʻrish',
    },
  },
  'obstacle-resolved': {
    investor: {
      subject: 'toʻsiq bartaraf etildi',
      heading: 'Toʻsiq bartaraf etildi',
      paragraphs: ['Zona direksiyasi toʻsiqni bartaraf etilgan deb hisoblaydi. U sizga hali ham toʻsqinlik qilsa, yana xabar bering.'],
      action: 'Loyihani koʻrish',
    },
    office: {
      subject: 'toʻsiq bartaraf etildi',
      heading: 'Investor toʻsiq bartaraf etilganini xabar qildi',
      paragraphs: ['Investor {number} loyihasining toʻsigʻini bartaraf etilgan deb belgiladi. U boʻyicha endi hech narsa qilish kerak emas.'],
      action: 'Loyihaga oʻtish',
    },
  },
  'note-shared': {
    investor: {
      subject: 'zona direksiyasining qaydi',
      heading: 'Zona direksiyasi sizga yozdi',
      paragraphs: ['Zona direksiyasi loyihangiz sahifasida sizga qayd qoldirdi. U quyida berilgan.'],
      action: 'Loyihani koʻrish',
    },
  },
};
