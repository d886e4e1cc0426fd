import * as z from 'zod/mini';
import type { Country } from '../calendar/country.ts';
import { DateText, Identifier, line, Money, paragraph, quantity, Utility } from '../kernel/common.ts';
import { Sector } from '../letter/sector.ts';
import type { ActorRef } from '../project/event.ts';
import { Names } from '../reference/reference.ts';

const Kind = z.enum(['sez', 'industrial', 'private-industrial', 'small-industrial']);
const Founder = z.enum(['government', 'region', 'private']);

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
});
export type RegisteredZone = z.infer<typeof RegisteredZone>;

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

/** What can be typed: a docket is always that of a project. `until`: of land that is held; `from`: of land that is planned; `why`: of land that is blocked, read by everybody. */
const TypedState = z.object({
  state: z.enum(['free', 'held', 'auction', 'contract', 'building', 'producing', 'blocked', 'planned']),
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

/** Body of `PUT /api/plots/{plotId}`; what it does not name is no more. `version`: the one that was seen, 0 of a new plot. */
export const PlotRequest = z.object({
  registerId: Identifier,
  cadastre: z.optional(line(40)),
  hectares: quantity(100_000).check(z.positive()),
  ownership: z.enum(['state', 'communal', 'private']),
  price: z.optional(Money),
  rentAYear: z.optional(Money),
  typed: TypedState,
  projectId: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
  lines: z.partialRecord(Utility, PlotLine),
  /** The ring of a GeoJSON polygon: its last position is its first. */
  outline: z.optional(z.array(Position).check(z.minLength(4), z.maxLength(mostVertices))),
  version: z.int().check(z.nonnegative()),
});
export type PlotRequest = z.infer<typeof PlotRequest>;

export const Plot = z.object({ ...PlotRequest.shape, plotId: Identifier, zoneId: Identifier });
export type Plot = z.infer<typeof Plot>;

export interface PlotChange {
  readonly plot: Plot;
  readonly by: ActorRef;
  /** Epoch ms. */
  readonly at: number;
}

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

const StandingPlot = z.object({
  ...z.omit(Plot, { projectId: true, typed: true, version: true }).shape,
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
  readonly find: (plotId: string) => Promise<Plot | undefined>;
  /** Those of a zone of the register by size, from so many hectares on. */
  readonly bySize: (registerId: string, from: number, most?: number) => Promise<readonly Plot[]>;
  readonly write: (plot: Plot, before: Plot | undefined, change: PlotChange) => Promise<'written' | 'conflict'>;
}
