import type { LinkPorts } from '#core/links/act-by-link.ts';
import { viewLinkCalendar } from '#core/calendar/view-calendar.ts';
import { calendarFile } from '../../kit/calendar-file.ts';
import { problem, type Reply, type Visit } from '../../kit/visit.ts';

export async function linkCalendar(ports: LinkPorts, { params, now, frame }: Visit): Promise<Reply> {
  const view = await viewLinkCalendar(ports, { link: params['link'] ?? '', now });
  return view.ok
    ? calendarFile(frame(view.value.language).language, view.value.number, view.value.entries, now)
    : problem(view.failure);
}
