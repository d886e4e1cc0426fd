import type { ListTexts } from '../areas/lists.ts';

export const en: ListTexts = {
  mine: 'What you are working on',
  narrow: 'Filter the list',
  stage: 'Stage',
  forum: 'Forum',
  sector: 'Sector',
  any: 'Any',
  overdue: 'Only what is overdue',
  onlyMine: 'Only what you are working on',
  byDue: 'By due date, the overdue first',
  show: 'Show',
  clear: 'Clear the filters',
  byForum: 'By forum',
  goOn: 'Show more',
  nothingSoFar: 'Nothing that fits was found so far; the list goes on.',
  otherLists: 'Search and other lists',
};
