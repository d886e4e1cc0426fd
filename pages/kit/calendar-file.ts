import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Language } from '#core/kernel/common.ts';
import { assignmentName } from '#core/notices/names.ts';
import { oneLine } from '#core/notices/one-line.ts';
import { fill, languageTags, textsOf } from '#core/texts/index.ts';
import { calendarTexts } from '#core/texts/areas/calendar.ts';
import type { CalendarEntry } from '#core/calendar/view-calendar.ts';
import { file, type Reply } from './visit.ts';

function summaryOf(language: Language, { number, stage, assignment, line }: CalendarEntry): string {
  const texts = textsOf(language);
  if (assignment === undefined) return fill(calendarTexts(language).stage, { number, stage: texts.stages[stage] });
  return `${number}: ${assignmentName(texts, assignment, line)}`;
}

/** All-day entries (RFC 5545) that make nobody busy. @param of what it is about @param isCut there are more */
export function calendarText(
  language: Language,
  of: string,
  entries: readonly CalendarEntry[],
  now: number,
  isCut = false,
): string {
  const at = new Date(now);
  const calendar = ical({
    prodId: { company: 'Zholkarta', product: 'Due dates', language: languageTags[language].toUpperCase() },
    // The library does not escape a calendar's name.
    name: oneLine(fill(calendarTexts(language).of, { of })),
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@${new URL(entry.url).host}`,
      sequence: entry.sequence,
      start: new Date(entry.due),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: oneLine(summaryOf(language, entry)),
      url: entry.url,
      stamp: at,
      lastModified: at,
      ...(entry.isOver && { status: ICalEventStatus.CANCELLED }),
    });
  }
  const last = entries.at(-1);
  if (isCut && last) {
    const id = `more@${new URL(last.url).host}`;
    calendar.createEvent({
      id,
      start: new Date(last.due),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: calendarTexts(language).more,
      stamp: at,
    });
  }
  return `${calendar.toString()}\r\n`;
}

export const calendarFile = (
  language: Language,
  of: string,
  entries: readonly CalendarEntry[],
  now: number,
  isCut = false,
): Reply =>
  file('due-dates.ics', 'text/calendar; charset=utf-8', Buffer.from(calendarText(language, of, entries, now, isCut)));
