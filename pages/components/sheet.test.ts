import { describe, expect, it } from 'vitest';
import { renderToString } from 'preact-render-to-string';
import { frameOf } from '../layout.tsx';
import type { Frame } from '../frame.ts';
import { attributesOf, textOf } from '#test/support/drawn.ts';
import { formState } from './form-state.ts';
import { formPage, reviewPage, type Sheet } from './sheet.tsx';

const staff = frameOf('en', '/office/x', { formToken: 'proof', menu: [] });
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  frame: frameOf('en', '/x'),
  title: 'Withdraw',
  caption: 'AQT-1 · <Plant>',
  fields: [
    { name: 'reason', kind: 'text', label: 'Why', optional: true },
    { name: 'version', kind: 'unseen', label: '' },
  ],
  address: '/x/form',
  back: '/x',
  button: 'Do it',
  ...more,
});
const form = (more: Partial<Sheet> = {}, state = formState()) => renderToString(formPage(sheet(more), state));
const typed = new URLSearchParams([
  ['reason', 'Two\nlines <b>'],
  ['version', '3'],
  ['kinds', 'a'],
  ['kinds', 'b'],
  ['step', 'check'],
  ['form-token', 'of another session'],
]);
const mainForm = (html: string): string => /<form method="post"[^]*<\/form>/.exec(html)?.[0] ?? '';

describe('a form', () => {
  it('is named by what it does and whom it is about, escaped', () => {
    expect(form()).toContain('<title>Withdraw · AQT-1 · &lt;Plant> ');
  });

  it.each<[string, Partial<Sheet>, RegExp]>([
    ['sends without a word where nothing is looked at', {}, /<button type="submit" class="govuk-button">Do it/],
    [
      'asks for the look where there is one',
      { review: { title: 'Check', caption: 'x', button: 'Yes' } },
      /name="step" value="check">Do it/,
    ],
    ['warns', { warning: true }, /class="govuk-button govuk-button--warning"/],
    ['says the way back beside the button', { cancel: 'Keep it' }, /govuk-button-group[^]*href="\/x"[^>]*>Keep it/],
  ])('%s', (_, more, part) => {
    expect(mainForm(form(more))).toMatch(part);
  });

  it('tells errors on top, each with a way to its field, and in the title', () => {
    const html = form({}, formState([['reason', 'x']], [{ name: 'reason', message: 'Why: too long' }]));
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('<a href="#reason">Why: too long</a>');
    expect(attributesOf(mainForm(html), 'textarea')['aria-describedby']).toBe('reason-error');
  });

  it('is not there where nothing can be sent', () => {
    expect(mainForm(form({ nothing: 'Nothing to do.' }))).toBe('');
  });

  it('carries the proof of a session of staff, and none of a visitor', () => {
    const proofs = (frame: Frame) => mainForm(form({ frame })).includes('value="proof"');
    expect([proofs(staff), proofs(frameOf('kk', '/'))]).toEqual([true, false]);
  });
});

describe('a form that is looked at once more', () => {
  const look = (more: Partial<Sheet> = {}) => renderToString(reviewPage(sheet(more), { typed }));
  it('shows what was filled in with its line breaks, and carries all of it along but buttons and proof', () => {
    const html = look();
    expect(html).toContain('<span class="said">Two\nlines &lt;b></span>');
    expect(
      [...mainForm(html).matchAll(/type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, one, value]) => [
        one,
        value,
      ]),
    ).toEqual([
      ['reason', 'Two\nlines &lt;b>'],
      ['version', '3'],
      ['kinds', 'a'],
      ['kinds', 'b'],
    ]);
  });

  it.each<[string, Partial<Sheet>, boolean, boolean]>([
    ['back to the form', {}, true, false],
    ['to where it came from', { review: { title: 'C', caption: 'c', button: 'Yes', mendable: false } }, false, true],
  ])('leads %s', (_, more, mends, leaves) => {
    const html = mainForm(look(more));
    expect([html.includes('value="mend"'), html.includes('href="/x"')]).toEqual([mends, leaves]);
  });

  it('says that nobody is told, where emails could be', () => {
    const html = renderToString(reviewPage(sheet(), { typed, emails: [] }));
    expect(textOf(html)).not.toBe(textOf(look()));
  });
});
