import type { ActorRef, EventBody, ProjectEvent } from './event.ts';
import type { LetterAlone } from '../letter/letter-correction.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import type { Aggregate } from './project.ts';
import type { Wait } from '../notices/outbox.ts';
import type { EnteredTask } from '../stages/workflow-ports.ts';
import { apply } from './apply.ts';

/** A change being made: events are added one by one, and the state is always that after the last of them. */
export interface ChangeBuilder {
  readonly state: () => Aggregate;
  readonly emit: (body: EventBody, actor?: ActorRef) => void;
  /** Keeps free text apart from the log, where it can be erased; gives the id by which an event points to it. */
  readonly note: (text: string) => string;
  readonly officeNote: (text: string, shared: boolean) => string;
  /** Keeps who somebody is apart from the log; gives their number. */
  readonly delegate: (contact: string) => number;
  readonly correctContact: (contact: PaperContact, former?: FormerContact) => void;
  readonly rewriteLetter: (was: LetterAlone, now: LetterAlone) => void;
  readonly change: () => Change;
}

/** What one transaction brings: the state before and after, and the events between. */
export interface Change {
  readonly before: Aggregate | undefined;
  readonly after: Aggregate;
  readonly events: readonly ProjectEvent[];
  readonly notes: readonly Note[];
  /** The investor's contact, where the change corrects it; it lies where it can be erased. */
  readonly contact?: PaperContact;
  /** The contact that was there before, where its address was another; the version of the links that went to it names it. */
  readonly former?: FormerContact;
  /** What happens to another project in the same transaction. */
  readonly also?: Change;
  readonly letter?: { readonly was: LetterAlone; readonly now: LetterAlone };
  /** The running number it takes: the change holds only if the one before it is the last that was given. */
  readonly running?: number;
  /** The file of a rung that it says: it holds only if the zone knows no other use of it than the one seen. */
  readonly proof?: NewProof;
  /** What an execution waits with for what the change opens: it holds only if none that is later is kept. */
  readonly token?: KeptToken;
}

/** Which rung of which project a file was last said to prove. */
export interface Proof {
  readonly projectId: string;
  readonly said: number;
}

export interface NewProof {
  readonly sha256: string;
  readonly proof: Proof;
  readonly seen?: Proof | undefined;
}

export interface KeptToken {
  readonly wait: Wait;
  readonly task: EnteredTask;
}

export interface FormerContact {
  readonly contact: PaperContact;
  readonly linkVersion: number;
}

export interface Note {
  readonly noteId: string;
  readonly text: string;
  /** Of a note of the office: what its list shows beside the words, erased with them. */
  readonly office?: { readonly shared: boolean; readonly at: number; readonly by: ActorRef };
}

/** Begins the name of each note of the office, so that they can be listed apart from other words. */
export const officeNotePrefix = 'office-';

/** The same of those whom emails go to beside the contact. */
export const delegatePrefix = 'delegate-';

/** Two changes, the second on the state after the first, as one: written together or not at all. */
export const together = (first: Change, second: Change): Change => ({
  ...first,
  ...second,
  before: first.before,
  events: [...first.events, ...second.events],
  notes: [...first.notes, ...second.notes],
});

/** Begins a change of a project at an instant by an actor; events that the system adds itself name another actor. */
export function changeBuilder(before: Aggregate, at: number, actor: ActorRef): ChangeBuilder {
  let state = before;
  const events: ProjectEvent[] = [];
  const notes: Note[] = [];
  let corrected: Pick<Change, 'contact' | 'former' | 'letter'> = {};
  return {
    state: () => state,
    emit: (body, by = actor) => {
      const event = { projectId: before.project.projectId, sequence: state.project.version + 1, at, actor: by, body };
      state = apply(state, event);
      events.push(event);
    },
    // Named after the next event, so a repeated attempt makes the same name.
    note: (text) => {
      const noteId = `${String(state.project.version + 1)}-${String(notes.length + 1)}`;
      notes.push({ noteId, text });
      return noteId;
    },
    officeNote: (text, shared) => {
      const noteId = `${officeNotePrefix}${String(state.project.version + 1).padStart(6, '0')}`;
      notes.push({ noteId, text, office: { shared, at, by: actor } });
      return noteId;
    },
    delegate: (text) => {
      const delegate = state.project.version + 1;
      notes.push({ noteId: `${delegatePrefix}${String(delegate).padStart(6, '0')}`, text });
      return delegate;
    },
    correctContact: (contact, former) => {
      corrected = { ...corrected, contact, ...(former && { former }) };
    },
    rewriteLetter: (was, now) => {
      corrected = { ...corrected, letter: { was, now } };
    },
    change: () => ({ before, after: state, events, notes, ...corrected }),
  };
}
