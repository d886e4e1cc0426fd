import { describe, expect, it } from 'vitest';
import { inLatin, toLatin } from '#test/support/uzbek-latin.ts';
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
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });
});
