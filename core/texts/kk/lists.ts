import type { ListTexts } from '../areas/lists.ts';

export const kk: ListTexts = {
  mine: 'Сіз орындап жүргендер',
  narrow: 'Тізімді тарылту',
  stage: 'Кезең',
  forum: 'Форум',
  sector: 'Сала',
  any: 'Кез келген',
  overdue: 'Тек мерзімі өткендер',
  onlyMine: 'Тек өзіңіз орындап жүргендер',
  byDue: 'Мерзімі бойынша, алдымен мерзімі өткендер',
  show: 'Көрсету',
  clear: 'Сүзгілерді алып тастау',
  byForum: 'Форум бойынша',
  goOn: 'Әрі қарай іздеу',
  nothingSoFar: 'Әзірге сәйкес ештеңе табылмады; тізім жалғасады.',
  otherLists: 'Іздеу және басқа тізімдер',
};
