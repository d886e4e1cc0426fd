import type { ActorRef, Holder } from '../project/event.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { rungs, type ObstacleAbout, type OutsideBody, type Rung } from './obstacle-facts.ts';
import type { Obstacle, Said } from './obstacle.ts';
import type { Aggregate } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import { most, type ObstacleHome } from './obstacle-home.ts';
import { isSame } from './obstacle-rights.ts';

/** The words of a note; undefined when they were erased. */
export type Words = (noteId: string) => string | undefined;

/** Working days past its day after which somebody above hears of it (ours). */
export const escalation = { head: 3, headquarters: 8, leadership: 15 } as const;

type Changing<Changed> = Result<Changed | undefined>;
const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });
const nothing = ok(undefined);

const nameOf = (about: ObstacleAbout): string => {
  switch (about.kind) {
    case 'stage':
      return about.stage;
    case 'line':
      return about.line;
    case 'party':
      return about.partyId;
    case 'instruction':
      return about.instructionId;
  }
};
const sameAbout = (one: ObstacleAbout, other: ObstacleAbout): boolean =>
  one.kind === other.kind && nameOf(one) === nameOf(other);

const sameHolder = (one: Holder, other: Holder): boolean =>
  one.kind === other.kind && (one.kind !== 'party' || (other.kind === 'party' && other.partyId === one.partyId));

/** Whether somebody said just this: a form that was sent twice. */
const isRepeat = (
  said: Said | undefined,
  as: Said['as'],
  by: ActorRef,
  text: string | undefined,
  words: Words,
): boolean => said !== undefined && said.as === as && isSame(said.by, by) && words(said.noteId) === text;

function dueIssue(context: ZoneContext, due: string | undefined) {
  if (due === undefined) return undefined;
  if (due < today(context)) return invalid('due', 'in-the-past');
  if (isTooFar(context, due)) return invalid('due', 'too-late');
  return context.calendar.isWorkingDay(due) ? undefined : invalid('due', 'not-a-working-day');
}

const newDue = (due: string | undefined, before?: string): { readonly due?: string } =>
  due === undefined || due === before ? {} : { due };

interface Until {
  readonly due?: string | undefined;
}

export interface RaiseObstacle extends Until {
  readonly about: ObstacleAbout;
  readonly words: string;
  readonly by: ActorRef;
}

/** With the office at first; repeated while open: one. Fails with `invalid` (line or day), `not-allowed` (too many). */
export function raiseObstacle<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  { about, words: text, due, by }: RaiseObstacle,
  words: Words,
): Changing<Changed> {
  const { obstacles, isFull, nextId, lines } = home;
  if (about.kind === 'line' && !lines.includes(about.line)) return invalid('about.line', 'no-such-line');
  const repeated = obstacles.some(
    (one) => one.state === 'open' && sameAbout(one.about, about) && isRepeat(one.said[0], 'report', by, text, words),
  );
  if (repeated) return nothing;
  if (isFull) return fail({ kind: 'not-allowed', action: 'raise-obstacle', because: 'too-many-obstacles' });
  const wrong = dueIssue(context, due);
  if (wrong) return wrong;
  const change = home.begin(by);
  change.emit({ type: 'obstacle-raised', obstacleId: nextId, about, noteId: change.note(text), ...newDue(due) });
  return ok(change.change());
}

const conflict = ({ version }: ObstacleHome<unknown>, { state }: Obstacle) =>
  fail({ kind: 'conflict', version, state });

interface HandOver extends Until {
  readonly to: Holder;
  readonly person?: string | undefined;
  readonly words?: string | undefined;
  readonly by: ActorRef;
}

/** Gives an obstacle to the office, the investor or a party of the zone. Fails with `invalid` for one who has it already or is none. */
export function handOverObstacle<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  obstacle: Obstacle,
  { to, person, words: text, due, by }: HandOver,
  words: Words,
): Changing<Changed> {
  if (obstacle.state !== 'open') return conflict(home, obstacle);
  if (
    to.kind === 'party' &&
    !context.parties.some(({ partyId, endedOn }) => partyId === to.partyId && endedOn === undefined)
  )
    return invalid('to', 'invalid_value');
  if (sameHolder(obstacle.owner, to) && (person === undefined || person === obstacle.person)) {
    return text === undefined || isRepeat(obstacle.said.at(-1), 'hand-over', by, text, words)
      ? nothing
      : invalid('to', 'invalid_value');
  }
  const wrong = dueIssue(context, due);
  if (wrong) return wrong;
  const change = home.begin(by);
  const note = text === undefined ? {} : { noteId: change.note(text) };
  change.emit({
    type: 'obstacle-handed-over',
    obstacleId: obstacle.obstacleId,
    to,
    ...(person !== undefined && { person }),
    ...note,
    ...newDue(due, obstacle.due),
  });
  return ok(change.change());
}

