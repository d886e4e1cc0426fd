import { rolesAt } from '#core/kernel/actor.ts';
import { viewOverview, type OverviewPorts } from '#core/showcase/overview.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { regionShowcasePage } from './page.tsx';

/** What waits on the showcases of a zone, or of all its reader's. A zone that is not theirs does not exist. */
export async function regionShowcase(ports: OverviewPorts, visit: StaffVisit): Promise<Reply> {
  const { query, actor, frame, now } = visit;
  const zoneId = query.get('zone') ?? undefined;
  const mine = (await ports.reference.zones()).filter(
    (zone) => rolesAt(actor.memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId),
  );
  if (mine.length === 0) return problem({ kind: zoneId === undefined ? 'forbidden' : 'not-found' });
  return render(regionShowcasePage(frame(), await viewOverview(ports, { actor, now, zoneId })));
}
