/** The seven stages of an investor's path, in order. */
export const stageIds = [
  'letter-of-intent',
  'council-approval',
  'contract-and-land',
  'technical-conditions',
  'design-documentation',
  'expertise',
  'construction-start',
] as const;

export type StageId = (typeof stageIds)[number];

/** Place of a stage on the path, 0 to 6. */
export const stageIndex = (stage: StageId): number => stageIds.indexOf(stage);

/** The stage that follows, or undefined after the last one. */
export const nextStage = (stage: StageId): StageId | undefined => stageIds[stageIndex(stage) + 1];
