import type { EmailContent } from './notice-content.ts';
import type { Language } from '../kernel/common.ts';
import type { RowKey } from './outbox-ports.ts';

export interface Email extends EmailContent {
  readonly to: string;
  /** Who gets the same email; an address of these that fails is no failure of it. */
  readonly cc?: readonly string[] | undefined;
  readonly replyTo: string;
  readonly language: Language;
  readonly notice: string;
  readonly row: RowKey;
}

/** The email service. `refused`: it will never take this email; throws when it may later. */
export interface Emails {
  readonly send: (email: Email) => Promise<'sent' | { readonly refused: string }>;
}
