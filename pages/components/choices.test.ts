import { describe, expect, it } from 'vitest';
import { attributesOf, drawn, fieldProps } from '#test/support/drawn.ts';
import { Checkbox, Checkboxes, Radios, Select } from './choices.tsx';

const choices = [
  { value: 'a', text: 'First <of all>', hint: 'Rarely' },
  { value: 'b', text: 'Second' },
];
const field = { name: 'reason.code', label: 'Why?', choices };
const checkedIn = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/<input[^>]*>/g)]
    .filter(([input]) => /\bchecked\b/.test(input))
    .map(([input]) => /value="([^"]*)"/.exec(input)?.[1]);

describe('a list that opens', () => {
  it.each([
    ['nothing', '', []],
    ['one', 'b', ['b']],
    ['what there is not', 'x', []],
  ])('shows that %s was chosen', (_, value, selected) => {
    const html = drawn(Select, { ...field, ...fieldProps({ 'reason.code': value }) });
    expect([...html.matchAll(/<option value="(\w*)" selected>/g)].map(([, one]) => one)).toEqual(selected);
    expect(html).toContain('First &lt;of all>');
  });

  it('begins with an entry that chooses nothing, in the reader’s language', () => {
    expect(drawn(Select, { ...field, ...fieldProps({}, {}, 'ru') })).toMatch(/<option value>[А-я]/);
    expect(drawn(Select, { ...field, ...fieldProps(), blank: false })).not.toContain('<option value>');
  });

  it('is led to by its error', () => {
    const html = drawn(Select, { ...field, ...fieldProps({}, { 'reason.code': 'Choose one.' }) });
    expect(attributesOf(html, 'select')).toMatchObject({
      id: 'reason-code',
      name: 'reason.code',
      'aria-describedby': 'reason-code-error',
    });
    expect(attributesOf(html, 'label')['for']).toBe('reason-code');
  });
});

describe.each([
  ['radios', Radios],
  ['checkboxes', Checkboxes],
] as const)('%s', (_, Choices) => {
  it('have ids of their own, the first that of the field, and hints that belong to them', () => {
    const html = drawn(Choices, { ...field, ...fieldProps() });
    expect([...html.matchAll(/<input[^>]* id="([\w-]+)"/g)].map(([, id]) => id)).toEqual([
      'reason-code',
      'reason-code-2',
    ]);
    expect(html).toMatch(/aria-describedby="reason-code-item-hint"/);
    expect([...html.matchAll(/<label[^>]* for="([\w-]+)"/g)].map(([, id]) => id)).toEqual([
      'reason-code',
      'reason-code-2',
    ]);
  });

  it('tell their error on the group', () => {
    const html = drawn(Choices, { ...field, ...fieldProps({}, { 'reason.code': 'Choose one.' }) });
    expect(attributesOf(html, 'fieldset')['aria-describedby']).toBe('reason-code-error');
  });

  it('show what was chosen', () => {
    expect(checkedIn(drawn(Choices, { ...field, ...fieldProps({ 'reason.code': 'b' }) }))).toEqual(['b']);
    expect(checkedIn(drawn(Choices, { ...field, ...fieldProps() }))).toEqual([]);
  });
});

describe('what is seldom chosen', () => {
  const others = [{ value: 'z', text: 'Seldom' }];
  it.each([
    ['folded', choices, '', false],
    ['open when one of it is chosen', choices, 'z', true],
    ['open when there is nothing else', [], '', true],
  ])('is %s', (_, some, chosen, isOpen) => {
    const html = drawn(Radios, {
      ...field,
      ...fieldProps({ 'reason.code': chosen }),
      choices: some,
      others,
      othersTitle: 'More',
    });
    expect('open' in attributesOf(html, 'details')).toBe(isOpen);
    // Its ids go on where those in sight end.
    expect(html).toContain(`id="${some.length === 0 ? 'reason-code' : 'reason-code-3'}"`);
  });
});

it('one thing to be ticked is ticked by its own value only', () => {
  const ticked = (value: string) =>
    checkedIn(drawn(Checkbox, { ...fieldProps({ yes: value }), name: 'yes', text: 'Yes' }));
  expect([ticked('true'), ticked('on'), ticked('')]).toEqual([['true'], [], []]);
});
