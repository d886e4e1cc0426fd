import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsInClaim, groupsInText } from './groups.ts';

describe('groups', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a list', ['officer', 'head'], ['officer', 'head']],
    ['S10: a list with a group that has a space', ['x administrator', 'head'], ['head']],
    ['S10: a list with a group that a line or a tab divides', ['x\nadministrator', 'x\tadministrator'], []],
    ['one group', 'officer', ['officer']],
    ['S10: one group that has a space', 'x administrator', []],
    ['S10: one group that looks like a list', '[x administrator]', []],
    ['nothing', undefined, []],
    ['what is no text', [7, { a: 'officer' }], []],
  ])('of a claim: %s', (_, claim, expected) => {
    expect(groupsInClaim(claim)).toEqual(expected);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['a list', '[officer head]', ['officer', 'head']],
    ['a list of none', '[]', []],
    ['one group', 'officer', ['officer']],
    ['S10: one group that has a space', 'x administrator', []],
    ['S10: a group that a comma divides', '[x,administrator]', ['x,administrator']],
    ['S10: a group with brackets of its own', '[[administrator] x]', ['[administrator]', 'x']],
    ['nothing', undefined, []],
    ['what is no text', ['officer'], []],
  ])('of the gateway: %s', (_, text, expected) => {
    expect(groupsInText(text)).toEqual(expected);
  });

  it('S10: whatever groups a list has, the text of the gateway says no more of them than the list, as long as none has a space', () => {
    const group = fc.string({ minLength: 1 }).filter((one) => !/\s/.test(one));
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        expect(groupsInText(`[${groups.join(' ')}]`)).toEqual(groupsInClaim(groups));
      }),
    );
  });
});
