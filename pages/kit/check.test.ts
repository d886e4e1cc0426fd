import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { Money } from '#core/kernel/common.ts';
import { languages } from '#core/kernel/common.ts';
import { check, errorsOf, formWithErrors } from './check.ts';

const Schema = z.object({ company: z.object({ name: z.string() }), jobs: z.int(), investment: Money });
const labels = { 'company.name': 'Company', jobs: 'Jobs', 'investment.amount': 'Investment' };
const issuesOf = (value: unknown) => {
  const checked = check(Schema, value);
  return checked.ok ? [] : checked.issues;
};

describe('a form put to a contract', () => {
  it('gives what the contract gives', () => {
    const value = { company: { name: 'A' }, jobs: 1, investment: { amountMinor: 1, currency: 'KZT' } };
    expect(check(Schema, value)).toEqual({ ok: true, value });
  });

  it('says which field is missing and which is wrong', () => {
    const issues = issuesOf({
      company: {},
      jobs: Number.NaN,
      investment: { amountMinor: Number.NaN, currency: 'KZT' },
    });
    expect(issues).toEqual([
      { path: 'company.name', code: 'missing' },
      { path: 'jobs', code: 'not-a-number' },
      { path: 'investment.amountMinor', code: 'not-a-number' },
    ]);
    expect(errorsOf('en', issues, labels)).toEqual([
      { name: 'company.name', message: 'Company: Fill in this field.' },
      { name: 'jobs', message: 'Jobs: Enter a number, for example 120.' },
      { name: 'investment.amount', message: 'Investment: Enter a number, for example 120.' },
    ]);
  });

  it('A4: names the money that is missing as a whole', () => {
    expect(errorsOf('en', [{ path: 'investment', code: 'missing' }], labels)).toEqual([
      { name: 'investment.amount', message: 'Investment: Fill in this field.' },
    ]);
  });

  it('A3: tells what is wrong in the order of the fields', () => {
    const wrong = ['investment', 'jobs', 'company.name'].map((path) => ({ path, code: 'missing' }));
    expect(errorsOf('en', wrong, labels).map(({ name }) => name)).toEqual([
      'company.name',
      'jobs',
      'investment.amount',
    ]);
  });

  it('X17: asks which number is meant', () => {
    const fields = new URLSearchParams({ 'investment.amount': '500,000', 'investment.amount.in': 'ru' });
    const issues = [{ path: 'investment.amountMinor', code: 'not-a-number' }];
    expect(formWithErrors('en', fields, issues, labels).error('investment.amount')).toBe(
      'Investment: This can be read as two different numbers. Choose the right one.',
    );
  });

  it('puts no colon after a question', () => {
    expect(errorsOf('en', [{ path: 'jobs', code: 'missing' }], { jobs: 'How many jobs?' })).toEqual([
      { name: 'jobs', message: 'How many jobs? Fill in this field.' },
    ]);
  });

  it('names no field that the page does not have, and each once', () => {
    expect(errorsOf('en', [{ path: 'other', code: 'missing' }], labels)).toEqual([
      { name: '', message: 'Fill in this field.' },
    ]);
    expect(
      errorsOf(
        'en',
        [
          { path: 'jobs', code: 'missing' },
          { path: 'jobs.0', code: 'too_big' },
        ],
        labels,
      ),
    ).toHaveLength(1);
    expect(errorsOf('en', [{ path: 'decision.facts.jobs', code: 'missing' }], labels)[0]?.name).toBe('jobs');
  });

  it.each(languages)('keeps what was typed, in %s', (language) => {
    const form = formWithErrors(
      language,
      new URLSearchParams([
        ['jobs', '<b>'],
        ['x', '1'],
        ['x', '2'],
      ]),
      [{ path: 'jobs', code: 'invalid_type' }],
      labels,
    );
    expect([form.text('jobs'), form.texts('x'), form.text('y')]).toEqual(['<b>', ['1', '2'], '']);
    expect(form.error('jobs')).toMatch(/^Jobs: ./);
  });
});
