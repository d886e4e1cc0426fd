import type { CalendarTexts } from '../areas/calendar.ts';

export const ru: CalendarTexts = {
  link: 'Сроки для календаря (.ics)',
  stage: '{number}: решение по этапу «{stage}»',
  of: 'Сроки: {of}',
  more: 'Более поздних сроков в этом файле нет: откройте список работ',
};
