import { describe, expect, it } from 'vitest';
import { isReminded } from './due-reminders.ts';
import { Journey } from '#test/support/journey.ts';
import { at } from '#test/support/samples.ts';

describe('a reminder of an assignment', () => {
  it.each([
    ['five working days before', '2026-01-14', '2026-01-12', true],
    ['on the morning after the day on which it came', '2026-01-14', '2026-01-13', true],
    ['on the day on which it came', '2026-01-14', '2026-01-14', false],
    ['four before', '2026-01-15', '2026-01-12', false],
    ['one before', '2026-01-20', '2026-01-12', true],
    ['on its day', '2026-01-21', '2026-01-12', false],
    ['one after', '2026-01-22', '2026-01-12', true],
    ['two after', '2026-01-23', '2026-01-12', false],
    ['six after', '2026-01-29', '2026-01-12', true],
    ['eleven after', '2026-02-05', '2026-01-12', true],
  ])('A12: %s', (_, day, opened, reminded) => {
    const { setting: context } = new Journey().on(day);
    expect(isReminded(context, { due: '2026-01-21', openedAt: at(opened, '10:00') })).toBe(reminded);
  });

  it('A12: does not come on the morning after an email of the evening, nor to who has just been handed it', () => {
    const { setting: context } = new Journey().on('2026-01-14');
    expect(isReminded(context, { due: '2026-01-21', openedAt: at('2026-01-13', '20:00') })).toBe(false);
    expect(
      isReminded(context, { due: '2026-01-21', openedAt: at('2026-01-12'), heldSince: at('2026-01-13', '20:00') }),
    ).toBe(false);
  });
});
