import type { ComponentChildren, JSX } from 'preact';
import { addDays, dayNumberOf, type LocalDate } from '#core/calendar/local-date.ts';
import type { Stretch, Timeline as Dates, TimelineRow, TimelineRun } from '#core/project/timeline.ts';
import { capital } from '#core/texts/capital.ts';
import { countText } from '#core/texts/count-text.ts';
import { fill, monthText, shortDateText, textsOf } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { endlessText } from './until.tsx';

interface Props {
  readonly frame: Frame;
  readonly timeline: Dates;
  /** What is asked by a row, with whom it is; a link where it leads somewhere. */
  readonly nameOf: (assignment: NonNullable<TimelineRow['assignment']>) => ComponentChildren;
}

/** Where days lie on the drawing, in per cent of its width. */
interface Scale {
  readonly at: (day: LocalDate) => number;
  readonly months: readonly { readonly first: LocalDate; readonly x: number }[];
}

const monthStart = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;
const nextMonth = (first: LocalDate): LocalDate => monthStart(addDays(first, 31));
const percent = (share: number): string => `${String(Math.round(share * 100) / 100)}%`;

/** Whole months. */
function scaleOf({ from, to }: Stretch): Scale {
  const firsts: LocalDate[] = [];
  for (let first = monthStart(from); first <= to; first = nextMonth(first)) firsts.push(first);
  const begin = dayNumberOf(firsts[0] ?? from);
  const length = dayNumberOf(nextMonth(firsts.at(-1) ?? to)) - begin;
  const at = (day: LocalDate): number => ((dayNumberOf(day) - begin) / length) * 100;
  return { at, months: firsts.map((first) => ({ first, x: at(first) })) };
}

type Mark = 'planned' | 'expected' | 'actual' | 'paused' | 'late';

const patternOf = (as: Mark): { readonly fill?: string } =>
  as === 'late' ? { fill: 'url(#plan-crossed)' } : as === 'paused' ? { fill: 'url(#plan-hatched)' } : {};

function Bar({
  scale,
  days: { from, to },
  as,
}: {
  readonly scale: Scale;
  readonly days: Stretch;
  readonly as: Mark;
}): JSX.Element {
  const x = scale.at(from);
  return (
    <rect
      class={`plan__${as}`}
      {...patternOf(as)}
      x={percent(x)}
      width={percent(Math.max(0.4, scale.at(addDays(to, 1)) - x))}
    />
  );
}

/** Layers of a row: the plan as a thin line below; over it what was, what is to come, and what stood still or was late. */
function Bars({ scale, row, today }: { readonly scale: Scale; readonly row: TimelineRow; readonly today: LocalDate }) {
  const { planned, expected, runs } = row;
  return (
    <svg class="plan__bars" aria-hidden="true">
      <use href="#plan-months" />
      {planned && <Bar scale={scale} days={planned} as="planned" />}
      {expected && <Bar scale={scale} days={expected} as="expected" />}
      {runs.map(({ from, to = from > today ? from : today, late, pauses }) => (
        <>
          <Bar scale={scale} days={{ from, to }} as="actual" />
          {late && <Bar scale={scale} days={late} as="late" />}
          {pauses.map((pause) => (
            <Bar key={pause.from} scale={scale} days={pause} as="paused" />
          ))}
        </>
      ))}
      <use href="#plan-today" />
    </svg>
  );
}

