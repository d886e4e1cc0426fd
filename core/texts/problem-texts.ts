import type { Language } from '../contracts/common.ts';
import { enProblems } from './en.ts';
import { kkProblems } from './kk.ts';
import { ruProblems } from './ru.ts';
import { issueCodes, type IssueCode, type ProblemTexts } from './texts.ts';
import { uzCyrlProblems } from './uz-cyrl.ts';
import { uzProblems } from './uz.ts';

const byLanguage: Readonly<Record<Language, ProblemTexts>> = {
  kk: kkProblems, ru: ruProblems, en: enProblems, uz: uzProblems, 'uz-cyrl': uzCyrlProblems,
};

/** What a refused request says in a language. */
export const problemTextsOf = (language: Language): ProblemTexts => byLanguage[language];

const isKnown = (code: string): code is IssueCode => (issueCodes as readonly string[]).includes(code);

/** What is wrong with a field, in words. A code without words of its own gets the general ones. */
export const issueText = (language: Language, code: string): string => byLanguage[language].issues[isKnown(code) ? code : 'custom'];
