import type { Language } from '#core/kernel/common.ts';

/** One cell of a sheet. Numbers stay numbers, and days days ('YYYY-MM-DD'). */
export type Cell = string | number | { readonly day: string };

/** One table of a file; its first row names the columns. `name`: in the reader's language. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Excel takes these for the beginning of a formula, which somebody's company name must not become. */
const startsFormula = /^[=+\-@\t\r\n]/;

/** Text of a cell, with an apostrophe before what a spreadsheet would run. */
export const harmless = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);

/** What Excel would take for a number or a day: a BIN would lose its nought and its end, a telephone its plus. It keeps what a formula of nothing but a text gives. */
const looksLikeFigure = /^(?:\d[\d\s.,:/+\-eE]*|\+\d[\d ()-]{4,})$/;
const kept = (text: string): string => (looksLikeFigure.test(text) ? `="${text}"` : harmless(text));

/** How the settings of a language write: Russian, Kazakh and Uzbek ones part cells by semicolons, for decimals follow a comma. */
const habits = {
  comma: {
    parts: ';',
    number: (value: number) => String(value).replace('.', ','),
    day: (day: string) => day.split('-').toReversed().join('.'),
  },
  point: { parts: ',', number: String, day: (day: string) => day },
} as const;

function csvCell(cell: Cell, { parts, number, day }: (typeof habits)[keyof typeof habits]): string {
  if (typeof cell === 'number') return number(cell);
  if (typeof cell === 'object') return day(cell.day);
  const text = kept(cell);
  return /["\r\n]/.test(text) || text.includes(parts) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Tables one below the other, each under its name. */
export const csvRows = (sheets: readonly Sheet[]): Sheet['rows'] =>
  sheets.flatMap(({ name, rows }, at) => [...(at === 0 ? [] : [[]]), [name], ...rows]);

/** Rows as CSV that Excel with the settings of a language opens by a double click: UTF-8 with a byte order mark, CR LF. */
export function csv(language: Language, rows: readonly (readonly Cell[])[]): Uint8Array {
  const habit = language === 'en' ? habits.point : habits.comma;
  return new TextEncoder().encode(
    `\ufeff${rows.map((row) => row.map((cell) => csvCell(cell, habit)).join(habit.parts)).join('\r\n')}\r\n`,
  );
}
