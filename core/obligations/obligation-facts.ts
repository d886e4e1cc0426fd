import * as z from 'zod/mini';
import { DateText, Money, nameLine, paragraph } from '../kernel/common.ts';

/** What a contract promises by year, and what is reported of it. `localContent`: per cent. Absent is not stated, never nought. */
export const OwedFigures = z.object({
  investment: z.optional(Money),
  output: z.optional(Money),
  export: z.optional(Money),
  jobs: z.optional(z.int().check(z.nonnegative(), z.maximum(1_000_000))),
  localContent: z.optional(z.int().check(z.nonnegative(), z.maximum(100))),
});
export type OwedFigures = z.infer<typeof OwedFigures>;

/** Those that are added up over the periods of a year. */
export const owedMoney = ['investment', 'output', 'export'] as const;
export const owedFields = [...owedMoney, 'jobs', 'localContent'] as const;
export type OwedField = (typeof owedFields)[number];

/** A year ('2026') or a quarter of it ('2026-3'). */
const Period = z.string().check(z.regex(/^(?:19|20|21)\d\d(?:-[1-4])?$/));
const Year = z.int().check(z.minimum(1990), z.maximum(2100));

/** How often is reported. */
export const everies = ['quarter', 'year'] as const;

/** Whom a missing report is told, one after the other. */
export const missedRungs = ['investor', 'office', 'head'] as const;
export type MissedRung = (typeof missedRungs)[number];

const Paper = { number: nameLine(60), on: DateText };
const NoteId = z.string();

export const obligationEvents = [
  z.object({
    type: z.literal('obligations-planned'),
    every: z.enum(everies),
    year: z.int(),
    figures: OwedFigures,
    launchBy: z.optional(DateText),
  }),
  /** The period is over: the investor is asked for its report. */
  z.object({ type: z.literal('obligations-asked'), period: Period, due: DateText }),
  z.object({ type: z.literal('obligations-missed'), period: Period, due: DateText, rung: z.enum(missedRungs) }),
  z.object({ type: z.literal('obligations-reported'), period: Period, figures: OwedFigures }),
  /** `figures`: as the office found them; `noteId`: why they are others than reported. */
  z.object({
    type: z.literal('obligations-confirmed'),
    period: Period,
    figures: OwedFigures,
    noteId: z.optional(NoteId),
  }),
  /** The remaining money is proven. */
  z.object({ type: z.literal('obligations-proven'), ...Paper }),
  /** Two quarters are not reported: somebody goes there. `period`: the first of them. */
  z.object({ type: z.literal('obligations-visit-opened'), period: Period, until: DateText }),
  z.object({ type: z.literal('obligations-visited'), on: DateText, noteId: NoteId }),
  z.object({ type: z.literal('obligations-breach'), ...Paper, cureUntil: DateText, noteId: NoteId }),
] as const;

const words = paragraph(2000);

export const ObligationRequest = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('plan'),
    every: z.enum(everies),
    year: Year,
    figures: OwedFigures,
    launchBy: z.optional(DateText),
  }),
  z.object({ act: z.literal('report'), period: Period, figures: OwedFigures }),
  z.object({ act: z.literal('confirm'), period: Period, figures: OwedFigures, words: z.optional(words) }),
  z.object({ act: z.literal('prove'), ...Paper }),
  z.object({ act: z.literal('visit'), on: DateText, words }),
  z.object({ act: z.literal('breach'), ...Paper, cureDays: z.int().check(z.positive(), z.maximum(60)), words }),
]);
export type ObligationRequest = z.infer<typeof ObligationRequest>;

const Report = z.object({
  period: Period,
  reported: OwedFigures,
  /** Who of the staff entered it from paper; absent: the investor. */
  enteredBy: z.optional(z.string()),
  confirmed: z.optional(OwedFigures),
});
export type Report = z.infer<typeof Report>;

/** Of a project; who said what when lies in the log. */
export const Obligations = z.object({
  every: z.enum(everies),
  launchBy: z.optional(DateText),
  /** In order. */
  years: z.array(z.object({ year: z.int(), planned: OwedFigures })),
  reports: z.array(Report),
  /** Periods that were asked for and are not reported, by whom was told last; absent rung: the investor was asked. */
  missing: z.array(z.object({ period: Period, rung: z.optional(z.enum(missedRungs)) })),
  visit: z.optional(z.object({ period: Period, until: DateText, on: z.optional(DateText) })),
  breach: z.optional(z.object({ ...Paper, cureUntil: DateText })),
  proven: z.optional(z.object(Paper)),
});
export type Obligations = z.infer<typeof Obligations>;

export const periodStates = ['to-come', 'awaited', 'not-reported', 'reported', 'confirmed'] as const;

const PeriodView = z.object({
  period: Period,
  from: DateText,
  to: DateText,
  /** By when it is to be reported. */
  due: DateText,
  state: z.enum(periodStates),
  reported: z.optional(OwedFigures),
  confirmed: z.optional(OwedFigures),
  /** Of the same period a year before: confirmed, or else reported. */
  yearBefore: z.optional(OwedFigures),
});
export type PeriodView = z.infer<typeof PeriodView>;

const Rest = z.object({
  investment: z.optional(z.object({ amountMinor: z.int(), currency: Money.shape.currency })),
  output: z.optional(z.object({ amountMinor: z.int(), currency: Money.shape.currency })),
  export: z.optional(z.object({ amountMinor: z.int(), currency: Money.shape.currency })),
  jobs: z.optional(z.int()),
  localContent: z.optional(z.int()),
});

export const ObligationsView = z.object({
  projectId: z.string(),
  number: z.string(),
  /** Construction has started: obligations are kept. */
  isOpen: z.boolean(),
  every: z.optional(z.enum(everies)),
  start: z.object({ promised: z.optional(DateText), actual: z.optional(DateText) }),
  launch: z.object({ promised: z.optional(DateText), actual: z.optional(DateText) }),
  /** Proof of the rest of the money (Law 242-VI, art. 18 p. 17): two years after the contract, three for projects above 15,000,000 MCI. */
  money: z.optional(
    z.object({ due: DateText, dueIfLarge: DateText, isLate: z.boolean(), proven: z.optional(z.object(Paper)) }),
  ),
  /** `reported`, `confirmed`: added up over the periods that are. `rest`: planned less confirmed; absent where nothing is confirmed. */
  years: z.array(
    z.object({
      year: z.int(),
      planned: OwedFigures,
      reported: z.optional(OwedFigures),
      confirmed: z.optional(OwedFigures),
      rest: z.optional(Rest),
      notReported: z.array(Period),
    }),
  ),
  periods: z.array(PeriodView),
  /** Periods in a row that are not reported though their day has passed. */
  behind: z.int(),
  visit: Obligations.shape.visit,
  breach: Obligations.shape.breach,
  actions: z.array(z.enum(['plan', 'report', 'confirm', 'prove', 'visit', 'breach'])),
});
export type ObligationsView = z.infer<typeof ObligationsView>;
