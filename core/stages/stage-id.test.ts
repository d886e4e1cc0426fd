import { describe, expect, it } from 'vitest';
import { assignmentIdOf, stageOfAssignment } from './assignment-id.ts';
import { stages } from './definition.ts';
import { codeOf, firstStage, nextStage, stageIds, stageIndex, stageOfLines, type StageId } from './stage-id.ts';

describe('stage ids', () => {
  it('lead from the letter of intent to the end, each to the next, and know their place', () => {
    const walked: StageId[] = [];
    for (let stage: StageId | undefined = firstStage; stage; stage = nextStage(stage)) walked.push(stage);
    expect(walked).toEqual(stageIds);
    expect(walked.map(stageIndex)).toEqual([...walked.keys()]);
    expect(firstStage).toBe('letter-of-intent');
  });

  it('are stored as codes that stay, wherever a stage lies', () => {
    expect(Object.fromEntries(stageIds.map((stage) => [stage, codeOf(stage)]))).toMatchObject({
      'letter-of-intent': '1',
      'council-approval': '2',
      'contract-and-land': '3',
      'technical-conditions': '4',
      'design-documentation': '5',
      expertise: '6',
      'construction-start': '7',
    });
    const codes = stageIds.map(codeOf);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[1-9]\d*$/.test(code))).toEqual([]);
  });

  it.each(stageIds)('%s is found again in the id of an assignment', (stage) => {
    const id = assignmentIdOf('p-1', { kind: 'office-decision', stage, round: 2, attempt: 1 });
    expect(id).toBe(`p-1_${codeOf(stage)}-2-1_office-decision`);
    expect(stageOfAssignment(id)).toBe(stage);
  });
});

it.each(stageIds)('%s asks each utility line where the workflow waits for lines, and nowhere else', (stage) => {
  const asksLines = Object.values(stages[stage].assignments).some(({ holder }) => holder === 'line');
  expect(asksLines).toBe(stage === stageOfLines);
});

it('what a fact or a stage refers to is a fact of that answer', () => {
  const asked = stageIds.flatMap((stage) => Object.entries(stages[stage].assignments));
  const factsOf = new Map(asked.map(([kind, { facts = {} }]) => [kind, facts]));
  for (const facts of factsOf.values())
    for (const { after } of Object.values(facts)) if (after !== undefined) expect(Object.keys(facts)).toContain(after);
  for (const { notBefore } of stageIds.map((stage) => stages[stage]))
    if (notBefore) expect(Object.keys(factsOf.get(notBefore.kind) ?? {})).toContain(notBefore.fact);
});

it('no kind of assignment and no document belongs to two stages', () => {
  for (const part of ['assignments', 'documents'] as const) {
    const names = stageIds.flatMap((stage) => Object.keys(stages[stage][part]));
    expect(new Set(names).size).toBe(names.length);
  }
});
