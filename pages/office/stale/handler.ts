import type { Ports } from '#core/kernel/ports.ts';
import { careFor } from '#core/project/care.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { listStale } from '#core/work/stale.ts';
import { staleAddress } from '#pages/office/addresses.ts';
import { stalePage } from '#pages/office/stale/page.tsx';
import type { StaffHandler } from '../../kit/staff-page.ts';
import { problem, redirect, render } from '../../kit/visit.ts';

type StalePorts = ChangePorts & Pick<Ports, 'lists' | 'reference'>;

export const stale =
  (ports: StalePorts): StaffHandler =>
  async ({ params, query, actor, now, frame }) => {
    const found = await listStale(ports, { zoneId: params['zoneId'] ?? '', actor, now });
    if (!found.ok) return problem(found.failure);
    const { context, projects } = found.value;
    const shown = frame();
    const zone = { zoneId: context.zone.zoneId, name: context.zone.names[shown.language] };
    return render(stalePage({ frame: shown, zone, projects, isDone: query.has('done') }));
  };

/** One click: it is looked at on its own page. */
export const verify =
  (ports: StalePorts): StaffHandler =>
  async ({ params, fields, actor, now }) => {
    const zoneId = params['zoneId'] ?? '';
    const found = await listStale(ports, { zoneId, actor, now });
    if (!found.ok) return problem(found.failure);
    const projectId = fields.get('project') ?? '';
    const done = await careFor(ports, { projectId, actor, now, request: { act: 'verify' } });
    return done.ok ? redirect(`${staleAddress(zoneId)}?done`) : problem(done.failure);
  };
