import type { SectorTexts } from '../areas/sectors.ts';

export const en: SectorTexts = {
  'construction-materials': 'Construction materials',
  metals: 'Metals and metal products',
  machinery: 'Machinery and vehicles',
  electronics: 'Electronics and electrical goods',
  chemicals: 'Chemicals and oil products',
  food: 'Food',
  textiles: 'Textiles and clothing',
  wood: 'Wood and furniture',
  paper: 'Paper and packaging',
  recycling: 'Waste recycling',
  energy: 'Energy',
  logistics: 'Logistics and warehousing',
  other: 'Other',
};
