import { describe, expect, it } from 'vitest';
import { peopleIn, peopleText, personBehind } from './party-people.ts';

const people = [
  { email: 'power@example.org', name: 'Head of connections', phone: '+7 700 100 20 30' },
  { email: 'second@example.org', name: 'Engineer on duty' },
];

describe('people behind the addresses of a party', () => {
  it('are typed as they are shown', () => {
    expect(peopleText(people)).toBe(
      'power@example.org; Head of connections; +7 700 100 20 30\nsecond@example.org; Engineer on duty',
    );
    expect(peopleIn(peopleText(people))).toEqual(people);
  });
  it.each([
    ['', []],
    ['\n ; \n', []],
    ['  a@example.org ;  Aru  ; ', [{ email: 'a@example.org', name: 'Aru' }]],
    ['a@example.org\tAru\t700', [{ email: 'a@example.org', name: 'Aru', phone: '700' }]],
    ['only words', [{ email: 'only words', name: '' }]],
  ])('%j is %j', (typed, read) => {
    expect(peopleIn(typed)).toEqual(read);
  });
  it('are found whatever letters their address is written in', () => {
    const party = { email: 'power@example.org', people };
    expect(personBehind(party, 'Power@Example.org')?.name).toBe('Head of connections');
    expect(personBehind(party, 'third@example.org')).toBeUndefined();
  });
});
