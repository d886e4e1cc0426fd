import type { JSX } from 'preact';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table } from '../components/facts.tsx';
import { Tiles } from '../components/tiles.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { filePath, listPath, overviewPath } from './addresses.ts';
import { LateSection } from './late-section.tsx';
import { ForumSection, SectorSection } from './member-section.tsx';
import { isStage, sumOf, type Sum } from './names.ts';
import { StageSection } from './stage-section.tsx';
import { Remainder, StartSection } from './start-section.tsx';
import { StatedSection } from './stated-section.tsx';
import { StageTimeSection } from './stage-time-section.tsx';
import { startsOf } from './totals.ts';
import { Figure, Totals } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  /** The one zone that is shown; all of the reader's when absent. */
  readonly zone?: string | undefined;
}

export function regionPage(frame: Frame, view: OverviewView, zone: string | undefined): JSX.Element {
  const words = regionTexts(frame.language);
  const name =
    view.zones.length === 1
      ? view.zones[0]?.names[frame.language]
      : (view.zones.find(({ zoneId }) => zoneId === zone)?.names[frame.language] ?? words.allZones);
  return (
    <Layout frame={frame} title={words.title} wide>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{fill(words.on, { date: dateText(frame.language, view.on) })}</p>
      {view.zones.length > 1 && <ZoneChoice frame={frame} view={view} zone={zone} />}
      <Headline frame={frame} view={view} zone={zone} />
      <StageSection frame={frame} pipeline={view.pipeline} lists={{ zone }} />
      {view.pipeline.zones.length > 1 && <SideBySide frame={frame} view={view} />}
      <LateSection frame={frame} view={view} zone={zone} />
      <StartSection frame={frame} view={view} zone={zone} />
      <StageTimeSection frame={frame} view={view} />
      <SectorSection frame={frame} view={view} zone={zone} />
      <ForumSection frame={frame} view={view} zone={zone} />
      <StatedSection frame={frame} view={view} />
      <Remainder frame={frame} view={view} zone={zone} />
      <div class="no-print">
        <h2 class="govuk-heading-m">{words.takeAway}</h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={filePath('csv', zone)}>
              {words.csv}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={filePath('xlsx', zone)}>
              {words.xlsx}
            </a>
          </li>
          <li>{words.print}</li>
        </ul>
      </div>
    </Layout>
  );
}

function ZoneChoice({ frame, view, zone }: Props): JSX.Element {
  const words = regionTexts(frame.language);
  const entries = [
    { zoneId: undefined, name: words.allZones },
    ...view.zones.map(({ zoneId, names }) => ({ zoneId, name: names[frame.language] })),
  ];
  return (
    <nav class="choice no-print" aria-label={words.zone}>
      <ul class="choice__list">
        {entries.map(({ zoneId, name }) => (
          <li key={zoneId}>
            {zoneId === zone ? (
              <strong aria-current="true">{name}</strong>
            ) : (
              <a class="govuk-link" href={overviewPath(zoneId)}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

const goingOf = (zones: OverviewView['pipeline']['zones']): Sum =>
  sumOf(zones.flatMap(({ buckets }) => buckets).filter(({ bucket }) => isStage(bucket)));

const behindOf = (zones: OverviewView['pipeline']['zones']): number =>
  startsOf(zones).reduce((sum, { behind }) => sum + behind, 0);

function Headline({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const going = goingOf(view.pipeline.zones);
  const behind = behindOf(view.pipeline.zones);
  return (
    <Tiles
      tiles={[
        {
          term: words.going,
          value: (
            <Figure
              href={listPath(zone, { by: 'all' })}
              count={going.projects}
              text={numberText(language, going.projects)}
              what={words.going}
            />
          ),
        },
        {
          term: words.overdueProjects,
          value: (
            <Figure
              href={listPath(zone, { by: 'overdue' })}
              count={going.overdue}
              text={numberText(language, going.overdue)}
              what={words.overdueProjects}
            />
          ),
          alarming: going.overdue > 0,
        },
        {
          term: words.behind,
          value: (
            <Figure
              href={listPath(zone, { by: 'start', standing: 'behind' })}
              count={behind}
              text={numberText(language, behind)}
              what={words.behind}
            />
          ),
          alarming: behind > 0,
        },
        { term: words.worth, value: <Totals frame={frame} investment={going.investment} /> },
        { term: words.jobs, value: numberText(language, going.jobs) },
      ]}
    />
  );
}

function SideBySide({ frame, view }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const number = (value: number) => numberText(language, value);
  const total = goingOf(view.pipeline.zones);
  return (
    <Table
      frame={frame}
      caption={words.zones}
      columns={[
        { text: words.zone },
        ...[words.going, words.overdueProjects, words.behind, words.worth, words.jobs].map((text) => ({
          text,
          numeric: true,
        })),
      ]}
      rows={[
        ...view.pipeline.zones.map((zone) => {
          const { zoneId, names } = zone;
          const { projects, overdue, investment, jobs } = goingOf([zone]);
          const behind = behindOf([zone]);
          return [
            <a key="zone" class="govuk-link" href={overviewPath(zoneId)}>
              {names[language]}
            </a>,
            <Figure
              key="projects"
              href={listPath(zoneId, { by: 'all' })}
              count={projects}
              text={number(projects)}
              what={names[language]}
            />,
            <Figure
              key="overdue"
              href={listPath(zoneId, { by: 'overdue' })}
              count={overdue}
              text={number(overdue)}
              what={`${words.overdueProjects}, ${names[language]}`}
            />,
            <Figure
              key="behind"
              href={listPath(zoneId, { by: 'start', standing: 'behind' })}
              count={behind}
              text={number(behind)}
              what={`${words.behind}, ${names[language]}`}
            />,
            <Totals key="worth" frame={frame} investment={investment} />,
            number(jobs),
          ];
        }),
        [
          words.total,
          number(total.projects),
          number(total.overdue),
          number(behindOf(view.pipeline.zones)),
          <Totals key="worth" frame={frame} investment={total.investment} />,
          number(total.jobs),
        ].map((cell, at) => <strong key={at}>{cell}</strong>),
      ]}
    />
  );
}
