import type { SectorTexts } from './shape.ts';

export const uz: SectorTexts = {
  'construction-materials': 'Qurilish materiallari',
  metals: 'Metallar va metall buyumlar',
  machinery: 'Mashinasozlik va transport vositalari',
  electronics: 'Elektronika va elektr jihozlari',
  chemicals: 'Kimyo va neft mahsulotlari',
  food: 'Oziq-ovqat',
  textiles: 'Toʻqimachilik va kiyim',
  wood: 'Yogʻochsozlik va mebel',
  paper: 'Qogʻoz va qadoq',
  recycling: 'Chiqindilarni qayta ishlash',
  energy: 'Energetika',
  logistics: 'Logistika va ombor',
  other: 'Boshqa',
};
