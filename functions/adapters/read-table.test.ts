import { deflateRawSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '#core/imports/csv.ts';
import { xlsx } from '#pages/kit/xlsx.ts';
import { readTable } from './read-table.ts';

/** A ZIP with a directory, as other programs write it. @param size what it says that it unpacks to */
function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, packed]);
    listed.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, name]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const book = (sheet: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  zip({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Лист" sheetId="7" r:id="rId3"/><sheet name="2" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Target="worksheets/other.xml" Id="rId1"/><Relationship Id="rId3" Target="/xl/worksheets/one.xml"/></Relationships>',
    'xl/worksheets/one.xml': `<worksheet><cols><col min="1"/></cols><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  });
const codeOf = (bytes: Uint8Array): string => {
  try {
    readTable(bytes);
    return 'read';
  } catch (error) {
    return error instanceof UnreadableFile ? error.code : String(error);
  }
};

describe('a workbook', () => {
  it('of ours is read as others read it', async () => {
    const rows = [
      ['Компания', 'Сумма', 'День'],
      ['ЖШС «Зауыт» <a>&b', 12.5, { day: '2025-12-22' }],
      ['=1+1', -3, 'x\ny'],
      Array.from({ length: 28 }, (_, at) => `c${String(at)}`),
    ];
    const bytes = xlsx([
      { name: 'Лист', rows },
      { name: 'Другой', rows: [['x']] },
    ]);
    expect(readTable(bytes)).toEqual(rows);
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(sheet?.data.map((row) => row.filter((cell) => cell !== null)).at(3)).toEqual(rows[3]);
  });

  it('of Excel is read: shared texts, days by their format, gaps, formulas by their results', () => {
    const bytes = book(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>' +
        '<row r="3" spans="1:3"><c r="A3" s="1"><v>46030</v></c><c r="B3" s="2"><v>46031.75</v></c><c r="C3"><v>46030</v></c>' +
        '<c r="D3" t="str"><f>A1&amp;"x"</f><v>sum &amp; more</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3" s="3"/></row>',
      {
        'xl/sharedStrings.xml':
          '<sst><si><t xml:space="preserve">Про</t></si><si/><si><r><rPr><b/></rPr><t>Бо</t></r><r><t>лат</t></r><rPh sb="0"><t>звук</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      },
    );
    expect(readTable(bytes)).toEqual([
      ['Про', '', 'Болат'],
      [],
      [{ day: '2026-01-08' }, { day: '2026-01-09' }, 46030, 'sum & more', 'true'],
    ]);
  });

  it.each<[string, () => Uint8Array, string]>([
    [
      'that unpacks without an end',
      () => book('', { 'xl/worksheets/one.xml': Buffer.alloc(60_000_000, ' ') }),
      'import-too-large',
    ],
    ['that is cut off', () => book('<row><c><v>1</v></c></row>').subarray(0, 200), 'import-file'],
    ['whose rows are not closed', () => book('<row>'.repeat(50_000)), 'import-file'],
    ['with a cell far to the right', () => book('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'import-too-large'],
    ['with a row far below', () => book('<row r="1000000"><c r="A1000000"><v>1</v></c></row>'), 'import-too-large'],
    [
      'with rows that go back',
      () => book('<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'),
      'import-file',
    ],
    [
      'without a sheet',
      () => zip({ 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': '<R/>' }),
      'import-file',
    ],
    ['with nothing in it', () => book(''), 'import-empty'],
    ['with an entity of its own', () => book('<row><c t="str"><v>&lol;</v></c></row>'), 'read'],
    ['of another kind', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'import-file'],
    ['that is an archive of something else', () => zip({ 'a.txt': 'a' }), 'import-file'],
  ])('%s is refused: %#', (_, bytes, code) => {
    expect(codeOf(bytes())).toBe(code);
  });
});
