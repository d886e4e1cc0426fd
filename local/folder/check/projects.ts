import { isDeepStrictEqual } from 'node:util';
import { ProjectEvent } from '#core/project/event.ts';
import type { Aggregate } from '#core/project/project.ts';
import { rebuild } from '#core/project/apply.ts';
import { eventPrefix, projectPartition, statePrefix } from '#functions/adapters/table/keys.ts';
import { aggregateOf } from '#functions/adapters/table/project-store.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

export function readProjects(table: TableSnapshot): {
  readonly projects: ReadonlyMap<string, Aggregate>;
  readonly line: Line;
} {
  const ids = table.partitions(projectPartition(''));
  const projects = new Map<string, Aggregate>();
  const findings: Finding[] = [];
  for (const projectId of ids) {
    try {
      const aggregate = aggregateOf(table.items(projectPartition(projectId), statePrefix));
      if (aggregate) projects.set(projectId, aggregate);
      else findings.push({ what: `${projectId} has items and no state` });
    } catch {
      findings.push({ what: `${projectId} cannot be read` });
    }
  }
  return { projects, line: { name: 'projects can be read', looked: ids.length, findings } };
}

export function checkLogs(table: TableSnapshot, projects: ReadonlyMap<string, Aggregate>): Line {
  let looked = 0;
  const findings = [...projects].flatMap(([projectId, aggregate]): Finding[] => {
    const { number, version } = aggregate.project;
    try {
      const events = table
        .items(projectPartition(projectId), eventPrefix)
        .map(({ event }) => ProjectEvent.parse(event));
      looked += events.length;
      if (events.length !== version || events.some(({ sequence }, at) => sequence !== at + 1))
        return [{ what: `${number}: ${String(events.length)} events, version ${String(version)}` }];
      return isDeepStrictEqual(comparable(rebuild(events)), comparable(aggregate))
        ? []
        : [{ what: `${number}: the log leads to another state` }];
    } catch (error) {
      return [
        {
          what: `${number}: ${error instanceof Error && error.message.startsWith('The log') ? 'the log has a gap' : 'the log cannot be read'}`,
        },
      ];
    }
  });
  return { name: 'logs are gapless and lead to the state', looked, findings };
}

/** Lists in one order, no difference between what is absent and what is undefined, and without what an earlier release did not keep: it follows from the rest. */
function comparable(aggregate: Aggregate | undefined): unknown {
  if (aggregate === undefined) return undefined;
  const { project, assignments, documents, obstacles } = aggregate;
  const sorted = <One>(list: readonly One[], key: (one: One) => string) =>
    list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return JSON.parse(
    JSON.stringify({
      project: { ...project, stageEndsOn: undefined },
      assignments: sorted(
        assignments.map((one) => ({ ...one, heldSince: undefined, extended: undefined })),
        ({ assignmentId }) => assignmentId,
      ),
      documents: sorted(documents, ({ documentId, version }) => `${documentId} ${String(version).padStart(4, '0')}`),
      obstacles: sorted(obstacles, ({ obstacleId }) => obstacleId),
    }),
  ) as unknown;
}
