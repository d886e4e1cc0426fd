import type { SectorTexts } from '../areas/sectors.ts';

export const kk: SectorTexts = {
  'construction-materials': 'Құрылыс материалдары',
  metals: 'Металдар мен металл бұйымдары',
  machinery: 'Машина жасау және көлік құралдары',
  electronics: 'Электроника және электр жабдықтары',
  chemicals: 'Химия және мұнай өнімдері',
  food: 'Азық-түлік',
  textiles: 'Тоқыма және киім',
  wood: 'Ағаш өңдеу және жиһаз',
  paper: 'Қағаз және қаптама',
  recycling: 'Қалдықтарды қайта өңдеу',
  energy: 'Энергетика',
  logistics: 'Логистика және қойма',
  other: 'Басқа',
};
