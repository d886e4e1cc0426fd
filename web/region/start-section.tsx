import type { JSX } from 'preact';
import type { OverviewView } from '#core/use-cases/view-overview.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/pages/region/index.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { SummaryList, Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { listPath } from './addresses.ts';
import { quarterName } from './names.ts';
import { Figure } from './worth.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
}

/** Which projects start when: by the road map that was approved, and as it stands now. */
export function StartSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const rows = view.starts.rows.map((row) => ({ ...row, name: quarterName(language, row.quarter) }));
  if (rows.length === 0) return <><h2 class="govuk-heading-m">{words.starts}</h2><p class="govuk-body">{words.noStarts}</p></>;
  return (
    <section class="figures">
      <div class="figures__chart">
        <BarChart label={fill(words.chartOf, { caption: words.starts })} bars={rows.map(({ name, expected }) => ({ label: name, value: expected, text: numberText(language, expected) }))} />
        <p class="govuk-hint">{words.expected}</p>
      </div>
      <div class="figures__table">
        <Table frame={frame} caption={words.starts}
          columns={[{ text: words.quarter }, { text: words.planned, numeric: true }, { text: words.expected, numeric: true }]}
          rows={rows.map(({ quarter, name, planned, expected }) => [
            name, numberText(language, planned),
            <Figure key="expected" href={listPath(zone, { by: 'start', quarter })} count={expected} text={numberText(language, expected)} what={name} />,
          ])} />
      </div>
    </section>
  );
}

/** What the figures above leave out: nobody has to wonder where the rest is. */
export function Remainder({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const { uncounted, withoutPlan, notLookedAt } = view.starts;
  const facts = [
    ...(uncounted > 0 ? [{ term: words.uncounted, value: <Figure href={listPath(zone, { by: 'uncounted' })} count={uncounted} text={numberText(language, uncounted)} what={words.uncounted} /> }] : []),
    ...(withoutPlan > 0 ? [{ term: words.withoutPlan, value: numberText(language, withoutPlan) }] : []),
    ...(notLookedAt > 0 ? [{ term: words.notLookedAt, value: numberText(language, notLookedAt) }] : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words.remainder}</h2>
      {facts.length > 0 ? <SummaryList frame={frame} facts={facts} /> : <p class="govuk-body">{words.allCovered}</p>}
      <p class="govuk-body">{words.endedNote}</p>
    </>
  );
}
