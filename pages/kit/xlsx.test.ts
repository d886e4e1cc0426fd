import { inflateRawSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { xlsx } from './xlsx.ts';

/** The files of a ZIP, by its directory. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06');
  const files = new Map<string, string>();
  for (let at = buffer.readUInt32LE(end + 16), left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size, name, local] = [
      buffer.readUInt32LE(at + 20),
      buffer.readUInt32LE(at + 24),
      buffer.readUInt16LE(at + 28),
      buffer.readUInt32LE(at + 42),
    ];
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const text = inflateRawSync(buffer.subarray(start, start + packed));
    expect(text.length).toBe(size);
    files.set(buffer.toString('utf8', at + 46, at + 46 + name), text.toString('utf8'));
    at += 46 + name;
  }
  return files;
}

it('X15: a workbook is read by those who go by the names of parts, rows and cells', async () => {
  const rows = [
    ['Компания', 'Сумма', 'День'],
    ['Зауыт', 12.5, { day: '2025-12-22' }],
    Array.from({ length: 28 }, (_, at) => `c${String(at)}`),
  ];
  const [sheet] = await readXlsxFile(Buffer.from(xlsx([{ name: 'Лист', rows }])));
  expect(sheet?.data.slice(0, 2).map((row) => row.slice(0, 3))).toEqual([
    ['Компания', 'Сумма', 'День'],
    ['Зауыт', 12.5, new Date('2025-12-22T00:00:00Z')],
  ]);
  expect(sheet?.data[2]).toEqual(rows[2]);
});

it('a workbook holds numbers as numbers and text as text, whatever it begins with', () => {
  const sheet = unzip(
    xlsx([
      {
        name: '1',
        rows: [
          ['Зауыт', 12.5],
          ['=1+1', 'a<b>&\u0001c'],
        ],
      },
    ]),
  ).get('xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<c r="B1" s="4"><v>12.5</v></c>');
  expect(sheet).toContain('<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
  expect(sheet).toContain('a&lt;b&gt;&amp;c');
  expect(sheet).not.toContain('<f>');
});

it('a workbook has a sheet for each table, by a name that Excel takes, with a bold head that stays in sight', async () => {
  const rows = [
    ['БСН', 'Телефон'],
    ['010340001231', '+77000000001'],
  ];
  const long = 'Просроченные поручения и ответственные: кто';
  const bytes = xlsx([long, long, 'A/B: [C]?'].map((name) => ({ name, rows })));
  const sheets = await readXlsxFile(Buffer.from(bytes));
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Просроченные поручения и ответс',
    'Просроченные поручения и отве 2',
    'A B   C',
  ]);
  expect(sheets[0]?.data).toEqual(rows);
  const [first, styles] = ['xl/worksheets/sheet3.xml', 'xl/styles.xml'].map((path) => unzip(bytes).get(path));
  expect(first).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(first).toContain('<c r="A1" s="2"');
  expect(styles).toContain('<font><b/></font>');
});
