import * as z from 'zod/mini';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Country } from '../calendar/country.ts';
import { DateText, Identifier, Instant, line, Money, paragraph, quantity, Utility } from '../kernel/common.ts';
import { Sector } from '../letter/sector.ts';
import { ActorRef } from '../project/event.ts';
import { Names, writtenLanguages } from '../reference/reference.ts';

export const zoneKinds = ['sez', 'industrial', 'private-industrial', 'small-industrial'] as const;
export const founders = ['government', 'region', 'private'] as const;
const Kind = z.enum(zoneKinds);
const Founder = z.enum(founders);

/** A zone as the register has it; `zoneId`: the zone whose office keeps its plots. `box`: west, south, east, north in degrees of WGS84. */
export const RegisteredZone = z.object({
  registerId: Identifier,
  zoneId: Identifier,
  regionId: Identifier,
  names: Names,
  kind: Kind,
  founder: Founder,
  /** Absent: nobody has told it, so there is no remainder. */
  hectares: z.optional(quantity(1_000_000)),
  since: z.int(),
  priorities: z.optional(z.object({ on: DateText, sectors: z.array(Sector) })),
  box: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  /** Absent: as it was seeded. */
  version: z.optional(z.int()),
});
export type RegisteredZone = z.infer<typeof RegisteredZone>;

/** Body of `PUT /api/register/{registerId}`; what it does not name is no more. `version`: the one that was seen, 0 of a zone that is new or was never changed. */
export const RegisterRequest = z.object({
  ...z.omit(RegisteredZone, { registerId: true, regionId: true, names: true }).shape,
  names: z.record(z.enum(writtenLanguages), line(120)),
  since: z.int().check(z.minimum(1990), z.maximum(2100)),
  reason: paragraph(500),
  version: z.int().check(z.nonnegative()),
});
export type RegisterRequest = z.infer<typeof RegisterRequest>;

export interface RegisterChange {
  readonly zone: RegisteredZone;
  readonly reason: string;
  readonly by: ActorRef;
  /** Epoch ms. */
  readonly at: number;
}

export const plotStates = [
  'free',
  'held',
  'auction',
  'contract',
  'building',
  'producing',
  'blocked',
  'in-docket',
  'planned',
] as const;
export const PlotState = z.enum(plotStates);
export type PlotState = z.infer<typeof PlotState>;

export const typedStates = [
  'free',
  'held',
  'auction',
  'contract',
  'building',
  'producing',
  'blocked',
  'planned',
] as const;

/** What can be typed: a docket is always that of a project. `until`: of land that is held; `from`: of land that is planned; `why`: of land that is blocked, read by everybody. */
const TypedState = z.object({
  state: z.enum(typedStates),
  until: z.optional(DateText),
  from: z.optional(DateText),
  why: z.optional(paragraph(500)),
});

/** `spare` in the unit of the kind (kW, m³/h of gas, m³ of water a day …); `from`: the first day on which it can be had; `asOf`: when its supplier said so. */
const PlotLine = z.object({
  distanceMetres: z.optional(quantity(100_000)),
  spare: z.optional(quantity(10_000_000)),
  point: z.optional(line(120)),
  from: z.optional(DateText),
  asOf: DateText,
});

const Position = z.tuple([
  z.number().check(z.minimum(-180), z.maximum(180)),
  z.number().check(z.minimum(-90), z.maximum(90)),
]);
export type Position = z.infer<typeof Position>;

/** Vertices of one outline (ours): a plot has a dozen. */
const mostVertices = 60;

/** In which form land is held. */
export const ownerships = ['state', 'communal', 'private'] as const;

/** Body of `PUT /api/plots/{plotId}`; what it does not name is no more. `version`: the one that was seen, 0 of a new plot. */
export const PlotRequest = z.object({
  registerId: Identifier,
  cadastre: z.optional(line(40)),
  hectares: quantity(100_000).check(z.positive()),
  ownership: z.enum(ownerships),
  price: z.optional(Money),
  rentAYear: z.optional(Money),
  typed: TypedState,
  projectId: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
  lines: z.partialRecord(Utility, PlotLine),
  /** The ring of a GeoJSON polygon: its last position is its first. */
  outline: z.optional(z.array(Position).check(z.minLength(4), z.maxLength(mostVertices))),
  /** Why it is changed; kept with the change, never shown outside the office. */
  reason: z.optional(paragraph(500)),
  version: z.int().check(z.nonnegative()),
});
export type PlotRequest = z.infer<typeof PlotRequest>;

export const Plot = z.object({
  ...z.omit(PlotRequest, { reason: true }).shape,
  plotId: Identifier,
  zoneId: Identifier,
  /** What its project last said of the land; `none`: it ended without. */
  land: z.optional(z.enum([...plotStates, 'none'])),
});
export type Plot = z.infer<typeof Plot>;

