import type { CalendarTexts } from '../areas/calendar.ts';

export const uzCyrl: CalendarTexts = {
  link: 'Тақвим учун муддатлар (.ics)',
  stage: '{number}: «{stage}» босқичи бўйича қарор',
  of: 'Муддатлар: {of}',
  more: 'Кейинги муддатлар бу файлда йўқ: ишлар рўйхатини очинг',
};
