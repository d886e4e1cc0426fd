import { currencies } from '../kernel/common.ts';
import type { Forum, Zone } from '../reference/reference.ts';
import type { PipelineView } from '../api/views.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { addUp, type Count, type Counter } from './figures.ts';
import { limits } from './stage-time.ts';
import type { Ports } from '../kernel/ports.ts';

type Group = Counter['group'];
type ZoneFigures = PipelineView['zones'][number];
type OfGroup<Name extends Group> = Extract<Count, { group: Name }>;

function membersOf<Name extends Group>(counts: readonly Count[], group: Name) {
  const own = counts.filter((count): count is OfGroup<Name> => count.group === group);
  return [...Map.groupBy(own, (count) => count.member as OfGroup<Name>['member'])].map(([member, some]) => ({
    member,
    of: (what: OfGroup<Name>['what']): number =>
      addUp(some.filter((one) => one.what === what).map(({ amount }) => amount)),
  }));
}

/** What projects are worth; money by currency in the fixed order of currencies, without those that are nought. */
const sumOf = (
  of: (what: 'projects' | 'jobs' | 'overdue' | (typeof currencies)[number]) => number,
): PipelineView['total'] => ({
  projects: of('projects'),
  jobs: of('jobs'),
  overdue: of('overdue'),
  investment: currencies
    .map((currency) => ({ currency, amountMinor: of(currency) }))
    .filter(({ amountMinor }) => amountMinor !== 0),
});

const stageTimeViews = (counts: readonly Count[]): ZoneFigures['took'] =>
  membersOf(counts, 'took').map(({ member, of }) => ({
    stage: member,
    closings: of('closings'),
    days: of('days'),
    stood: of('stood'),
    within: of('within'),
    upTo: [...limits.map((days) => ({ days, closings: of(`to${days}`) })), { closings: of('beyond') }].filter(
      ({ closings }) => closings !== 0,
    ),
  }));

function forumViews(counts: readonly Count[], forums: readonly Forum[]): ZoneFigures['forums'] {
  return membersOf(counts, 'forum').map(({ member, of }) => {
    const names = forums.find(({ forumId }) => forumId === member)?.names;
    return { forum: member, ...(names && { names }), ...sumOf(of), started: of('started'), lost: of('lost') };
  });
}

function zoneView({ zoneId, names, forums }: Zone, counts: readonly Count[]): ZoneFigures {
  return {
    zoneId,
    names,
    buckets: membersOf(counts, 'stage')
      .map(({ member, of }) => ({ bucket: member, ...sumOf(of) }))
      .filter(({ projects, overdue }) => projects !== 0 || overdue !== 0),
    sectors: membersOf(counts, 'sector').map(({ member, of }) => ({
      sector: member,
      ...sumOf(of),
      started: of('started'),
      lost: of('lost'),
    })),
    forums: forumViews(counts, forums),
    late: membersOf(counts, 'late').map(({ member, of }) => ({
      holder: member,
      answers: of('answers'),
      projects: of('projects'),
    })),
    starts: membersOf(counts, 'start').map(({ member, of }) => ({
      quarter: member,
      projects: of('projects'),
      behind: of('behind'),
    })),
    took: stageTimeViews(counts),
    frozen: membersOf(counts, 'frozen')
      .map(({ member, of }) => ({ since: member, projects: of('projects'), hectares: of('area') / 10_000 }))
      .filter(({ projects }) => projects > 0)
      .toSorted((a, b) => (a.since < b.since ? -1 : 1)),
  };
}

export async function pipelineOf({ counts }: Pick<Ports, 'counts'>, zones: readonly Zone[]): Promise<PipelineView> {
  const found = await Promise.all(zones.map((zone) => counts.of(zone.zoneId)));
  const stages = found.flat().filter(({ group }) => group === 'stage');
  return {
    zones: zones.map((zone, at) => zoneView(zone, found[at] ?? [])),
    total: sumOf((what) => addUp(stages.filter((one) => one.what === what).map(({ amount }) => amount))),
  };
}

export async function viewPipeline(
  ports: Pick<Ports, 'reference' | 'counts'>,
  { actor, zoneId }: { actor: Actor; zoneId?: string | undefined },
): Promise<Result<PipelineView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter(
    (zone) => rolesAt(memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId),
  );
  return ok(await pipelineOf(ports, zones));
}
