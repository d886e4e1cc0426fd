import type { Language } from '../kernel/common.ts';
import { fill } from './fill.ts';
import { onceALanguage } from './locales.ts';
import { numberText } from './numbers.ts';

/** Forms of a counted text by `Intl.PluralRules`; a language writes those it has. */
export interface Plural {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = onceALanguage((locale) => new Intl.PluralRules(locale));

const isForm = (category: string): category is keyof Plural => ['one', 'few', 'many', 'other'].includes(category);

/** A counted text in the form its number asks for; `{count}` is the number, `more` what else it names. */
export function countText(
  language: Language,
  plural: Plural,
  count: number,
  more: Readonly<Record<string, string>> = {},
): string {
  const category = rules(language).select(count);
  const template = (isForm(category) ? plural[category] : undefined) ?? plural.other;
  return fill(template, { ...more, count: numberText(language, count) });
}
