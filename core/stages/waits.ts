import type { Utility } from '../kernel/common.ts';
import type { Wait } from '../notices/outbox.ts';
import type { Aggregate } from '../project/project.ts';
import type { WorkflowAnswer } from './workflow.ts';
import { stageRecord } from '../project/apply.ts';
import { codeOf, stageOfLines } from './stage-id.ts';
import { endedIn } from '../project/lives.ts';
import { unsettledLines } from '../project/standing.ts';

export const waitKey = (wait: Wait): string =>
  [wait.kind, codeOf(wait.stage), wait.round, ...(wait.kind === 'line' ? [wait.line] : [])].join('-');

export function waitNow(
  { project }: Aggregate,
  what: { kind: 'stage' | 'correction' } | { kind: 'line'; line: Utility },
): Wait {
  const { stage } = project;
  return { ...what, stage, round: stageRecord(project, stage).round } as Wait;
}

export function openWaits(aggregate: Aggregate): readonly Wait[] {
  const { phase, stage } = aggregate.project;
  if (phase === 'ended') return [];
  if (phase === 'correcting') return [waitNow(aggregate, { kind: 'correction' })];
  const lines = stage === stageOfLines ? unsettledLines(aggregate) : [];
  return [waitNow(aggregate, { kind: 'stage' }), ...lines.map((line) => waitNow(aggregate, { kind: 'line', line }))];
}

function onward({ project }: Aggregate, wait: Wait): WorkflowAnswer {
  const record = stageRecord(project, wait.stage);
  if (endedIn(project, wait)) return { outcome: 'ended', stage: wait.stage };
  if (project.phase === 'ended' && project.ending !== 'construction-started')
    return { outcome: 'ended', stage: wait.stage };
  if (wait.kind === 'correction') return { outcome: 'corrected', stage: wait.stage };
  const next = record.next ?? wait.stage;
  switch (record.outcome) {
    case 'returned':
      return { outcome: 'returned', stage: wait.stage };
    case 'sent-back':
      return { outcome: 'sent-back', stage: next };
    default:
      return { outcome: 'approved', stage: next };
  }
}

/** Undefined while the wait is open. By the table alone: right for tokens stored late, twice or of an earlier round. */
export function answerOf(aggregate: Aggregate, wait: Wait): WorkflowAnswer | undefined {
  const key = waitKey(wait);
  if (openWaits(aggregate).some((open) => waitKey(open) === key)) return undefined;
  const { project } = aggregate;
  const { round } = stageRecord(project, wait.stage);
  const sameRound = project.phase === 'open' && project.stage === wait.stage && round === wait.round;
  if (wait.kind === 'line' && sameRound) return { outcome: 'settled', stage: wait.stage };
  return onward(aggregate, wait);
}
