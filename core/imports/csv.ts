/** A cell as a file has it. Of a spreadsheet numbers stay numbers and days days; of text both are still to be read. */
export type ImportCell = string | number | { readonly day: string };
export type ImportRows = readonly (readonly ImportCell[])[];

/** What a file may hold: rows with the head, columns, characters of a cell. */
export const importLimits = { rows: 10_001, columns: 100, cell: 32_767 } as const;

/** A file that cannot be read as a table; `code` is a key of the texts. */
export class UnreadableFile extends Error {
  readonly code: 'import-empty' | 'import-quote' | 'import-too-large' | 'import-file';
  constructor(code: UnreadableFile['code']) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** UTF-16 without a mark: separators, digits and line ends have a nought beside them, which no other text has. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const noughts = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 2000).entries())
    if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  return even + odd === 0 ? undefined : odd > even ? 'utf-16le' : 'utf-16be';
}

/** The text of a file: by its mark, else UTF-16 by its noughts, UTF-8 where it is that, else Windows-1251, which Excel writes in Russian. */
function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map([
    [';', 0],
    [',', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted) {
      const count = counts.get(sign);
      if (count !== undefined) counts.set(sign, count + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ';';
}

/** What our own files put around or before a text so that a spreadsheet neither runs it nor takes it for a number. */
const unmarked = (cell: string): string =>
  /^="(.*)"$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? (/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);

const isEmpty = (row: readonly ImportCell[]): boolean =>
  row.every((cell) => typeof cell === 'string' && cell.trim() === '');

/** Rows without what is empty behind them; throws `UnreadableFile` where there is nothing, or more than may be. */
export function withinLimits(rows: ImportRows): ImportRows {
  const last = rows.findLastIndex((row) => !isEmpty(row));
  if (last < 0) throw new UnreadableFile('import-empty');
  if (last >= importLimits.rows) throw new UnreadableFile('import-too-large');
  const kept = rows.slice(0, last + 1);
  if (kept.some((row) => row.findLastIndex((cell) => cell !== '') >= importLimits.columns))
    throw new UnreadableFile('import-too-large');
  if (kept.some((row) => row.some((cell) => typeof cell === 'string' && cell.length > importLimits.cell)))
    throw new UnreadableFile('import-too-large');
  return kept;
}

/**
 * Rows of a CSV file (RFC 4180) in any of the encodings and with any of the separators that spreadsheets write; a line `sep=;` may come first.
 * Throws `UnreadableFile`.
 */
export function readCsv(bytes: Uint8Array): ImportRows {
  const whole = textOf(bytes).replace(/^\ufeff/, '');
  const named = /^sep=(.)\r?\n/i.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  const separator = named?.[1] ?? separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
    if (rows.length > importLimits.rows && rows.slice(importLimits.rows).some((one) => !isEmpty(one)))
      throw new UnreadableFile('import-too-large');
  };
  const ends = new RegExp(`[\\r\\n${separator === '\t' ? '\\t' : separator}]`, 'g');
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new UnreadableFile('import-quote');
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    row.push(unmarked(cell + text.slice(at, end)));
    at = end;
    if (at >= text.length) break;
    const sign = text[at];
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (sign === separator) {
      if (row.length > importLimits.columns * 4) throw new UnreadableFile('import-too-large');
      continue;
    }
    endRow();
    if (at >= text.length) break;
  }
  if (row.length > 0) endRow();
  return withinLimits(rows);
}
