import type { Project } from './project.ts';
import type { StageId } from '../stages/stage-id.ts';

/**
 * Each life of a project, from its beginning or an ending that was taken back to the next ending, has a hundred names of executions of
 * its own: an execution lasts 330 days and goes on as the next one of its life. So the name is known without asking what ran before.
 */
const perLife = 100;

type Lived = Pick<Project, 'reopened'>;

/** The generation of the execution with which the present life of a project begins. */
export const generationOf = ({ reopened = [] }: Lived): number => reopened.length * perLife + 1;

/** Where the life of an execution ended, if it is not the present one: what that execution still waits for is answered by it. */
export const endOfLife = (
  { reopened = [] }: Lived,
  generation: number,
): { readonly stage: StageId; readonly round: number } | undefined => reopened[Math.floor((generation - 1) / perLife)];

/** Whether an earlier life of the project ended in that round. */
export const endedIn = (
  { reopened = [] }: Lived,
  { stage, round }: { readonly stage: StageId; readonly round: number },
): boolean => reopened.some((one) => one.stage === stage && one.round === round);
