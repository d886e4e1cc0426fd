import { en } from '../en/showcase-emails.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/showcase-emails.ts';
import { ru } from '../ru/showcase-emails.ts';
import { uzCyrl } from '../uz-cyrl/showcase-emails.ts';
import type { ShowcaseTell } from '../../showcase/proposal.ts';

/** Emails of the showcase, by why somebody is written to. */
export type ShowcaseEmailTexts = Readonly<
  Record<ShowcaseTell['tell'], Readonly<Record<'subject' | 'text' | 'action', string>>>
>;

export const showcaseEmailTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
