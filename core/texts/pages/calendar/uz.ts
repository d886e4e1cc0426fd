import type { CalendarTexts } from './shape.ts';

export const uz: CalendarTexts = {
  link: 'Taqvim uchun muddatlar (.ics)',
  name: 'Muddatlar',
  open: 'Sahifani ochish',
  assignment: '{number}: {assignment}',
  stage: '{number}: “{stage}” bosqichi boʻyicha qaror',
  of: 'Muddatlar: {of}',
};
