import { describe, expect, it } from 'vitest';
import { utilities } from '../kernel/common.ts';
import { assignmentKinds } from '../stages/facts.ts';
import { partyKinds } from '../reference/reference.ts';
import { assignmentIdOf } from '../stages/assignment-id.ts';
import { assignmentSpecs, isBesidePath } from '../stages/assignment-kind.ts';
import { lateHolder } from './late-holders.ts';

const everybody = new Set(partyKinds);
const id = (
  kind: (typeof assignmentKinds)[number],
  line?: (typeof utilities)[number],
  about?: (typeof assignmentKinds)[number],
) => assignmentIdOf('p1', { kind, stage: 'expertise', round: 1, attempt: 2, line, about });

describe('who holds an assignment, by its id', () => {
  it.each(assignmentKinds.filter((kind) => !['technical-condition'].includes(kind) && !isBesidePath(kind)))(
    '%s is held by whom its kind asks',
    (kind) => {
      expect(lateHolder(id(kind), everybody)).toBe(assignmentSpecs[kind].holder);
    },
  );

  it.each(utilities)("a technical condition of %s is its party's", (line) => {
    expect(lateHolder(id('technical-condition', line), everybody)).toBe(line);
    expect(lateHolder(id('cure', line, 'technical-condition'), everybody)).toBe('investor');
    expect(lateHolder(id('refusal', line, 'technical-condition'), everybody)).toBe('office');
  });

  it('is the office where the zone has no such party', () => {
    expect(lateHolder(id('financing'), new Set())).toBe('office');
  });

  it('what is asked beside the path holds nobody up, and what is no id names nobody', () => {
    expect([
      lateHolder(id('bounced-email'), everybody),
      lateHolder(id('question'), everybody),
      lateHolder('p1', everybody),
      lateHolder('p1_4-1-1_nonsense', everybody),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
