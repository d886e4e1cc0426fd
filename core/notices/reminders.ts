import type { Project } from '../project/project.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { askedOn } from '../project/with.ts';

/** Days after the first email on which somebody is asked again to confirm the address (ours). */
export const reminderDays = [1, 3, 7] as const;

/** So many days after the first email nobody is reminded any more, whatever was missed (ours). */
export const lastReminderDay = 14;

const after = (project: Project, days: number): LocalDate => addDays(askedOn(project), days);

const isAsked = ({ confirmed, phase, pause }: Project): boolean =>
  !confirmed && phase !== 'ended' && pause === undefined;

export function nextReminder(project: Project): LocalDate | undefined {
  const days = reminderDays.find((each) => each > (project.asked?.reminded ?? 0));
  return isAsked(project) && days !== undefined ? after(project, days) : undefined;
}

/** The reminder that is due today, by its day; those that were missed before it are not caught up: nobody gets two at once. */
export function reminderDue(project: Project, today: LocalDate): number | undefined {
  if (!isAsked(project) || today > after(project, lastReminderDay)) return undefined;
  return reminderDays.findLast((days) => days > (project.asked?.reminded ?? 0) && after(project, days) <= today);
}
