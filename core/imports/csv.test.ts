import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '#pages/kit/csv.ts';
import { languages } from '../kernel/common.ts';
import { importLimits, readCsv, UnreadableFile } from './csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean, little = true): Uint8Array => {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return little ? buffer : buffer.swap16();
};
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
const codeOf = (content: Uint8Array): string | undefined => {
  try {
    readCsv(content);
    return undefined;
  } catch (error) {
    return error instanceof UnreadableFile ? error.code : String(error);
  }
};

describe('a CSV file', () => {
  const table = [
    ['Проект', 'Срок'],
    ['Завод А', '12.01.2026'],
  ];
  it.each<[string, Uint8Array]>([
    ['UTF-8', bytes('Проект;Срок\r\nЗавод А;12.01.2026\r\n')],
    ['UTF-8 with a mark, commas', bytes('\ufeffПроект,Срок\nЗавод А,12.01.2026')],
    ['tabs and old line ends', bytes('Проект\tСрок\rЗавод А\t12.01.2026')],
    ['a line that names the separator', bytes('sep=,\r\nПроект,Срок\r\nЗавод А,12.01.2026\r\n')],
    ['UTF-16 as Excel writes it', utf16('Проект\tСрок\r\nЗавод А\t12.01.2026\r\n', true)],
    ['UTF-16 the other way round', utf16('Проект;Срок\r\nЗавод А;12.01.2026', true, false)],
    ['UTF-16 without a mark', utf16('Проект;Срок\r\nЗавод А;12.01.2026', false)],
    ['Windows-1251', windows1251('Проект;Срок\r\nЗавод А;12.01.2026\r\n')],
    ['empty lines behind', bytes('Проект;Срок\r\nЗавод А;12.01.2026\r\n\r\n;;\r\n')],
  ])('is read: %s', (_, content) => {
    expect(readCsv(content).map((row) => row.filter((cell) => cell !== ''))).toEqual(table);
  });

  it.each<[string, readonly string[]]>([
    ['"a;b";"c\r\nd";"say ""x"""', ['a;b', 'c\r\nd', 'say "x"']],
    ['"=""060440001230""";\'=1+1;\'plain', ['060440001230', '=1+1', "'plain"]],
    ['a;;c', ['a', '', 'c']],
    ['"";x', ['', 'x']],
  ])('holds what was meant: %s', (line, cells) => {
    expect(readCsv(bytes(`${line}\r\n`))).toEqual([cells]);
  });

  it('of ours is understood: any text comes back as it was written', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((one) => !one.includes('\u0000') && !/^(='|'|=")/.test(one));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...languages),
        (rows, language) => {
          const written = [['Название', 'b', 'c'], ...rows.map(([a, b, c]) => [`x${a}`, b, c])];
          expect(readCsv(csv(language, written))).toEqual(written);
        },
      ),
    );
  });

  it.each<[string, Uint8Array, string | undefined]>([
    ['nothing', bytes(''), 'import-empty'],
    ['only separators', bytes(';;\r\n;;'), 'import-empty'],
    ['a quotation without an end', bytes('a;b\r\n"c;d'), 'import-quote'],
    ['a cell of a megabyte', bytes(`a;b\r\n${'x'.repeat(1_000_000)};c`), 'import-too-large'],
    ['too many rows', bytes(`a\r\n${'b\r\n'.repeat(importLimits.rows)}`), 'import-too-large'],
    ['too many columns', bytes(`${'a;'.repeat(1000)}a`), 'import-too-large'],
    ['as many rows as may be', bytes(`a\r\n${'b\r\n'.repeat(importLimits.rows - 1)}`), undefined],
  ])('with %s is refused or read', (_, content, code) => {
    expect(codeOf(content)).toBe(code);
  });

  it('never takes long nor fails otherwise, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(codeOf(content) ?? 'read').toMatch(/^(read|import-)/);
      }),
    );
  });
});
