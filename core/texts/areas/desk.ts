import type { Plural } from '../count-text.ts';
import type { WorkColumn } from '../../work/work-query.ts';
import type { workMarks } from '../../work/work-row.ts';
import { en } from '../en/desk.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/desk.ts';
import { ru } from '../ru/desk.ts';
import { uzCyrl } from '../uz-cyrl/desk.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What is done with many rows at once. */
export type BulkStep = 'take' | 'give' | 'give-back' | 'send-again';

/** Words of the work list as a table, of what is done with many of its rows at once, and of the head's desk. */
export interface DeskTexts extends Named<
  /** `{count}` rows; `{count}` changed. */
  | 'count'
  | 'changed'
  | 'onlyChanged'
  | 'sortBy'
  | 'marks'
  | 'state'
  /** `{stage}`: what a decision of the office decides. */
  | 'decision'
  /** After a number of them. */
  | 'days'
  /** The list of what the office must answer, in a word. */
  | 'ours'
  | 'today'
  | 'suspended'
  | 'new'
  | 'standing'
  | 'page'
  /** Not all of it was read: `{count}` projects. */
  | 'part'
  | 'rest'
  | 'select'
  | 'listActions'
  | 'nothingPicked'
  | 'notOpen'
  | 'willNot'
  | 'done'
  | 'doneCount'
  | 'notDone'
  | 'backToList'
  | 'colleague'
  | 'nobodyThere'
  | 'myFilters'
  | 'saveAs'
  | 'saveFilter'
  | 'noFilters'
  /** `{name}` */
  | 'forgetFilter'
  | 'lists'
  | 'keys'
  | 'csv'
  | 'xlsx'
> {
  readonly columns: Named<WorkColumn>;
  readonly mark: Named<(typeof workMarks)[number] | 'duplicate' | 'same-plot'>;
  readonly standings: Named<'ready' | 'head' | 'waiting'>;
  readonly steps: Readonly<Record<BulkStep, Named<'title' | 'text' | 'button'>>>;
  readonly why: Named<
    'not-office' | 'not-asked' | 'suspended' | 'colleague' | 'changed' | 'too-many' | 'away' | 'forbidden' | 'other'
  >;
  /** Keys of the work list and what each does. */
  readonly keyHelp: Named<'next' | 'open' | 'pick' | 'search' | 'help'>;
  readonly head: Named<
    | 'title'
    | 'own'
    | 'noOwn'
    | 'ready'
    | 'waiting'
    | 'unassigned'
    | 'waits'
    | 'noWaits'
    | 'load'
    | 'who'
    | 'open'
    | 'late'
    | 'oldest'
    | 'giveAll'
    | 'absence'
    | 'sayAbsence'
    | 'changeAbsence'
    /** `{until}` and, where somebody stands in, `{deputy}`. */
    | 'away'
    | 'awayDeputy'
    | 'noOne'
  > & {
    /** `{count}` people. */
    readonly asking: Plural;
  };
}

export const deskTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
