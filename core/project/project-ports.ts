import type { Proof } from './change-builder.ts';
import type { ProjectEvent } from './event.ts';
import type { LetterAlone } from '../letter/letter-correction.ts';
import type { PaperContact, UtilityNeeds } from '../letter/letter-of-intent.ts';
import type { Obstacle } from '../obstacles/obstacle.ts';
import type { OfficeNote } from '../work/office-note.ts';
import type { Aggregate, Assignment, Project } from './project.ts';
import type { MonthEvent, Standing } from '../figures/figures.ts';
import type { StartStanding } from '../figures/start-ports.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CompleteChange } from './complete-change.ts';
import type { Undo } from './undo.ts';
import type { StageId } from '../stages/stage-id.ts';
import type { OpenWork } from '../work/desk-ports.ts';

/** The letter without its contact: the contact lies apart, because it is personal and can be erased. */
export type Letter = LetterAlone;

/** What the investor wrote: absent when there is none, or no more. */
export interface Written {
  readonly letter: Letter | undefined;
  readonly contact: PaperContact | undefined;
}

export interface NewProject {
  readonly letter: Letter;
  readonly contact: PaperContact;
  readonly idempotency?: IdempotencyRecord | undefined;
  /** Whoever writes it starts its run; the words by which it is found are written with it. */
  readonly withoutErrands?: true;
}

export interface IdempotencyRecord {
  /** Hash of the caller's key; the key itself is not kept. */
  readonly keyHash: string;
  readonly bodyHash: string;
  readonly projectId: string;
  readonly number: string;
  readonly at: number;
  /** It is recognised as long as there is a table. */
  readonly forEver?: true | undefined;
}

/** @param attempt how often it was tried, from 1 */
export type GiveWay = (attempt: number) => Promise<void>;

export interface Projects {
  readonly load: (projectId: string) => Promise<Aggregate | undefined>;
  readonly letter: (projectId: string) => Promise<Letter | undefined>;
  readonly contact: (projectId: string) => Promise<PaperContact | undefined>;
  /** Both in one call, for who needs both. */
  readonly written: (projectId: string) => Promise<Written>;
  /** Whoever had the address to which links of a version went; kept for 90 days after another one was put in its place. */
  readonly formerContact: (projectId: string, linkVersion: number) => Promise<PaperContact | undefined>;
  readonly note: (projectId: string, noteId: string) => Promise<string | undefined>;
  /** Notes of the office, the latest first; those that were erased are gone. */
  readonly officeNotes: (projectId: string, page: PageRequest) => Promise<Page<OfficeNote>>;
  readonly events: (projectId: string, page: PageRequest) => Promise<Page<ProjectEvent>>;
  /** The latest first, at most `limit` (up to 100), of those before a sequence. */
  readonly latestEvents: (
    projectId: string,
    page: { readonly limit: number; readonly before?: number | undefined },
  ) => Promise<readonly ProjectEvent[]>;
  /** One transaction. `conflict`: changed since loaded, key taken, running number given; nothing is written then. */
  readonly commit: (change: CompleteChange) => Promise<'committed' | 'conflict'>;
  /** New projects without running numbers to take, several in one transaction: each is written whole or not at all. */
  readonly commitAll: (changes: readonly CompleteChange[]) => Promise<readonly ('committed' | 'conflict')[]>;
  /** With what the last change by a person can be taken back, if it can. */
  readonly undo: (projectId: string) => Promise<Undo | undefined>;
  readonly idempotency: (keyHash: string) => Promise<IdempotencyRecord | undefined>;
  /** Those of the keys that are known, any number of them. */
  readonly known: (keyHashes: readonly string[]) => Promise<ReadonlyMap<string, IdempotencyRecord>>;
  /** The last running number given in a zone and year; 0 before the first. */
  readonly lastNumber: (zoneId: string, year: number) => Promise<number>;
  /** What a file of a zone was last said to prove. */
  readonly proof: (zoneId: string, sha256: string) => Promise<Proof | undefined>;
  /** Lets others finish before the next attempt (from 1): a moment by chance, longer each time. */
  readonly giveWay: GiveWay;
}

export interface PageRequest {
  /** 1 to 100. */
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly next?: string | undefined;
}

