import { languages, type Language } from './common.ts';

/** Words that multiply, as people write them after a number, by the power of ten; the longer forms are read by how they begin. */
const multipliers: readonly (readonly [RegExp, number])[] = [
  [/^(?:тыс|тысяч[аи]?|мың|минг|ming|thousand)\.?$/, 3],
  [/^(?:млн|миллион(?:а|ов)?|mln|mn|millions?)\.?$/, 6],
  [/^(?:млрд|миллиард(?:а|ов)?|mlrd|milliard|bn|billions?)\.?$/, 9],
  [/^(?:трлн|триллион(?:а|ов)?|trln|trn|tn|trillions?)\.?$/, 12],
];

export interface Reading {
  /** Of the page on which it was typed: English writes groups with a comma. Unknown: what may be two numbers is asked. */
  readonly language?: Language | undefined;
  /** Only whole numbers make sense: "1,200" is no fraction. */
  readonly whole?: boolean | undefined;
  /** A share: "50 %" is fifty. */
  readonly percent?: boolean | undefined;
  /** Nought is seldom meant: it is asked about. */
  readonly asksZero?: boolean | undefined;
  /** What the person said they meant, as `String(number)`; holds only while what they typed can be read so. */
  readonly meant?: string | undefined;
}

/** What the hidden fields beside a number's field tell: the language of its page, and which of two readings was meant. */
export const fieldReading = (text: (field: string) => string, name: string): Reading => ({
  language: languages.find((one) => one === text(`${name}.in`)),
  meant: text(`${name}.meant`),
});

/** `asked`: what was typed may be any of `readings`, the likeliest first. */
export type TypedNumber =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'asked'; readonly readings: readonly number[] }
  | { readonly kind: 'unreadable' };

const unspaced = /^[1-9]\d{0,2}(?:([ '’ʼ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/u;
const bothMarks = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+$/;
const manyGroups = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+$/;
const oneGroup = /^[1-9]\d{0,2}([.,])\d{3}$/;
const fraction = /^(?:0|[1-9]\d*)[.,]\d+$/;

const withoutGroups = (text: string): string => text.replace(/[.,](?=.*[.,])|[ '’ʼ]/gu, '').replace(',', '.');

/** The numbers that digits and marks may be, as texts that `Number` takes; none: they are no number. */
function plainOf(text: string, { language, whole = false }: Reading): readonly string[] {
  if (/^\d+$/.test(text)) return [text];
  if (unspaced.test(text) || bothMarks.test(text)) return [withoutGroups(text)];
  if (manyGroups.test(text)) return [text.replace(/[.,]/g, '')];
  const mark = oneGroup.exec(text)?.[1];
  if (mark !== undefined) {
    const grouped = text.replace(mark, '');
    return whole || (mark === ',' && language === 'en') ? [grouped] : [grouped, text.replace(mark, '.')];
  }
  return fraction.test(text) ? [text.replace(',', '.')] : [];
}

/** The same letters and marks whatever the keyboard: wide digits and every kind of space made plain, invisible marks dropped. */
const tidied = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

function readingsOf(typed: string, reading: Reading): readonly number[] {
  const text = reading.percent ? typed.replace(/ ?%$/, '') : typed;
  const [, digits = '', word] = /^(\d(?:[\d .,'’ʼ]*\d)?)(?: ?(\p{L}+\.?))?$/u.exec(text) ?? [];
  const power = word === undefined ? 0 : multipliers.find(([names]) => names.test(word))?.[1];
  return power === undefined ? [] : plainOf(digits, reading).map((plain) => Number(`${plain}e${String(power)}`));
}

/** "12,5 млн"; groups by spaces, apostrophes, commas, points. One mark before three digits may be either: asked. */
export function typedNumber(typed: string, reading: Reading = {}): TypedNumber {
  const text = tidied(typed);
  if (text === '') return { kind: 'none' };
  const readings = readingsOf(text, reading);
  const meant = readings.find((value) => String(value) === reading.meant);
  const [value] = readings;
  if (meant !== undefined) return { kind: 'number', value: meant };
  if (value === undefined) return { kind: 'unreadable' };
  return readings.length > 1 || (value === 0 && reading.asksZero)
    ? { kind: 'asked', readings }
    : { kind: 'number', value };
}
