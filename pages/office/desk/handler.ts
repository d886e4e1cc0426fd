import type { Ports } from '#core/kernel/ports.ts';
import { viewZone, zonesOf } from '#core/reference/view-zone.ts';
import { viewDesk } from '#core/work/view-desk.ts';
import type { StaffHandler } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { deskPage } from './page.tsx';

/** The desk of a head: of the zone that is named, or the reader's first. */
export const headDesk =
  (ports: Pick<Ports, 'lists' | 'reference' | 'desks'>): StaffHandler =>
  async ({ query, actor, now, frame }) => {
    const zoneId = query.get('zone') ?? (await zonesOf(ports, actor))[0]?.zoneId;
    if (zoneId === undefined) return problem({ kind: 'forbidden' });
    const zone = await viewZone(ports, { zoneId, actor, now });
    if (!zone.ok) return problem(zone.failure);
    const desk = await viewDesk(ports, { zoneId, actor, now });
    return desk.ok ? render(deskPage(frame(), zone.value, desk.value)) : problem(desk.failure);
  };
