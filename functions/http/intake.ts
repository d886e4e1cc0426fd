import type { HttpEvent } from './api.ts';

/**
 * What a site takes in at the moment, by the variable `intake` of its API's stage: files and all else, all but files (`no-files`), or
 * nothing (`nothing`: it can be read). The one-machine host sets it by the room on its disk; on AWS an operator may.
 */
export type Intake = 'all' | 'no-files' | 'nothing';

export function intakeOf({ stageVariables }: Pick<HttpEvent, 'stageVariables'>): Intake {
  const said = stageVariables?.['intake'];
  return said === 'no-files' || said === 'nothing' ? said : 'all';
}
