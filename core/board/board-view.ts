import * as z from 'zod/mini';
import { DateText, Identifier, MoneySum } from '../kernel/common.ts';
import { Sector } from '../letter/sector.ts';
import { Names, Stated } from '../reference/reference.ts';
import { boardStates } from './board-counts.ts';

/** Projects that are so far built. `confirmed`: whose rung a second body has confirmed. Money by currency. */
const Row = z.object({
  state: z.enum(boardStates),
  count: z.int(),
  confirmed: z.int(),
  money: z.array(MoneySum),
  jobs: z.int(),
  /** By contract; of `path` where a contract is signed. */
  hectares: z.number(),
  /** Projects with a contract or a start of which the hectares are not known. */
  hectaresNotStated: z.int(),
});
export type BoardRow = z.infer<typeof Row>;

const Side = z.object({
  investment: z.array(MoneySum),
  output: z.array(MoneySum),
  export: z.array(MoneySum),
  jobs: z.int(),
});

const Part = z.object({
  names: Names,
  amount: z.number(),
  /** What is counted of it here; absent: nothing of the kind is. */
  computed: z.optional(z.number()),
});

/** What a source states, as of a year, beside what is counted here. Money in whole units of its currency. */
const StatedView = z.object({
  ...z.omit(Stated, { parts: true }).shape,
  parts: z.array(Part),
  /** Of the total, by the source's own parts; absent where it names none. */
  unexplained: z.optional(z.number()),
  computed: z.optional(z.number()),
  /** `total` less `computed`. */
  difference: z.optional(z.number()),
});
export type StatedView = z.infer<typeof StatedView>;

export const BoardView = z.object({
  on: DateText,
  /** Those that are counted together. */
  zones: z.array(z.object({ zoneId: Identifier, names: Names })),
  /** In the order in which a project is built; without those that are nought. */
  rungs: z.array(Row),
  /** `count` is the sum of the others; `notStated`: started, and nobody has said how far. */
  summary: z.object({
    count: z.int(),
    roofed: z.int(),
    inConstruction: z.int(),
    notStated: z.int(),
    beforeStart: z.int(),
  }),
  sectors: z.array(z.object({ sector: Sector, rungs: z.array(Row) })),
  /** By the year of the forum from which they came; absent: from none. */
  years: z.array(z.object({ year: z.optional(z.int()), rungs: z.array(Row) })),
  land: z.object({
    /** By contract. */
    taken: z.number(),
    /** Of it: roofed and higher; in construction; without a rung or a start. */
    built: z.number(),
    inConstruction: z.number(),
    idle: z.number(),
    /** Projects. */
    notStated: z.int(),
  }),
  /** `there`: as last reported, absent where nobody has; `notReported`: projects that have started and reported none. */
  jobs: z.object({ promised: z.int(), there: z.optional(z.int()), notReported: z.int() }),
  /** By year: what contracts promise, what is reported and confirmed; `missing`: projects of which a report is. */
  obligations: z.array(z.object({ year: z.int(), planned: Side, reported: Side, confirmed: Side, missing: z.int() })),
  stated: z.array(StatedView),
});
export type BoardView = z.infer<typeof BoardView>;
