const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'x',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  ъ: 'ʼ',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ў: 'oʻ',
  қ: 'q',
  ғ: 'gʻ',
  ҳ: 'h',
  '«': '“',
  '»': '”',
};

const latinOf = (letter: string, before: string): string => {
  const afterVowel = /[аеёиоуэюяў]/i.test(before);
  if (letter === 'е' && (afterVowel || !/[а-яёўқғҳ]/i.test(before) || /[ъь]/i.test(before))) return 'ye';
  if (letter === 'ц' && afterVowel) return 'ts';
  return letters[letter] ?? letter;
};

/** What the Latin spelling writes otherwise than letter by letter: an ordinal number is joined to its word by a hyphen ("2026-yil 9-mart"). */
const exceptions: readonly (readonly [cyrillic: RegExp, latin: string])[] = [
  [/(\d{4}|\{year\}) йил/g, '$1-йил'],
  [/(?<!\d)(\d{1,2}) (?=(?:январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр))/g, '$1-'],
];

/** Uzbek in Latin letters by the rules of 1995: е is ye where a word or a syllable begins, ц is ts after a vowel, the soft sign is not written. */
export function toLatin(cyrillic: string): string {
  const text = exceptions.reduce((given, [from, to]) => given.replace(from, to), cyrillic);
  return [...text]
    .map((character, at) => {
      const small = character.toLowerCase();
      const latin = latinOf(small, text[at - 1] ?? '');
      return character === small ? latin : `${latin.charAt(0).toUpperCase()}${latin.slice(1)}`;
    })
    .join('');
}

const allInLatin = (value: unknown): unknown => {
  if (typeof value === 'string') return toLatin(value);
  if (Array.isArray(value)) return value.map(allInLatin);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allInLatin(inner)]));
};

export const inLatin = <Words>(words: Words): Words => allInLatin(words) as Words;
