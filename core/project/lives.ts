import type { Project } from './project.ts';
import type { StageId } from '../stages/stage-id.ts';

/** A life (until an ending) has a hundred execution names; one lasts 330 days. So the name is known unasked. */
const perLife = 100;

type Lived = Pick<Project, 'reopened'>;

export const generationOf = ({ reopened = [] }: Lived): number => reopened.length * perLife + 1;

/** Where the life of an execution ended, if it is not the present one: what that execution still waits for is answered by it. */
export const endOfLife = (
  { reopened = [] }: Lived,
  generation: number,
): { readonly stage: StageId; readonly round: number } | undefined => reopened[Math.floor((generation - 1) / perLife)];

export const endedIn = (
  { reopened = [] }: Lived,
  { stage, round }: { readonly stage: StageId; readonly round: number },
): boolean => reopened.some((one) => one.stage === stage && one.round === round);
