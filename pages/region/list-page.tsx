import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '#core/kernel/common.ts';
import type { Behind, BehindLine, BehindView } from '#core/figures/list-behind.ts';
import { dateText, numberText, textsOf } from '#core/texts/index.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table, Tag, type Column } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { projectAddress } from '../office/addresses.ts';
import { listPath, overviewPath } from './addresses.ts';
import { assignmentText } from './late-section.tsx';
import { bucketName, bucketOrder, holderName, quarterName, sectorName } from './names.ts';
import { Slack } from './figure.tsx';

function filterName(language: Language, filter: Behind, { zones }: BehindView): string {
  const words = regionTexts(language);
  const of = (name: string, standing: 'going' | 'started' | 'lost') =>
    standing === 'going' ? name : `${name}: ${words[standing]}`;
  switch (filter.by) {
    case 'all':
      return words.going;
    case 'overdue':
      return textsOf(language).assignmentStates.overdue;
    case 'unconfirmed':
      return words.uncounted;
    case 'late':
      return `${words.lateThrough}: ${holderName(language, filter.holder)}`;
    case 'sector':
      return of(sectorName(language, filter.sector), filter.standing);
    case 'forum':
      return of(
        zones.flatMap(({ forums }) => forums).find(({ forumId }) => forumId === filter.forum)?.names[language] ??
          filter.forum,
        filter.standing,
      );
    case 'start': {
      const name = filter.standing === 'behind' ? words.behind : words.inTime;
      return filter.quarter === undefined ? name : `${quarterName(language, filter.quarter)}: ${name}`;
    }
    case 'stage': {
      const bucket = bucketOrder.find((one) => one === filter.stage);
      return bucket ? bucketName(language, bucket) : words.none;
    }
  }
}

type Cells = readonly (readonly [Column, (line: BehindLine) => ComponentChildren])[];

const day = (language: Language, date: string | undefined): string =>
  date === undefined ? '–' : dateText(language, date);

function columnsOf(frame: Frame, filter: Behind): Cells {
  const { language } = frame;
  const words = regionTexts(language);
  const lead: Cells = [
    [
      { text: words.number },
      ({ projectId, number }) => (
        <a class="govuk-link amount" href={projectAddress(projectId)}>
          {number}
        </a>
      ),
    ],
    [{ text: words.company }, ({ company }) => company],
  ];
  const stage: Cells = [
    [{ text: textsOf(language).linkPage.stage }, (line) => <StageCell frame={frame} line={line} />],
    [{ text: words.due }, ({ due }) => day(language, due)],
  ];
  const slack: Cells = [
    [{ text: words.slack, numeric: true }, ({ start }) => (start ? <Slack frame={frame} days={start.slack} /> : '–')],
  ];
  if (filter.by === 'late') {
    return [
      ...lead,
      [{ text: words.asked }, ({ late }) => (late ? assignmentText(frame, late) : '–')],
      [{ text: words.oldest }, ({ late }) => day(language, late?.due)],
      [
        { text: words.daysLate, numeric: true },
        ({ late }) => <strong class="late">{numberText(language, late?.daysLate ?? 0)}</strong>,
      ],
    ];
  }
  if (filter.by === 'start') {
    return [
      ...lead,
      ...stage,
      [{ text: words.plannedStart }, ({ start }) => day(language, start?.planned)],
      [{ text: words.expectedStart }, ({ start }) => day(language, start?.expected)],
      [{ text: words.wantedStart }, ({ start }) => day(language, start?.wanted)],
      ...slack,
    ];
  }
  return [
    ...lead,
    ...stage,
    [
      { text: words.worth, numeric: true },
      ({ figures }) => <span class="amount">{shortMoneyText(language, figures.investment)}</span>,
    ],
    [{ text: words.jobs, numeric: true }, ({ figures }) => numberText(language, figures.jobs)],
    ...slack,
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

export function listPage(frame: Frame, view: BehindView, filter: Behind, zone: string | undefined): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const title = filterName(language, filter, view);
  const columns = columnsOf(frame, filter);
  return (
    <Layout frame={frame} title={title} back={overviewPath(zone)} wide>
      <span class="govuk-caption-l">{words.listTitle}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {view.zones.map(({ zoneId, names, page }) => (
        <section key={zoneId} class="figures figures--list">
          {page.entries.length === 0 && <h2 class="govuk-heading-m">{names[language]}</h2>}
          <Table
            frame={frame}
            caption={names[language]}
            empty={words.none}
            columns={columns.map(([column]) => column)}
            rows={page.entries.map((line) => columns.map(([, cell]) => cell(line)))}
          />
          {page.next !== undefined && (
            <p class="govuk-body">
              <a class="govuk-link" href={listPath(zoneId, filter, page.next)}>
                {words.more}
              </a>
            </p>
          )}
        </section>
      ))}
      {filter.by !== 'late' && <p class="govuk-hint">{words.slackNote}</p>}
    </Layout>
  );
}
