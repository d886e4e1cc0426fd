import type { ListTexts } from './shape.ts';

export const uz: ListTexts = {
  mine: 'Sizning ijrongizdagi topshiriqlar',
  narrow: 'Roʻyxatni qisqartirish',
  stage: 'Bosqich',
  forum: 'Forum',
  sector: 'Soha',
  any: 'Istalgan',
  overdue: 'Faqat muddati oʻtganlar',
  onlyMine: 'Faqat oʻz ijrongizdagilar',
  byDue: 'Muddati boʻyicha, avval muddati oʻtganlar',
  show: 'Koʻrsatish',
  clear: 'Filtrlarni bekor qilish',
  byForum: 'Forum boʻyicha',
  goOn: 'Davom ettirish',
  nothingSoFar: 'Hozircha mos hech narsa topilmadi; roʻyxat davom etadi.',
  otherLists: 'Qidiruv va boshqa roʻyxatlar',
};
