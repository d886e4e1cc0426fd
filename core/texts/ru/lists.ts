import type { ListTexts } from '../areas/lists.ts';

export const ru: ListTexts = {
  mine: 'У вас в работе',
  narrow: 'Сузить список',
  stage: 'Этап',
  forum: 'Форум',
  sector: 'Отрасль',
  any: 'Все',
  overdue: 'Только просроченное',
  onlyMine: 'Только то, что у вас в работе',
  byDue: 'По сроку, сначала просроченные',
  show: 'Показать',
  clear: 'Сбросить фильтры',
  byForum: 'По форумам',
  goOn: 'Искать дальше',
  nothingSoFar: 'Пока ничего подходящего не найдено; список продолжается.',
  otherLists: 'Поиск и другие списки',
};
