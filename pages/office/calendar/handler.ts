import type { Ports } from '#core/kernel/ports.ts';
import { viewOfficeCalendar, viewProjectCalendar } from '#core/calendar/view-calendar.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { calendarFile } from '../../kit/calendar-file.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, type Reply } from '../../kit/visit.ts';

type CalendarPorts = Pick<Ports, 'projects' | 'reference' | 'lists'> & {
  readonly links: Pick<Ports['links'], 'officeUrlOf'>;
};

export const officeCalendar =
  (ports: CalendarPorts) =>
  async ({ query, actor, now, frame }: StaffVisit): Promise<Reply> => {
    const zoneId = query.get('zone') ?? '';
    const [zone, view] = await Promise.all([
      viewZone(ports, { zoneId, actor, now }),
      viewOfficeCalendar(ports, { zoneId, actor }),
    ]);
    if (!zone.ok) return problem(zone.failure);
    const { language } = frame();
    return view.ok
      ? calendarFile(language, zone.value.names[language], view.value.entries, now, view.value.isCut)
      : problem(view.failure);
  };

export const projectCalendar =
  (ports: CalendarPorts) =>
  async ({ params, actor, now, frame }: StaffVisit): Promise<Reply> => {
    const view = await viewProjectCalendar(ports, { projectId: params['projectId'] ?? '', actor });
    return view.ok ? calendarFile(frame().language, view.value.number, view.value.entries, now) : problem(view.failure);
  };
