import type { ObstacleNotices } from './shape.ts';

export const uz: ObstacleNotices = {
  'obstacle-raised': {
    office: {
      subject: 'toʻsiq haqida xabar',
      heading: 'Investor toʻsiq haqida xabar berdi',
      paragraphs: ['{number} loyihasida toʻsiq bor. Uni koʻrib chiqing: oʻzingiz bartaraf eting yoki bartaraf eta oladigan tashkilotga topshiring.'],
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
      heading: 'Toʻsiqni bartaraf etish sizga topshirildi',
      paragraphs: [
        'Bu loyihaga siz oʻzgartira oladigan holat toʻsqinlik qilmoqda. Uni bartaraf etib, nima qilingani haqida xabar berishingizni yoki nega imkoni yoʻqligini tushuntirishingizni soʻraymiz.',
        'Ushbu xatga javob yozsangiz boʻladi. Mavzudagi loyiha raqamini saqlab qolishingizni soʻraymiz.',
      ],
      action: 'Oʻqib, javob berish',
    },
    office: {
      subject: 'toʻsiq direksiyada',
      heading: 'Toʻsiq yana zona direksiyasida',
      paragraphs: ['{number} loyihasining toʻsigʻini bartaraf etish zona direksiyasiga topshirildi. Uni koʻrib chiqing.'],
      action: 'Toʻsiqni ochish',
    },
    investor: {
      subject: 'toʻsiqni bartaraf etishingizni soʻraymiz',
      heading: 'Toʻsiqni bartaraf etishga yordam berishingizni soʻraymiz',
      paragraphs: ['Zona direksiyasi loyihangiz toʻsigʻini bartaraf etishga yordam berishingizni soʻraydi. Nima kerakligini oʻqib, javob bering.'],
      action: 'Oʻqib, javob berish',
    },
  },
  'obstacle-handed-over': {
    investor: {
      subject: 'toʻsiqni bartaraf etish topshirildi',
      heading: 'Toʻsiqni bartaraf etish topshirildi',
      paragraphs: ['Loyihangiz toʻsigʻini bartaraf etish bilan endi shuni qila oladigan tashkilot shugʻullanadi. Uning nomi quyida koʻrsatilgan.'],
      action: 'Toʻsiqni koʻrish',
    },
  },
  'obstacle-closed': {
    party: {
      subject: 'toʻsiq boʻyicha endi hech narsa kerak emas',
      heading: 'Toʻsiq boʻyicha sizdan endi hech narsa talab etilmaydi',
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
      paragraphs: ['{number} loyihasining toʻsigʻi boʻyicha javob keldi. Toʻsiqni endi yopsa boʻladimi, koʻring.'],
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
