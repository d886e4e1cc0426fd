import type { Aggregate } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { reminderDue } from './reminders.ts';

/** Undefined: none due, sent already, or the office looks for the right address because emails came back. */
export function remind(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const days = reminderDue(aggregate.project, today(context));
  const bounced = aggregate.assignments.some(({ kind, state }) => kind === 'bounced-email' && state === 'open');
  if (days === undefined || bounced) return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  change.emit({ type: 'confirmation-reminded', days });
  return change.change();
}
