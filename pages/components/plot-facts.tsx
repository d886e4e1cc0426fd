import type { JSX } from 'preact';
import type { UtilityNeed } from '#core/kernel/common.ts';
import { utilities } from '#core/kernel/common.ts';
import type { StandingPlot } from '#core/plots/plot.ts';
import { utilityUnits } from '#core/stages/need-of.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { capital } from '#core/texts/capital.ts';
import { fill, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { needText } from '#core/texts/need-text.ts';
import type { Frame } from '../frame.ts';
import { Tag, type TagColour } from './facts.tsx';
import { letterOf } from './plot-map.tsx';

/** As the map has them. */
const colours: Readonly<Record<StandingPlot['state'], TagColour>> = {
  free: 'green',
  held: 'yellow',
  auction: 'blue',
  contract: 'purple',
  building: 'orange',
  producing: 'teal',
  blocked: 'red',
  'in-docket': 'magenta',
  planned: 'grey',
};

export const plotName = ({ plotId, cadastre }: Pick<StandingPlot, 'plotId' | 'cadastre'>): string => cadastre ?? plotId;

export function PlotStateTag({
  frame: { language },
  plot: { state, until, why },
}: {
  readonly frame: Frame;
  readonly plot: StandingPlot;
}): JSX.Element {
  const words = plotTexts(language);
  const name = words.states[state];
  const text =
    until === undefined || state !== 'held'
      ? name
      : fill(words.until, { state: name, date: shortDateText(language, until) });
  return (
    <>
      <Tag colour={colours[state]}>{`${letterOf(state)} · ${text}`}</Tag>
      {why !== undefined && <span class="news__day">{why}</span>}
    </>
  );
}

export function costText({ language }: Frame, { price, rentAYear }: StandingPlot): string {
  if (price) return moneyText(language, price);
  return rentAYear ? fill(plotTexts(language).rent, { amount: moneyText(language, rentAYear) }) : '–';
}

type PlotLine = NonNullable<StandingPlot['lines'][keyof StandingPlot['lines']]>;

/** What a supplier said of a line at a plot: spare capacity, distance, point, from when. */
function lineFacts(
  { language }: Frame,
  unit: UtilityNeed['unit'],
  { spare, distanceMetres, point, from }: PlotLine,
): readonly string[] {
  const words = plotTexts(language);
  return [
    spare === undefined ? words.unsaidSpare : needText(language, { unit, amount: spare }),
    ...(distanceMetres === undefined ? [] : [fill(words.metres, { count: numberText(language, distanceMetres) })]),
    ...(point === undefined ? [] : [point]),
    ...(from === undefined ? [] : [fill(words.fromDay, { date: shortDateText(language, from) })]),
  ];
}

/** The lines at a plot, each with the day of its supplier's word; an old word is called old. */
export function PlotLines({ frame, plot }: { readonly frame: Frame; readonly plot: StandingPlot }): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  return (
    <>
      {utilities.map((utility) => {
        const line = plot.lines[utility];
        return (
          line && (
            <span key={utility} class="news__day">
              {fill(words.lineSaid, {
                line: capital(language, textsOf(language).utilities[utility]),
                facts: lineFacts(frame, utilityUnits[utility], line).join(', '),
                date: shortDateText(language, line.asOf),
              })}
              {plot.stale.includes(utility) && (
                <>
                  {' '}
                  <strong class="late">{words.old}</strong>
                </>
              )}
            </span>
          )
        );
      })}
    </>
  );
}
