import type { CalendarTexts } from './shape.ts';

export const ru: CalendarTexts = {
  link: 'Сроки для календаря (.ics)',
  name: 'Сроки',
  open: 'Открыть страницу',
  assignment: '{number}: {assignment}',
  stage: '{number}: решение по этапу «{stage}»',
  of: 'Сроки: {of}',
};
