/** Signs that stand for an apostrophe, or are typed for one. */
export const apostrophes = "ʻʼʽˈ'`´‘’‛′ʹ＇";

/** Russian, Kazakh, Uzbek Cyrillic, and Latin that is no letter with a mark; such letters that are not here lose it. */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  ҳ: 'kh',
  һ: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  є: 'ye',
  ı: 'i',
  ə: 'a',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/** For want of a key, or read in two ways: «ў» typed «у», in Latin "o"; «ё» is «е» in Russian, "yo" in Uzbek. */
const twofold: Readonly<Record<string, readonly [string, string]>> = { ў: ['o', 'u'], ё: ['e', 'yo'] };

const anyApostrophe = new RegExp(`[${apostrophes}]`, 'gu');

/** Apostrophes first: compatibility forms know some of them as a space with a mark. */
const asTyped = (word: string): string =>
  word
    .replaceAll(anyApostrophe, "'")
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    // Uzbek oʻ.
    .replaceAll("o'", 'ў')
    .replaceAll("'", '');

/** A word in plain Latin letters and digits, in lower case; two where a letter of it is written in two ways. */
export function plainLatin(word: string): readonly string[] {
  const typed = asTyped(word);
  const ways = [...typed].some((letter) => letter in twofold) ? ([0, 1] as const) : ([0] as const);
  return ways.map((way) =>
    [...typed]
      .map(
        (letter) =>
          twofold[letter]?.[way] ??
          latin[letter] ??
          [...letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')].map((part) => latin[part] ?? part).join(''),
      )
      .join(''),
  );
}
