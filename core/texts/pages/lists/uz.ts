import type { ListTexts } from './shape.ts';

export const uz: ListTexts = {
  mine: 'Siz ustida ishlayotganlar',
  narrow: 'Roʻyxatni qisqartirish',
  stage: 'Bosqich',
  forum: 'Forumi',
  sector: 'Soha',
  any: 'Istalgan',
  overdue: 'Faqat muddati oʻtganlar',
  onlyMine: 'Faqat oʻzingiz ustida ishlayotganlar',
  byDue: 'Muddati boʻyicha, avval oʻtib ketganlar',
  show: 'Koʻrsatish',
  clear: 'Filtrlarni bekor qilish',
  byForum: 'Forum boʻyicha',
  goOn: 'Davom ettirish',
  nothingSoFar: 'Hozircha mos hech narsa topilmadi; roʻyxat davom etadi.',
  otherLists: 'Qidiruv va boshqa roʻyxatlar',
};
