import { fail, ok, type Result } from '../kernel/result.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import { mayEnter, type InZone } from '../project/list-projects.ts';
import type { ProjectLine } from '../project/project-ports.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { DocketLineView } from './docket.ts';
import { nextViews } from './docket-view.ts';
import { frozenSince } from './steps.ts';

function lineView({ project, company }: ProjectLine, context: ZoneContext): DocketLineView[] {
  const { docket, projectId, number } = project;
  if (docket === undefined) return [];
  const { cadastralNumber, hectares, startBy } = docket.contract;
  const last = docket.steps.at(-1);
  const who = last?.by ?? docket.openedBy;
  return [
    {
      projectId,
      number,
      company,
      startBy,
      frozenSince: frozenSince(docket),
      next: nextViews(project, context),
      ...(cadastralNumber !== undefined && { plot: cadastralNumber }),
      ...(hectares !== undefined && { hectares }),
      ...(last && { step: last.step }),
      ...(who.kind === 'staff' && { personId: who.personId }),
    },
  ];
}

/** Plots of a zone under contract past the term of their start, the longest frozen first, until each is free. Fails with `not-found`. */
export async function listDockets(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, page, now }: InZone & { readonly now: number },
): Promise<Result<Page<DocketLineView>>> {
  if (!(await mayEnter(ports, actor, zoneId))) return fail({ kind: 'not-found' });
  const [found, context] = await Promise.all([ports.lists.dockets(zoneId, page), zoneContextOf(ports, zoneId, now)]);
  if (context === undefined) return fail({ kind: 'not-found' });
  return ok({ ...found, entries: found.entries.flatMap((line) => lineView(line, context)) });
}
