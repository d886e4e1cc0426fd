import type { Aggregate } from '../contracts/project.ts';
import type { Zone } from '../contracts/reference.ts';
import { passDay } from '../domain/decisions/pass-day.ts';
import { today, type Setting } from '../domain/project/setting.ts';
import { ok } from '../domain/result.ts';
import { digestsOf, horizon } from '../domain/rules/digests.ts';
import type { Ports } from '../ports/index.ts';
import { changeProject } from './change-project.ts';
import { settingOf } from './setting-of.ts';

type DayPorts = Pick<Ports, 'projects' | 'reference' | 'due' | 'outbox'>;

/** A project takes a few round trips to the table; more at once would collide on the counters of their zone. */
const projectsAtOnce = 8;

/** Told of a project that could not be worked through: the others go on, and tomorrow it is tried again. */
export type OnDayFailure = (projectId: string, error: unknown) => void;

async function dueProjects({ due }: DayPorts, { zoneId }: Zone, until: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let after: string | undefined;
  do {
    const page = await due.projects(zoneId, until, after);
    page.entries.forEach((id) => ids.add(id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

/** Brings one project to today: one change after another until time has nothing more to bring. */
async function bringToToday(ports: DayPorts, projectId: string, now: number): Promise<Aggregate | undefined> {
  let version = -1;
  for (;;) {
    const changed = await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (aggregate, setting) => ok(passDay(aggregate, setting)));
    if (!changed.ok) return undefined;
    if (changed.value.project.version === version) return changed.value;
    version = changed.value.project.version;
  }
}

/** Works through `things`, so many at once; gives what came of each, in the order of the things. */
async function sideBySide<Thing, Done>(things: readonly Thing[], work: (thing: Thing) => Promise<Done>): Promise<readonly Done[]> {
  const done: Done[] = [];
  const ahead = things.entries();
  const worker = async (): Promise<void> => {
    for (const [place, thing] of ahead) done[place] = await work(thing);
  };
  await Promise.all(Array.from({ length: projectsAtOnce }, worker));
  return done;
}

async function runZone(ports: DayPorts, zone: Zone, setting: Setting, onFailure: OnDayFailure): Promise<number> {
  const brought = await sideBySide([...await dueProjects(ports, zone, horizon(setting))], async (projectId) => {
    try {
      return await bringToToday(ports, projectId, setting.now);
    } catch (error) {
      onFailure(projectId, error);
      return undefined;
    }
  });
  const aggregates = brought.filter((aggregate) => aggregate !== undefined);
  if (!setting.calendar.isWorkingDay(today(setting))) return 0;
  const digests = digestsOf(setting, aggregates, await ports.reference.staff(zone));
  for (const digest of digests) await ports.outbox.queueDigest(digest, setting.now);
  return digests.length;
}

/**
 * The day begins: in every zone, what became overdue is marked, pauses that nobody renewed end, and on working days one digest
 * goes to each person concerned. Works from the state of the table, so missed days are caught up and a repeated run changes
 * nothing. Gives the number of digests.
 */
export async function runDay(ports: DayPorts, now: number, onFailure: OnDayFailure): Promise<number> {
  let digests = 0;
  for (const zone of await ports.reference.zones()) {
    const setting = await settingOf(ports, zone.zoneId, now);
    if (setting) digests += await runZone(ports, zone, setting, onFailure);
  }
  return digests;
}
