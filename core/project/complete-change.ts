import type { FileRecord, ProjectDocument } from '../documents/document.ts';
import { deltasOf, type Count } from '../figures/figures.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import { serialOf } from '../letter/number.ts';
import { rowsOf } from '../notices/outbox-messages.ts';
import type { RowKey } from '../notices/outbox-ports.ts';
import type { OutboxRow } from '../notices/outbox.ts';
import type { Obstacle } from '../obstacles/obstacle.ts';
import { landMessages } from '../plots/land-messages.ts';
import { lostWords, searchMessages, searchWords } from '../search/search-messages.ts';
import type { Change, FormerContact, KeptToken, NewProof, Note } from './change-builder.ts';
import type { ProjectEvent } from './event.ts';
import { listedAssignments, listingOf, type ListedAssignment, type ProjectListing } from './listing.ts';
import type { Aggregate } from './project.ts';
import type { IdempotencyRecord, Letter, NewProject } from './project-ports.ts';
import { canBeUndone, type Undo } from './undo.ts';

/** Days for which a repeated request is recognised, and for which the contact before a change is kept (ours). */
const keptDays = { idempotency: 90, formerContact: 90 } as const;

/** Whoever keeps it knows no rules. Lists of assignments, documents, obstacles: what the change made or touched. */
export interface CompleteChange {
  readonly after: Aggregate;
  /** The version of the project that the change was made upon; absent: it is new. */
  readonly upon?: number;
  readonly listing: ProjectListing;
  readonly events: readonly ProjectEvent[];
  readonly notes: readonly Note[];
  readonly assignments: readonly ListedAssignment[];
  readonly documents: readonly ProjectDocument[];
  readonly attached: readonly AttachedFile[];
  readonly obstacles: readonly Obstacle[];
  readonly letter?: Letter;
  readonly contact?: PaperContact;
  /** `keptUntil`: epoch seconds. */
  readonly former?: FormerContact & { readonly keptUntil: number };
  readonly idempotency?: IdempotencyRecord & { readonly keptUntil?: number };
  /** The running number it takes, `last` from then on: it holds only if the one before it is the last that was given. */
  readonly serial?: { readonly zoneId: string; readonly year: number; readonly last: number };
  readonly messages: readonly OutboxRow[];
  readonly counters: readonly Count[];
  /** Words by which searches find it no longer; more are written behind the answer. */
  readonly lostWords: readonly string[];
  /** Words by which it is found, where no errand writes them. */
  readonly words?: readonly string[];
  /** The investor has let open data name their company, or no longer. */
  readonly named?: boolean;
  readonly proof?: NewProof;
  readonly also?: CompleteChange;
  readonly token?: KeptToken;
  /** The messages wait, and with this it can be taken back until then. */
  readonly undo?: Undo;
  /** Messages of what is taken back: it holds only if none of them was tried. */
  readonly unsent?: readonly RowKey[];
}

/** Who may take a change back, until when (epoch ms). */
export interface Holding {
  readonly by: string;
  readonly until: number;
}

/** A file that became a document. It holds only if the file is none yet, and the scanner's word is still one of `scan`. */
export interface AttachedFile {
  readonly fileId: string;
  readonly attached: NonNullable<FileRecord['attached']>;
  readonly scan: readonly FileRecord['scan'][];
}

function touched<One>(before: readonly One[] | undefined, now: readonly One[]): readonly One[] {
  const known = new Set(before?.map((one) => JSON.stringify(one)));
  return now.filter((one) => !known.has(JSON.stringify(one)));
}

const attachedFiles = ({ after: { project }, events }: Change): readonly AttachedFile[] =>
  events.flatMap(({ body }): AttachedFile[] => {
    if (body.type !== 'document-added') return [];
    const { fileId, documentId, version, state } = body;
    return [
      {
        fileId,
        attached: { projectId: project.projectId, documentId, version },
        scan: state === 'not-scanned' ? [state, 'failed'] : [state],
      },
    ];
  });

/** Where the last word of the change is about it. */
function namedBy({ events }: Change): Pick<CompleteChange, 'named'> {
  const last = events.findLast(({ body }) => body.type === 'naming-agreed' || body.type === 'naming-taken-back');
  return last === undefined ? {} : { named: last.body.type === 'naming-agreed' };
}

const until = (at: number, days: number): number => Math.floor(at / 1000) + days * 86_400;

function beside(
  { events, letter, contact, former }: Change,
  begin: NewProject | undefined,
): Pick<CompleteChange, 'letter' | 'contact' | 'former' | 'idempotency'> {
  const [newLetter, newContact, idempotency] = [
    letter?.now ?? begin?.letter,
    contact ?? begin?.contact,
    begin?.idempotency,
  ];
  return {
    ...(newLetter && { letter: newLetter }),
    ...(newContact && { contact: newContact }),
    ...(former && { former: { ...former, keptUntil: until(events.at(-1)?.at ?? 0, keptDays.formerContact) } }),
    ...(idempotency && {
      idempotency: idempotency.forEver
        ? idempotency
        : { ...idempotency, keptUntil: until(idempotency.at, keptDays.idempotency) },
    }),
  };
}

function undoOf({ before, after }: Change, { by, until }: Holding, rows: readonly OutboxRow[]): Undo | undefined {
  if (before === undefined) return undefined;
  const { project, assignments, documents, obstacles } = before;
  return {
    by,
    until,
    upon: project.version,
    version: after.project.version,
    rows: rows.map(({ rowId }) => rowId),
    before: { project, assignments: [...assignments], documents: [...documents], obstacles: [...obstacles] },
  };
}

/**
 * A change with everything that follows from it.
 * @param begin what a new project brings beside its events
 * @param holding its messages wait so long, where the change can be taken back
 */
export function complete(change: Change, begin?: NewProject, holding?: Holding): CompleteChange {
  const { before, after, events, notes, running, also, token, proof } = change;
  const held = holding && canBeUndone(change) ? holding : undefined;
  const messages = begin?.withoutErrands
    ? []
    : rowsOf(change, [...searchMessages(change), ...landMessages(change)], held?.until);
  const undo = held && undoOf(change, held, messages);
  return {
    after,
    ...(before && { upon: before.project.version }),
    listing: listingOf(after),
    events,
    notes,
    assignments: touched(before && listedAssignments(before), listedAssignments(after)),
    documents: touched(before?.documents, after.documents),
    attached: attachedFiles(change),
    obstacles: touched(before?.obstacles, after.obstacles),
    ...beside(change, begin),
    ...(running !== undefined && { serial: { ...serialOf(after.project), last: running } }),
    messages,
    ...(undo && { undo }),
    lostWords: lostWords(change),
    ...(begin?.withoutErrands && { words: searchWords(begin.letter, after.project.number) }),
    ...namedBy(change),
    ...(proof && { proof }),
    counters: deltasOf(change),
    ...(also && { also: complete(also) }),
    ...(token && { token }),
  };
}
