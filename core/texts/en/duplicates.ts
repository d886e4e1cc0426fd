import type { DuplicatesTexts } from '../areas/duplicates.ts';

export const en: DuplicatesTexts = {
  heading: 'Possible duplicates',
  text: 'Other letters in this zone that seem to be from the same company.',
  project: 'Project',
  alike: 'What is the same',
  number: 'company number',
  name: 'company name',
  contact: 'Email address',
  same: 'the same',
  other: 'another one',
  which: 'Which project is it the same as?',
  none: 'No other project that this letter could be merged with was found.',
  into: 'This letter is a duplicate. Work goes on under number {number}.',
  from: 'Merged into this project:',
  history: 'history',
};
