import { utilities, type Utility } from '../kernel/common.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { Assignment } from '../project/project.ts';
import { partyKinds, type PartyKind } from '../reference/reference.ts';
import { assignmentSpecs, isBesidePath } from '../stages/assignment-kind.ts';

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

/** By its id alone. Undefined: holds nobody up (what is asked beside the path), or no id. @param present kinds of the zone */
export function lateHolder(assignmentId: string, present: ReadonlySet<PartyKind>): LateHolder | undefined {
  const parts = assignmentId.split('_');
  const kind = parts[2];
  if (!isKind(kind) || isBesidePath(kind)) return undefined;
  const { holder } = assignmentSpecs[kind];
  if (holder === 'office' || holder === 'investor') return holder;
  const last = parts.at(-1);
  const party = holder === 'line' ? (isUtility(last) ? last : undefined) : holder;
  if (party === undefined) return undefined;
  return isParty(party) && present.has(party) ? party : 'office';
}

export function askedBy(assignmentId: string): { readonly kind: AssignmentKind; readonly line?: Utility } | undefined {
  const parts = assignmentId.split('_');
  const [kind, last] = [parts[2], parts.at(-1)];
  return isKind(kind) ? { kind, ...(isUtility(last) && { line: last }) } : undefined;
}
