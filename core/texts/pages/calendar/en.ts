import type { CalendarTexts } from './shape.ts';

export const en: CalendarTexts = {
  link: 'Due dates for your calendar (.ics)',
  name: 'Due dates',
  open: 'Open the page',
  assignment: '{number}: {assignment}',
  stage: '{number}: decision on the stage “{stage}”',
  of: 'Due dates: {of}',
};
