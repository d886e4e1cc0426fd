import type { Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { isLocalDate } from '../calendar/local-date.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import { today } from '../project/zone-context.ts';
import type { ProjectName } from '../project/project.ts';
import type {
  HeadquartersChange,
  HeadquartersEvent,
  HeadquartersRequest,
  HeadquartersState,
  Instruction,
  Member,
} from './headquarters.ts';
import {
  headquartersFor,
  mayGiveEvidence,
  rightsIn,
  type Found,
  type HeadquartersPorts,
  type InHeadquarters,
} from './view-headquarters.ts';
import { isAsked, staffIn } from './remit.ts';

export interface ActOnHeadquarters extends InHeadquarters {
  /** The version that was seen; 0 where none was begun. */
  readonly version: number;
  readonly request: HeadquartersRequest;
}

type Request<Action extends HeadquartersRequest['action']> = Extract<HeadquartersRequest, { action: Action }>;

interface Acting {
  readonly found: Found;
  readonly by: string;
  readonly now: number;
}

type Made = Pick<HeadquartersChange, 'headquarters' | 'instruction' | 'meeting'> &
  Pick<HeadquartersEvent, 'what' | 'about'>;

const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });

async function isKnown(ports: Pick<Ports, 'reference'>, found: Found, member: Member): Promise<boolean> {
  if (member.kind === 'party') return isAsked(found, member.partyId);
  return (await staffIn(ports, found)).some(({ personId }) => personId === member.personId);
}

async function set(
  ports: HeadquartersPorts,
  { found }: Acting,
  { action: _, ...setting }: Request<'set'>,
): Promise<Result<Made>> {
  const { state, name } = found;
  const known = await Promise.all(setting.members.map((one) => isKnown(ports, found, one)));
  if (known.includes(false)) return invalid('members', 'invalid_value');
  if (!(await isKnown(ports, found, { kind: 'staff', personId: setting.secretary })))
    return invalid('secretary', 'invalid_value');
  const before = state?.headquarters;
  if (before === undefined && setting.begunOn > today(found)) return invalid('begunOn', 'in-future');
  const begunOn = before?.begunOn ?? setting.begunOn;
  return ok({
    headquarters: { ...name, ...setting, begunOn, version: before?.version ?? 0 },
    what: before ? 'changed' : 'begun',
  });
}

/** What falls in a meeting falls on a day between the beginning and today. */
function dayIssue(found: Found, { headquarters }: HeadquartersState, on: string): Issue | undefined {
  if (!isLocalDate(on) || on < headquarters.begunOn) return { path: 'on', code: 'not-after-beginning' };
  return on > today(found) ? { path: 'on', code: 'in-future' } : undefined;
}

async function projectOf(
  { lists }: Pick<Ports, 'lists'>,
  { contexts }: Found,
  number: string,
): Promise<ProjectName | undefined> {
  const found = await Promise.all(
    contexts.map(({ zone }) => lists.list(zone.zoneId, { by: 'search', text: number }, { limit: 1 })),
  );
  const project = found.flatMap(({ entries }) => entries).find((one) => one.project.number === number)?.project;
  return project && { projectId: project.projectId, number };
}

async function instruct(
  ports: HeadquartersPorts,
  { found, by, now }: Acting,
  state: HeadquartersState,
  { on, text, responsible, deadline, project: number }: Request<'instruct'>,
): Promise<Result<Made>> {
  if (deadline < on) return invalid('deadline', 'in-the-past');
  if (isTooFar(found, deadline)) return invalid('deadline', 'too-late');
  if (!(await isKnown(ports, found, responsible))) return invalid('responsible', 'invalid_value');
  const project = number === undefined ? undefined : await projectOf(ports, found, number);
  if (number !== undefined && project === undefined) return invalid('project', 'invalid_value');
  const next = 1 + Math.max(0, ...state.instructions.map((one) => one.number));
  const instruction: Instruction = {
    instructionId: `i${String(next)}`,
    number: next,
    meetingOn: on,
    text,
    responsible,
    deadline,
    ...(project && { project }),
    state: 'open',
    givenAt: now,
    givenBy: by,
    said: [],
  };
  return ok({ headquarters: state.headquarters, instruction, what: 'instructed', about: instruction.instructionId });
}

