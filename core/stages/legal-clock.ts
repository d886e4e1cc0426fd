import { overdueDays } from '../calendar/clock-pause.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { termEnd, type Term } from '../calendar/term.ts';
import { DateText } from '../kernel/common.ts';
import type { Aggregate } from '../project/project.ts';
import { today, typeIn, type ZoneContext } from '../project/zone-context.ts';
import type { ZoneType } from '../reference/zone-type.ts';
import type { StageId } from './definition.ts';
import { stageIndex } from './stage-id.ts';

export const legalClocks = ['kz-sez-contract', 'uz-decision'] as const;

interface LegalTerm {
  readonly clock: (typeof legalClocks)[number];
  readonly zoneTypes: readonly ZoneType[];
  /** Applications received on it or later. */
  readonly from: LocalDate;
  readonly term: Term;
  /** It lies across all of these; it is kept when the last of them is approved, or its contract signed. */
  readonly stages: readonly StageId[];
  readonly untilSigned?: true;
}

/** Law 242-VI art. 18 pp. 9 and 10; UP-153 of 13.06.2022 and PKM 452 of 08.09.2023. A newer version of a clock is another row. */
const terms: readonly LegalTerm[] = [
  {
    clock: 'kz-sez-contract',
    zoneTypes: ['kz-sez'],
    from: '2023-01-01',
    term: { workingDays: 10 },
    stages: ['council-approval', 'contract-and-land'],
    untilSigned: true,
  },
  {
    clock: 'uz-decision',
    zoneTypes: ['uz-sez', 'uz-small'],
    from: '2022-07-01',
    term: { workingDays: 10 },
    stages: ['council-approval'],
  },
];

/** What the law gives stages together, whatever each of them takes: nothing stops it, no return for correction and no suspension. */
export interface LegalClock {
  readonly clock: LegalTerm['clock'];
  readonly stages: readonly StageId[];
  readonly from: LocalDate;
  readonly by: LocalDate;
  /** When it stopped; absent while it runs. */
  readonly doneOn?: LocalDate;
  /** Working days past `by`, until today or until it stopped. */
  readonly late: number;
}

/** The contract's own date where its answer brings one, or the day the answer came. */
function signedOn({ assignments }: Aggregate, day: (at: number) => LocalDate): LocalDate | undefined {
  const answer = assignments.find(
    ({ kind, answer: given }) => kind === 'contract' && given?.outcome === 'done',
  )?.answer;
  if (answer === undefined) return undefined;
  const dated = DateText.safeParse(answer.facts['contractDate']);
  return dated.success ? dated.data : day(answer.at);
}

function doneOn(aggregate: Aggregate, { stages, untilSigned }: LegalTerm, day: (at: number) => LocalDate) {
  const { project } = aggregate;
  const last = stages.at(-1);
  const done = (untilSigned && signedOn(aggregate, day)) ?? (last && project.actual[last]);
  return done ?? (project.endedAt === undefined ? undefined : day(project.endedAt));
}

/** The clock that the law in force at the application lays over the project's stages; undefined where none does, or where it took an office's older project over behind them. */
export function legalClockOf(aggregate: Aggregate, context: ZoneContext): LegalClock | undefined {
  const { project } = aggregate;
  const { calendar } = context;
  const type = typeIn(context)(project.receivedOn);
  const found = terms
    .filter(({ zoneTypes, from }) => type !== undefined && zoneTypes.includes(type) && from <= project.receivedOn)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .at(0);
  if (found === undefined) return undefined;
  const { clock, stages, term } = found;
  const done = doneOn(aggregate, found, (at) => localDateOf(at, calendar.offsetMinutes));
  const isBehind = stages.every((stage) => stageIndex(stage) < stageIndex(project.stage));
  if (done === undefined && isBehind) return undefined;
  const by = termEnd(calendar, project.receivedOn, term);
  return {
    clock,
    stages,
    from: project.receivedOn,
    by,
    ...(done !== undefined && { doneOn: done }),
    late: overdueDays(calendar, by, done ?? today(context)),
  };
}
