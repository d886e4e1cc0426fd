import { inflateRawSync } from 'node:zlib';
import {
  importLimits,
  readCsv,
  UnreadableFile,
  withinLimits,
  type ImportCell,
  type ImportRows,
} from '#core/imports/csv.ts';

/** Bytes to which one part of a workbook may unpack: ten thousand full rows stay below a fifth of it. */
const mostUnpacked = 40_000_000;

const unreadable = (): UnreadableFile => new UnreadableFile('import-file');

/** A part of a ZIP by its name (APPNOTE 4.3.12); what unpacks to more than it may is not unpacked. */
function zipParts(bytes: Buffer): (name: string) => string | undefined {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > bytes.length) throw unreadable();
  const places = new Map<string, { readonly method: number; readonly packed: number; readonly local: number }>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw unreadable();
    const [length, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    places.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      local: bytes.readUInt32LE(at + 42),
    });
    at += 46 + length + extra + comment;
  }
  let left = mostUnpacked;
  return (name) => {
    const place = places.get(name);
    if (place === undefined) return undefined;
    const { method, packed, local } = place;
    if (local + 30 > bytes.length || (method !== 0 && method !== 8)) throw unreadable();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    let unpacked: Buffer;
    try {
      unpacked = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
    } catch (error) {
      throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
        ? new UnreadableFile('import-too-large')
        : unreadable();
    }
    left -= unpacked.length;
    if (left < 0) throw new UnreadableFile('import-too-large');
    return unpacked.toString('utf8');
  };
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML; what spreadsheets write as `_x000D_` too. No entity of a document's own is known. */
const plain = (xml: string): string =>
  xml
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (name !== undefined) return entities[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\r\n', '\n');

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];

interface Element {
  readonly tag: string;
  readonly inner: string;
}

/** Elements of a name one after another, each read once; throws where one is not closed. */
function* elements(xml: string, name: string): Generator<Element> {
  const opening = new RegExp(`<((?:\\w+:)?${name})((?:\\s[^>]*?)?)(/?)>`, 'g');
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const [, full = '', tag = '', closed] = found;
    if (closed === '/') {
      yield { tag, inner: '' };
      continue;
    }
    const end = xml.indexOf(`</${full}>`, opening.lastIndex);
    if (end < 0) throw unreadable();
    yield { tag, inner: xml.slice(opening.lastIndex, end) };
    opening.lastIndex = end;
  }
}

/** All of an element's own texts: a text in several hands is one text, how it is spoken is none. */
function textIn(xml: string): string {
  const spoken = [...elements(xml, 'rPh')].map(({ inner }) => inner);
  const own = spoken.reduce((rest, one) => rest.replace(one, ''), xml);
  return [...elements(own, 't')].map(({ inner }) => plain(inner)).join('');
}

/** Formats that show a number as a day: those that Excel has by itself, and those that name a year or a month and a day. */
function dayStyles(styles: string): ReadonlySet<number> {
  const own = new Map(
    [...elements(styles, 'numFmt')].map(({ tag }) => [
      Number(attribute(tag, 'numFmtId')),
      plain(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const isDay = (format: number): boolean => {
    if ((format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)) return true;
    const code = own
      .get(format)
      ?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      .toLowerCase();
    return code !== undefined && /y|d|г|ж/.test(code) && !/general|0|#/.test(code);
  };
  const [cells] = elements(styles, 'cellXfs');
  const formats = [...elements(cells?.inner ?? '', 'xf')].map(({ tag }) => Number(attribute(tag, 'numFmtId')));
  return new Set(formats.flatMap((format, at) => (isDay(format) ? [at] : [])));
}

const dayMs = 86_400_000;
/** A serial as a day; before March 1900 the calendar of spreadsheets is wrong. */
function dayOf(serial: number, from1904: boolean): ImportCell {
  const day = new Date(Date.UTC(1899, 11, 30) + (Math.floor(serial) + (from1904 ? 1462 : 0)) * dayMs);
  return serial >= 61 && serial < 110_000 ? { day: day.toISOString().slice(0, 10) } : serial;
}

/** A to Z, then AA: the number of a column, from 0. */
const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Workbook {
  readonly shared: readonly string[];
  readonly days: ReadonlySet<number>;
  readonly from1904: boolean;
}

function cellOf({ shared, days, from1904 }: Workbook, { tag, inner }: Element): ImportCell {
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return textIn(inner);
  const [{ inner: value } = {}] = elements(inner, 'v');
  if (value === undefined || type === 'e') return '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'str') return plain(value);
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return { day: value.slice(0, 10) };
  const number = Number(value);
  if (!Number.isFinite(number)) return '';
  return days.has(Number(attribute(tag, 's') ?? 0)) ? dayOf(number, from1904) : number;
}

function rowsIn(workbook: Workbook, sheet: string): ImportRows {
  const rows: ImportCell[][] = [];
  for (const { tag, inner } of elements(sheet, 'row')) {
    const place = Number(attribute(tag, 'r') ?? rows.length + 1) - 1;
    if (!(place >= rows.length && place < 1_048_576)) throw unreadable();
    const cells: ImportCell[] = [];
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.tag, 'r') ?? '');
      const at = column < 0 ? cells.length : column;
      const read = cellOf(workbook, cell);
      if (read === '') continue;
      if (at >= importLimits.columns || place >= importLimits.rows) throw new UnreadableFile('import-too-large');
      while (cells.length < at) cells.push('');
      cells[at] = read;
    }
    if (cells.length === 0) continue;
    while (rows.length < place) rows.push([]);
    rows.push(cells);
  }
  return rows;
}

/** The first sheet of a workbook, by the order of its tabs. */
function readXlsx(bytes: Buffer): ImportRows {
  const part = zipParts(bytes);
  const book = part('xl/workbook.xml');
  const relations = part('xl/_rels/workbook.xml.rels');
  if (book === undefined || relations === undefined) throw unreadable();
  const [first] = elements(book, 'sheet');
  const id = attribute(first?.tag ?? '', 'id');
  const relation = [...elements(relations, 'Relationship')].find(({ tag }) => attribute(tag, 'Id') === id);
  const target = attribute(relation?.tag ?? '', 'Target');
  const sheet = target && part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (sheet === undefined || sheet === '') throw unreadable();
  const workbook = {
    shared: [...elements(part('xl/sharedStrings.xml') ?? '', 'si')].map(({ inner }) => textIn(inner)),
    days: dayStyles(part('xl/styles.xml') ?? ''),
    from1904: /date1904="(?:1|true)"/.test(book),
  };
  return withinLimits(rowsIn(workbook, sheet));
}

/** A table from a file of a spreadsheet: a workbook's first sheet, or text. By what it begins with, not by its name. Throws `UnreadableFile`. */
export function readTable(bytes: Uint8Array): ImportRows {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(Buffer.from(bytes));
  // An old workbook, a PDF: whatever else, it is no text.
  if ((bytes[0] === 0xd0 && bytes[1] === 0xcf) || (bytes[0] === 0x25 && bytes[1] === 0x50)) throw unreadable();
  return readCsv(bytes);
}
