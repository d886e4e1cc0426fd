import { describe, expect, it } from 'vitest';
import { frameOf } from '../layout.tsx';
import { seenNumber, summaryOf, type Field } from './fields.tsx';

const frame = frameOf('en', '/');
const choices = [{ value: 'a', text: 'the first' }];
const others = [{ value: 'b', text: 'the second' }];

describe('what was filled in, field by field', () => {
  it.each<[string, Field, string, unknown]>([
    ['a line', { name: 'one', kind: 'line', label: 'One' }, 'Act No. 1', 'Act No. 1'],
    ['a date', { name: 'one', kind: 'date', label: 'One' }, '2026-02-03', '3 February 2026'],
    ['what is no date', { name: 'one', kind: 'date', label: 'One' }, 'soon', 'soon'],
    ['a choice', { name: 'one', kind: 'select', label: 'One', choices }, 'a', 'The first'],
    ['a seldom choice', { name: 'one', kind: 'radios', label: 'One', choices, others }, 'b', 'The second'],
  ])('%s', (_, field, typed, value) => {
    expect(summaryOf(frame, [field], new URLSearchParams({ one: typed }))).toEqual([{ term: 'One', value }]);
  });

  it('leaves out what is empty, and what nobody sees', () => {
    expect(
      summaryOf(
        frame,
        [{ name: 'one', kind: 'line', label: 'One' }, seenNumber('version')],
        new URLSearchParams({ one: ' ', version: '3' }),
      ),
    ).toEqual([]);
  });
});
