import type { CalendarTexts } from './shape.ts';

export const uzCyrl: CalendarTexts = {
  link: 'Тақвим учун муддатлар (.ics)',
  name: 'Муддатлар',
  open: 'Саҳифани очиш',
  assignment: '{number}: {assignment}',
  stage: '{number}: «{stage}» босқичи бўйича қарор',
  of: 'Муддатлар: {of}',
};
