import type { FollowUpTexts } from '../areas/follow-ups.ts';

export const en: FollowUpTexts = {
  title: 'Things to do',
  mine: 'My things to do',
  text: 'What the office is to do about a project on a certain day. Nobody outside the office sees it; it is in the morning email of that day.',
  none: 'Nothing to do.',
  make: 'Add a thing to do',
  what: 'What to do',
  on: 'Day',
  who: 'Who does it',
  save: 'Save',
  change: 'Done, or move it',
  act: 'What has changed',
  isDone: 'Done',
  isMoved: 'Move to another day',
  movedTo: 'New day',
  saved: 'Saved.',
};
