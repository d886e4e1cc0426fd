import type { JSX } from 'preact';
import type { MonthEvent } from '#core/figures/figures.ts';
import type { PastView } from '#core/figures/view-past.ts';
import { fill, numberText, textsOf } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { projectAddress } from '../office/addresses.ts';
import { listPath } from './addresses.ts';
import { Heading } from './heading.tsx';
import { holderName, monthName, refusalName } from './names.ts';
import { Downloads } from './page.tsx';
import { StageTimeSection } from './stage-time-section.tsx';
import { Figure } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: PastView;
  readonly zone: string | undefined;
}

/** How it came to stand so: month by month, what was said no to, and with whom it lies for how long. */
export function pastPage(frame: Frame, view: PastView, zone: string | undefined): JSX.Element {
  const words = regionTexts(frame.language);
  return (
    <Layout frame={frame} title={words.viewPast} wide="screen">
      <Heading frame={frame} view="past" zones={view.zones} zone={zone} on={view.on} />
      <HeldSection frame={frame} view={view} zone={zone} />
      <div class="wall">
        <MonthSection frame={frame} view={view} zone={zone} />
        <RefusedSection frame={frame} view={view} zone={zone} />
      </div>
      <StageTimeSection frame={frame} view={view} />
      <Downloads frame={frame} zone={zone} />
    </Layout>
  );
}

function MonthSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const figure = (month: string, what: MonthEvent, count: number) => (
    <Figure
      key={what}
      href={listPath(zone, { by: 'month', month, what })}
      count={count}
      text={numberText(language, count)}
      what={`${words[what === 'started' ? 'startedIn' : what]}, ${monthName(month)}`}
    />
  );
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.months}
        empty={words.none}
        columns={[
          { text: words.month },
          ...[words.received, words.accepted, words.startedIn].map((text) => ({ text, numeric: true })),
        ]}
        rows={view.months.map(({ month, received, accepted, started }) => [
          monthName(month),
          figure(month, 'received', received),
          figure(month, 'accepted', accepted),
          figure(month, 'started', started),
        ])}
      />
      {view.months.length > 1 && (
        <BarChart
          label={fill(words.chartOf, { caption: words.received })}
          bars={view.months
            .toReversed()
            .map(({ month, received }) => ({
              label: monthName(month),
              value: received,
              text: numberText(language, received),
            }))}
        />
      )}
      <p class="govuk-hint">{words.monthsNote}</p>
    </section>
  );
}

function RefusedSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  if (view.refused.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">{words.refused}</h2>
        <p class="govuk-body">{words.noRefused}</p>
      </section>
    );
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.refused}
        columns={[{ text: words.stage }, { text: words.refusedWhy }, { text: words.answers, numeric: true }]}
        rows={view.refused.map(({ stage, what, answers }) => [
          textsOf(language).stages[stage],
          refusalName(language, what),
          <Figure
            key="answers"
            href={listPath(zone, { by: 'refused', stage, what })}
            count={answers}
            text={numberText(language, answers)}
            what={refusalName(language, what)}
          />,
        ])}
      />
      <p class="govuk-hint">{words.refusedNote}</p>
    </section>
  );
}

function HeldSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const number = (value: number) => numberText(language, value);
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.held}
        empty={words.none}
        columns={[
          { text: words.through },
          ...[words.holdings, words.mean, words.median, words.worst].map((text) => ({ text, numeric: true })),
          { text: words.longestHeld },
        ]}
        rows={view.held.map(({ holder, holdings, mean, median, worst }) => [
          holderName(language, holder),
          <Figure
            key="holdings"
            href={listPath(zone, { by: 'held', holder })}
            count={holdings}
            text={number(holdings)}
            what={holderName(language, holder)}
          />,
          number(mean),
          number(median),
          number(worst[0]?.daysHeld ?? 0),
          <ul key="worst" class="govuk-list parts">
            {worst.slice(0, 3).map((one) => (
              <li key={one.assignmentId}>
                <a class="govuk-link" href={projectAddress(one.projectId)}>
                  {one.company}
                </a>{' '}
                {number(one.daysHeld)}
              </li>
            ))}
          </ul>,
        ])}
      />
      <p class="govuk-hint">
        {words.heldNote} {!view.isWhole && words.notWhole}
      </p>
    </section>
  );
}
