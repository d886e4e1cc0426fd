import { describe, expect, it } from 'vitest';
import { inLatin, lostSoftSign, toLatin } from '#test/support/uzbek-latin.ts';
import { uzCyrl, uzCyrlEmails } from './uz-cyrl.ts';
import { uz, uzEmails } from './uz.ts';

describe('the two scripts of Uzbek', () => {
  it('say the same, letter by letter', () => {
    expect(uz).toEqual(inLatin(uzCyrl));
    expect(uzEmails).toEqual(inLatin(uzCyrlEmails));
  });

  it.each([
    ['Эътироз', 'Eʼtiroz'], ['ер', 'yer'], ['реестр', 'reyestr'], ['тармоғи', 'tarmogʻi'], ['лицензия', 'litsenziya'],
    ['дирекция', 'direksiya'], ['автомобиль йўли', 'avtomobil yoʻli'], ['Ўзбекча', 'Oʻzbekcha'],
    ['2018 йил', '2018-yil'], ['{year} йил {number}-чорак', '{year}-yil {number}-chorak'], ['бир йил', 'bir yil'], ['2015 йил 23 ноябрдаги', '2015-yil 23-noyabrdagi'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });

  it.each([['Рол', 'Рол'], ['Янги рол берилди', 'рол'], ['филтрлар', 'филтр'], ['роль', undefined], ['январдан', undefined], ['назорат', undefined]])('%s has lost its soft sign: %s', (text, lost) => {
    expect(lostSoftSign(text)).toBe(lost);
  });
});
