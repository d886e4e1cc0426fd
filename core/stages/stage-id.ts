import { stages, type StageId } from './definition.ts';

export { stageOfLines, startOfConstruction, type StageId } from './definition.ts';

export const stageIds = Object.keys(stages) as readonly StageId[] as readonly [StageId, ...StageId[]];

export const firstStage = stageIds[0];

/** Place of a stage on the path, from 0. It moves when another stage comes between: what is stored says `codeOf`. */
export const stageIndex = (stage: StageId): number => stageIds.indexOf(stage);

export const nextStage = (stage: StageId): StageId | undefined => stageIds[stageIndex(stage) + 1];

export const codeOf = (stage: StageId): string => stages[stage].code;
