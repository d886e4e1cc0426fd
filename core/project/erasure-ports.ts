import type { Aggregate } from './project.ts';

/** What else of a project is erased, beside what names the person: the company (somebody may trade in their own name), the documents. */
export interface AlsoErased {
  readonly company: boolean;
  readonly documents: boolean;
}

/** Personal data that lie beside the log (docs/decisions/0001-one-table-one-log.md). */
export interface Erasure {
  /** Erases the contact, all notes and reasons, what a headquarters wrote of the project, the names of files, and what else is wanted. Repeatable; broken off it is to be repeated. */
  readonly ofProject: (aggregate: Aggregate, also: AlsoErased) => Promise<void>;
}
