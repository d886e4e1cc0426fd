import type { Language } from '../../kernel/common.ts';
import type { Failure } from '../../kernel/result.ts';
import { en } from '../en/problems.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/problems.ts';
import { ru } from '../ru/problems.ts';
import { uzCyrl } from '../uz-cyrl/problems.ts';

/** What can be wrong with a field: zod's own codes, then ours. */
export const issueCodes = [
  'invalid_type',
  'too_small',
  'too_big',
  'invalid_format',
  'invalid_value',
  'unrecognized_keys',
  'invalid_union',
  'custom',
  'not-in-future',
  'too-late',
  'not-later',
  'not-a-working-day',
  'not-an-earlier-stage',
  'outcome-does-not-fit',
  'not-asked',
  'not-asked-for',
  'unknown-zone',
  'unknown-forum',
  'no-such-line',
  'before-predecessor',
  'line-id',
  'year-twice',
  'unknown-party',
  'missing',
  'in-future',
  'before-letter',
  'too-long-ago',
  'not-after-beginning',
  'before-role',
  'after-role',
  'taken',
  'no-such-project',
  'address-rests',
  'own-address',
  'not-a-number',
  'two-readings',
  'is-zero',
  'in-the-past',
  'file-too-big',
  'file-too-big-here',
  'photo-too-big',
  'not-a-photo',
  'wrong-file-type',
  'empty-file',
  'word-file',
  'heic-file',
  'signature-file',
  'not-a-signature',
  'file-not-there',
  'infected-file',
  'unreadable-file',
  'too-many-documents',
  'too-many-emails',
  'unknown-placeholder',
  'dropped-placeholder',
  'web-address',
  'before-step',
  'rung-below',
  'file-used',
  'file-used-elsewhere',
  'not-yet',
  'not-a-day',
  'unknown-word',
  'no-column',
  'column-twice',
  'twice',
  'baseline-stays',
  'decided',
  'on-its-page',
  'contact-stays',
  'not-written',
  'import-empty',
  'import-quote',
  'import-too-large',
  'import-file',
  'same-person',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** Why a request was not fulfilled: failures of use cases, and what is wrong before a use case is reached. */
export type ProblemKind =
  | Failure['kind']
  | 'unauthorized'
  | 'unexpected'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'malformed'
  | 'read-only';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface ProblemTexts {
  readonly issues: Named<IssueCode>;
  readonly problems: Readonly<Record<ProblemKind, { readonly title: string; readonly next: string }>>;
}

export const problemTextsOf = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });

const isKnown = (code: string): code is IssueCode => (issueCodes as readonly string[]).includes(code);

/** What is wrong with a field, in words. A code without words of its own gets the general ones. */
export const issueText = (language: Language, code: string): string =>
  problemTextsOf(language).issues[isKnown(code) ? code : 'custom'];
