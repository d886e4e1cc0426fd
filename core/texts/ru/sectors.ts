import type { SectorTexts } from '../areas/sectors.ts';

export const ru: SectorTexts = {
  'construction-materials': 'Строительные материалы',
  metals: 'Металлы и металлоизделия',
  machinery: 'Машиностроение и транспортные средства',
  electronics: 'Электроника и электротехника',
  chemicals: 'Химия и нефтепродукты',
  food: 'Пищевая промышленность',
  textiles: 'Текстиль и одежда',
  wood: 'Деревообработка и мебель',
  paper: 'Бумага и упаковка',
  recycling: 'Переработка отходов',
  energy: 'Энергетика',
  logistics: 'Логистика и склады',
  other: 'Другое',
};
