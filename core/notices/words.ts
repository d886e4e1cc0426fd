import type { Language } from '../kernel/common.ts';
import { emailTextsOf } from '../texts/areas/emails.ts';
import { textsOf, type Texts } from '../texts/index.ts';
import type { EmailTexts } from '../texts/areas/emails.ts';

export type Words = Texts & EmailTexts;

export const wordsOf = (language: Language): Words => ({ ...textsOf(language), ...emailTextsOf(language) });