/** Plots that a map and a table show of one zone. */
export const mostOfZone = 500;

/** What a plot is counted under: a state, and the day on which time alone frees it. */
export interface CountedAs {
  readonly state: PlotState;
  readonly on?: LocalDate | undefined;
}

/** Of a zone of the register, all that is counted under the same. */
export interface PlotCount extends CountedAs {
  readonly plots: number;
  readonly hectares: number;
}

export const PlotChange = z.object({ plot: Plot, reason: z.optional(z.string()), by: ActorRef, at: Instant });
export type PlotChange = z.infer<typeof PlotChange>;

/** 02-036-098-123 in Kazakhstan, 10:01:01:02:03:0001 in Uzbekistan. */
export const cadastreForms: Readonly<Record<Country, RegExp>> = {
  KZ: /^\d{2}-\d{3}-\d{3}-\d{1,6}$/,
  UZ: /^\d{2}(?::\d{2}){2,5}(?::\d{3,5}){1,2}$/,
};

/** Query of `GET /api/plots`. */
export const PlotWish = z.object({
  /** A zone of the register, or one whose office keeps several. */
  zone: z.optional(Identifier),
  hectares: z.optional(z.coerce.number().check(z.nonnegative(), z.maximum(100_000))),
  powerKw: z.optional(z.coerce.number().check(z.nonnegative(), z.maximum(10_000_000))),
  waterM3: z.optional(z.coerce.number().check(z.nonnegative(), z.maximum(10_000_000))),
  gasM3: z.optional(z.coerce.number().check(z.nonnegative(), z.maximum(10_000_000))),
  rail: z.optional(z.enum(['true', 'false'])),
  by: z.optional(DateText),
  sector: z.optional(Sector),
});
export type PlotWish = z.infer<typeof PlotWish>;

/** `by` in hectares or the unit of the line; absent: nobody has said how much there is. `until`: when it can be had, later than wanted. */
const Lack = z.object({
  what: z.enum(['hectares', 'power', 'water', 'gas', 'rail', 'land', 'date']),
  by: z.optional(z.number()),
  until: z.optional(DateText),
});
export type Lack = z.infer<typeof Lack>;

export const Fit = z.object({
  fits: z.enum(['now', 'by-date', 'later', 'no']),
  from: z.optional(DateText),
  lacks: z.array(Lack),
});
export type Fit = z.infer<typeof Fit>;

export const StandingPlot = z.object({
  ...z.omit(Plot, { projectId: true, typed: true, land: true, version: true }).shape,
  state: PlotState,
  until: z.optional(DateText),
  why: z.optional(z.string()),
  /** Lines of which the supplier spoke more than a hundred days ago. */
  stale: z.array(Utility),
});
export type StandingPlot = z.infer<typeof StandingPlot>;

export const FoundPlot = z.object({
  ...StandingPlot.shape,
  ...Fit.shape,
  /** Whether the activity stands in the zone's list of priority activities, and of what day the list is. */
  priority: z.optional(z.object({ holds: z.boolean(), on: DateText })),
});
export type FoundPlot = z.infer<typeof FoundPlot>;

export const RegisterView = z.object({
  ...RegisteredZone.shape,
  states: z.array(z.object({ state: PlotState, plots: z.int(), hectares: z.number() })),
  /** Hectares of the zone less those of its plots: roads, lines, what is not surveyed; below nought: the register and the plots disagree. */
  remainder: z.optional(z.number()),
});
export type RegisterView = z.infer<typeof RegisterView>;

export const FoundPlots = z.object({ today: DateText, plots: z.array(FoundPlot) });
export type FoundPlots = z.infer<typeof FoundPlots>;

export interface Plots {
  readonly register: () => Promise<readonly RegisteredZone[]>;
  /** What is counted of each zone of the register, kept with every plot that is written; a zone that is absent was never counted. */
  readonly counts: () => Promise<ReadonlyMap<string, readonly PlotCount[]>>;
  readonly ofProject: (projectId: string) => Promise<readonly Plot[]>;
  readonly find: (plotId: string) => Promise<Plot | undefined>;
  /** Those of a zone of the register by size, from so many hectares on. */
  readonly bySize: (registerId: string, from: number, most?: number) => Promise<readonly Plot[]>;
  readonly write: (plot: Plot, before: Plot | undefined, change: PlotChange) => Promise<'written' | 'conflict'>;
  /** What was said of a plot, the latest first. */
  readonly changes: (plotId: string, most: number) => Promise<readonly PlotChange[]>;
  readonly writeZone: (
    zone: RegisteredZone,
    before: RegisteredZone | undefined,
    change: RegisterChange,
  ) => Promise<'written' | 'conflict'>;
}
