import { crc32, deflateRawSync } from 'node:zlib';
import type { Cell, Sheet } from './csv.ts';

/** A worksheet is XML in a ZIP (ECMA-376): six small files are the least that Excel opens, and one more for each further sheet. */
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const declared = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`;

// What XML cannot hold at all is left out.
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A sheet counts days from 30 December 1899. */
const serialOf = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** A column as sheets name it: A to Z, then AA. @param at from 0 */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

/** Places in `cellXfs`: a day as the reader's own settings write it, the head of a table, numbers with their thousands apart. */
const styleOf = { day: 1, head: 2, whole: 3, broken: 4 } as const;

/** Text is marked as text, so nothing in it is ever a formula, and no digits of it are lost. Excel finds its way without names of cells; other readers do not. */
function cellXml(cell: Cell, name: string, isHead: boolean): string {
  const cellOf = (style: number, more: string, value: string) =>
    `<c r="${name}" s="${String(style)}"${more}>${value}</c>`;
  if (typeof cell === 'number')
    return cellOf(Number.isInteger(cell) ? styleOf.whole : styleOf.broken, '', `<v>${String(cell)}</v>`);
  if (typeof cell === 'object') return cellOf(styleOf.day, '', `<v>${String(serialOf(cell.day))}</v>`);
  const text = `<is><t xml:space="preserve">${escaped(cell)}</t></is>`;
  return cellOf(isHead ? styleOf.head : 0, ' t="inlineStr"', text);
}

const rowXml = (row: readonly Cell[], at: number): string =>
  `<row r="${String(at + 1)}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${String(at + 1)}`, at === 0)).join('')}</row>`;

/** The least that a style sheet may be; formats 14, 3 and 4 are a day and numbers as the reader's own settings write them. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const widthOf = (cell: Cell): number =>
  typeof cell === 'object' ? 11 : String(cell).length + (typeof cell === 'number' ? 4 : 1);

/** As wide as what is in it, in characters, and no wider than is read at a glance. */
function columnsXml(rows: Sheet['rows']): string {
  const most = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: most }, (_, at) => {
    const [head = '', ...cells] = rows.map((row) => row[at] ?? '');
    return Math.min(45, Math.max(9, Math.min(18, widthOf(head)), ...cells.map(widthOf)));
  });
  return widths.length === 0
    ? ''
    : `<cols>${widths.map((width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`).join('')}</cols>`;
}

/** The head stays where it is while the rest is scrolled. */
const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const sheetXml = ({ rows }: Sheet): string =>
  `<worksheet xmlns="${main}">${frozen}${columnsXml(rows)}<sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`;

const longestName = 31;

/** Names that Excel takes: without what it keeps for addresses, no longer than it allows, each once whatever its case. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, '');
    for (let turn = 1; ; turn += 1) {
      const end = turn === 1 ? '' : ` ${String(turn)}`;
      const found = `${plain.slice(0, longestName - end.length).trim()}${end}`;
      if (found !== '' && !taken.has(found.toLowerCase())) {
        taken.add(found.toLowerCase());
        return found;
      }
    }
  });
}

const partName = (at: number): string => `worksheets/sheet${String(at + 1)}.xml`;

const parts = (sheets: readonly Sheet[]): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/${partName(at)}" ContentType="${mime}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheetNames(sheets)
      .map(
        (name, at) =>
          `<sheet name="${escaped(name).replaceAll('"', '&quot;')}" sheetId="${String(at + 1)}" r:id="s${String(at + 1)}"/>`,
      )
      .join('')}</sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaging}/relationships">${sheets.map((_, at) => `<Relationship Id="s${String(at + 1)}" Type="${office}/worksheet" Target="${partName(at)}"/>`).join('')}<Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', styles],
  ...sheets.map((sheet, at): [string, string] => [`xl/${partName(at)}`, sheetXml(sheet)]),
];

/** The fields that a local header and the directory of a ZIP share (APPNOTE 4.3.7, 4.3.12): version, flags, method, time, date, CRC, sizes, name. */
function described(name: Buffer, packed: Buffer, bytes: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x0800, 2);
  head.writeUInt16LE(8, 4);
  // 1980-01-01: the least date a ZIP knows, so that the same rows give the same file.
  head.writeUInt16LE(0x21, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function zip(files: readonly (readonly [string, string])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of files) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const shared = described(name, packed, bytes);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, name]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

/** What a file of rows is served as. */
export const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Tables as an XLSX workbook, a sheet each. */
export const xlsx = (sheets: readonly Sheet[]): Uint8Array =>
  zip(parts(sheets).map(([path, xml]) => [path, declared(xml)]));
