import { describe, expect, it } from 'vitest';
import { attributesOf, drawn, fieldProps, textOf } from '#test/support/drawn.ts';
import { MoneyField } from './money-field.tsx';

const draw = (...given: Parameters<typeof fieldProps>) =>
  drawn(MoneyField, { ...fieldProps(...given), name: 'cost', label: 'Cost', hint: 'Without tax' });

describe('an amount of money', () => {
  it('is a group of two fields, each with its label', () => {
    const html = draw();
    expect(html).toMatch(/<legend[^>]*>Cost</);
    for (const id of ['cost-amount', 'cost-currency']) expect(html).toMatch(new RegExp(`for="${id}"[^]* id="${id}"`));
    expect(attributesOf(html, 'fieldset')['aria-describedby']).toBe('cost-hint');
  });

  it.each(['cost.amount', 'cost.currency'])('tells an error of %s on the group', (name) => {
    const html = draw({}, { [name]: 'Fill in <this>.' });
    expect(attributesOf(html, 'fieldset')['aria-describedby']).toBe('cost-hint cost-error');
    expect(html).toContain('Fill in &lt;this>.');
  });

  it('keeps what was typed, word for word, and the currency', () => {
    const html = draw({ 'cost.amount': '9 000 "tenge"', 'cost.currency': 'USD' });
    expect(attributesOf(html, 'input')['value']).toBe('9 000 &quot;tenge&quot;');
    expect(html).toMatch(/<option value="USD" selected>/);
  });

  it('asks which of two numbers is meant, with their currency in words', () => {
    const asked = draw({ 'cost.amount': '9,000', 'cost.currency': 'KZT' });
    expect([...asked.matchAll(/name="cost.amount.meant" value="(\d+)"/g)].map(([, one]) => one)).toEqual(['9000', '9']);
    expect(textOf(draw({ 'cost.amount': '9,000', 'cost.amount.meant': '9000', 'cost.currency': 'KZT' }))).toMatch(
      /We read this as: ₸9,000/,
    );
  });

  it('says in which language its number is typed', () => {
    for (const language of ['kk', 'uz-cyrl', 'en'] as const)
      expect(draw({}, {}, language)).toContain(`name="cost.amount.in" value="${language}"`);
  });
});
