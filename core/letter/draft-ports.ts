import type { LetterDraft } from './letter-draft.ts';
import type { OutboxMessage } from '../notices/outbox.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { GiveWay, Page } from '../project/project-ports.ts';

/** A hash of the address that somebody says is theirs, and the number of a project as they typed it, if they did. */
export type LinkAsked = Omit<Extract<OutboxMessage, { readonly kind: 'link-asked' }>, 'kind'>;

type LinkReason = Extract<OutboxMessage, { readonly kind: 'link' }>['to'];

/** Letters being filled in. Their days are judged by the caller's clock; the store forgets what nobody ended. */
export interface Drafts {
  readonly find: (draftId: string) => Promise<LetterDraft | undefined>;
  /** Writes a draft whose version follows on the stored one; `conflict` when somebody else was faster. */
  readonly save: (draft: LetterDraft) => Promise<'saved' | 'conflict'>;
  readonly giveWay: GiveWay;
  readonly due: (until: LocalDate, after?: string) => Promise<Page<string>>;
}

export interface HeldByAddress {
  readonly projectIds: readonly string[];
  readonly draftIds: readonly string[];
}

export interface LinkMessages {
  /** Queues one; `id` is that of the draft or the project. `refused`: a file of the draft was. The same instant again is the same email. */
  readonly queue: (to: LinkReason, id: string, now: number) => Promise<void>;
  /** Queues the look for a project and its investor; `id` is that of the question. The same instant again is the same one. */
  readonly ask: (id: string, asked: LinkAsked, now: number) => Promise<void>;
  /** What has an address, by its hash: projects and letters that are not handed in, a few dozen at most. A moment old. */
  readonly ofAddress: (addressHash: string) => Promise<HeldByAddress>;
}
