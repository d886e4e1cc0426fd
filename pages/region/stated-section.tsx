import type { JSX } from 'preact';
import type { Language } from '#core/kernel/common.ts';
import type { Stated } from '#core/reference/reference.ts';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { unexplainedOf } from '#core/figures/stated.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table } from '../components/facts.tsx';
import { Totals } from '../components/tiles.tsx';
import type { Frame } from '../frame.ts';
import { sumOf } from './names.ts';

type ZoneFigures = OverviewView['pipeline']['zones'][number];

function amountText(language: Language, { unit }: Pick<Stated, 'unit'>, amount: number): string {
  if (unit === 'count') return numberText(language, amount);
  if (unit === 'hectares') return fill(regionTexts(language).hectares, { amount: numberText(language, amount) });
  return shortMoneyText(language, { amountMinor: amount * 100, currency: unit });
}

/** What the projects of the zone come to today: those on their path and those that build. */
function besideOf(frame: Frame, zone: ZoneFigures | undefined, { beside }: Stated): JSX.Element | string {
  const sum = sumOf(
    (zone?.buckets ?? []).filter(({ bucket }) => !['rejected', 'withdrawn', 'terminated'].includes(bucket)),
  );
  switch (beside) {
    case 'projects':
      return numberText(frame.language, sum.projects);
    case 'jobs':
      return numberText(frame.language, sum.jobs);
    case 'investment':
      return <Totals frame={frame} investment={sum.investment} />;
    default:
      return '–';
  }
}

const partTexts = (language: Language, one: Stated): JSX.Element | string =>
  one.parts.length === 0 ? (
    '–'
  ) : (
    <ul class="govuk-list parts">
      {one.parts.map(({ names, amount }) => (
        <li key={names.en}>
          {names[language]}: {amountText(language, one, amount)}
        </li>
      ))}
    </ul>
  );

function OfZone({
  frame,
  zone,
  stated,
  caption,
}: {
  readonly frame: Frame;
  readonly zone: ZoneFigures | undefined;
  readonly stated: readonly Stated[];
  readonly caption: string;
}): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const sources = [...new Set(stated.map(({ source }) => source[language]))];
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={caption}
        columns={[
          { text: words.figure },
          { text: words.statedTotal, numeric: true },
          { text: words.parts },
          { text: words.unexplained, numeric: true },
          { text: words.inTable, numeric: true },
        ]}
        rows={stated.map((one) => {
          const total = amountText(language, one, one.total);
          const rest = unexplainedOf(one);
          return [
            `${one.names[language]}, ${String(one.year)}`,
            one.atLeast ? fill(words.moreThan, { amount: total }) : total,
            partTexts(language, one),
            rest === undefined ? (
              '–'
            ) : (
              <strong class={rest === 0 ? undefined : 'late'}>{amountText(language, one, rest)}</strong>
            ),
            besideOf(frame, zone, one),
          ];
        })}
      />
      <p class="govuk-hint">
        {words.source}: {sources.join('; ')}
      </p>
    </section>
  );
}

export function StatedSection({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: OverviewView;
}): JSX.Element | null {
  const { language } = frame;
  const words = regionTexts(language);
  const looks = view.looks.filter(({ stated }) => stated.length > 0);
  if (looks.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.stated}</h2>
      <p class="govuk-body">{words.statedNote}</p>
      {looks.map(({ zoneId, stated }) => {
        const zone = view.pipeline.zones.find((one) => one.zoneId === zoneId);
        return (
          <OfZone key={zoneId} frame={frame} zone={zone} stated={stated} caption={zone?.names[language] ?? zoneId} />
        );
      })}
    </>
  );
}
