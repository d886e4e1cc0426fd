import type { CalendarTexts } from './shape.ts';

export const uz: CalendarTexts = {
  link: 'Taqvim uchun muddatlar (.ics)',
  stage: '{number}: “{stage}” bosqichi boʻyicha qaror',
  of: 'Muddatlar: {of}',
  more: 'Keyingi muddatlar bu faylda yoʻq: ishlar roʻyxatini oching',
};