interface Saying {
  readonly words: string;
  readonly by: ActorRef;
}

/** Writes about an open obstacle. The same words once more by the one who said them last change nothing, unless they bring another day. */
export function answerObstacle<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  obstacle: Obstacle,
  { words: text, due, by }: Saying & Until,
  words: Words,
): Changing<Changed> {
  if (obstacle.state !== 'open') return conflict(home, obstacle);
  if (isRepeat(obstacle.said.at(-1), 'answer', by, text, words) && newDue(due, obstacle.due).due === undefined)
    return nothing;
  const wrong = dueIssue(context, due);
  if (wrong) return wrong;
  if (obstacle.said.length >= most.said)
    return fail({ kind: 'not-allowed', action: 'answer-obstacle', because: 'too-many-words' });
  const change = home.begin(by);
  change.emit({
    type: 'obstacle-answered',
    obstacleId: obstacle.obstacleId,
    noteId: change.note(text),
    ...newDue(due, obstacle.due),
  });
  return ok(change.change());
}

interface Referring extends Saying {
  readonly body: OutsideBody;
  /** When it was sent, or answered. */
  readonly on: string;
}

/** To a body outside, whose answer is awaited. Fails with `invalid` for a day to come and for one that has it already. */
export function referObstacle<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  obstacle: Obstacle,
  { body, on, words: text, by }: Referring,
  words: Words,
): Changing<Changed> {
  if (obstacle.state !== 'open') return conflict(home, obstacle);
  const { referrals = [], said } = obstacle;
  const isThere = referrals.some((one) => one.to === body && one.answeredOn === undefined);
  if (isThere) return isRepeat(said.at(-1), 'referral', by, text, words) ? nothing : invalid('body', 'taken');
  if (on > today(context)) return invalid('on', 'in-future');
  if (said.length >= most.said)
    return fail({ kind: 'not-allowed', action: 'refer-obstacle', because: 'too-many-words' });
  const change = home.begin(by);
  const { obstacleId } = obstacle;
  change.emit({ type: 'obstacle-referred', obstacleId, body, on, noteId: change.note(text) });
  return ok(change.change());
}

/** What the body outside answered. Fails with `invalid` for one that was not asked, and for a day before it was. */
export function noteReferralAnswer<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  obstacle: Obstacle,
  { body, on, words: text, by }: Referring,
  words: Words,
): Changing<Changed> {
  if (obstacle.state !== 'open') return conflict(home, obstacle);
  if (isRepeat(obstacle.said.at(-1), 'referral-answer', by, text, words)) return nothing;
  const asked = (obstacle.referrals ?? []).find((one) => one.to === body && one.answeredOn === undefined);
  if (asked === undefined) return invalid('body', 'invalid_value');
  if (on > today(context)) return invalid('on', 'in-future');
  if (on < asked.on) return invalid('on', 'before-step');
  const change = home.begin(by);
  const { obstacleId } = obstacle;
  change.emit({ type: 'obstacle-referral-answered', obstacleId, body, on, noteId: change.note(text) });
  return ok(change.change());
}

const rungOf = (late: number): Rung | undefined => rungs.findLast((rung) => late >= escalation[rung]);

/** Who above is to hear of an open obstacle today and has not; one that was missed is left out when the next is due. */
export function rungDue(
  context: Pick<ZoneContext, 'now' | 'calendar'>,
  { state, due, told }: Pick<Obstacle, 'state' | 'due' | 'told'>,
): Rung | undefined {
  const on = today(context);
  if (state !== 'open' || due === undefined || !context.calendar.isWorkingDay(on)) return undefined;
  const rung = rungOf(overdueDays(context.calendar, due, on));
  return rung !== undefined && (told === undefined || rungs.indexOf(rung) > rungs.indexOf(told.rung))
    ? rung
    : undefined;
}

/** Each rung hears of an obstacle once, on a working day. */
export function escalateObstacles(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { project, obstacles } = aggregate;
  if (project.pause !== undefined || project.phase === 'ended') return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  for (const one of obstacles) {
    const rung = rungDue(context, one);
    if (rung !== undefined)
      change.emit({ type: 'obstacle-escalated', obstacleId: one.obstacleId, rung, on: today(context) });
  }
  return change.change().events.length === 0 ? undefined : change.change();
}

/** Ends an obstacle, in words. A second one finds it resolved (`conflict`), unless it is the same once more. */
export function resolveObstacle<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  obstacle: Obstacle,
  { words: text, by }: Saying,
  words: Words,
): Changing<Changed> {
  if (isRepeat(obstacle.said.at(-1), 'resolution', by, text, words)) return nothing;
  if (obstacle.state !== 'open') return conflict(home, obstacle);
  const change = home.begin(by);
  change.emit({ type: 'obstacle-resolved', obstacleId: obstacle.obstacleId, noteId: change.note(text) });
  return ok(change.change());
}
