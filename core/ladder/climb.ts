import { localDateOf } from '../calendar/local-date.ts';
import { counts } from '../documents/apply-document.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { changeBuilder, type Change, type Proof } from '../project/change-builder.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { hasRole, rules } from '../project/permissions.ts';
import type { Aggregate } from '../project/project.ts';
import { wholeLog } from '../project/whole-log.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { LadderRequest } from './ladder-facts.ts';
import { height } from './apply-ladder.ts';
import { ladderOf, mayConfirm, mayDispute, mayTakeBack, skippedBelow, stands, topOf, type SaidRung } from './ladder.ts';

type Saying = Extract<LadderRequest, { act: 'say' }>;
type Judging = Exclude<LadderRequest, Saying>;
type Judged = Result<Change | undefined>;

interface Climb {
  readonly aggregate: Aggregate;
  readonly context: ZoneContext;
  readonly ladder: readonly SaidRung[];
  readonly actor: Actor;
}

const notAllowed = (because: string) => fail({ kind: 'not-allowed', action: 'ladder', because });

/** The file that a rung names, as far as it is one of the ladder's and can be read. */
const paperOf = ({ documents }: Aggregate, documentId: string) =>
  documents.findLast((one) => one.documentId === documentId && one.kind === 'ladder-paper' && counts(one));

/** The rung that has these bytes already. */
export const usedBy = (ladder: readonly SaidRung[], sha256: string): SaidRung | undefined =>
  ladder.find((one) => stands(one) && one.sha256 === sha256);

function issuesOf({ aggregate, context, ladder }: Climb, request: Saying): readonly Issue[] {
  const { phase, rung, on, documentId, number, words } = request;
  const { endedAt } = aggregate.project;
  const top = topOf(ladder, phase);
  const paper = paperOf(aggregate, documentId);
  const phases = Math.max(0, ...ladder.map((one) => one.phase));
  const started = endedAt && localDateOf(endedAt, context.calendar.offsetMinutes);
  const isAbove = top === undefined || height(rung) > height(top.rung);
  return [
    ...(phase > phases + 1 ? [{ path: 'phase', code: 'too_big' }] : []),
    ...(isAbove ? [] : [{ path: 'rung', code: 'rung-below' }]),
    ...(on > today(context) ? [{ path: 'on', code: 'in-future' }] : []),
    ...(started && on < started ? [{ path: 'on', code: 'before-step' }] : []),
    ...(paper === undefined ? [{ path: 'documentId', code: 'invalid_value' }] : []),
    ...(paper && usedBy(ladder, paper.sha256) ? [{ path: 'documentId', code: 'file-used' }] : []),
    ...(rung === 'accepted' && number === undefined ? [{ path: 'number', code: 'missing' }] : []),
    ...(isAbove && skippedBelow(top, rung).length > 0 && words === undefined
      ? [{ path: 'words', code: 'missing' }]
      : []),
  ];
}

type Reading = Pick<ChangePorts, 'projects'>;

/** Whether a rung of another project stands on these bytes: what was taken back, or never came to be, proves nothing. */
async function provesElsewhere({ projects }: Reading, { projectId, said }: Proof): Promise<boolean> {
  const version = (await projects.load(projectId))?.project.version;
  if (version === undefined) return false;
  return ladderOf(await wholeLog(projects, projectId, version)).some((one) => one.said === said && stands(one));
}

async function say(ports: Reading, climb: Climb, request: Saying): Promise<Judged> {
  const { aggregate, context, ladder, actor } = climb;
  const { act: _, words, ...facts } = request;
  const paper = paperOf(aggregate, facts.documentId);
  const top = topOf(ladder, facts.phase);
  if (top?.rung === facts.rung && top.on === facts.on && top.sha256 === paper?.sha256) return ok(undefined);
  const issues = issuesOf(climb, request);
  if (issues.length > 0 || paper === undefined) return fail({ kind: 'invalid', issues });
  const { projectId, zoneId } = aggregate.project;
  const seen = await ports.projects.proof(zoneId, paper.sha256);
  if (seen !== undefined && seen.projectId !== projectId && (await provesElsewhere(ports, seen)))
    return fail({ kind: 'invalid', issues: [{ path: 'documentId', code: 'file-used-elsewhere' }] });
  const change = changeBuilder(aggregate, context.now, refOf(actor, aggregate.project));
  change.emit({
    type: 'rung-said',
    ...facts,
    sha256: paper.sha256,
    ...(words !== undefined && { noteId: change.note(words) }),
  });
  const proof = { projectId, said: change.state().project.version };
  return ok({ ...change.change(), proof: { sha256: paper.sha256, proof, seen } });
}

const events = { confirm: 'rung-confirmed', dispute: 'rung-disputed', 'take-back': 'rung-taken-back' } as const;
const states = { confirm: 'confirmed', dispute: 'disputed', 'take-back': 'taken-back' } as const;

function judge({ aggregate, context, ladder, actor }: Climb, request: Judging): Judged {
  const one = ladder.find(({ said }) => said === request.said);
  if (one === undefined) return fail({ kind: 'invalid', issues: [{ path: 'said', code: 'invalid_value' }] });
  if (one.state === states[request.act]) return ok(undefined);
  if (one.state === 'taken-back') return notAllowed('taken-back');
  const { project } = aggregate;
  const change = changeBuilder(aggregate, context.now, refOf(actor, project));
  const { said } = one;
  if (request.act === 'confirm') {
    if (!mayConfirm(one, actor, project)) return fail({ kind: 'forbidden' });
    change.emit({ type: events.confirm, said });
    return ok(change.change());
  }
  if (request.act === 'take-back' && topOf(ladder, one.phase)?.said !== said) return notAllowed('rung-above');
  const may = request.act === 'dispute' ? mayDispute(one, actor, project) : mayTakeBack(ladder, one, actor, project);
  if (!may) return fail({ kind: 'forbidden' });
  change.emit({ type: events[request.act], said, noteId: change.note(request.words) });
  return ok(change.change());
}

export interface ClimbLadder {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: LadderRequest;
}

/** Twice is once. Fails with `not-found`, `forbidden` (the same person or body), `not-allowed` (`rung-above`, `taken-back`), `conflict`, `invalid`. */
export const climb = (
  ports: ChangePorts,
  { projectId, actor, now, request }: ClimbLadder,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project } = aggregate;
    const action = request.act === 'say' || request.act === 'take-back' ? 'say-rung' : 'judge-rung';
    if (!hasRole(actor, project, action)) return fail({ kind: 'forbidden' });
    if (!rules[action].when(project)) return notAllowed(project.ending ?? project.phase);
    const ladder = ladderOf(await wholeLog(ports.projects, projectId, project.version));
    const at = { aggregate, context, ladder, actor };
    return request.act === 'say' ? say(ports, at, request) : judge(at, request);
  });
