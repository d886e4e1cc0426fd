import type { LetterDraft } from '../contracts/letter-draft.ts';
import type { Errand } from '../contracts/outbox.ts';
import type { GiveWay } from './projects.ts';

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
}
