import type * as z from 'zod/mini';
import { isLocalDate, type LocalDate } from '../calendar/local-date.ts';
import type { ImportCell } from './csv.ts';

/** What is wrong with a cell: its row as spreadsheets count them, its column by field, a key of the texts. */
export interface RowIssue {
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

/** Words for values, by what they may be called. */
export type Called<Value> = ReadonlyMap<string, Value>;

/** How words are compared: without case, marks that only decorate, and spaces that nobody sees. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f*?:]+/g, ' ')
    .trim()
    .toLowerCase();

const serialDay = (serial: number): LocalDate | undefined =>
  serial >= 20_000 && serial < 80_000
    ? new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
    : undefined;

/** A day as ISO, as dd.mm.yyyy or as the serial of a spreadsheet; undefined: none of these. */
export function dayIn(cell: ImportCell): LocalDate | undefined {
  if (typeof cell === 'object') return isLocalDate(cell.day) ? cell.day : undefined;
  if (typeof cell === 'number') return serialDay(cell);
  const text = cell.trim();
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return serialDay(Number(text));
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s.*)?$/.exec(text) ?? [];
  const iso = year === '' ? text.replace(/[T ].*$/, '') : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : undefined;
}

/**
 * A number with spaces between thousands and a comma or a point before decimals. `two-readings`: one comma before three digits
 * is a thousand in one country and a thousandth in another.
 */
export function numberIn(cell: ImportCell): number | 'not-a-number' | 'two-readings' {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object') return 'not-a-number';
  const text = cell.replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^-?\d[\d.,]*$/.test(text)) return 'not-a-number';
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas === 1 && points === 0 && /^-?[1-9]\d{0,2},\d{3}$/.test(text)) return 'two-readings';
  const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  if ((decimal === ',' ? commas : points) > 1 && commas > 0 && points > 0) return 'not-a-number';
  const thousands = decimal === ',' ? '.' : ',';
  const bare = text.replaceAll(thousands, '');
  const number = Number(bare.split(decimal).length > 2 ? bare.replaceAll(decimal, '') : bare.replace(decimal, '.'));
  return Number.isFinite(number) ? number : 'not-a-number';
}

/** The cells of one row by their fields; what cannot be read is noted. Cells that are empty are undefined. */
export class Cells {
  readonly row: number;
  readonly #cells: ReadonlyMap<string, ImportCell>;
  readonly #issues: RowIssue[];

  constructor(row: number, cells: ReadonlyMap<string, ImportCell>, issues: RowIssue[]) {
    this.row = row;
    this.#cells = cells;
    this.#issues = issues;
  }

  wrong(column: string, code: string): undefined {
    if (!this.#issues.some((one) => one.row === this.row && one.column === column))
      this.#issues.push({ row: this.row, column, code });
  }

  get isRight(): boolean {
    return !this.#issues.some(({ row }) => row === this.row);
  }

  #cell(field: string): ImportCell | undefined {
    const cell = this.#cells.get(field);
    return typeof cell === 'string' && cell.trim() === '' ? undefined : cell;
  }

  has(field: string): boolean {
    return this.#cell(field) !== undefined;
  }

  text(field: string): string | undefined {
    const cell = this.#cell(field);
    return cell === undefined ? undefined : typeof cell === 'object' ? cell.day : String(cell).trim();
  }

  day(field: string): LocalDate | undefined {
    const cell = this.#cell(field);
    return cell === undefined ? undefined : (dayIn(cell) ?? this.wrong(field, 'not-a-day'));
  }

  number(field: string): number | undefined {
    const cell = this.#cell(field);
    if (cell === undefined) return undefined;
    const number = numberIn(cell);
    return typeof number === 'number' ? number : this.wrong(field, number);
  }

  /** An amount in minor units. */
  minor(field: string): number | undefined {
    const amount = this.number(field);
    return amount === undefined ? undefined : Math.round(amount * 100);
  }

  one<Value>(field: string, called: Called<Value>): Value | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : (called.get(plainWord(text)) ?? this.wrong(field, 'unknown-word'));
  }

  /** What a contract makes of it; what does not fit is noted at the column that `columnOf` names. */
  fit<Schema extends z.ZodMiniType>(
    schema: Schema,
    value: unknown,
    columnOf: (path: string) => string,
  ): z.output<Schema> | undefined {
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const { path, code, input } of parsed.error.issues)
      this.wrong(columnOf(path.join('.')), input === undefined ? 'missing' : code);
    return undefined;
  }
}
