import type { FollowUpTexts } from '../areas/follow-ups.ts';

export const en: FollowUpTexts = {
  title: 'Things to do',
  mine: 'My things to do',
  text: 'What the office does about a project on a day. Nobody outside hears of it; it stands in the morning email of that day.',
  none: 'There is nothing to do.',
  make: 'Add a thing to do',
  what: 'What is to be done',
  on: 'Day',
  who: 'Who does it',
  save: 'Save',
  change: 'Done or moved',
  act: 'What has happened',
  isDone: 'It is done',
  isMoved: 'It moves to another day',
  movedTo: 'The other day',
  saved: 'Saved.',
};
