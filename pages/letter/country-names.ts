import type { Language } from '#core/kernel/common.ts';
import { locales } from '#core/texts/locales.ts';
import type { Choice } from '../components/choices.tsx';

/** ISO 3166-1 alpha-2 but for Kazakhstan and Uzbekistan, which have choices of their own. */
const codes =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

const made = new Map<Language, readonly Choice[]>();

export function countryChoices(language: Language): readonly Choice[] {
  const known = made.get(language);
  if (known) return known;
  const locale = locales[language];
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  const choices = (codes.match(/../g) ?? [])
    .map((value) => ({ value, text: names.of(value) ?? value }))
    .toSorted((a, b) => compare(a.text, b.text));
  made.set(language, choices);
  return choices;
}
