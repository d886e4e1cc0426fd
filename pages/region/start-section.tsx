import type { JSX } from 'preact';
import { looksAt, type BehindStart, type OverviewView } from '#core/figures/view-overview.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { SummaryList, Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { projectAddress } from '../office/addresses.ts';
import { listPath } from './addresses.ts';
import { isStage, quarterName, sumOf } from './names.ts';
import { startsOf } from './totals.ts';
import { Figure, Slack } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
}

export function StartSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const number = (value: number) => numberText(language, value);
  const rows = startsOf(view.pipeline.zones).map((row) => ({ ...row, name: quarterName(language, row.quarter) }));
  if (rows.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{words.starts}</h2>
        <p class="govuk-body">{words.noStarts}</p>
      </>
    );
  const figure = (standing: 'plan' | 'behind', quarter: string, count: number, name: string) => (
    <Figure
      key={standing}
      href={listPath(zone, { by: 'start', standing, quarter })}
      count={count}
      text={number(count)}
      what={`${name}: ${standing === 'plan' ? words.inTime : words.behind}`}
    />
  );
  return (
    <>
      <section class="figures">
        <div class="figures__chart">
          <BarChart
            label={fill(words.chartOf, { caption: words.starts })}
            bars={rows.map(({ name, projects, behind }) => ({
              label: name,
              value: projects,
              part: behind,
              text: behind > 0 ? `${number(projects)} (${number(behind)})` : number(projects),
            }))}
          />
          <p class="govuk-hint">{words.startsNote}</p>
        </div>
        <div class="figures__table">
          <Table
            frame={frame}
            caption={words.starts}
            columns={[
              { text: words.quarter },
              ...[words.projects, words.inTime, words.behind].map((text) => ({ text, numeric: true })),
            ]}
            rows={rows.map(({ quarter, name, projects, behind }) => [
              name,
              number(projects),
              figure('plan', quarter, projects - behind, name),
              figure('behind', quarter, behind, name),
            ])}
          />
        </div>
      </section>
      {view.behind.length > 0 && <Tightest frame={frame} starts={view.behind} />}
    </>
  );
}

const shown = 8;

function Tightest({ frame, starts }: { readonly frame: Frame; readonly starts: readonly BehindStart[] }): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  return (
    <>
      <Table
        frame={frame}
        caption={words.behindList}
        columns={[
          { text: words.number },
          { text: words.plannedStart },
          { text: words.expectedStart },
          { text: words.wantedStart },
          { text: words.slack, numeric: true },
        ]}
        rows={starts.slice(0, shown).map(({ projectId, number, planned, expected, wanted, slack }) => [
          <a key="number" class="govuk-link amount" href={projectAddress(projectId)}>
            {number}
          </a>,
          dateText(language, planned),
          dateText(language, expected),
          dateText(language, wanted),
          <Slack key="slack" frame={frame} days={slack} />,
        ])}
      />
      <p class="govuk-hint">{words.slackNote}</p>
    </>
  );
}

export function Remainder({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const { zones } = view.pipeline;
  const going = sumOf(zones.flatMap(({ buckets }) => buckets).filter(({ bucket }) => isStage(bucket))).projects;
  const withoutPlan = going - startsOf(zones).reduce((sum, { projects }) => sum + projects, 0);
  const uncounted = view.looks.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0);
  const more = view.looks.some(({ unconfirmed }) => unconfirmed >= looksAt.unconfirmed);
  const text = numberText(language, uncounted);
  const facts = [
    ...(uncounted > 0
      ? [
          {
            term: words.uncounted,
            value: (
              <Figure
                href={listPath(zone, { by: 'unconfirmed' })}
                count={uncounted}
                text={more ? fill(words.orMore, { count: text }) : text}
                what={words.uncounted}
              />
            ),
          },
        ]
      : []),
    ...(withoutPlan > 0 ? [{ term: words.withoutPlan, value: numberText(language, withoutPlan) }] : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words.remainder}</h2>
      {facts.length > 0 ? <SummaryList frame={frame} facts={facts} /> : <p class="govuk-body">{words.allCovered}</p>}
      <p class="govuk-body">{words.endedNote}</p>
    </>
  );
}
