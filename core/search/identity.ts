import { bareDigits } from '../kernel/company-number.ts';
import { isBesideName } from './legal-forms.ts';
import { joinedKey, searchKeys, wordsOf } from './search-keys.ts';

export interface Named {
  readonly country: string;
  readonly name: string;
  readonly number: string;
}

/** What two letters of one company have in common: its country with its number, and the words of its name without legal form, each in every reading. */
export interface Identity {
  readonly number: string;
  readonly words: readonly (readonly string[])[];
}

const mostLookedUp = 2;

export function identityOf({ country, name, number }: Named): Identity {
  const words = wordsOf(name);
  const own = words.filter((word) => !isBesideName(word));
  return {
    number: `${country} ${bareDigits(number).toUpperCase()}`,
    words: (own.length > 0 ? own : words).map(searchKeys),
  };
}

/** By what two companies are one, if they are: their number says more than their name. */
export function sameBy(one: Identity, other: Identity): 'number' | 'name' | undefined {
  if (one.number === other.number) return 'number';
  const { words } = one;
  const isSame =
    words.length > 0 &&
    words.length === other.words.length &&
    words.every((keys, at) => keys.some((key) => other.words[at]?.includes(key)));
  return isSame ? 'name' : undefined;
}

/** Where letters of the same company are found: under its number, or under every one of the longest words of its name. */
export const lookUpOf = (
  company: Named,
): { readonly number: string; readonly words: readonly (readonly string[])[] } => ({
  number: joinedKey(company.number),
  words: identityOf(company)
    .words.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))
    .slice(0, mostLookedUp),
});
