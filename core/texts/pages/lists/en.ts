import type { ListTexts } from './shape.ts';

export const en: ListTexts = {
  mine: 'What you work on',
  narrow: 'Narrow the list',
  stage: 'Stage',
  forum: 'Forum',
  sector: 'Sector',
  any: 'Any',
  overdue: 'Only what is overdue',
  onlyMine: 'Only what you work on',
  byDue: 'By due date, the overdue first',
  show: 'Show',
  clear: 'Clear the filters',
  byForum: 'By forum',
  goOn: 'Look further',
  nothingSoFar: 'Nothing that fits was found so far; the list goes on.',
  otherLists: 'Search and other lists',
};
