import { languages, type Language } from '#core/kernel/common.ts';

/** A language tag and how much it is wanted, 0 to 1; a weight that is none is that of one without. */
function wantedIn(part: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((one) => one.trim());
  const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
  return {
    tag,
    weight: weight !== undefined && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 1,
  };
}

function spoken(tag: string): Language | undefined {
  const exact = languages.find((language) => tag === language || (language === 'uz-cyrl' && tag.startsWith('uz-cyrl')));
  return exact ?? languages.find((language) => tag.split('-')[0] === language);
}

/** Of the reader's languages the most wanted that we speak, of equals the first; Uzbek in Cyrillic is `uz-Cyrl`. English when none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .toLowerCase()
    .split(',')
    .map(wantedIn)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const found = spoken(tag);
    if (found) return found;
  }
  return 'en';
}
