import type { DatabaseSync } from 'node:sqlite';
import type { Aggregate } from '#core/project/project.ts';
import { openWaits, waitKey } from '#core/stages/waits.ts';
import { keys, outboxPrefix } from '#functions/adapters/table/keys.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

/** An execution that runs. `isMoving`: it can go on by itself, or a call of its is under way. */
export interface Running {
  readonly name: string;
  readonly projectId: string;
  readonly isMoving: boolean;
  readonly tokens: ReadonlySet<string>;
}

export function readRunning(executions: DatabaseSync): readonly Running[] {
  const unfinished = executions.prepare('SELECT 1 FROM threads WHERE execution = ? AND unfinished = 1 LIMIT 1');
  const tokens = executions.prepare('SELECT token FROM tokens WHERE execution = ?');
  return executions
    .prepare(`SELECT id, arn FROM executions WHERE status = 'RUNNING' ORDER BY id`)
    .all()
    .map(({ id, arn }) => {
      const name = String(arn).split(':').at(-1) ?? '';
      const held = tokens.all(id ?? null).map(({ token }) => String(token));
      return {
        name,
        projectId: name.replace(/-\d+$/, ''),
        isMoving: unfinished.get(id ?? null) !== undefined,
        tokens: new Set(held),
      };
    });
}

function waitingMessages(table: TableSnapshot, projectId: string): ReadonlySet<string> {
  const rows = table.items(keys.outbox(projectId, '').PK, outboxPrefix).filter((row) => 'outboxPk' in row);
  return new Set(rows.map(({ errand }) => String((errand as { kind?: unknown } | undefined)?.kind)));
}

/** Each open project has one execution that runs and knows the token of what it waits for; no other execution runs. */
export function checkExecutions(
  table: TableSnapshot,
  executions: DatabaseSync,
  projects: ReadonlyMap<string, Aggregate>,
): readonly Line[] {
  const running = readRunning(executions);
  const byProject = Map.groupBy(running, ({ projectId }) => projectId);
  const open = [...projects].filter(([, { project }]) => project.phase !== 'ended');
  const one = open.flatMap(([projectId, { project }]): Finding[] => {
    const found = byProject.get(projectId) ?? [];
    if (found.length === 1) return [];
    if (found.length > 1) return [{ what: `${project.number}: ${found.map(({ name }) => name).join(' and ')} run` }];
    return waitingMessages(table, projectId).has('start')
      ? []
      : [{ what: `${project.number} (${projectId}) has no running execution`, mend: { start: projectId } }];
  });
  const others = running.flatMap(({ name, projectId }): Finding[] => {
    const project = projects.get(projectId)?.project;
    if (project === undefined) return [{ what: `execution ${name} is of no project` }];
    const over = project.phase === 'ended' && !waitingMessages(table, projectId).has('answer');
    return over ? [{ what: `execution ${name} runs, and ${project.number} has ended` }] : [];
  });
  return [
    { name: 'open projects have one running execution', looked: open.length, findings: one },
    { name: 'running executions have an open project', looked: running.length, findings: others },
    checkTokens(table, byProject, open),
  ];
}

function checkTokens(
  table: TableSnapshot,
  byProject: ReadonlyMap<string, readonly Running[]>,
  open: readonly (readonly [string, Aggregate])[],
): Line {
  let looked = 0;
  const findings = open.flatMap(([projectId, aggregate]): Finding[] => {
    const { number, phase } = aggregate.project;
    const found = byProject.get(projectId) ?? [];
    // The workflow has not arrived yet, or there is none, which is said already.
    if (
      phase === 'entering' ||
      found.length === 0 ||
      found.some(({ isMoving }) => isMoving) ||
      waitingMessages(table, projectId).has('answer')
    )
      return [];
    const waits = openWaits(aggregate);
    const lines = waits.filter(({ kind }) => kind === 'line');
    // The office is asked when the lines are settled.
    return (lines.length > 0 ? lines : waits).flatMap((wait): Finding[] => {
      looked += 1;
      const { PK, SK } = keys.token(projectId, waitKey(wait));
      const token = table.items(PK, SK)[0]?.['token'];
      return found.some(({ tokens }) => typeof token === 'string' && tokens.has(token))
        ? []
        : [{ what: `${number}: nobody waits for the answer to ${waitKey(wait)}` }];
    });
  });
  return { name: 'what is waited for has a living token', looked, findings };
}
