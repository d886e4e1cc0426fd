import type { JSX } from 'preact';
import type { Accuracy } from '#core/figures/forecasts.ts';
import type { ForecastsView } from '#core/figures/view-forecasts.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { forecastTexts } from '#core/texts/areas/forecasts.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { overviewPath } from './addresses.ts';
import { Heading } from './heading.tsx';
import { monthName } from './names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ForecastsView;
}

/** What was expected of starts month by month, and how good it was. */
export function forecastPage(frame: Frame, view: ForecastsView, zone: string | undefined): JSX.Element {
  return (
    <Layout frame={frame} title={forecastTexts(frame.language).title} wide="screen">
      <Heading frame={frame} view="forecasts" zones={view.allZones} zone={zone} on={view.on} />
      <TrendSection frame={frame} view={view} />
      <GoodSection frame={frame} view={view} />
    </Layout>
  );
}

function TrendSection({ frame, view }: Props): JSX.Element {
  const { language } = frame;
  const words = forecastTexts(language);
  const number = (value: number | undefined) => (value === undefined ? '–' : numberText(language, value));
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.trend}
        empty={words.nothingKept}
        columns={[
          { text: words.month },
          ...[words.projects, words.behind, words.slip, words.soon].map((text) => ({ text, numeric: true })),
        ]}
        rows={view.months.map(({ month, projects, behind, slip, soon }) => [
          monthName(month),
          number(projects),
          number(behind),
          number(slip),
          number(soon),
        ])}
      />
      {view.months.length > 1 && (
        <BarChart
          label={fill(regionTexts(language).chartOf, { caption: `${words.projects}, ${words.behind.toLowerCase()}` })}
          bars={view.months
            .toReversed()
            .map(({ month, projects, behind }) => ({
              label: monthName(month),
              value: projects,
              part: behind,
              text: `${number(projects)}, ${words.behind.toLowerCase()}: ${number(behind)}`,
            }))}
        />
      )}
    </section>
  );
}

/** "12 / 20": of how many. */
const shareText = ({ language }: Frame, part: number, all: number): string =>
  all === 0 ? '–' : `${numberText(language, part)} / ${numberText(language, all)}`;

const accuracyCells = (frame: Frame, one: Accuracy): readonly string[] => [
  numberText(frame.language, one.forecasts),
  one.error === undefined ? '–' : numberText(frame.language, one.error),
  shareText(frame, one.later, one.forecasts),
  shareText(frame, one.byHalf, one.ranged),
  shareText(frame, one.byFourInFive, one.ranged),
];

function GoodSection({ frame, view }: Props): JSX.Element {
  const { language } = frame;
  const words = forecastTexts(language);
  const table = (name: string, rows: readonly (readonly [string | JSX.Element, Accuracy])[]) => (
    <Table
      key={name}
      frame={frame}
      caption={`${words.good}: ${name.toLowerCase()}`}
      columns={[
        { text: name },
        ...[words.forecasts, words.error, words.later, words.byHalf, words.byFourInFive].map((text) => ({
          text,
          numeric: true,
        })),
      ]}
      rows={rows.map(([of, one]) => [of, ...accuracyCells(frame, one)])}
    />
  );
  return (
    <section class="figures">
      {table(
        words.byZone,
        view.zones.map((one) => [
          <a key={one.zoneId} class="govuk-link" href={overviewPath(one.zoneId, 'forecasts')}>
            {one.names[language]}
          </a>,
          one,
        ]),
      )}
      {table(
        words.byLead,
        view.leads.map((one) => [words.leads[one.lead], one]),
      )}
      {view.months.length > 0 &&
        table(
          words.byMonth,
          view.months.map((one) => [monthName(one.month), one]),
        )}
      <p class="govuk-hint">
        {words.goodText} {!view.isWhole && words.notWhole}
      </p>
    </section>
  );
}
