import type { CalendarTexts } from './shape.ts';

export const kk: CalendarTexts = {
  link: 'Күнтізбеге арналған мерзімдер (.ics)',
  name: 'Мерзімдер',
  open: 'Бетті ашу',
  assignment: '{number}: {assignment}',
  stage: '{number}: «{stage}» кезеңі бойынша шешім',
  of: 'Мерзімдер: {of}',
};
