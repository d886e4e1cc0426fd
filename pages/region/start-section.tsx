import type { JSX } from 'preact';
import { looksAt, type OverviewView } from '#core/figures/view-overview.ts';
import { shortDateText, fill, numberText } from '#core/texts/index.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { SummaryList, Table } from '../components/facts.tsx';
import { lateReasonText } from '../components/late-reason.ts';
import type { Frame } from '../frame.ts';
import { linesAddress, projectAddress } from '../office/addresses.ts';
import { listPath } from './addresses.ts';
import { quarterName } from './names.ts';
import { startsOf, unplannedOf } from './totals.ts';
import { Figure } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
}

/** Starts by quarter, and which of them slip by how much. */
export function StartSection({ frame, view, zone, most }: Props & { readonly most: number }): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const rows = startsOf(view.pipeline.zones).map((row) => ({ ...row, name: quarterName(language, row.quarter) }));
  if (rows.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">{words.starts}</h2>
        <p class="govuk-body">{words.noStarts}</p>
      </section>
    );
  const figure = (standing: 'plan' | 'behind', quarter: string, count: number, name: string) => (
    <Figure
      key={standing}
      href={listPath(zone, { by: 'start', standing, quarter })}
      count={count}
      text={numberText(language, count)}
      what={`${name}: ${standing === 'plan' ? words.inTime : words.behind}`}
      isLate={standing === 'behind'}
    />
  );
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.starts}
        columns={[{ text: words.quarter }, ...[words.inTime, words.behind].map((text) => ({ text, numeric: true }))]}
        rows={rows.map(({ quarter, name, projects, behind }) => [
          name,
          figure('plan', quarter, projects - behind, name),
          figure('behind', quarter, behind, name),
        ])}
      />
      {view.behind.length > 0 && (
        <Table
          frame={frame}
          caption={words.behindList}
          columns={[{ text: words.company }, { text: words.expectedStart }, { text: words.slips, numeric: true }]}
          rows={view.behind.slice(0, most).map((one) => [
            <>
              <a class="govuk-link" href={projectAddress(one.projectId)}>
                {one.company}
              </a>{' '}
              <span class="number">{one.number}</span>
            </>,
            <>
              {shortDateText(language, one.expected)}
              <span class="news__day">{fill(words.insteadOf, { date: shortDateText(language, one.planned) })}</span>
              {one.because && <span class="news__day">{lateReasonText(language, one.because)}</span>}
            </>,
            <strong key="slips" class="late">
              {numberText(language, one.slips)}
            </strong>,
          ])}
        />
      )}
      {zone !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={linesAddress(zone)}>
            {lineTexts(language).built}
          </a>
        </p>
      )}
    </section>
  );
}

export function Remainder({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const { zones } = view.pipeline;
  const unplanned = unplannedOf(zones);
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
    ...(unplanned > 0
      ? [
          {
            term: words.withoutPlan,
            value: (
              <Figure
                href={listPath(zone, { by: 'unplanned' })}
                count={unplanned}
                text={numberText(language, unplanned)}
                what={words.withoutPlan}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words.remainder}</h2>
      {facts.length > 0 ? <SummaryList frame={frame} facts={facts} /> : <p class="govuk-body">{words.allCovered}</p>}
      <p class="govuk-body">{words.endedNote}</p>
    </>
  );
}
