import type { CalendarTexts } from '../areas/calendar.ts';

export const en: CalendarTexts = {
  link: 'Due dates for your calendar (.ics)',
  stage: '{number}: decision on the stage “{stage}”',
  of: 'Due dates: {of}',
  more: 'Later due dates are not in this file: open the work list',
};
