import type { LocalDate } from '../calendar/local-date.ts';
import type { Utility } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { viewRegister } from '../plots/find-plots.ts';
import type { LineReport } from '../project/project-action.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { Forum, Names } from '../reference/reference.ts';
import type { Plan } from './plan.ts';

export interface PublicForum {
  readonly forum: Forum;
  readonly zone: Names;
  readonly zoneId: string;
  readonly sessions: Plan['sessions'];
  /** Zones of the region with what is free in each. */
  readonly offers: readonly {
    readonly registerId: string;
    readonly names: Names;
    readonly plots: number;
    readonly hectares: number;
  }[];
  readonly lines: readonly { readonly utility: Utility; readonly report: LineReport; readonly on: LocalDate }[];
}

type PublicPorts = Pick<Ports, 'forums' | 'plots' | 'reference' | 'lists'>;

/** What a region offers at a forum: what anybody may know of its zones anyway, and the programme. Fails with `not-found`. */
export async function viewPublicForum(
  ports: PublicPorts,
  { forumId, now }: { readonly forumId: string; readonly now: number },
): Promise<Result<PublicForum>> {
  const zone = (await ports.reference.zones()).find(({ forums }) => forums.some((one) => one.forumId === forumId));
  const context = zone && (await zoneContextOf(ports, zone.zoneId, now));
  const forum = context?.zone.forums.find((one) => one.forumId === forumId);
  if (context === undefined || forum === undefined) return fail({ kind: 'not-found' });
  const { zoneId, regionId, names } = context.zone;
  const register = (await ports.plots.register()).filter((one) => one.regionId === regionId);
  const [plan, zones] = await Promise.all([
    ports.forums.plan(zoneId, forumId),
    Promise.all(register.map(({ registerId }) => viewRegister(ports, now, registerId))),
  ]);
  return ok({
    forum,
    zone: names,
    zoneId,
    sessions: plan?.sessions ?? [],
    offers: zones.flat().flatMap(({ states, registerId, names: named }) => {
      const free = states.find(({ state }) => state === 'free');
      return free === undefined ? [] : [{ registerId, names: named, plots: free.plots, hectares: free.hectares }];
    }),
    lines: context.lines.map(({ utility, report, reportedOn }) => ({ utility, report, on: reportedOn })),
  });
}
