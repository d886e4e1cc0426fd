import type { CorrectionTexts } from './shape.ts';

export const uz: CorrectionTexts = {
  fields: {
    'company.name': 'Kompaniya nomi', 'company.number': 'Kompaniyaning roʻyxat raqami', production: 'Ishlab chiqarish', sector: 'Tarmoq', investment: 'Investitsiya',
    jobs: 'Ish oʻrinlari', exportShare: 'Mahsulotning eksport ulushi', financing: 'Moliyalashtirish manbai',
    'utilities.power': 'Elektr quvvati', 'utilities.gas': 'Gaz', 'utilities.water': 'Suv', 'utilities.sewerage': 'Kanalizatsiya', 'utilities.heat': 'Issiqlik',
    'utilities.telecom': 'Aloqa', 'utilities.road': 'Avtomobil yoʻli', 'utilities.rail': 'Temir yoʻl', landHectares: 'Yer', wantedStart: 'Qurilish boshlanishi',
  },
  mark: {
    label: 'Xatda nima notoʻgʻri', hint: 'Investor faqat siz belgilagan joylarni oʻzgartira oladi. Xatning oʻzida oʻzgartiriladigan narsa boʻlmasa, hech narsani belgilamang.',
    company: 'Kompaniya', production: 'Ishlab chiqarish va koʻrsatkichlar', utilities: 'Muhandislik tarmoqlari', land: 'Yer va muddatlar',
  },
  toCorrect: 'Xatda tuzatilishi kerak',
  hint: 'Maydonlarda xatingizda hozir nima yozilgani koʻrsatilgan. Notoʻgʻri boʻlganini oʻzgartiring.',
  changes: { caption: 'Xatdagi oʻzgarishlar', field: 'Maydon', was: 'Avval', now: 'Endi', none: 'Xatda hech narsa oʻzgartirilmadi.' },
  check: { title: 'Tuzatishni tekshiring', button: 'Tuzatishni tekshirish', send: 'Tuzatishni yuborish', mend: 'Tuzatishni oʻzgartirish' },
};
