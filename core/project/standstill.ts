import type { PaperAnswer } from '../stages/decision.ts';
import type { Assignment, Project } from './project.ts';
import { pause, resume } from '../calendar/clock-pause.ts';
import { addDays, dayNumberOf, later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Term } from '../calendar/term.ts';
import { dayOf } from './with.ts';
import type { ZoneContext } from './zone-context.ts';

/** The new due date of what stood still from `since` until `on`: the days of its term that were left are left. */
export const moved = (
  { calendar }: Pick<ZoneContext, 'calendar'>,
  due: LocalDate,
  since: LocalDate,
  on: LocalDate,
  term?: Term,
): LocalDate =>
  term === undefined || term.workingDays !== undefined
    ? resume(calendar, pause(calendar, due, since), later(since, on))
    : addDays(due, dayNumberOf(later(since, on)) - dayNumberOf(since));

/** The day on which an assignment's clock stopped when its supplier paused it: an earlier pause, the project's, or the day its letter came. */
export function stoppedOn(
  project: Project,
  { pausedOn, openedAt }: Pick<Assignment, 'pausedOn' | 'openedAt'>,
  { at, onBehalf }: { readonly at: number; readonly onBehalf?: PaperAnswer | undefined },
): LocalDate {
  if (pausedOn !== undefined) return pausedOn;
  const opened = dayOf(project, openedAt);
  if (project.pause) return later(project.pause.on, opened);
  return onBehalf?.receivedOn === undefined ? dayOf(project, at) : later(opened, onBehalf.receivedOn);
}

/** If each pause ends on the day told: not before it, with the working days left. Undefined while its clock runs. */
export function awaitedUntil(
  { calendar }: Pick<ZoneContext, 'calendar'>,
  pauseOfProject: Project['pause'],
  {
    due,
    openedAt = 0,
    pausedOn,
    pausedUntil,
    term,
  }: Partial<Pick<Assignment, 'openedAt' | 'pausedOn' | 'pausedUntil'>> & {
    readonly due: LocalDate;
    readonly term?: Term;
  },
): LocalDate | undefined {
  const ends = [pausedUntil, pauseOfProject?.reviewOn]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (ends === undefined) return undefined;
  const opened = localDateOf(openedAt, calendar.offsetMinutes);
  const since = pausedOn ?? (pauseOfProject === undefined ? opened : later(pauseOfProject.on, opened));
  return later(ends, moved({ calendar }, due, since, ends, term));
}
