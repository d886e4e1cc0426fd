import type { Projects } from '../kernel/ports.ts';
import type { ProjectEvent } from './event.ts';

/** A project's log is read whole, a page at a time; longer ones than any project has had end here. */
const mostPages = 10;

/** Oldest first, the first thousand. @param until of these alone what came up to then, by sequence */
export async function wholeLog(
  { events }: Pick<Projects, 'events'>,
  projectId: string,
  until = Infinity,
): Promise<readonly ProjectEvent[]> {
  const all: ProjectEvent[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages && all.length < until; page += 1) {
    const { entries, next } = await events(projectId, { limit: 100, after });
    all.push(...entries);
    if (next === undefined) break;
    after = next;
  }
  return all.filter(({ sequence }) => sequence <= until);
}
