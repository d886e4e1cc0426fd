import type { NeedTexts } from '../areas/needs.ts';

export const en: NeedTexts = {
  title: 'Utility lines that the project needs',
  say: 'Record what the project needs of a line',
  remove: 'Withdraw a need',
  text: 'The stage cannot end before the line is ready: the forecast waits for it.',
  line: 'Line',
  stage: 'For the stage',
  capacity: 'Capacity needed',
  capacityHint: 'In the unit beside the name of the line.',
  by: 'Needed by',
  first: 'First needed by',
  ready: 'Ready',
  late: 'Working days too late',
  fromLetter: 'from the letter of intent',
  isReady: 'ready',
  noDay: 'no date yet',
};
