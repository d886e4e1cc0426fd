import type { Aggregate } from '../project/project.ts';
import type { HeadquartersName } from '../headquarters/headquarters.ts';
import type { Digest, InstructionItem } from '../notices/outbox.ts';
import type { Zone } from '../reference/reference.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { dayOfHeadquarters, type DayOfHeadquarters } from '../headquarters/run-day.ts';
import { touchedByMoratoria } from '../moratoria/follow-moratoria.ts';
import { staleToday } from '../forums/stale-digest.ts';
import { newlyUnspent } from '../lines/alarms.ts';
import { keepForecasts } from '../figures/forecasts.ts';
import { passDay } from '../project/pass-day.ts';
import { remind } from '../notices/remind.ts';
import { mailboxOf } from '../kernel/mailbox.ts';
import type { Change } from '../project/change-builder.ts';
import { dayOfShowcase } from '../showcase/run-day.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { ok } from '../kernel/result.ts';
import { escalateInZone } from '../obstacles/escalate-in-zone.ts';
import { staleIn } from '../work/stale.ts';
import { digestsOf, horizon } from './digests.ts';
import { beginsWeek, mattersOf, type MattersAsked } from './matters.ts';
import { lastReminderDay } from '../notices/reminders.ts';
import { digestKeptUntil, digestRow, packRow } from './digest-place.ts';
import { joinDigests } from './join-digests.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import { changeProject } from '../project/change-project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

type DayPorts = Pick<
  Ports,
  | 'projects'
  | 'reference'
  | 'counts'
  | 'forecasts'
  | 'lines'
  | 'headquarters'
  | 'showcase'
  | 'forums'
  | 'zoneObstacles'
  | 'followUps'
  | 'lists'
  | 'due'
  | 'outbox'
  | 'limits'
  | 'ids'
>;

/** Reminders that one mailbox gets in a day, however many letters name it (ours). */
const remindersADay = { count: 3, seconds: 86_400 } as const;

/** A project takes a few round trips to the table; more at once would collide on the counters of their zone. */
const projectsAtOnce = 8;

/** Told of a project that could not be worked through: the others go on, and tomorrow it is tried again. */
export type OnDayFailure = (projectId: string, error: unknown) => void;

async function allOf(read: (after: string | undefined) => Promise<Page<string>>): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    ids.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  return ids;
}

async function concerned({ due, lists }: DayPorts, context: ZoneContext): Promise<ReadonlySet<string>> {
  const {
    zone: { zoneId },
  } = context;
  const days = { from: addDays(today(context), -lastReminderDay), until: today(context) };
  const [dues, reminders, touched] = await Promise.all([
    allOf((after) => due.projects(zoneId, horizon(context), after)),
    allOf((after) => due.reminders(zoneId, days, after)),
    touchedByMoratoria({ lists }, context),
  ]);
  return new Set([...dues, ...reminders, ...touched]);
}

async function reminder(
  { projects, limits, ids }: DayPorts,
  aggregate: Aggregate,
  context: ZoneContext,
): Promise<Change | undefined> {
  const change = remind(aggregate, context);
  const { projectId } = aggregate.project;
  const contact = change && (await projects.contact(projectId));
  if (contact?.email === undefined) return undefined;
  const allowed = await limits.allow(
    `remind-to-${ids.hash(mailboxOf(contact.email))}`,
    ids.hash(projectId),
    remindersADay,
    context.now,
  );
  return allowed ? change : undefined;
}

async function bringToToday(ports: DayPorts, projectId: string, now: number): Promise<Aggregate | undefined> {
  let version = -1;
  for (;;) {
    const changed = await changeProject(
      ports,
      { projectId, now, actor: { kind: 'system' } },
      async (aggregate, context) => ok(passDay(aggregate, context) ?? (await reminder(ports, aggregate, context))),
    );
    if (!changed.ok) return undefined;
    if (changed.value.project.version === version) return changed.value;
    version = changed.value.project.version;
  }
}

async function sideBySide<Thing, Done>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  const ahead = things.entries();
  const worker = async (): Promise<void> => {
    for (const [place, thing] of ahead) done[place] = await work(thing);
  };
  await Promise.all(Array.from({ length: projectsAtOnce }, worker));
  return done;
}

interface DayOfZone {
  readonly digests: readonly Digest[];
  /** Lines of which it tells that their money will stay unspent. */
  readonly unspent: readonly { readonly lineId: string; readonly on: LocalDate }[];
}

const nothing: DayOfZone = { digests: [], unspent: [] };

/** What headquarters tell in the digests of one zone: of several each reader's. */
function toldIn(zoneId: string, days: readonly DayOfHeadquarters[]): DayOfHeadquarters['items'] {
  const all = new Map<string, readonly InstructionItem[]>();
  for (const [reader, items] of days.flatMap((day) => [...day.items])) {
    const own = items.filter((item) => item.zoneId === zoneId);
    if (own.length > 0) all.set(reader, [...(all.get(reader) ?? []), ...own]);
  }
  return all;
}

/** Those for which somebody answers, with the numbers of their projects. */
async function openObstacles({ lists }: DayPorts, zoneId: string): Promise<MattersAsked['obstacles']> {
  const found = [];
  let after: string | undefined;
  do {
    const page = await lists.obstacles(zoneId, { limit: 100, ...(after !== undefined && { after }) });
    found.push(...page.entries.filter(({ obstacle }) => obstacle.person !== undefined));
    after = page.next;
  } while (after !== undefined);
  const lines = await lists.lines([...new Set(found.map(({ projectId }) => projectId))]);
  const numbers = new Map(lines.map(({ project }) => [project.projectId, project.number]));
  return found.map((one) => ({ ...one, number: numbers.get(one.projectId) ?? '' }));
}

