import type { Decision, PaperAnswer } from './decision.ts';
import type { ActorRef, ProjectEvent } from '../project/event.ts';
import { factsOf, type AnyFacts } from './facts.ts';
import type { Assignment } from '../project/project.ts';
import { isSame } from '../obstacles/obstacle-rights.ts';
import type { Words } from '../obstacles/change-obstacle.ts';

interface Sent {
  readonly decision: Decision;
  readonly by: ActorRef;
  readonly onBehalf?: PaperAnswer | undefined;
}

/** JSON with the members in one order: what was read from the table has another than what was typed. */
export const plain = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

const sameFacts = ({ kind }: Assignment, given: AnyFacts, decision: Decision): boolean => {
  if (!('facts' in decision) || decision.facts === undefined) return Object.keys(given).length === 0;
  // What a refusal brought was asked for by its law.
  const byLaw = Object.keys(given).length > 0;
  const sent = factsOf(kind, decision.outcome, byLaw).safeParse(decision.facts);
  return sent.success && plain(sent.data) === plain(given);
};

const textOf = (decision: Decision): string | undefined =>
  'reason' in decision ? decision.reason : 'note' in decision ? decision.note : undefined;

/** Word for word by the same person. Never a decision on a stage: two officers may have said the same unknowingly. */
export function isRepeatedAnswer(assignment: Assignment, { decision, by, onBehalf }: Sent, words: Words): boolean {
  const { answer, kind } = assignment;
  if (
    answer === undefined ||
    kind === 'office-decision' ||
    answer.outcome !== decision.outcome ||
    !isSame(answer.actor, by)
  )
    return false;
  if (plain(answer.onBehalf ?? null) !== plain(onBehalf ?? null)) return false;
  if (('reasonCode' in decision ? decision.reasonCode : undefined) !== answer.reasonCode) return false;
  return (answer.noteId && words(answer.noteId)) === textOf(decision) && sameFacts(assignment, answer.facts, decision);
}

/** The same of a pause, which is no answer yet: `last` is the event that brought it. */
export function isRepeatedPause(
  { assignmentId, state }: Assignment,
  { decision, by, onBehalf }: Sent,
  last: ProjectEvent | undefined,
  words: Words,
): boolean {
  if (state !== 'paused' || decision.outcome !== 'suspended' || last?.body.type !== 'assignment-paused') return false;
  const { body, actor } = last;
  return (
    body.assignmentId === assignmentId &&
    body.until === decision.until &&
    body.reasonCode === decision.reasonCode &&
    isSame(actor, by) &&
    plain(body.onBehalf ?? null) === plain(onBehalf ?? null) &&
    body.noteId !== undefined &&
    words(body.noteId) === decision.reason
  );
}
