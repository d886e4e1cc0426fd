import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment } from './attachment.ts';

describe('the header that names a file', () => {
  it.each([
    ['letter.pdf', `attachment; filename="letter.pdf"; filename*=UTF-8''letter.pdf`],
    ['Хат.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%D0%A5%D0%B0%D1%82.pdf`],
    [
      `a"b\\c/d%e'f(1).pdf`,
      `attachment; filename="a_b_c_d_e'f(1).pdf"; filename*=UTF-8''a%22b%5Cc%2Fd%25e%27f%281%29.pdf`,
    ],
    ['a\r\nset-cookie: b', `attachment; filename="a__set-cookie: b"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b`],
  ])('%s', (name, header) => {
    expect(attachment(name)).toBe(header);
  });

  it('holds any name whole and nothing that a header may not hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const [, plain, encoded = ''] =
          /^attachment; filename="([^"\\]*)"; filename\*=UTF-8''([\w.~%-]*)$/.exec(attachment(name)) ?? [];
        expect(plain).toMatch(/^[ -~]*$/);
        expect(decodeURIComponent(encoded)).toBe(name.toWellFormed());
      }),
    );
  });
});
