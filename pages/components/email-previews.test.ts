import { describe, expect, it } from 'vitest';
import { frameOf } from '../layout.tsx';
import { drawn, textOf } from '#test/support/drawn.ts';
import { EmailPreviews, untold } from './email-previews.tsx';

const frame = frameOf('en', '/');
const email = { to: 'a@example.org', subject: 'Тақырып <b>', text: 'Бір\nекі <script>', lang: 'kk' };

describe('the emails a step sends', () => {
  it('are each marked with their own language, and nothing of them is markup', () => {
    const html = drawn(EmailPreviews, { frame, emails: [email] });
    expect(html).toContain('<span lang="kk">Тақырып &lt;b></span>');
    expect(html).toContain('<div class="govuk-details__text said" lang="kk">Бір\nекі &lt;script></div>');
  });

  it('are counted; none is said too', () => {
    const said = (count: number) =>
      textOf(drawn(EmailPreviews, { frame, emails: Array.from({ length: count }, () => email) }));
    expect([said(0).includes('a@example.org'), said(2).includes('2')]).toEqual([false, true]);
    expect(said(0)).not.toBe('');
  });

  it.each([
    ['nobody', undefined, false],
    ['somebody with an address', { name: 'A', email: 'a@example.org', phone: '+7 700' }, false],
    ['somebody without one', { name: 'A', phone: '+7 700' }, true],
  ])('name the telephone of %s who is not emailed', (_, contact, named) => {
    expect(untold(frame, contact as Parameters<typeof untold>[1])?.includes('+7 700') ?? false).toBe(named);
  });
});
