import type { ListTexts } from './shape.ts';

export const kk: ListTexts = {
  mine: 'Сіз айналысып жүргендер',
  narrow: 'Тізімді тарылту',
  stage: 'Кезең',
  forum: 'Форумы',
  sector: 'Сала',
  any: 'Кез келген',
  overdue: 'Тек мерзімі өткендер',
  onlyMine: 'Тек өзіңіз айналысып жүргендер',
  byDue: 'Мерзімі бойынша, алдымен өтіп кеткендер',
  show: 'Көрсету',
  clear: 'Сүзгілерді алып тастау',
  byForum: 'Форум бойынша',
  goOn: 'Әрі қарай іздеу',
  nothingSoFar: 'Әзірге сәйкес ештеңе табылмады; тізім жалғасады.',
  otherLists: 'Іздеу және басқа тізімдер',
};
