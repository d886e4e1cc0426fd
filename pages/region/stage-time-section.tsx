import type { JSX } from 'preact';
import type { PastView } from '#core/figures/view-past.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import { fill, numberText, textsOf } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { tookOf, type StageTimeRow } from './totals.ts';

interface Props {
  readonly frame: Frame;
  readonly view: Pick<PastView, 'pipeline' | 'looks'>;
}

/** The norm of a stage; those of several zones side by side where they differ. */
const normText = ({ looks }: Pick<PastView, 'looks'>, stage: StageId): string =>
  [...new Set(looks.flatMap(({ norms }) => norms[stage] ?? []))].toSorted((a, b) => a - b).join(' / ');

const inOrder = (rows: readonly StageTimeRow[]): readonly StageTimeRow[] =>
  rows.toSorted((a, b) => stageIds.indexOf(a.stage) - stageIds.indexOf(b.stage));

export function StageTimeSection({ frame, view }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const { stages } = textsOf(language);
  const number = (value: number) => numberText(language, value);
  const rows = inOrder(tookOf(view.pipeline.zones));
  if (rows.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{words.took}</h2>
        <p class="govuk-body">{words.noTook}</p>
      </>
    );
  const normOf = (stage: StageId) => Math.max(...view.looks.flatMap(({ norms }) => norms[stage] ?? []), 0);
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.took}
        columns={[
          { text: words.stage },
          ...[words.norm, words.closings, words.mean, words.half, words.within, words.stood].map((text) => ({
            text,
            numeric: true,
          })),
        ]}
        rows={rows.map(({ stage, closings, mean, half, within, stood }) => [
          stages[stage],
          normText(view, stage),
          number(closings),
          number(mean),
          half === undefined ? '–' : number(half),
          `${number(within)} %`,
          number(stood),
        ])}
      />
      <div class="figures__chart">
        <BarChart
          label={fill(words.chartOf, { caption: words.took })}
          bars={rows.map(({ stage, mean }) => ({
            label: stages[stage],
            value: mean,
            part: Math.max(0, mean - normOf(stage)),
            mark: normOf(stage),
            text: number(mean),
          }))}
        />
        <p class="govuk-hint">{words.tookNote}</p>
      </div>
    </section>
  );
}
