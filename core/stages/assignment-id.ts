import { utilities } from '../kernel/common.ts';
import { assignmentKinds } from './facts.ts';
import type { Assignment } from '../project/project.ts';
import { codeOf, stageIds, type StageId } from './stage-id.ts';

export type AssignmentKey = Pick<Assignment, 'kind' | 'stage' | 'round' | 'attempt' | 'line' | 'about'>;

/** `{project}_{stage's code}-{round}-{attempt}_{kind}[_{about}][_{line}]`: opened twice it is one. URL-safe. */
export function assignmentIdOf(projectId: string, { kind, stage, round, attempt, line, about }: AssignmentKey): string {
  const place = [codeOf(stage), round, attempt].join('-');
  return [projectId, place, kind, about, line].filter((part) => part !== undefined).join('_');
}

const isIn = <Value extends string>(all: readonly Value[], text: string | undefined): text is Value =>
  (all as readonly (string | undefined)[]).includes(text);

/** What an id says its assignment is; undefined when the text is no assignment id. */
export function assignmentOf(assignmentId: string): Pick<Assignment, 'kind' | 'line' | 'about'> | undefined {
  const [kind, ...rest] = assignmentId.split('_').slice(2);
  if (!isIn(assignmentKinds, kind)) return undefined;
  const about = rest.find((part) => isIn(assignmentKinds, part));
  const line = rest.find((part) => isIn(utilities, part));
  return { kind, ...(isIn(assignmentKinds, about) && { about }), ...(isIn(utilities, line) && { line }) };
}

export function projectOfAssignment(assignmentId: string): string | undefined {
  return /^([a-z0-9-]+)_\d+-\d+-\d+_[a-z_-]+$/.exec(assignmentId)?.[1];
}

export function stageOfAssignment(assignmentId: string): StageId | undefined {
  const code = /^[a-z0-9-]+_(\d+)-/.exec(assignmentId)?.[1];
  return stageIds.find((stage) => codeOf(stage) === code);
}
