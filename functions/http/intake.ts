import type { HttpEvent } from './api.ts';

/** Variable `intake` of the API's stage: the one-machine host sets it by its disk's room, on AWS an operator may. */
export type Intake = 'all' | 'no-files' | 'nothing';

export function intakeOf({ stageVariables }: Pick<HttpEvent, 'stageVariables'>): Intake {
  const said = stageVariables?.['intake'];
  return said === 'no-files' || said === 'nothing' ? said : 'all';
}
