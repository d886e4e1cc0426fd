import type { ProjectView } from '#core/api/views.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Timeline } from '#core/project/timeline.ts';
import type { HolderTime } from '#core/figures/holder-time.ts';
import { viewProject, viewProjectInTime } from '#core/project/view-project.ts';
import { viewZone, type ZoneView } from '#core/reference/view-zone.ts';
import type { OfficeNote } from '#core/work/office-note.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import type { Office } from './worker-name.ts';

export type ViewPorts = Pick<Ports, 'projects' | 'reference'>;

export interface InZone {
  readonly view: ProjectView;
  readonly zone: ZoneView;
}

/** A project with its zone; both as the reader may see them. */
export async function viewWithZone(
  ports: ViewPorts,
  { actor, now }: Pick<StaffVisit, 'actor' | 'now'>,
  projectId: string,
): Promise<Result<InZone>> {
  const view = await viewProject(ports, { projectId, actor, now });
  if (!view.ok) return view;
  const zone = await viewZone(ports, { zoneId: view.value.zoneId, actor, now });
  return zone.ok ? ok({ view: view.value, zone: zone.value }) : zone;
}

/** The same with its days. */
export async function viewInTime(
  ports: ViewPorts,
  { actor, now }: Pick<StaffVisit, 'actor' | 'now'>,
  projectId: string,
): Promise<Result<InZone & { readonly timeline: Timeline; readonly time: readonly HolderTime[] }>> {
  const found = await viewProjectInTime(ports, { projectId, actor, now });
  if (!found.ok) return found;
  const zone = await viewZone(ports, { zoneId: found.value.view.zoneId, actor, now });
  return zone.ok ? ok({ ...found.value, zone: zone.value }) : zone;
}

/** Those who wrote some notes, as a reader sees them; nothing is read when the reader wrote them all. */
export const authorsOf = async (
  ports: Pick<Ports, 'reference'>,
  zoneId: string,
  reader: string,
  notes: readonly OfficeNote[],
): Promise<Office> => ({
  reader,
  colleagues: await colleaguesOf(
    ports,
    zoneId,
    notes.flatMap(({ by }) => (by.kind === 'staff' && by.personId !== reader ? [by.personId] : [])),
  ),
});
