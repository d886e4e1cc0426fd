import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf, lookUpOf, sameBy } from './identity.ts';

const company = (name: string, number = '251140012347', country = 'KZ') => ({ name, number, country });
const same = (one: ReturnType<typeof company>, other: ReturnType<typeof company>) =>
  sameBy(identityOf(one), identityOf(other));
const named = (one: string, other: string) => same(company(one, '1'), company(other, '2'));

describe('two letters of one company', () => {
  it.each([
    ['ТОО «Мега-Агат»', 'Mega-Agat LLP'],
    ['ТОО «Мега-Агат»', 'Мега Агат'],
    ['Mega-Agat LLP', 'МЕГА АГАТ ЖШС'],
    ['«Қазфосфат» АҚ', 'Kazfosfat AQ'],
    ['«Қоʻқон текстиль» МЧЖ', 'Qoʻqon tekstil MChJ'],
    ['«Qoʻqon tekstil» AJ', 'АО Қўқон текстил'],
    ['ИП Асанов', 'ЖК Асанов'],
    ['YaTT Karimov', 'ЯТТ Каримов'],
    ['Mega JSC', 'АО «Мега»'],
    ['Товарищество с ограниченной ответственностью «Мега»', 'Mega L.L.P.'],
    ['ТОО', 'тоо'],
  ])('D30: %j and %j are one name', (one, other) => {
    expect(named(one, other)).toBe('name');
  });

  it.each([
    ['Мега Агат', 'Мега'],
    ['Мега Агат', 'Агат Мега'],
    ['Мега 1', 'Мега 2'],
    ['ТОО', 'LLP'],
    ['Ақ жол', 'жол'],
    ['', ''],
    ['—', '«»'],
  ])('D30: %j and %j are not', (one, other) => {
    expect(named(one, other)).toBeUndefined();
  });

  it.each([
    ['251140012347', '2511 4001-2347', 'KZ', 'number'],
    ['251140012347', '251140012348', 'KZ', undefined],
    ['251140012347', '251140012347', 'UZ', undefined],
    ['ab-12', 'AB 12', 'KZ', 'number'],
  ] as const)('D30: numbers %j and %j (%s): %s', (one, other, country, expected) => {
    expect(same(company('Мега', one), company('Агат', other, country))).toBe(expected);
  });

  it('D30: holds both ways, for itself, and whatever stands around the name', () => {
    const words = fc.array(fc.constantFrom('Мега', 'Агат', 'Жол', 'Qazyna', 'Ақтөбе', 'Tekstil'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('ТОО', 'LLP', 'ЖШС', 'MChJ', 'МЧЖ', 'АО', 'JSC', 'ИП'),
        (one, other, form) => {
          const [a, b] = [one.join(' '), other.join('-')];
          expect(named(a, `${form} «${a.toUpperCase()}»`)).toBe('name');
          expect(named(a, b)).toBe(named(b, a));
        },
      ),
    );
  });

  it('D30: is looked up under its number and the two longest words of its name', () => {
    expect(lookUpOf(company('ТОО «Мега-Агат Казахстан»', '2511 4001 2347'))).toEqual({
      number: '251140012347',
      words: [['kazahstan'], ['mega']],
    });
  });
});
