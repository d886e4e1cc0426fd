import { answerRow } from '../notices/outbox-messages.ts';
import type { Wait } from '../notices/outbox.ts';
import type { Aggregate, Project } from '../project/project.ts';
import type { OpenAssignmentRequest, OpenLinesResponse } from './workflow.ts';
import { openCorrection, openStage } from './open-stage.ts';
import { stageRecord } from '../project/apply.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { ok } from '../kernel/result.ts';
import { endOfLife } from '../project/lives.ts';
import { unsettledLines } from '../project/standing.ts';
import { stageOfLines } from './stage-id.ts';
import { answerOf } from './waits.ts';
import type { Ports } from '../kernel/ports.ts';
import { changeProject } from '../project/change-project.ts';

type OpenPorts = Pick<Ports, 'projects' | 'reference' | 'tokens' | 'outbox'>;

/** By the project's round; of an execution that the project has left behind, by the round in which it ended. */
function waitOf(project: Project, request: OpenAssignmentRequest): Wait | undefined {
  const ended = 'task' in request ? endOfLife(project, request.task.generation) : undefined;
  if (ended)
    return request.wait === 'line'
      ? { kind: 'line', ...ended, line: request.line }
      : { kind: request.wait === 'stage' ? 'stage' : 'correction', ...ended };
  const round = (stage: Project['stage']) => stageRecord(project, stage).round;
  switch (request.wait) {
    case 'none':
      return undefined;
    case 'stage':
      return { kind: 'stage', stage: request.stage, round: round(request.stage) };
    case 'line':
      return { kind: 'line', stage: stageOfLines, round: round(stageOfLines), line: request.line };
    case 'correction':
      return { kind: 'correction', stage: project.stage, round: round(project.stage) };
  }
}

const open = (request: OpenAssignmentRequest) => (aggregate: Aggregate, context: ZoneContext) => {
  if (request.wait === 'line') return ok(undefined);
  if (request.wait === 'correction') return ok(openCorrection(aggregate, context));
  return ok(request.stage === aggregate.project.stage ? openStage(aggregate, context) : undefined);
};

/** Stores the token, then looks again: an answer already there is queued. Repeatable. Throws for no such project. */
export async function openAssignment(ports: OpenPorts, request: OpenAssignmentRequest): Promise<OpenLinesResponse> {
  const now = Date.parse(request.enteredAt);
  const { projectId } = request;
  const changed = await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, open(request));
  if (!changed.ok) throw new Error(`Project ${projectId}: ${changed.failure.kind}`);
  const wait = waitOf(changed.value.project, request);
  if (wait === undefined || !('task' in request)) {
    const { project } = changed.value;
    return {
      lines: project.phase === 'open' && project.stage === stageOfLines ? [...unsettledLines(changed.value)] : [],
    };
  }
  await ports.tokens.store(projectId, wait, { ...request.task, enteredAt: now });
  const latest = await ports.projects.load(projectId);
  const answer = latest && answerOf(latest, wait);
  if (answer) await ports.outbox.queue(answerRow(projectId, wait, answer, now));
  return { lines: [] };
}
