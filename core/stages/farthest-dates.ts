import { addDays, yearOf, type LocalDate } from '../calendar/local-date.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';

/** A pause is reviewed within this many calendar days (docs/domain.md). */
const longestPause = 90;

/** Nothing is promised further ahead than this many years (ours): beyond it there is a mistyped year. */
const farthestYears = 5;

export function pauseIssue(context: ZoneContext, until: LocalDate): 'not-in-future' | 'too-late' | undefined {
  const on = today(context);
  if (until <= on) return 'not-in-future';
  return until > addDays(on, longestPause) ? 'too-late' : undefined;
}

export function isTooFar(context: Pick<ZoneContext, 'now' | 'calendar'>, date: LocalDate): boolean {
  const on = today(context);
  return date > `${String(yearOf(on) + farthestYears)}${on.slice(4)}`;
}
