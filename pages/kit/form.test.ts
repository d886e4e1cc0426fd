import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { seenNumber, type Field } from '#pages/components/fields.tsx';
import { labelsOf, readForm, valuesIn } from './form.ts';

const fields: readonly Field[] = [
  { name: 'reason', kind: 'text', label: 'Reason' },
  { name: 'days', kind: 'whole', label: 'Days' },
  { name: 'who', kind: 'radios', label: 'Who', path: 'shared', value: (typed) => typed === 'all' },
  { name: 'source.title', kind: 'line', label: 'Source' },
  { name: 'deputyId', kind: 'radios', label: 'Deputy', path: 'deputy.deputyId' },
  { ...seenNumber('version'), path: 'known.version' },
];
const Schema = z.object({
  reason: z.string(),
  days: z.int(),
  shared: z.boolean(),
  source: z.object({ title: z.string() }),
  deputy: z.object({ deputyId: z.string() }),
  known: z.optional(z.object({ version: z.int() })),
  change: z.literal('set'),
});
const filledIn = { reason: ' Late. ', days: '12', who: 'all', 'source.title': 'Act', deputyId: 'p1' };

describe('a form described by its fields', () => {
  it('is read as its contract has it', () => {
    expect(readForm(Schema, new URLSearchParams({ ...filledIn, version: '3' }), fields, { change: 'set' })).toEqual({
      ok: true,
      value: {
        reason: 'Late.',
        days: 12,
        shared: true,
        source: { title: 'Act' },
        deputy: { deputyId: 'p1' },
        known: { version: 3 },
        change: 'set',
      },
    });
  });

  it('leaves out what was not chosen, and what nobody carried along', () => {
    expect(valuesIn(new URLSearchParams({ who: 'us' }), fields)).toEqual({ shared: false, source: {}, deputy: {} });
  });

  it('tells what is wrong by the name of each field', () => {
    const read = readForm(Schema, new URLSearchParams({ days: 'many' }), fields, { change: 'set' });
    expect(read.ok ? [] : read.issues).toEqual([
      { path: 'reason', code: 'missing' },
      { path: 'days', code: 'not-a-number' },
      { path: 'who', code: 'missing' },
      { path: 'source.title', code: 'missing' },
      { path: 'deputyId', code: 'missing' },
    ]);
  });

  it('names the fields that a reader sees', () => {
    expect(labelsOf(fields)).toEqual({
      reason: 'Reason',
      days: 'Days',
      who: 'Who',
      'source.title': 'Source',
      deputyId: 'Deputy',
    });
  });
});
