import type { DocumentTexts } from './shape.ts';

export const uz: DocumentTexts = {
  names: {
    'signed-letter': 'Imzolangan niyat xati',
    'foreign-register-extract': 'Xorijiy kompaniyalar reyestridan koʻchirma',
    'financing-confirmation': 'Moliyalashtirish tasdiqnomasi',
    application: 'Investitsiya buyurtmanomasi',
    questionnaire: 'Soʻrovnoma',
    'registration-certificate': 'Davlat roʻyxatidan oʻtkazilganlik toʻgʻrisidagi guvohnoma',
    charter: 'Ustav',
    'financial-statements': 'Moliyaviy hisobot',
    'business-plan': 'Biznes-reja yoki texnik-iqtisodiy asoslash',
    'bank-certificate': 'Bank maʼlumotnomasi',
    'tax-certificate': 'Soliq qarzi yoʻqligi haqida maʼlumotnoma',
    'technical-condition': 'Texnik shartlar',
    'design-volumes': 'Loyiha-smeta hujjatlari',
    'expertise-conclusion': 'Ekspertiza xulosasi',
    'start-notification': 'Qurilish-montaj ishlarini boshlash toʻgʻrisida xabarnoma',
    'site-photo': 'Qurilish maydonidan surat',
    'paper-answer': 'Qogʻozdagi javobning skan nusxasi',
    'electronic-signature': 'Elektron imzo fayli',
    other: 'Boshqa hujjat',
  },
  states: { missing: 'Yoʻq', waiting: 'Virusga tekshirilmoqda', clean: 'Bor', 'not-scanned': 'Virusga tekshirilmagan', refused: 'Qabul qilinmadi', returned: 'Qaytarildi', held: 'Asli direksiyada' },
  scans: { clean: 'virus topilmadi', infected: 'virus topildi, fayl oʻchirildi', unreadable: 'fayl parol bilan yopilgan yoki buzilgan, oʻchirildi', failed: 'tekshirib boʻlmadi' },
};
