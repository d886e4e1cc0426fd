import { calendarOf } from '../calendar/calendar.ts';
import { dayNumberOf, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { publicFigures, type PublicFigures, type PublicRow } from '../figures/public-figures.ts';
import { pipelineOf } from '../figures/view-pipeline.ts';
import type { Utility } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { lineMilestones, reachedBy, type Line } from '../lines/line.ts';
import type { Zone } from '../reference/reference.ts';
import {
  milestoneKey,
  reachedOn,
  timetableStanding,
  type MilestoneDates,
  type Timetables,
} from '../timetable/timetable.ts';

/** A milestone of a public timetable or a zone's line as a row of `projects.csv`, by column; what is not known is empty. */
export const milestoneColumns = [
  'id',
  'zone',
  'project',
  'milestone',
  'baseline',
  'target',
  'actual',
  'standing',
  'days_late',
  'reason',
] as const;
export type MilestoneRow = Readonly<Record<(typeof milestoneColumns)[number], string>>;

/** One published number, by column of `counts.csv`. `members`: ids, several where only together they are enough to be told. */
export const countColumns = ['group', 'members', 'measure', 'currency', 'value'] as const;
export type CountRow = Readonly<Record<(typeof countColumns)[number], string>>;

export interface OpenData {
  /** The zones' own day. */
  readonly day: LocalDate;
  readonly milestones: readonly MilestoneRow[];
  readonly counts: readonly CountRow[];
  readonly lines: readonly Line[];
}

interface Kept extends MilestoneDates {
  readonly id: string;
  readonly project: string;
  readonly milestone: string;
  readonly reason?: string | undefined;
}

const ofLine = ({ lineId, names, milestones }: Line): readonly Kept[] =>
  lineMilestones.flatMap((milestone) => {
    const { baseline, actual, reason } = milestones[milestone] ?? {};
    if (baseline === undefined) return [];
    const target = reachedBy(milestones, milestone);
    return [{ id: `${lineId}/${milestone}`, project: names.en, milestone, baseline, target, actual, reason }];
  });

function rowOf(zoneId: string, today: LocalDate, one: Kept): MilestoneRow {
  const standing = timetableStanding(one, today);
  const days = dayNumberOf(reachedOn(one, today)) - dayNumberOf(one.baseline);
  return {
    id: one.id,
    zone: zoneId,
    project: one.project,
    milestone: one.milestone,
    baseline: one.baseline,
    target: one.target ?? '',
    actual: one.actual ?? '',
    standing,
    days_late: standing === 'late' ? String(days) : '',
    reason: one.reason ?? '',
  };
}

/** Numbers of the public page, one a row. */
export function countRows({ total, started, zones, sectors, stages, starts }: PublicFigures): readonly CountRow[] {
  const row = (group: string, members: string, measure: string, value: number | undefined, currency = '') =>
    value === undefined ? [] : [{ group, members, measure, currency, value: String(value) }];
  const rowsOf = (group: string, { members, projects, late, jobs, investment }: PublicRow<string>) => {
    const names = members.join(' ');
    return [
      ...row(group, names, 'projects', projects),
      ...row(group, names, 'late', late),
      ...row(group, names, 'jobs', jobs),
      ...investment.flatMap(({ currency, amountMinor }) =>
        row(group, names, 'investment', amountMinor / 100, currency),
      ),
    ];
  };
  return [
    ...(total === undefined ? [] : rowsOf('total', { ...total, members: ['all'] })),
    ...row('total', 'all', 'construction-started', started),
    ...zones.flatMap((one) => rowsOf('zone', one)),
    ...sectors.flatMap((one) => rowsOf('sector', one)),
    ...stages.flatMap((one) => rowsOf('stage', one)),
    ...starts.flatMap(({ from, to, projects, behind }) => {
      const span = from === to ? from : `${from} ${to}`;
      return [...row('start', span, 'projects', projects), ...row('start', span, 'behind', behind)];
    }),
  ];
}

export type OpenDataPorts = Pick<Ports, 'reference' | 'counts' | 'lines'> & { readonly timetables: Timetables };

async function ofZone(ports: OpenDataPorts, { zoneId, country }: Zone, now: number) {
  const { reference, lines, timetables } = ports;
  const [setting, milestones] = await Promise.all([reference.setting(zoneId), timetables.of(zoneId)]);
  const kept = await lines.all((setting?.lines ?? []).flatMap(({ lineId }) => lineId ?? []));
  const today = localDateOf(now, calendarOf(country).offsetMinutes);
  const ofTimetables = milestones
    .filter(({ isPublic }) => isPublic)
    .map((one) => ({ ...one, id: `${zoneId}/${milestoneKey(one)}` }));
  return { lines: kept, rows: [...kept.flatMap(ofLine), ...ofTimetables].map((one) => rowOf(zoneId, today, one)) };
}

/** What anybody may take away. Reads the counters, lines and timetables of all zones, at any number of projects. */
export async function viewOpenData(ports: OpenDataPorts, now: number): Promise<OpenData> {
  const zones = await ports.reference.zones();
  const [pipeline, all] = await Promise.all([
    pipelineOf(ports, zones),
    Promise.all(zones.map((zone) => ofZone(ports, zone, now))),
  ]);
  return {
    day: localDateOf(now, calendarOf(zones[0]?.country ?? 'KZ').offsetMinutes),
    counts: countRows(publicFigures(pipeline.zones)),
    milestones: all.flatMap(({ rows }) => rows).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    lines: all.flatMap(({ lines }) => lines),
  };
}

/** JSON Schema of a row of `projects.csv`, every cell a text. @param meaning what a column says */
export const milestoneSchema = (meaning: Readonly<Record<(typeof milestoneColumns)[number], string>>) => {
  const text = { type: 'string', minLength: 1 };
  const day = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\d$` };
  const dayOrNone = { type: 'string', pattern: String.raw`^(\d{4}-\d\d-\d\d)?$` };
  const types: Readonly<Record<keyof typeof meaning, object>> = {
    id: text,
    zone: text,
    project: text,
    milestone: text,
    baseline: day,
    target: dayOrNone,
    actual: dayOrNone,
    standing: { enum: ['late', 'on-time', 'ahead'] },
    days_late: { type: 'string', pattern: String.raw`^([1-9]\d*)?$` },
    reason: { type: 'string' },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: milestoneColumns,
    additionalProperties: false,
    properties: Object.fromEntries(
      milestoneColumns.map((column) => [column, { ...types[column], description: meaning[column] }]),
    ),
  };
};

const sectors: Readonly<Record<Utility, readonly string[]>> = {
  power: ['energy'],
  gas: ['energy'],
  heat: ['energy'],
  water: ['waterAndWaste'],
  sewerage: ['waterAndWaste'],
  telecom: ['communications'],
  road: ['transport', 'transport.road'],
  rail: ['transport', 'transport.rail'],
};

const instant = (day: LocalDate): string => `${day}T00:00:00Z`;

function statusOf({ milestones }: Line): string {
  if (milestones.energised?.actual !== undefined) return 'completed';
  if (milestones.procurement?.actual !== undefined) return 'implementation';
  return milestones['technical-conditions']?.actual === undefined ? 'identification' : 'preparation';
}

const milestonesOf = ({ milestones }: Line, day: LocalDate) =>
  lineMilestones.flatMap((milestone) => {
    const { baseline, actual, reason } = milestones[milestone] ?? {};
    if (baseline === undefined) return [];
    return [
      {
        id: milestone,
        title: milestone,
        dueDate: instant(baseline),
        ...(actual !== undefined && { dateMet: instant(actual) }),
        ...(reason !== undefined && { description: reason }),
        status: actual !== undefined ? 'met' : baseline < day ? 'notMet' : 'scheduled',
      },
    ];
  });

/** OC4IDS knows no empty list: what nothing is known of is left out. */
function projectOf(line: Line, day: LocalDate) {
  const { lineId, names, utility, milestones } = line;
  const { actual, reason } = milestones.energised ?? {};
  const ends = reachedBy(milestones, 'energised');
  const planned = milestonesOf(line, day);
  return {
    id: lineId,
    title: names.en,
    status: statusOf(line),
    sector: sectors[utility],
    type: 'construction',
    ...(ends !== undefined && { period: { endDate: instant(ends) } }),
    ...(actual !== undefined && {
      completion: { endDate: instant(actual), ...(reason !== undefined && { endDateDetails: reason }) },
    }),
    ...(planned.length > 0 && { milestones: planned }),
  };
}

/** Lines as an OC4IDS project package; undefined without lines, for a package has at least one project. */
export const linePackage = (
  { lines, day }: Pick<OpenData, 'lines' | 'day'>,
  of: { readonly uri: string; readonly site: string; readonly license: string },
) =>
  lines.length === 0
    ? undefined
    : {
        uri: of.uri,
        publishedDate: instant(day),
        version: '0.9',
        publisher: { name: new URL(of.site).host, uri: of.site },
        license: of.license,
        projects: lines.map((line) => projectOf(line, day)),
      };