/** Names of the months along the top, as many as there is room for; patterns and lines for all rows. */
function Months({
  frame: { language },
  scale: { at, months },
  timeline,
}: Pick<Props, 'frame' | 'timeline'> & { scale: Scale }) {
  const step = Math.ceil(months.length / 12);
  const named = months.filter((_, at) => at % step === 0);
  const short = (first: LocalDate): string =>
    monthText(language, Number(first.slice(5, 7))).slice(0, language === 'uz' ? 4 : 3);
  const long = (day: LocalDate): string => `${monthText(language, Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
  const now = percent(at(timeline.today));
  return (
    <svg class="plan__months" role="img" aria-label={`${long(timeline.from)} – ${long(timeline.to)}`}>
      <defs>
        <pattern id="plan-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#fff" />
          <rect width="2.5" height="6" fill="#14191a" />
        </pattern>
        <pattern id="plan-crossed" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" fill="#fff" />
          <path d="M0 0 7 7M7 0 0 7" stroke="#b3261e" stroke-width="2.5" />
        </pattern>
        <g id="plan-months" class="plan__lines">
          {months.slice(1).map(({ first, x }) => (
            <line key={first} x1={percent(x)} x2={percent(x)} y2="100%" />
          ))}
        </g>
        <g id="plan-today" class="plan__today">
          {timeline.endedOn === undefined && <line x1={now} x2={now} y2="100%" />}
        </g>
      </defs>
      {named.map(({ first, x }, at) => (
        <text key={first} x={percent(x)} y="12">
          {short(first)}
          {(at === 0 || first.slice(0, 4) !== named[at - 1]?.first.slice(0, 4)) && (
            <tspan x={percent(x)} dy="13">
              {first.slice(0, 4)}
            </tspan>
          )}
        </text>
      ))}
      <use href="#plan-today" />
    </svg>
  );
}

/** One turn in words: all that its bar says; a standstill of the whole project is told once, by its stage. */
function RunText({
  frame,
  run,
  isStage,
}: {
  readonly frame: Frame;
  readonly run: TimelineRun;
  readonly isStage: boolean;
}): JSX.Element {
  const { language, words } = frame;
  const { from, to, due = '', outcome, closed, late, pauses } = run;
  const texts = textsOf(language);
  const day = (date: LocalDate) => shortDateText(language, date);
  const how =
    outcome !== undefined
      ? texts.outcomes[outcome]
      : closed === true
        ? texts.assignmentStates.closed
        : closed && texts.endings[closed];
  return (
    <>
      {to === undefined
        ? fill(words.timeline.since, { date: day(from) })
        : from === to
          ? day(to)
          : `${day(from)} – ${day(to)}`}
      {how !== undefined && `, ${how.toLowerCase()}`}
      {late && (
        <strong class="late plan__fact">
          {fill(words.stageDates.late, { date: day(due) })}, {countText(language, words.lateBy, late.days)}
        </strong>
      )}
      {pauses
        .filter(({ isProject }) => isStage || !isProject)
        .map((pause) => (
          <span key={pause.from} class="plan__fact">
            {pause.endless
              ? endlessText(frame)
              : pause.open
                ? fill(words.stageDates.suspended, { date: day(pause.to) })
                : fill(words.timeline.paused, { from: day(pause.from), to: day(pause.to) })}
          </span>
        ))}
    </>
  );
}

function Facts({ frame, row, ended }: { readonly frame: Frame; readonly row: TimelineRow; readonly ended: boolean }) {
  const { language, words } = frame;
  const { runs, expected, state } = row;
  const [first] = runs;
  const isStage = row.assignment === undefined;
  if (first === undefined && expected === undefined)
    return <>{ended && state === 'ahead' ? words.stageDates.never : state && words.stageStates[state]}</>;
  return (
    <>
      {runs.length > 1 ? (
        <ol class="plan__runs">
          {runs.map((run, at) => (
            <li key={at}>
              <RunText frame={frame} run={run} isStage={isStage} />
            </li>
          ))}
        </ol>
      ) : (
        first && <RunText frame={frame} run={first} isStage={isStage} />
      )}
      {expected && (
        <span class="plan__fact">{fill(words.stageDates.planned, { date: shortDateText(language, expected.to) })}</span>
      )}
    </>
  );
}

/** Of what is drawn alone. */
function Legend({ frame, timeline: { rows, endedOn } }: Omit<Props, 'nameOf'>): JSX.Element {
  const { legend } = frame.words.timeline;
  const runs = rows.flatMap((row) => row.runs);
  const isDrawn = {
    actual: runs.length > 0,
    expected: rows.some(({ expected }) => expected !== undefined),
    planned: rows.some(({ planned }) => planned !== undefined),
    paused: runs.some(({ pauses }) => pauses.length > 0),
    late: runs.some(({ late }) => late !== undefined),
  };
  const marks = (['actual', 'expected', 'planned', 'paused', 'late'] as const).filter((one) => isDrawn[one]);
  return (
    <ul class="plan-legend" aria-hidden="true">
      {marks.map((one) => (
        <li key={one}>
          <svg class="plan__bars plan-legend__mark">
            <rect class={`plan__${one}`} {...patternOf(one)} x="1" width="30" />
          </svg>
          {legend[one]}
        </li>
      ))}
      {endedOn === undefined && (
        <li>
          <svg class="plan__bars plan-legend__mark">
            <line class="plan__today" x1="16" x2="16" y2="100%" />
          </svg>
          {legend.today}
        </li>
      )}
    </ul>
  );
}

/**
 * A project by its days: a table whose cells say in words all that its bars draw. Late and suspended parts have patterns of their own, so that
 * they are told apart without colour.
 */
export function Timeline({ frame, timeline, nameOf }: Props): JSX.Element {
  const { language, words } = frame;
  const scale = scaleOf(timeline);
  const ended = timeline.endedOn !== undefined;
  let number = 0;
  return (
    <div class="plan-box" role="region" aria-label={words.timeline.heading} tabIndex={0}>
      <table class="plan" role="table">
        <caption class="govuk-table__caption govuk-table__caption--m">{words.timeline.heading}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" class="plan__name">
              {words.timeline.row}
            </th>
            <th scope="col" role="columnheader" class="plan__plan">
              {words.timeline.legend.planned}
            </th>
            <th scope="col" role="columnheader" class="plan__dates">
              {words.timeline.dates}
            </th>
            <th scope="col" role="columnheader" class="plan__chart">
              <Months frame={frame} scale={scale} timeline={timeline} />
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {timeline.rows.map((row) => (
            <tr
              key={row.assignment?.assignmentId ?? row.stage}
              role="row"
              class={row.assignment ? 'plan__asked' : 'plan__stage'}
              {...(row.state === 'running' && !ended && { 'aria-current': 'step' as const })}
            >
              <th scope="row" role="rowheader">
                {row.assignment
                  ? nameOf(row.assignment)
                  : `${String((number += 1))}. ${capital(language, textsOf(language).stages[row.stage])}`}
              </th>
              <td role="cell" class="plan__plan" data-label={words.timeline.legend.planned}>
                {row.planned && shortDateText(language, row.planned.to)}
              </td>
              <td role="cell">
                <Facts frame={frame} row={row} ended={ended} />
              </td>
              <td role="cell">
                <Bars scale={scale} row={row} today={timeline.endedOn ?? timeline.today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Legend frame={frame} timeline={timeline} />
    </div>
  );
}
