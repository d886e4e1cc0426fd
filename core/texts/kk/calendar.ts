import type { CalendarTexts } from '../areas/calendar.ts';

export const kk: CalendarTexts = {
  link: 'Күнтізбеге арналған мерзімдер (.ics)',
  stage: '{number}: «{stage}» кезеңі бойынша шешім',
  of: 'Мерзімдер: {of}',
  more: 'Одан кейінгі мерзімдер бұл файлда жоқ: жұмыс тізімін ашыңыз',
};