export interface ProjectLine {
  readonly project: Project;
  readonly company: string;
}

/** What a party is asked, of which project; the needs of its plant only where a utility line is meant. */
export interface AskedLine extends ProjectLine {
  readonly assignment: Assignment;
  readonly needs?: UtilityNeeds | undefined;
}

export interface Paper {
  readonly letter: Letter;
  readonly contact?: PaperContact | undefined;
}

export interface ObstacleLine {
  readonly projectId: string;
  readonly obstacle: Obstacle;
}

export type ProjectFilter =
  | { readonly by: 'zone' }
  | { readonly by: 'stage'; readonly stage: string }
  | { readonly by: 'forum'; readonly forum: string; readonly standing?: Standing | undefined }
  | { readonly by: 'sector'; readonly sector: string; readonly standing?: Standing | undefined }
  /** Starts by the day planned, of a quarter ('2026-4') or all; letters that do not count yet by number. */
  | { readonly by: 'start'; readonly standing: StartStanding; readonly quarter?: string | undefined }
  | { readonly by: 'overdue' }
  | { readonly by: 'holder'; readonly holder: string }
  /** A project number, a company number, or the beginning of a word of the company's name. */
  | { readonly by: 'search'; readonly text: string };

export interface ProjectNarrowing {
  /** A stage, or how a project ended. */
  readonly stage?: string | undefined;
  readonly forum?: string | undefined;
  readonly sector?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** That counts, and to which this happened in a month ('2026-01'). */
  readonly happened?: { readonly what: MonthEvent; readonly month: string } | undefined;
}

export interface AssignmentNarrowing {
  readonly stage?: StageId | undefined;
  /** Only what is overdue; today in the zone. */
  readonly overdueOn?: LocalDate | undefined;
}

/** Exact and in order. A narrowed list looks at a bounded number of entries: a short or empty page may have a next. */
export interface ProjectLists {
  readonly list: (
    zoneId: string,
    filter: ProjectFilter,
    page: PageRequest,
    also?: ProjectNarrowing,
  ) => Promise<Page<ProjectLine>>;
  /** Projects under way by the due date of their stage, so that the overdue come first; of all stages or one. */
  readonly running: (zoneId: string, also: ProjectNarrowing, page: PageRequest) => Promise<Page<ProjectLine>>;
  /** Open assignments of a holder in a zone ('office', 'investor' or a party's id), by due date. */
  readonly assignments: (
    zoneId: string,
    holder: string,
    page: PageRequest,
    also?: AssignmentNarrowing,
  ) => Promise<Page<Assignment>>;
  /**
   * What a party is asked in a zone: what is open by due date, or what it has answered since an instant (epoch ms), the latest first; at
   * most 300, and whether there is more.
   */
  readonly asked: (
    zoneId: string,
    partyId: string,
    answeredSince?: number,
  ) => Promise<{ readonly entries: readonly AskedLine[]; readonly more: boolean }>;
  readonly taken: (
    zoneId: string,
    personId: string,
    page: PageRequest,
    also?: AssignmentNarrowing,
  ) => Promise<Page<Assignment>>;
  readonly work: OpenWork;
  /** Open obstacles of a zone, the one reported first before the others. */
  readonly obstacles: (zoneId: string, page: PageRequest) => Promise<Page<ObstacleLine>>;
  /** Projects of a zone whose plot is frozen, the longest before the others. */
  readonly dockets: (zoneId: string, page: PageRequest) => Promise<Page<ProjectLine>>;
  /** How many obstacles of a zone are open, counted up to 100. */
  readonly obstacleCount: (zoneId: string) => Promise<number>;
  /** Ids of the projects of a zone that are found by exactly this word of a name or number; the first 500. */
  readonly havingWord: (zoneId: string, word: string) => Promise<readonly string[]>;
  /** Letters of projects by their ids, any number of them, with their contacts where asked for; those that are gone are left out. */
  readonly papers: (projectIds: readonly string[], withContacts: boolean) => Promise<ReadonlyMap<string, Paper>>;
  /** Projects by their ids, at most 100, in the order asked for; those that are gone are left out. */
  readonly lines: (projectIds: readonly string[]) => Promise<readonly ProjectLine[]>;
}
