import type { NeedTexts } from '../areas/needs.ts';

export const en: NeedTexts = {
  title: 'Lines of the zone that the project needs',
  say: 'Record what is needed of a line',
  remove: 'Take a need back',
  text: 'The stage does not end before the line is there: the forecast waits for it.',
  line: 'Line',
  stage: 'For the stage',
  capacity: 'Capacity needed',
  capacityHint: 'In the unit that stands beside the name of the line.',
  by: 'Needed by',
  first: 'First needed by',
  ready: 'Ready',
  late: 'Working days too late',
  fromLetter: 'from the letter of intent',
  isReady: 'ready',
  noDay: 'no day yet',
};
