import ical from 'ical-generator';
import type { GuestView } from '#core/forums/by-guest.ts';
import { endOf } from '#core/forums/plan.ts';
import type { Language } from '#core/kernel/common.ts';
import { oneLine } from '#core/notices/one-line.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { fill, languageTags, numberText } from '#core/texts/index.ts';
import { file, type Reply } from './visit.ts';

/** The moment of a time of the zone. */
const momentOf = (on: string, at: string, offsetMinutes: number): Date =>
  new Date(Date.parse(`${on}T${at}:00Z`) - offsetMinutes * 60_000);

/** What is agreed of a guest's meetings (RFC 5545): a calendar that has one takes the newer one. */
export function meetingsFile(
  language: Language,
  { forum, plan, context, meetings }: Pick<GuestView, 'forum' | 'plan' | 'context' | 'meetings'>,
  now: number,
): Reply {
  const { offsetMinutes } = context.calendar;
  const words = forumPlanTexts(language);
  const name = oneLine(forum.names[language]);
  const calendar = ical({
    prodId: { company: 'Zholkarta', product: 'Meetings', language: languageTags[language].toUpperCase() },
    name,
  });
  for (const { meetingId, on, at, table, state, version } of meetings)
    if (state === 'accepted')
      calendar.createEvent({
        id: `${meetingId}@zholkarta`,
        sequence: version,
        start: momentOf(on, at, offsetMinutes),
        end: momentOf(on, plan?.hall ? endOf(plan.hall, at) : at, offsetMinutes),
        summary: `${name}: ${fill(words.sheetOf, { number: numberText(language, table) })}`,
        stamp: new Date(now),
      });
  return file('meetings.ics', 'text/calendar; charset=utf-8', Buffer.from(`${calendar.toString()}\r\n`));
}
