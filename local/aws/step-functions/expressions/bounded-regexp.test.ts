import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedRegExp } from './bounded-regexp.ts';

const patterns = [/a(b)?c/g, /(\d+)-(\d+)/, /x/g, /(a|b)+$/i];

describe('a bounded regular expression', () => {
  it('matches as any other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-', 'x'), maxLength: 90 }),
        (pattern, text) => {
          const [bounded, plain] = [new BoundedRegExp(pattern), new RegExp(pattern)];
          expect([bounded.exec(text), bounded.lastIndex]).toEqual([plain.exec(text), plain.lastIndex]);
        },
      ),
    );
  });

  it('gives up a match that does not end', () => {
    expect(() => new BoundedRegExp(/^(a+)+$/).exec(`${'a'.repeat(60)}!`)).toThrow(
      expect.objectContaining({ code: 'TIME' }) as Error,
    );
  });
});
