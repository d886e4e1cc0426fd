import { renderToString } from 'preact-render-to-string';
import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { AnswerFields } from '#pages/answer/facts-form.tsx';
import { formState } from '#pages/components/form-state.ts';
import { frameOf } from '#pages/layout.tsx';
import { answerIn, answerLabels } from './answer-in.ts';
import { errorsOf } from '../kit/check.ts';

const issued = {
  issuedNumber: '12',
  issuedDate: '2025-12-10',
  validUntil: '2027-12-10',
  capacity: '4500 kW',
  connectionPoint: 'Substation',
  'cost.amount': '9,000',
  'cost.currency': 'KZT',
};
const errorsFor = (
  change: Readonly<Record<string, string>>,
  outcome: 'issued' | 'issued-with-conditions' = 'issued-with-conditions',
) => {
  const fields = new URLSearchParams({ ...issued, ...change });
  const answer = answerIn(fields, 'technical-condition', outcome);
  return answer.ok
    ? []
    : errorsOf('en', answer.issues, answerLabels('en', 'technical-condition'), { fields }).map(
        ({ message }) => message,
      );
};

describe('an answer of a party', () => {
  it('A2: with conditions asks for them at once, with all else that is wrong', () => {
    expect(errorsFor({ 'cost.amount.in': 'en', capacity: '' })).toEqual([
      'Capacity: Fill in this field.',
      'Conditions: Fill in this field.',
    ]);
    expect(errorsFor({ 'cost.amount.in': 'en' }, 'issued')).toEqual([]);
    expect(errorsFor({ 'cost.amount.in': 'en', conditions: 'A transformer.' })).toEqual([]);
  });

  it('A1: does not call them optional then', () => {
    const draw = (outcome: 'issued' | 'issued-with-conditions') =>
      renderToString(
        h(AnswerFields, { frame: frameOf('en', '/'), form: formState(), kind: 'technical-condition', outcome }),
      );
    expect(draw('issued-with-conditions')).toMatch(/for="conditions">Conditions</);
    expect(draw('issued')).toMatch(/for="conditions">Conditions \(optional\)</);
  });

  it('X17: asks which of two numbers a cost is', () => {
    expect(errorsFor({ conditions: 'A.' })).toEqual([
      'Cost of connection: This can be read as two different numbers. Choose the right one.',
    ]);
    expect(errorsFor({ conditions: 'A.', 'cost.amount.meant': '9000' })).toEqual([]);
  });
});
