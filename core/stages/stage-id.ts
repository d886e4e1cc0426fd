import { stages, type StageId } from './definition.ts';

export { stageOfLines, startOfConstruction, type StageId } from './definition.ts';

/** The stages of an investor's path, in order. */
export const stageIds = Object.keys(stages) as readonly StageId[] as readonly [StageId, ...StageId[]];

export const firstStage = stageIds[0];

/** Place of a stage on the path, from 0. It moves when another stage comes between: what is stored says `codeOf`. */
export const stageIndex = (stage: StageId): number => stageIds.indexOf(stage);

/** The stage that follows, or undefined after the last one. */
export const nextStage = (stage: StageId): StageId | undefined => stageIds[stageIndex(stage) + 1];

/** What stands for a stage in stored ids and keys. */
export const codeOf = (stage: StageId): string => stages[stage].code;
