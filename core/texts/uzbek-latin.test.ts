import { describe, expect, it } from 'vitest';
import { lostSoftSign } from '#test/support/soft-signs.ts';
import { inLanguages } from './in-languages.ts';
import { toLatin } from './uzbek-latin.ts';

describe('the two scripts of Uzbek', () => {
  it('Latin is computed from Cyrillic, in the same shape', () => {
    expect(
      inLanguages({ kk: {}, ru: {}, en: {}, 'uz-cyrl': { words: ['Эътироз', { due: '{due} йил' }] } })('uz'),
    ).toEqual({ words: ['Eʼtiroz', { due: '{due} yil' }] });
  });

  it('is computed once', () => {
    const words = { kk: {}, ru: {}, en: {}, 'uz-cyrl': { word: 'хат' } };
    const pick = inLanguages(words);
    expect(pick('uz')).toBe(pick('uz'));
    expect(pick('uz-cyrl')).toBe(words['uz-cyrl']);
  });

  it.each([
    ['Эътироз', 'Eʼtiroz'],
    ['ер', 'yer'],
    ['реестр', 'reyestr'],
    ['тармоғи', 'tarmogʻi'],
    ['лицензия', 'litsenziya'],
    ['дирекция', 'direksiya'],
    ['автомобиль йўли', 'avtomobil yoʻli'],
    ['Ўзбекча', 'Oʻzbekcha'],
    ['2018 йил', '2018-yil'],
    ['{year} йил {number}-чорак', '{year}-yil {number}-chorak'],
    ['бир йил', 'bir yil'],
    ['2015 йил 23 ноябрдаги', '2015-yil 23-noyabrdagi'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });

  it.each([
    ['Рол', 'Рол'],
    ['Янги рол берилди', 'рол'],
    ['филтрлар', 'филтр'],
    ['роль', undefined],
    ['январдан', undefined],
    ['назорат', undefined],
  ])('%s has lost its soft sign: %s', (text, lost) => {
    expect(lostSoftSign(text)).toBe(lost);
  });
});
