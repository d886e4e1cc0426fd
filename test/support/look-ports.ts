import type { LateAssignments, LateEntry } from '#core/figures/late-ports.ts';
import type { PlannedStart, Starts } from '#core/figures/start-ports.ts';
import { onItsWay } from '#core/stages/expected-start.ts';
import { isCounted } from '#core/figures/figures.ts';
import { heldBy } from '#core/figures/late-holders.ts';
import { isBehind, lateOf, openAssignments } from '#core/project/standing.ts';
import type { Aggregate } from '#core/project/project.ts';
import type { Memory } from './memory-ports.ts';

const byDue = (a: LateEntry, b: LateEntry): number => (a.due < b.due ? -1 : 1);

function startOf({ project }: Aggregate): PlannedStart[] {
  const { projectId, number, wantedStart: wanted, baseline, ending } = project;
  const planned = baseline?.['construction-start'];
  return planned === undefined || ending !== undefined
    ? []
    : [{ projectId, number, planned, wanted, ...onItsWay(project) }];
}

/** What leadership's page reads beside the counters, from the projects in memory. */
export function lookPorts({ projects }: Memory): { readonly late: LateAssignments; readonly starts: Starts } {
  const of = (zoneId: string) =>
    [...projects.values()].map(({ aggregate }) => aggregate).filter(({ project }) => project.zoneId === zoneId);
  const entries = (aggregate: Aggregate, some: ReturnType<typeof lateOf>): LateEntry[] =>
    some.map(({ assignmentId, due }) => ({ projectId: aggregate.project.projectId, assignmentId, due }));
  const open = (zoneId: string) => of(zoneId).flatMap((one) => entries(one, openAssignments(one)));
  const first = (some: readonly LateEntry[], most: number) => ({
    entries: some.toSorted(byDue).slice(0, most),
    more: some.length > most,
  });
  return {
    late: {
      before: async (zoneId, day, most) =>
        first(
          open(zoneId).filter(({ due }) => due < day),
          most,
        ),
      on: async (zoneId, day, most) =>
        first(
          open(zoneId).filter(({ due }) => due === day),
          most,
        ),
      through: async (zoneId, holder) => ({
        entries: of(zoneId)
          .filter(({ project }) => isCounted(project))
          .flatMap((one) =>
            entries(
              one,
              lateOf(one).filter((late) => heldBy(late) === holder),
            ),
          )
          .toSorted(byDue),
      }),
    },
    starts: {
      of: async (zoneId, standing, most) => {
        const found = of(zoneId)
          .filter((one) => isBehind(one) === (standing === 'behind'))
          .flatMap(startOf);
        return { entries: found.slice(0, most), more: found.length > most };
      },
      unconfirmed: async (zoneId, most) =>
        Math.min(most, of(zoneId).filter(({ project }) => !isCounted(project) && project.ending === undefined).length),
    },
  };
}
