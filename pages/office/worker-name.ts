import type { ActorRef } from '#core/project/event.ts';
import { textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import type { Frame } from '../frame.ts';

export interface Office {
  readonly reader: string;
  readonly colleagues: readonly Colleague[];
}

type Spoken = Pick<Frame, 'language'>;

/** Somebody by name; who has none, was put in by hand: by role and id. Of whoever was erased only that they were there. */
function knownName({ language }: Spoken, colleagues: readonly Colleague[], personId: string): string {
  const { name, role } = colleagues.find((one) => one.personId === personId) ?? {};
  return (
    name ??
    (role === undefined ? handlingTexts(language).formerColleague : `${textsOf(language).roles[role]} (${personId})`)
  );
}

export const workerName = (frame: Spoken, { reader, colleagues }: Office, personId: string): string =>
  personId === reader ? handlingTexts(frame.language).you : knownName(frame, colleagues, personId);

/** Somebody of the staff in what is read for years: by name and what they were when they did it, the reader too. */
export function personName(
  frame: Spoken,
  colleagues: readonly Colleague[],
  { personId, as }: Pick<Extract<ActorRef, { kind: 'staff' }>, 'personId' | 'as'>,
): string {
  const known = knownName(frame, colleagues, personId);
  const { name, role } = colleagues.find((one) => one.personId === personId) ?? {};
  // Of who has no name the role stands before the id.
  return as === undefined || (name === undefined && role !== undefined)
    ? known
    : `${known} (${textsOf(frame.language).roles[as.role]})`;
}
