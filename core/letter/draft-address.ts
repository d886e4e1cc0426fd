import { Email } from '../kernel/common.ts';
import type { LetterDraft } from './letter-draft.ts';

/** Where the one who fills a letter in can be reached: where the link was sent, or as they typed it. */
export const addressOf = ({ address, fields }: Pick<LetterDraft, 'address' | 'fields'>): string | undefined =>
  address ?? Email.safeParse(fields['contact.email']?.[0]?.trim()).data;
