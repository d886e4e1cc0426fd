import { describe, expect, it } from 'vitest';
import type { CorrectedLetter, LetterAlone, LetterField } from '#core/letter/letter-correction.ts';
import { letter as sample } from '#test/support/samples.ts';
import { changedFields } from './correct-letter.ts';

const { contact: _contact, consent: _consent, ...rest } = sample();
const letter: LetterAlone = {
  ...rest,
  company: { country: 'KZ', name: 'Slab\u200b Works', number: '251140012374' },
  utilities: { power: { kilowatts: 4500 }, gas: { notKnown: true } },
  jobs: 120,
};

describe('X49: the fields of a letter that a correction changes', () => {
  it.each<[string, CorrectedLetter, LetterField[], LetterField[]]>([
    ['nothing given', {}, ['jobs'], []],
    [
      'the same values',
      { jobs: 120, utilities: { gas: { notKnown: true }, power: { kilowatts: 4500 } } },
      ['jobs'],
      [],
    ],
    [
      'a name that differs by marks nobody sees',
      { company: { country: 'KZ', name: 'Slab Works', number: '251140012374' } },
      [],
      [],
    ],
    [
      'the number alone',
      { company: { country: 'KZ', name: 'Slab Works', number: '990101000001' } },
      ['company.number'],
      ['company.number'],
    ],
    [
      'the country of the number',
      { company: { country: 'UZ', name: 'Other', number: '123456789' } },
      [],
      ['company.name', 'company.number'],
    ],
    [
      'a line that was returned and is left out',
      { utilities: { gas: { notKnown: true } } },
      ['utilities.power'],
      ['utilities.power'],
    ],
    ['a line that was not returned and is left out', { utilities: { gas: { notKnown: true } } }, ['utilities.gas'], []],
    ['a line that is new', { utilities: { water: { cubicMetresPerDay: 3 } } }, [], ['utilities.water']],
  ])('%s', (_, given, asked, changed) => {
    expect(changedFields(letter, given, asked)).toEqual(changed);
  });
});
