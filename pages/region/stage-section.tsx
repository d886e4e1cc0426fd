import type { JSX } from 'preact';
import type { PipelineView } from '#core/api/views.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { listPath } from './addresses.ts';
import { bucketName, bucketOrder, isStage, sumOf } from './names.ts';
import { Figure, Totals } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly pipeline: PipelineView;
  /** Where the lists behind the figures are; without it (the public page) figures lead nowhere. */
  readonly lists?: { readonly zone: string | undefined } | undefined;
}

export function StageSection({ frame, pipeline, lists }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const all = pipeline.zones.flatMap(({ buckets }) => buckets);
  const rows = bucketOrder
    .map((bucket) => ({
      bucket,
      name: bucketName(language, bucket),
      ...sumOf(all.filter((one) => one.bucket === bucket)),
    }))
    .filter(({ bucket, projects }) => isStage(bucket) || projects > 0);
  const number = (value: number) => numberText(language, value);
  const figure = (value: number, filter: Parameters<typeof listPath>[1], what: string) =>
    lists ? (
      <Figure href={listPath(lists.zone, filter)} count={value} text={number(value)} what={what} />
    ) : (
      number(value)
    );
  const bars = rows
    .filter(({ bucket }) => isStage(bucket))
    .map(({ name, projects, overdue }) => ({
      label: name,
      value: projects,
      part: Math.min(projects, overdue),
      text: overdue > 0 ? `${number(projects)} (${number(overdue)})` : number(projects),
    }));
  return (
    <section class="figures">
      <div class="figures__chart">
        <BarChart label={fill(words.chartOf, { caption: words.byStage })} bars={bars} />
        <p class="govuk-hint">{words.chart}</p>
      </div>
      <div class="figures__table">
        <Table
          frame={frame}
          caption={words.byStage}
          columns={[
            { text: words.stage },
            ...[words.projects, words.overdueProjects, words.worth, words.jobs].map((text) => ({
              text,
              numeric: true,
            })),
          ]}
          rows={rows.map(({ bucket, name, projects, overdue, investment, jobs }) => [
            name,
            figure(projects, { by: 'stage', stage: bucket }, name),
            number(overdue),
            <Totals key={bucket} frame={frame} investment={investment} />,
            number(jobs),
          ])}
        />
      </div>
    </section>
  );
}