/** Brings the projects of a zone to today; gives its digests, none on a day on which nobody works there. */
async function runZone(
  ports: DayPorts,
  { zoneId }: Zone,
  headquarters: readonly DayOfHeadquarters[],
  now: number,
  onFailure: OnDayFailure,
): Promise<DayOfZone> {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined) return nothing;
  const brought = await sideBySide([...(await concerned(ports, context))], async (projectId) => {
    try {
      return await bringToToday(ports, projectId, now);
    } catch (error) {
      onFailure(projectId, error);
      return undefined;
    }
  });
  if (!context.calendar.isWorkingDay(today(context))) return nothing;
  await keepForecasts(ports, context);
  const [unspent, staff, showcase, promises, zoneObstacles] = await Promise.all([
    newlyUnspent(ports, context),
    ports.reference.staff(context.zone),
    dayOfShowcase(ports, context),
    ports.forums.promises(zoneId),
    escalateInZone(ports, context),
  ]);
  for (const row of showcase.rows) await ports.outbox.queue(row);
  const [obstacles, followUps, stale] = await Promise.all([
    openObstacles(ports, zoneId),
    ports.followUps.open(zoneId),
    beginsWeek(context) ? staleIn(ports, context) : [],
  ]);
  const digests = digestsOf(
    context,
    brought.filter((aggregate) => aggregate !== undefined),
    staff,
    unspent,
    {
      instructions: toldIn(zoneId, headquarters),
      promises: staleToday(context, promises, staff),
      matters: mattersOf(
        { ...context, zoneObstacles },
        { staff, obstacles, followUps, stale: stale.length, hash: ports.ids.hash },
      ),
    },
    showcase,
  );
  return { digests, unspent: unspent.map(({ lineId }) => ({ lineId, on: today(context) })) };
}

async function queue({ outbox }: DayPorts, digests: readonly Digest[], now: number): Promise<number> {
  for (const digest of digests) await outbox.queue(digestRow(digest, now), digestKeptUntil(now));
  return digests.length;
}

/** What the headquarters of a zone or region tells, its packs queued. */
async function runHeadquarters(ports: DayPorts, name: HeadquartersName, now: number): Promise<DayOfHeadquarters> {
  const day = await dayOfHeadquarters(ports, name, now);
  for (const pack of day.packs) await ports.outbox.queue(packRow(pack, now), digestKeptUntil(now));
  return day;
}

const isForStaff = ({ reader }: Digest): boolean => reader.kind === 'staff';

async function staffOf({ reference }: DayPorts, zones: readonly Zone[]): Promise<ReadonlySet<string>> {
  const staff = await Promise.all(zones.map((zone) => reference.staff(zone)));
  return new Set(staff.flat().map(({ personId }) => personId));
}

/**
 * Works from the state of the table: missed days are caught up, and a run repeated or broken off says nothing twice.
 * Held are only digest lines (at most 600 a person) and one zone's projects. Gives the number of digests. Throws after
 * all other zones when one failed: who serves it waits for the run that can, as half a digest would pass for a whole.
 */
export async function runDay(ports: DayPorts, now: number, onFailure: OnDayFailure): Promise<number> {
  let collected: ReadonlyMap<string, Digest> = new Map();
  let told = 0;
  const alarmed: DayOfZone['unspent'][number][] = [];
  const instructed: DayOfHeadquarters['told'][number][] = [];
  const ofRegions = new Map<string, Promise<DayOfHeadquarters>>();
  const failed: { readonly zone: Zone; readonly error: unknown }[] = [];
  const zones = await ports.reference.zones();
  for (const { zoneId } of zones) ports.reference.forget(zoneId);
  for (const zone of zones) {
    const { zoneId, regionId } = zone;
    try {
      const region =
        ofRegions.get(regionId) ?? runHeadquarters(ports, { headquartersId: regionId, scope: 'region' }, now);
      ofRegions.set(regionId, region);
      const own = await runHeadquarters(ports, { headquartersId: zoneId }, now);
      const { digests, unspent } = await runZone(ports, zone, [own, await region], now, onFailure);
      alarmed.push(...unspent);
      instructed.push(...own.told);
      collected = joinDigests(collected, digests.filter(isForStaff));
      told += await queue(
        ports,
        digests.filter((digest) => !isForStaff(digest)),
        now,
      );
    } catch (error) {
      failed.push({ zone, error });
    }
  }
  const waiting = await staffOf(
    ports,
    failed.map(({ zone }) => zone),
  );
  told += await queue(
    ports,
    [...collected.values()].filter(({ reader }) => reader.kind !== 'staff' || !waiting.has(reader.personId)),
    now,
  );
  // When it is told for sure: a run that is broken off before tells it the next time.
  for (const { lineId, on } of alarmed) await ports.lines.alarm(lineId, on);
  for (const [regionId, region] of ofRegions)
    if (!failed.some(({ zone }) => zone.regionId === regionId)) instructed.push(...(await region).told);
  for (const one of instructed) await ports.headquarters.tell(one.name, one.told);
  if (failed[0]) throw failed[0].error;
  return told;
}
