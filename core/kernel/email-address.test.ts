import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Email } from './common.ts';
import { asciiAddress, shownAddress } from './email-address.ts';

describe("D26, S16: an address of any alphabet's domain", () => {
  it.each([
    ['info@зауыт.қаз', 'info@xn--80an8ad4b.xn--80ao21a'],
    ['INFO@Зауыт.ҚАЗ', 'info@xn--80an8ad4b.xn--80ao21a'],
    ['info@xn--80an8ad4b.xn--80ao21a', 'info@xn--80an8ad4b.xn--80ao21a'],
    ['info@zauyt.kz', 'info@zauyt.kz'],
    ['a.b+c@почта.рф', 'a.b+c@xn--80a1acny.xn--p1ai'],
    ['info@зауыт.kz', 'info@xn--80an8ad4b.kz'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(Email.parse(typed)).toBe(kept);
  });

  it.each([
    'инфо@zauyt.kz',
    'инфо@зауыт.қаз',
    'info@',
    '@зауыт.қаз',
    'info@зауыт',
    'info@зауыт.қаз/x',
    'info@за уыт.қаз',
    'a@b@зауыт.қаз',
    'info@зауыт..қаз',
    'a\u0000@зауыт.қаз',
  ])('%j is none', (typed) => {
    expect(Email.safeParse(typed).success).toBe(false);
  });

  it('is shown in its own alphabet', () => {
    expect(shownAddress('info@xn--80an8ad4b.xn--80ao21a')).toBe('info@зауыт.қаз');
    expect(shownAddress('info@zauyt.kz')).toBe('info@zauyt.kz');
    expect(shownAddress('info@xn--99999999999.kz')).toBe('info@xn--99999999999.kz');
  });

  it('is shown as Node reads it, and leads back to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'абвгдежзқғүұһіәөўҳ'), minLength: 1, maxLength: 20 }),
        (label) => {
          const ascii = asciiAddress(`a@${label}.kz`);
          expect(shownAddress(ascii)).toBe(`a@${domainToUnicode(ascii.slice(2))}`);
          expect(asciiAddress(shownAddress(ascii))).toBe(ascii);
        },
      ),
    );
  });

  it('any text is read without a fault', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        shownAddress(`${one}@xn--${other}`);
        asciiAddress(`${one}@${other}`);
      }),
    );
  });
});
