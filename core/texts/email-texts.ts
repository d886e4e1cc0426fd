import type { Language } from '../contracts/common.ts';
import { enEmails } from './en.ts';
import { kkEmails } from './kk.ts';
import { ruEmails } from './ru.ts';
import type { EmailTexts } from './texts.ts';
import { uzCyrlEmails } from './uz-cyrl.ts';
import { uzEmails } from './uz.ts';

const byLanguage: Readonly<Record<Language, EmailTexts>> = {
  kk: kkEmails, ru: ruEmails, en: enEmails, uz: uzEmails, 'uz-cyrl': uzCyrlEmails,
};

/** What emails say in a language, beside the names of `textsOf`. */
export const emailTextsOf = (language: Language): EmailTexts => byLanguage[language];
