import type { LetterDraft } from '../contracts/letter-draft.ts';
import type { Errand } from '../contracts/outbox.ts';
import type { GiveWay } from './projects.ts';

/** The number of a project as somebody typed it, and a hash of the address that they say is its investor's. */
export type LinkAsked = Omit<Extract<Errand, { readonly kind: 'link-asked' }>, 'kind'>;

type LinkReason = Extract<Errand, { readonly kind: 'link' }>['to'];

/** Letters that are being filled in. The store forgets each some weeks after it was last saved. */
export interface Drafts {
  readonly find: (draftId: string) => Promise<LetterDraft | undefined>;
  /** Writes a draft whose version follows on the stored one; `conflict` when somebody else was faster. */
  readonly save: (draft: LetterDraft) => Promise<'saved' | 'conflict'>;
  readonly giveWay: GiveWay;
}

/** Emails that bring somebody their link again. */
export interface LinkErrands {
  /** Queues one; `id` is that of the draft or the project. `refused`: a file of the draft was. The same instant again is the same email. */
  readonly queue: (to: LinkReason, id: string, now: number) => Promise<void>;
  /** Queues the look for a project and its investor; `id` is that of the question. The same instant again is the same one. */
  readonly ask: (id: string, asked: LinkAsked, now: number) => Promise<void>;
}
