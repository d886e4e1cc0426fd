import { isCounted, refusalOf } from '#core/figures/figures.ts';
import { heldBy } from '#core/figures/late-holders.ts';
import type { Starts } from '#core/figures/start-ports.ts';
import type { OverviewPorts } from '#core/figures/view-overview.ts';
import { lateOf } from '#core/project/standing.ts';
import type { Memory } from './memory-ports.ts';

/** What leadership's page reads beside the counters, from the projects in memory. */
export function lookPorts({ projects }: Memory): { readonly late: OverviewPorts['late']; readonly starts: Starts } {
  const of = (zoneId: string) =>
    [...projects.values()].map(({ aggregate }) => aggregate).filter(({ project }) => project.zoneId === zoneId);
  const counted = (zoneId: string) => of(zoneId).filter(({ project }) => isCounted(project));
  return {
    late: {
      through: async (zoneId, holder) => ({
        entries: counted(zoneId)
          .flatMap((one) =>
            lateOf(one)
              .filter((late) => heldBy(late) === holder)
              .map(({ assignmentId, due }) => ({ projectId: one.project.projectId, assignmentId, due })),
          )
          .toSorted((a, b) => (a.due < b.due ? -1 : 1)),
      }),
      refused: async (zoneId, stage, what) => ({
        entries: counted(zoneId).flatMap(({ project: { projectId }, assignments }) =>
          assignments.flatMap((one) =>
            one.stage === stage && refusalOf(one) === what && one.answer
              ? [{ projectId, assignmentId: one.assignmentId, at: one.answer.at }]
              : [],
          ),
        ),
      }),
    },
    starts: {
      unconfirmed: async (zoneId, most) =>
        Math.min(most, of(zoneId).filter(({ project }) => !isCounted(project) && project.ending === undefined).length),
    },
  };
}
