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
import type { Change, KeptToken } from '../project/change-builder.ts';
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

function opening(request: OpenAssignmentRequest, aggregate: Aggregate, context: ZoneContext): Change | undefined {
  if (request.wait === 'line') return undefined;
  if (request.wait === 'correction') return openCorrection(aggregate, context);
  return request.stage === aggregate.project.stage ? openStage(aggregate, context) : undefined;
}

/** Keeps the token, with what it waits for or by itself; an answer that is there already is queued. Repeatable. Throws for no such project. */
export async function openAssignment(ports: OpenPorts, request: OpenAssignmentRequest): Promise<OpenLinesResponse> {
  const now = Date.parse(request.enteredAt);
  const { projectId } = request;
  const tokenOf = (project: Project): KeptToken | undefined => {
    const wait = waitOf(project, request);
    return wait && 'task' in request ? { wait, task: { ...request.task, enteredAt: now } } : undefined;
  };
  let isKept = false;
  const changed = await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (aggregate, context) => {
    const change = opening(request, aggregate, context);
    const token = change && tokenOf(change.after.project);
    isKept = token !== undefined;
    return ok(token ? { ...change, token } : change);
  });
  if (!changed.ok) throw new Error(`Project ${projectId}: ${changed.failure.kind}`);
  const { project } = changed.value;
  const token = tokenOf(project);
  if (token === undefined)
    return {
      lines: project.phase === 'open' && project.stage === stageOfLines ? [...unsettledLines(changed.value)] : [],
    };
  if (!isKept) await ports.tokens.store(projectId, token.wait, token.task);
  // Whoever reads the project when the token is kept misses no answer.
  const latest = isKept ? changed.value : await ports.projects.load(projectId);
  const answer = latest && answerOf(latest, token.wait);
  if (answer) await ports.outbox.queue(answerRow(projectId, token.wait, answer, now));
  return { lines: [] };
}
