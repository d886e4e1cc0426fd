import { rolesAt, type Actor, type Place } from '../kernel/actor.ts';
import type { ActorRef, ProjectEvent } from '../project/event.ts';
import { withoutTakenBack } from '../project/undo.ts';
import { height, isOfLadder, type LadderBody } from './apply-ladder.ts';
import { rungs, type Body, type rungStates, type Rung } from './ladder-facts.ts';

type Said = Extract<LadderBody, { type: 'rung-said' }>;

export interface Done {
  readonly by: ActorRef;
  readonly at: number;
  readonly noteId?: string | undefined;
}

/** Without a file where the office took the project over with it. */
type Facts = Omit<Said, 'type' | 'documentId' | 'sha256'> & Partial<Pick<Said, 'documentId' | 'sha256'>>;

export interface SaidRung extends Facts {
  /** The sequence of the event that said it. */
  readonly said: number;
  readonly saidBy: Done;
  readonly state: (typeof rungStates)[number];
  readonly skipped: readonly Rung[];
  readonly isOlder: boolean;
  readonly confirmed?: Done | undefined;
  readonly disputed?: Done | undefined;
  readonly takenBack?: Done | undefined;
}

export const stands = ({ state }: SaidRung): boolean => state !== 'taken-back';

/** The highest rung of a phase that stands. */
export const topOf = (ladder: readonly SaidRung[], phase: number): SaidRung | undefined =>
  ladder.findLast((one) => one.phase === phase && stands(one));

/** Rungs between the highest that stands and this one. */
export const skippedBelow = (top: SaidRung | undefined, rung: Rung): readonly Rung[] =>
  rungs.slice(top === undefined ? 0 : height(top.rung) + 1, height(rung));

function said(ladder: readonly SaidRung[], facts: Facts, sequence: number, done: Done): SaidRung {
  const top = topOf(ladder, facts.phase);
  return {
    ...facts,
    said: sequence,
    saidBy: { ...done, noteId: facts.noteId },
    state: 'said',
    skipped: skippedBelow(top, facts.rung),
    isOlder: top !== undefined && facts.on < top.on,
  };
}

const saidAt = (ladder: readonly SaidRung[], { type: _, ...facts }: Said, sequence: number, done: Done): SaidRung =>
  said(ladder, facts, sequence, done);

function changed(one: SaidRung, type: Exclude<LadderBody['type'], 'rung-said'>, done: Done): SaidRung {
  switch (type) {
    case 'rung-confirmed':
      return { ...one, state: 'confirmed', confirmed: done };
    case 'rung-disputed':
      return { ...one, state: 'disputed', disputed: done };
    case 'rung-taken-back':
      return { ...one, state: 'taken-back', takenBack: done };
  }
}

/** Every rung that was ever said of a project, oldest first. @param log oldest first */
export function ladderOf(log: readonly ProjectEvent[]): readonly SaidRung[] {
  let ladder: readonly SaidRung[] = [];
  for (const { body, sequence, at, actor } of withoutTakenBack(log)) {
    if (body.type === 'taken-over' && body.built?.rung !== undefined) {
      const { rung, on } = body.built;
      // The list that it came from names no rungs below.
      ladder = [{ ...said(ladder, { phase: 1, rung, on }, sequence, { by: actor, at }), skipped: [] }];
    }
    if (!isOfLadder(body)) continue;
    const done = { by: actor, at, ...('noteId' in body && { noteId: body.noteId }) };
    ladder =
      body.type === 'rung-said'
        ? [...ladder, saidAt(ladder, body, sequence, done)]
        : ladder.map((one) => (one.said === body.said ? changed(one, body.type, done) : one));
  }
  return ladder;
}

/** For which body somebody spoke. The log has of each of the staff their first role: that of the office before that of the headquarters. */
export function bodyOf(by: ActorRef): Body | undefined {
  if (by.kind === 'investor') return 'investor';
  // Taken over by itself: the office's list.
  if (by.kind === 'system') return 'office';
  if (by.kind !== 'staff' || by.as === undefined) return undefined;
  return by.as.role === 'headquarters' ? 'headquarters' : 'office';
}

/** For which body an actor speaks at a place: whoever is of the office is of no other. */
function bodyOfActor(actor: Actor, place: Place): Body | undefined {
  if (actor.kind === 'investor') return 'investor';
  if (actor.kind !== 'staff') return undefined;
  const roles = rolesAt(actor.memberships, place);
  if (roles.includes('head') || roles.includes('officer')) return 'office';
  return roles.includes('headquarters') ? 'headquarters' : undefined;
}

const isPerson = (by: ActorRef, actor: Actor): boolean =>
  by.kind === 'staff' && actor.kind === 'staff' && by.personId === actor.personId;

/** A second person of another body; once it is disputed, of the body that disputed it. */
export function mayConfirm(one: SaidRung, actor: Actor, place: Place): boolean {
  const body = bodyOfActor(actor, place);
  if (body === undefined || isPerson(one.saidBy.by, actor) || body === bodyOf(one.saidBy.by)) return false;
  return (
    one.state === 'said' || (one.state === 'disputed' && one.disputed !== undefined && bodyOf(one.disputed.by) === body)
  );
}

/** Nobody disputes what their own body has said: they take it back. */
export function mayDispute(one: SaidRung, actor: Actor, place: Place): boolean {
  const body = bodyOfActor(actor, place);
  const isOpen = one.state === 'said' || one.state === 'confirmed';
  return isOpen && body !== undefined && body !== bodyOf(one.saidBy.by) && !isPerson(one.saidBy.by, actor);
}

/** Whoever said it, and the head; the highest of its phase first. */
export function mayTakeBack(ladder: readonly SaidRung[], one: SaidRung, actor: Actor, place: Place): boolean {
  const isHead = actor.kind === 'staff' && rolesAt(actor.memberships, place).includes('head');
  const isOwn = bodyOfActor(actor, place) === bodyOf(one.saidBy.by);
  return topOf(ladder, one.phase)?.said === one.said && (isHead || isOwn);
}

export type LadderInShort = readonly (Pick<SaidRung, 'phase' | 'rung' | 'on' | 'state'> & { readonly said: number })[];

/** What stands, for the investor: days and states, nobody's name. Undefined where nothing was said. */
export function ladderInShort(log: readonly ProjectEvent[]): LadderInShort | undefined {
  const standing = ladderOf(log).filter(stands);
  return standing.length === 0
    ? undefined
    : standing.map(({ phase, rung, on, state, said: saidAt }) => ({ phase, rung, on, state, said: saidAt }));
}
