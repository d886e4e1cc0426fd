import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '#core/kernel/common.ts';
import type { Behind, BehindLine } from '#core/figures/list-behind.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Tag, type Column } from '../components/facts.tsx';
import { lateReasonText } from '../components/late-reason.ts';
import type { Frame } from '../frame.ts';
import { projectAddress } from '../office/addresses.ts';
import { assignmentText, Slack, waitingHolder } from './figure.tsx';
import { bucketName } from './names.ts';

/** A column on the page, and what a file has in its place. */
interface ListColumn extends Column {
  readonly cells: readonly {
    readonly name?: string;
    readonly of: (line: BehindLine) => string | number | { readonly day: string };
  }[];
  readonly show: (line: BehindLine) => ComponentChildren;
}

const dayColumn = (language: Language, text: string, of: (line: BehindLine) => string | undefined): ListColumn => ({
  text,
  show: (line) => {
    const day = of(line);
    return day === undefined ? '–' : shortDateText(language, day);
  },
  cells: [
    {
      of: (line) => {
        const day = of(line);
        return day === undefined ? '' : { day };
      },
    },
  ],
});

const numberColumn = (
  language: Language,
  text: string,
  of: (line: BehindLine) => number | undefined,
  show?: (days: number) => JSX.Element,
): ListColumn => ({
  text,
  numeric: true,
  show: (line) => {
    const value = of(line);
    return value === undefined ? '–' : show ? show(value) : numberText(language, value);
  },
  cells: [{ of: (line) => of(line) ?? '' }],
});

const lateDays = (language: Language, days: number): JSX.Element => (
  <strong class="late">{numberText(language, days)}</strong>
);

function leadColumns(frame: Frame): readonly ListColumn[] {
  const { language } = frame;
  const words = regionTexts(language);
  return [
    {
      text: words.company,
      show: ({ projectId, company, number }) => (
        <>
          <a class="govuk-link" href={projectAddress(projectId)}>
            {company}
          </a>{' '}
          <span class="number">{number}</span>
        </>
      ),
      cells: [{ of: ({ company }) => company }, { name: words.number, of: ({ number }) => number }],
    },
    {
      text: textsOf(language).linkPage.stage,
      show: (line) => <StageCell frame={frame} line={line} />,
      cells: [{ of: ({ stage, ending }) => bucketName(language, ending ?? stage) }],
    },
  ];
}

/** What is awaited, and from whom: of an overdue project all that is late. */
function waitingColumns(frame: Frame, filter: Behind): readonly ListColumn[] {
  const { language } = frame;
  const words = regionTexts(language);
  const all = ({ waiting = [] }: BehindLine) => waiting;
  const first = (line: BehindLine) => all(line)[0];
  const asked: ListColumn = {
    text: words.asked,
    show: (line) => (
      <ul class="govuk-list parts">
        {all(line).map((one) => (
          <li key={one.assignmentId}>
            {assignmentText(frame, one)} · {waitingHolder(language, one)}
          </li>
        ))}
      </ul>
    ),
    cells: [
      {
        of: (line) =>
          all(line)
            .map((one) => assignmentText(frame, one))
            .join('; '),
      },
      {
        name: words.through,
        of: (line) => [...new Set(all(line).map((one) => waitingHolder(language, one)))].join('; '),
      },
    ],
  };
  return filter.by === 'held'
    ? [
        asked,
        dayColumn(language, words.since, (line) => first(line)?.since),
        numberColumn(language, words.daysHeld, (line) => first(line)?.daysHeld),
        dayColumn(language, words.due, (line) => first(line)?.due),
      ]
    : [
        asked,
        dayColumn(language, words.oldest, (line) => first(line)?.due),
        numberColumn(
          language,
          words.daysLate,
          (line) => Math.max(0, ...all(line).map(({ daysLate }) => daysLate)),
          (days) => lateDays(language, days),
        ),
      ];
}

function startColumns({ language }: Frame): readonly ListColumn[] {
  const words = regionTexts(language);
  return [
    dayColumn(language, words.plannedStart, ({ start }) => start?.planned),
    dayColumn(language, words.expectedStart, ({ start }) => start?.expected),
    numberColumn(language, words.slips, ({ start }) => start?.slips),
    dayColumn(language, words.wantedStart, ({ start }) => start?.wanted),
    {
      text: lineTexts(language).because,
      show: ({ start }) => (start?.because ? lateReasonText(language, start.because) : '–'),
      cells: [{ of: ({ start }) => (start?.because ? lateReasonText(language, start.because) : '') }],
    },
  ];
}

/** What a list is about. */
function ownColumns(frame: Frame, filter: Behind): readonly ListColumn[] {
  const { language } = frame;
  const words = regionTexts(language);
  switch (filter.by) {
    case 'overdue':
    case 'held':
      return waitingColumns(frame, filter);
    case 'late':
      return [
        {
          text: words.asked,
          show: ({ late }) => (late ? assignmentText(frame, late) : '–'),
          cells: [{ of: ({ late }) => (late ? assignmentText(frame, late) : '') }],
        },
        dayColumn(language, words.oldest, ({ late }) => late?.due),
        numberColumn(
          language,
          words.daysLate,
          ({ late }) => late?.daysLate,
          (days) => lateDays(language, days),
        ),
      ];
    case 'refused':
      return [
        {
          text: words.asked,
          show: ({ refused }) => (refused ? assignmentText(frame, refused) : '–'),
          cells: [{ of: ({ refused }) => (refused ? assignmentText(frame, refused) : '') }],
        },
        dayColumn(language, words.answeredOn, ({ refused }) => refused?.on),
      ];
    case 'start':
      return startColumns(frame);
    case 'month':
      return [dayColumn(language, words.receivedOn, ({ receivedOn }) => receivedOn)];
    default:
      return [dayColumn(language, words.due, ({ due }) => due)];
  }
}

export function columnsOf(frame: Frame, filter: Behind): readonly ListColumn[] {
  const { language } = frame;
  const words = regionTexts(language);
  const hasSlack = !['overdue', 'held', 'late', 'refused', 'month'].includes(filter.by);
  return [
    ...leadColumns(frame),
    ...ownColumns(frame, filter),
    {
      text: words.worth,
      numeric: true,
      show: ({ figures }) => <span class="amount">{shortMoneyText(language, figures.investment)}</span>,
      cells: [
        { of: ({ figures }) => figures.investment.amountMinor / 100 },
        { name: words.currency, of: ({ figures }) => figures.investment.currency },
      ],
    },
    numberColumn(language, words.jobs, ({ figures }) => figures.jobs),
    ...(hasSlack
      ? [
          numberColumn(
            language,
            words.slack,
            ({ start }) => start?.slack,
            (days) => <Slack frame={frame} days={days} />,
          ),
        ]
      : []),
  ];
}

function StageCell({
  frame: { language },
  line: { stage, ending, counted, suspended },
}: {
  readonly frame: Frame;
  readonly line: BehindLine;
}): JSX.Element {
  const words = regionTexts(language);
  return (
    <>
      {bucketName(language, ending ?? stage)} {suspended && <Tag colour="yellow">{words.suspended}</Tag>}{' '}
      {!counted && <Tag colour="grey">{words.notCounted}</Tag>}
    </>
  );
}
