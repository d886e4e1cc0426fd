import { describe, expect, it } from 'vitest';
import type { AskedRow } from '#core/links/view-party.ts';
import { arranged, parametersOf, queryIn } from './list.ts';

const row = (number: string, company: string, due: string, line: AskedRow['line']): AskedRow => ({
  assignmentId: number,
  stage: 'technical-conditions',
  kind: 'technical-condition',
  line,
  number,
  company,
  due,
  pausedUntil: undefined,
  daysLate: 0,
});
const rows = [
  row('A-1', 'Өрлеу', '2026-02-03', 'power'),
  row('A-2', 'Birch', '2026-02-02', 'power'),
  row('A-3', 'Cedar', '2026-02-01', 'gas'),
];
const numbers = (asked: string) =>
  arranged('en', rows, queryIn(new URLSearchParams(asked))).map(({ number }) => number);

describe('the list of a party', () => {
  it.each([
    ['', ['A-3', 'A-2', 'A-1']],
    ['order=down', ['A-1', 'A-2', 'A-3']],
    ['sort=number', ['A-1', 'A-2', 'A-3']],
    ['sort=company', ['A-2', 'A-3', 'A-1']],
    ['sort=asked', ['A-3', 'A-1', 'A-2']],
    ['q=өрлеу', ['A-1']],
    ['q=a-2', ['A-2']],
    ['q=GAS', ['A-3']],
    ['q=none', []],
  ])('%s', (asked, found) => {
    expect(numbers(asked)).toEqual(found);
  });

  it.each(['', 'state=answered', 'q=x&sort=company&order=down&page=2', 'state=answered&order=up'])(
    'its address says %s and nothing more',
    (asked) => {
      expect(parametersOf(queryIn(new URLSearchParams(asked)))).toEqual(Object.fromEntries(new URLSearchParams(asked)));
    },
  );

  it('takes what it does not know for nothing', () => {
    expect(parametersOf(queryIn(new URLSearchParams('sort=secret&page=-1&state=all')))).toEqual({});
  });
});
