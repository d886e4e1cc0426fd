import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inexactNumber } from './inexact-number.ts';

describe('inexactNumber', () => {
  it.each([
    ['{"id":9007199254740993}', '9007199254740993'],
    ['[1,-9007199254740993]', '-9007199254740993'],
    ['9223372036854775807', '9223372036854775807'],
    ['9223372036854775809', undefined],
    ['9007199254740992', undefined],
    ['9007199254740993.0', undefined],
    ['9.007199254740993e15', undefined],
    ['99999999999999999999', undefined],
    ['{"9007199254740993":"a \\" 9007199254740993"}', undefined],
  ])('%s: %s', (text, found) => {
    expect(inexactNumber(text)).toBe(found);
  });

  it('finds nothing in what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(inexactNumber(JSON.stringify(value))).toBeUndefined();
      }),
    );
  });

  it('finds every number below 2⁶³ that changes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 62n }), (number) => {
        const text = String(number);
        expect(inexactNumber(`{"a":[${text}]}`)).toBe(JSON.stringify(JSON.parse(text)) === text ? undefined : text);
      }),
    );
  });
});
