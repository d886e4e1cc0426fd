import { addDays, later, type LocalDate } from '../calendar/local-date.ts';
import type { Utility } from '../kernel/common.ts';
import type { ZoneLine } from '../reference/reference.ts';
import type {
  CountedAs,
  Fit,
  FoundPlot,
  Lack,
  Plot,
  PlotState,
  PlotWish,
  RegisteredZone,
  StandingPlot,
} from './plot.ts';

/** Calendar days after which what a supplier said is shown as stale (ours). */
const freshDays = 100;

/** What is typed counts where its project says nothing of the land, and always when it is blocked; a day that has come frees it. */
export function countedAs({ typed, land }: Pick<Plot, 'typed' | 'land'>): CountedAs {
  const { state, until, from } = typed;
  if (state === 'blocked') return { state };
  if (land === 'building' && state === 'producing') return { state };
  if (land !== undefined && land !== 'none') return { state: land };
  // What its project left behind is no state of the land any more.
  if (land === 'none' && state !== 'auction' && state !== 'planned') return { state: 'free' };
  const on = state === 'held' ? until : state === 'planned' ? from : undefined;
  return { state, ...(on !== undefined && { on }) };
}

/** The state of what is counted so, on a day. */
export const stateOn = ({ state, on }: CountedAs, today: LocalDate): PlotState =>
  on !== undefined && on <= today ? 'free' : state;

export function standing(plot: Plot, today: LocalDate): StandingPlot {
  const { typed, land: ___, projectId: _, version: __, ...told } = plot;
  const counted = countedAs(plot);
  const state = stateOn(counted, today);
  const until = state === counted.state ? counted.on : undefined;
  const oldest = addDays(today, -freshDays);
  return {
    ...told,
    state,
    ...(until !== undefined && { until }),
    ...(state === 'blocked' && typed.why !== undefined && { why: typed.why }),
    stale: Object.entries(plot.lines).flatMap(([utility, { asOf }]) => (asOf < oldest ? [utility as Utility] : [])),
  };
}

/** The first day on which somebody else may have the land, or that nobody can say one. */
function landFrom({ state, until }: StandingPlot, today: LocalDate): LocalDate | undefined {
  if (state === 'free' || state === 'auction') return today;
  return state === 'held' || state === 'planned' ? until : undefined;
}

/** The first day of a line: as was said of the plot, else of the zone's own; undefined: nobody has said one. */
function lineFrom(
  own: Plot['lines'][Utility] | undefined,
  ofZone: ZoneLine | undefined,
  today: LocalDate,
): LocalDate | undefined {
  if (own?.from !== undefined) return own.from;
  if (ofZone?.report.state === 'ready') return today;
  return ofZone?.report.state === 'committed' ? ofZone.report.readyBy : undefined;
}

const kinds = { power: 'powerKw', water: 'waterM3', gas: 'gasM3' } as const;

/** Whether a plot fits a wish, from which day on, and what is lacking; what nobody has said is lacking. */
export function fitOf(
  wish: PlotWish,
  plot: StandingPlot,
  zoneLines: readonly Pick<ZoneLine, 'utility' | 'report'>[],
  today: LocalDate,
): Fit {
  const lacks: Lack[] = [];
  const land = landFrom(plot, today);
  if (land === undefined) lacks.push({ what: 'land' });
  const days = [today, land ?? today];
  const short = (wish.hectares ?? 0) - plot.hectares;
  if (short > 0) lacks.push({ what: 'hectares', by: Math.round(short * 10_000) / 10_000 });
  const asked = [
    ...(['power', 'water', 'gas'] as const).flatMap((utility) => {
      const amount = wish[kinds[utility]] ?? 0;
      return amount > 0 ? [{ utility, amount }] : [];
    }),
    ...(wish.rail === 'true' ? [{ utility: 'rail' as const, amount: 0 }] : []),
  ];
  for (const { utility, amount } of asked) {
    const own = plot.lines[utility];
    const zoneLine = zoneLines.find((one) => one.utility === utility) as ZoneLine | undefined;
    const from = own && lineFrom(own, zoneLine, today);
    if (own === undefined || from === undefined || (own.spare === undefined && amount > 0))
      lacks.push({ what: utility });
    else if ((own.spare ?? 0) < amount) lacks.push({ what: utility, by: amount - (own.spare ?? 0) });
    else days.push(from);
  }
  if (lacks.length > 0) return { fits: 'no', lacks };
  const from = days.reduce(later);
  if (from <= today) return { fits: 'now', from, lacks };
  if (wish.by === undefined || from <= wish.by) return { fits: 'by-date', from, lacks };
  return { fits: 'later', from, lacks: [{ what: 'date', until: from }] };
}

const rank: Readonly<Record<Fit['fits'], number>> = { now: 0, 'by-date': 1, later: 2, no: 3 };

/** What fits first, then what lacks least; of the same the smaller plot. */
export const byFit = (a: FoundPlot, b: FoundPlot): number =>
  rank[a.fits] - rank[b.fits] ||
  a.lacks.length - b.lacks.length ||
  (a.from ?? '').localeCompare(b.from ?? '') ||
  a.hectares - b.hectares ||
  a.plotId.localeCompare(b.plotId);

export const priorityOf = (
  { priorities }: Pick<RegisteredZone, 'priorities'>,
  { sector }: PlotWish,
): FoundPlot['priority'] => priorities && sector && { holds: priorities.sectors.includes(sector), on: priorities.on };
