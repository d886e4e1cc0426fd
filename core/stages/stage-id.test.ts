import { describe, expect, it } from 'vitest';
import { nextStage, stageIds, stageIndex } from './stage-id.ts';

describe('stage ids', () => {
  it('lead from the letter of intent to construction start, each to the next', () => {
    const walked: string[] = [];
    for (let stage: (typeof stageIds)[number] | undefined = stageIds[0]; stage; stage = nextStage(stage))
      walked.push(stage);
    expect(walked).toEqual([
      'letter-of-intent',
      'council-approval',
      'contract-and-land',
      'technical-conditions',
      'design-documentation',
      'expertise',
      'construction-start',
    ]);
  });

  it('know their place', () => {
    expect(stageIds.map(stageIndex)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
