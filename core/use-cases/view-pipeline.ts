import { currencies } from '../contracts/common.ts';
import type { Zone } from '../contracts/reference.ts';
import type { PipelineView } from '../contracts/views.ts';
import { rolesAt, type Actor } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { addUp, type Delta } from '../domain/rules/figures.ts';
import type { Ports } from '../ports/index.ts';

type Money = PipelineView['total']['investment'];

/** Money by currency, in the fixed order of currencies, without those that are nought. */
const moneyOf = (investments: readonly Delta['investment'][]): Money =>
  currencies
    .map((currency) => ({ currency, amountMinor: addUp(investments.map((one) => one[currency] ?? 0)) }))
    .filter(({ amountMinor }) => amountMinor !== 0);

function zoneView({ zoneId, names }: Zone, counts: readonly Delta[]): PipelineView['zones'][number] {
  return {
    zoneId,
    names,
    buckets: counts
      .filter(({ projects, overdue }) => projects !== 0 || overdue !== 0)
      .map(({ investment, ...rest }) => ({ ...rest, investment: moneyOf([investment]) })),
  };
}

function totalOf(counts: readonly Delta[]): PipelineView['total'] {
  const sum = (name: 'projects' | 'jobs' | 'overdue') => counts.reduce((total, one) => total + one[name], 0);
  return { projects: sum('projects'), jobs: sum('jobs'), overdue: sum('overdue'), investment: moneyOf(counts.map(({ investment }) => investment)) };
}

/** The counts of some zones, side by side and added up. */
export async function pipelineOf({ counts }: Pick<Ports, 'counts'>, zones: readonly Zone[]): Promise<PipelineView> {
  const found = await Promise.all(zones.map((zone) => counts.of(zone.zoneId)));
  return { zones: zones.map((zone, at) => zoneView(zone, found[at] ?? [])), total: totalOf(found.flat()) };
}

/** The pipeline of every zone the actor has a role in: counts, worth, jobs and what is overdue, by stage or ending. */
export async function viewPipeline(ports: Pick<Ports, 'reference' | 'counts'>, { actor, zoneId }: { actor: Actor; zoneId?: string | undefined }): Promise<Result<PipelineView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId));
  return ok(await pipelineOf(ports, zones));
}