/** Decisions that one day's protocol holds: it stays well below what an item of the table may be. */
const mostDecisions = 60;

async function record(
  ports: HeadquartersPorts,
  acting: Acting,
  state: HeadquartersState,
  request: Request<'decide' | 'instruct'>,
): Promise<Result<Made>> {
  const { found, by, now } = acting;
  if (found.endedOn !== undefined) return fail({ kind: 'not-allowed', action: request.action, because: 'ended' });
  const issue = dayIssue(found, state, request.on);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  if (request.action === 'instruct') return instruct(ports, acting, state, request);
  const decisions = state.meetings.find(({ on }) => on === request.on)?.decisions ?? [];
  if (decisions.length >= mostDecisions) return invalid('text', 'too_big');
  const meeting = { on: request.on, decisions: [...decisions, { text: request.text, at: now, by }] };
  return ok({ headquarters: state.headquarters, meeting, what: 'decided', about: request.on });
}

const steps = {
  'give-evidence': { from: 'open', to: 'evidence', as: 'evidence', what: 'evidence-given' },
  accept: { from: 'evidence', to: 'done', as: 'acceptance', what: 'accepted' },
  refuse: { from: 'evidence', to: 'open', as: 'refusal', what: 'refused' },
} as const;

function judge(
  { found, by, now }: Acting,
  state: HeadquartersState,
  actor: Actor,
  request: Request<'give-evidence' | 'accept' | 'refuse'>,
): Result<Made> {
  const instruction = state.instructions.find(({ instructionId }) => instructionId === request.instructionId);
  if (instruction === undefined) return fail({ kind: 'not-found' });
  const isAllowed =
    request.action === 'give-evidence'
      ? mayGiveEvidence(found, actor, instruction)
      : rightsIn(found, actor, instruction).has('accept');
  if (!isAllowed) return fail({ kind: 'forbidden' });
  const { from, to, as, what } = steps[request.action];
  if (instruction.state !== from)
    return fail({ kind: 'not-allowed', action: request.action, because: instruction.state });
  const said = { as, ...('text' in request && { text: request.text }), at: now, on: today(found), by };
  return ok({
    headquarters: state.headquarters,
    instruction: { ...instruction, state: to, said: [...instruction.said, said] },
    what,
    about: instruction.instructionId,
  });
}

async function made(
  ports: HeadquartersPorts,
  acting: Acting,
  { actor, request }: ActOnHeadquarters,
): Promise<Result<Made>> {
  const { found } = acting;
  const rights = rightsIn(found, actor);
  if (request.action === 'set') return rights.has('set') ? set(ports, acting, request) : fail({ kind: 'forbidden' });
  if (found.state === undefined) return fail({ kind: rights.has('set') ? 'not-found' : 'forbidden' });
  if (request.action === 'decide' || request.action === 'instruct')
    return rights.has('record') ? record(ports, acting, found.state, request) : fail({ kind: 'forbidden' });
  return judge(acting, found.state, actor, request);
}

/** One thing done, one entry of the log. Fails with `not-found` (no role in its zones), `forbidden`, `invalid`, `not-allowed`, `conflict`. */
export async function actOnHeadquarters(
  ports: HeadquartersPorts,
  command: ActOnHeadquarters,
): Promise<Result<HeadquartersChange>> {
  const { request: _, version, ...reader } = command;
  const read = await headquartersFor(ports, reader);
  if (!read.ok) return read;
  const { now } = reader;
  const by = reader.actor.kind === 'staff' ? reader.actor.personId : '';
  const seen = read.value.state?.headquarters.version ?? 0;
  const done = await made(ports, { found: read.value, by, now }, command);
  if (!done.ok) return done;
  const { headquarters, what, about, ...items } = done.value;
  const sequence = version + 1;
  const event = { sequence, at: now, by, what, ...(about !== undefined && { about }) };
  const change = { headquarters: { ...headquarters, version: sequence }, event, ...items };
  const conflict = fail({ kind: 'conflict', version: seen, state: 'changed' });
  if (seen !== version) return conflict;
  return (await ports.headquarters.commit(change)) === 'committed' ? ok(change) : conflict;
}
