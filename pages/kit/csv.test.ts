import { describe, expect, it } from 'vitest';
import { csv, type Cell } from './csv.ts';

const text = (row: readonly Cell[]): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv('ru', [row]));

describe('a CSV file', () => {
  it('begins with a byte order mark and parts cells by semicolons, rows by CR LF', () => {
    expect([...csv('kk', []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text(['Зауыт', 1, 'b'])).toBe('\ufeffЗауыт;1;b\r\n');
  });

  it.each<[string, string]>([
    ['060440001230', '"=""060440001230"""'],
    ['1-2', '"=""1-2"""'],
    ['3/4', '"=""3/4"""'],
    ['1E5', '"=""1E5"""'],
    ['0012', '"=""0012"""'],
    ['+7 (700) 000-00-00', '"=""+7 (700) 000-00-00"""'],
    ['12 шт', '12 шт'],
    ['2-кезең', '2-кезең'],
  ])('D25: %j keeps its digits', (cell, expected) => {
    expect(text([cell])).toBe(`\ufeff${expected}\r\n`);
  });

  it('X16: opens in columns where decimals follow a point', () => {
    expect(new TextDecoder().decode(csv('en', [['a;b', 'a,b', 12.5, { day: '2025-12-22' }]]))).toBe(
      'a;b,"a,b",12.5,2025-12-22\r\n',
    );
  });

  it.each(['=1+1', '+7', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('runs nothing: %j', (cell) => {
    expect(
      text([cell])
        .replace(/^\ufeff"?/, '')
        .startsWith(`'${cell.charAt(0)}`),
    ).toBe(true);
  });

  it.each<[Cell, string]>([
    ['a;b', '"a;b"'],
    ['say "x"', '"say ""x"""'],
    ['a\r\nb', '"a\r\nb"'],
    [12.5, '12,5'],
    [-3, '-3'],
    ['a=b', 'a=b'],
  ])('%j is %s', (cell, expected) => {
    expect(text([cell])).toBe(`\ufeff${expected}\r\n`);
  });
});
