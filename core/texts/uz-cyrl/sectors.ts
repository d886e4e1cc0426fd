import type { SectorTexts } from '../areas/sectors.ts';

export const uzCyrl: SectorTexts = {
  'construction-materials': 'Қурилиш материаллари',
  metals: 'Металлар ва металл буюмлар',
  machinery: 'Машинасозлик ва транспорт воситалари',
  electronics: 'Электроника ва электр жиҳозлари',
  chemicals: 'Кимё ва нефть маҳсулотлари',
  food: 'Озиқ-овқат',
  textiles: 'Тўқимачилик ва кийим',
  wood: 'Ёғочсозлик ва мебель',
  paper: 'Қоғоз ва қадоқ',
  recycling: 'Чиқиндиларни қайта ишлаш',
  energy: 'Энергетика',
  logistics: 'Логистика ва омбор',
  other: 'Бошқа',
};
