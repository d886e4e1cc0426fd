import { utilities, type Utility } from '../kernel/common.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { Assignment } from '../project/project.ts';
import { partyKinds, type PartyKind } from '../reference/reference.ts';
import { assignmentSpecs } from '../stages/assignment-kind.ts';

/** Through whom something is late: the office, the investor, or a kind of party. */
export type LateHolder = 'office' | 'investor' | PartyKind;

const isKind = (text: string | undefined): text is AssignmentKind =>
  text !== undefined && Object.hasOwn(assignmentSpecs, text);
const isUtility = (text: string | undefined): text is Utility =>
  (utilities as readonly (string | undefined)[]).includes(text);
const isParty = (text: string): text is PartyKind => (partyKinds as readonly string[]).includes(text);

const everyKind: ReadonlySet<PartyKind> = new Set(partyKinds);

/** Through whom an assignment of a project is late; where a zone has no party of the kind, the office holds it. */
export const heldBy = ({ assignmentId, holder }: Pick<Assignment, 'assignmentId' | 'holder'>): LateHolder =>
  holder.kind === 'party' ? (lateHolder(assignmentId, everyKind) ?? 'office') : holder.kind;

/**
 * Who holds an assignment, by its id alone: nothing has to be read for it. Undefined for what holds the path up for nobody (an
 * address to be found), and for text that is no id. @param present kinds of party the zone has; for others the office answers
 */
export function lateHolder(assignmentId: string, present: ReadonlySet<PartyKind>): LateHolder | undefined {
  const parts = assignmentId.split('_');
  const kind = parts[2];
  if (!isKind(kind) || kind === 'bounced-email') return undefined;
  const { holder } = assignmentSpecs[kind];
  if (holder === 'office' || holder === 'investor') return holder;
  const last = parts.at(-1);
  const party = holder === 'line' ? (isUtility(last) ? last : undefined) : holder;
  if (party === undefined) return undefined;
  return isParty(party) && present.has(party) ? party : 'office';
}

/** What an assignment asks, by its id alone. */
export function askedBy(assignmentId: string): { readonly kind: AssignmentKind; readonly line?: Utility } | undefined {
  const parts = assignmentId.split('_');
  const [kind, last] = [parts[2], parts.at(-1)];
  return isKind(kind) ? { kind, ...(isUtility(last) && { line: last }) } : undefined;
}
