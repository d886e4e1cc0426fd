import * as z from 'zod/mini';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { DateText, Identifier } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { Names, type Zone } from '../reference/reference.ts';
import { startOfConstruction } from '../stages/stage-id.ts';
import { accuracyOf, allPages, compared, leads, median, type Compared } from './forecasts.ts';

/** Months that are shown: this one and those before it. */
const monthsShown = 12;
/** Started projects of a zone that are looked at (ours). */
const mostStarted = 1000;
const pageOf = 100;

/** How good forecasts were. `error`: the median of working days by which they missed; `later`: how many started after the day that was told; of those `ranged` how many started by the days of their range. */
const AccuracyView = z.object({
  forecasts: z.int(),
  error: z.optional(z.number()),
  later: z.int(),
  ranged: z.int(),
  byHalf: z.int(),
  byFourInFive: z.int(),
});

/** How it stood when a month began: projects with a road map, those expected behind it, by how many working days (the median), those to start within a quarter. */
const MonthView = z.object({
  month: z.string(),
  projects: z.int(),
  behind: z.int(),
  slip: z.optional(z.number()),
  soon: z.int(),
  ...AccuracyView.shape,
});

export const ForecastsView = z.object({
  on: DateText,
  zones: z.array(z.object({ zoneId: Identifier, names: Names, ...AccuracyView.shape })),
  /** The latest first. */
  months: z.array(MonthView),
  leads: z.array(z.object({ lead: z.enum(leads), ...AccuracyView.shape })),
  /** Those of the reader, whichever are shown. */
  allZones: z.array(z.object({ zoneId: Identifier, names: Names })),
  /** False where a zone has more started projects than were looked at. */
  isWhole: z.boolean(),
});
export type ForecastsView = z.infer<typeof ForecastsView>;

export type ForecastPorts = Pick<Ports, 'reference' | 'lists'> & {
  readonly forecasts: Pick<Ports['forecasts'], 'since'>;
};

/** One month of one zone. */
interface Seen {
  readonly month: string;
  readonly slips: readonly number[];
  readonly soon: number;
  readonly compared: readonly Compared[];
}

interface OfZone {
  readonly zone: Zone;
  readonly on: LocalDate;
  readonly months: readonly Seen[];
  readonly isWhole: boolean;
}

function monthsBack(on: LocalDate, months: number): string {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
}

async function ofZone(ports: ForecastPorts, zone: Zone, now: number): Promise<OfZone> {
  const { zoneId } = zone;
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined) throw new Error(`Zone ${zoneId} is listed and has no setting`);
  const { calendar } = context;
  const [kept, started] = await Promise.all([
    ports.forecasts.since(zoneId, monthsBack(today(context), monthsShown - 1)),
    allPages(
      (after) =>
        ports.lists.list(
          zoneId,
          { by: 'stage', stage: 'construction-started' },
          { limit: pageOf, ...(after && { after }) },
        ),
      mostStarted,
    ),
  ]);
  const startedOn = new Map(
    started.entries.flatMap(({ project }): [string, LocalDate][] => {
      const day = project.actual[startOfConstruction];
      return day === undefined ? [] : [[project.projectId, day]];
    }),
  );
  return {
    zone,
    on: today(context),
    isWhole: started.isWhole,
    months: kept.map((one) => ({
      month: one.month,
      slips: one.starts.map(({ planned, expected }) => workingDaysBetween(calendar, planned, expected)),
      soon: one.starts.filter(({ expected }) => expected <= addDays(one.on, 91)).length,
      compared: compared(calendar, one, startedOn),
    })),
  };
}

function monthView(month: string, seen: readonly Seen[]): ForecastsView['months'][number] {
  const slips = seen.flatMap((one) => one.slips);
  const late = slips.filter((days) => days > 0);
  const slip = median(late);
  return {
    month,
    projects: slips.length,
    behind: late.length,
    ...(slip !== undefined && { slip }),
    soon: seen.reduce((sum, one) => sum + one.soon, 0),
    ...accuracyOf(seen.flatMap((one) => one.compared)),
  };
}

/** What was forecast month by month, and how good it was. Reads of a zone: the months that were kept (some nine units a month for a thousand projects) and its started projects. */
export async function viewForecasts(
  ports: ForecastPorts,
  { actor, zoneId, now }: { readonly actor: Actor; readonly zoneId?: string | undefined; readonly now: number },
): Promise<Result<ForecastsView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0);
  const shown = zones.filter((zone) => zoneId === undefined || zone.zoneId === zoneId);
  if (zoneId !== undefined && shown.length === 0) return fail({ kind: 'not-found' });
  const found = await Promise.all(shown.map((zone) => ofZone(ports, zone, now)));
  const months = Map.groupBy(
    found.flatMap((one) => one.months),
    ({ month }) => month,
  );
  const all = found.flatMap((one) => one.months.flatMap((month) => month.compared));
  return ok({
    on:
      found
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? new Date(now).toISOString().slice(0, 10),
    zones: found.map(({ zone, months: own }) => ({
      zoneId: zone.zoneId,
      names: zone.names,
      ...accuracyOf(own.flatMap((month) => month.compared)),
    })),
    months: [...months].map(([month, seen]) => monthView(month, seen)).toSorted((a, b) => (a.month < b.month ? 1 : -1)),
    leads: leads.map((lead) => ({ lead, ...accuracyOf(all.filter((one) => one.lead === lead)) })),
    allZones: zones.map((zone) => ({ zoneId: zone.zoneId, names: zone.names })),
    isWhole: found.every((one) => one.isWhole),
  });
}
