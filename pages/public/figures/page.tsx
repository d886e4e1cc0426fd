import type { JSX } from 'preact';
import type { PipelineView } from '#core/api/views.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../../components/bar-chart.tsx';
import { Table } from '../../components/facts.tsx';
import { Tiles } from '../../components/tiles.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { bucketName, bucketOrder, isStage, sumOf } from '../../region/names.ts';

/** Anybody's page: counts of projects by stage and zone. No worth and no name: one project could be told from them. */
export function figuresPage(frame: Frame, { zones }: PipelineView): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const number = (value: number) => numberText(language, value);
  const all = zones.flatMap(({ buckets }) => buckets);
  const going = sumOf(all.filter(({ bucket }) => isStage(bucket)));
  const countOf = (bucket: string, of = all) => sumOf(of.filter((one) => one.bucket === bucket)).projects;
  const shown = bucketOrder.filter((bucket) => isStage(bucket) || bucket === 'construction-started');
  return (
    <Layout frame={frame} title={words.publicTitle} wide>
      <h1 class="govuk-heading-l">{words.publicTitle}</h1>
      <p class="govuk-body">{words.publicText}</p>
      <Tiles
        tiles={[
          { term: words.going, value: number(going.projects) },
          { term: words.jobs, value: number(going.jobs) },
        ]}
      />
      <BarChart
        label={fill(words.chartOf, { caption: words.byStage })}
        bars={shown.map((bucket) => ({
          label: bucketName(language, bucket),
          value: countOf(bucket),
          text: number(countOf(bucket)),
        }))}
      />
      <Table
        frame={frame}
        caption={words.byStage}
        columns={[
          { text: words.stage },
          ...zones.map(({ names }) => ({ text: names[language], numeric: true })),
          { text: words.total, numeric: true },
        ]}
        rows={shown.map((bucket) => [
          bucketName(language, bucket),
          ...zones.map(({ buckets }) => number(countOf(bucket, buckets))),
          number(countOf(bucket)),
        ])}
      />
      <p class="govuk-body">{words.publicCounted}</p>
    </Layout>
  );
}
