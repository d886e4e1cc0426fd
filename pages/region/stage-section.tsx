import type { ComponentChildren, JSX } from 'preact';
import type { PipelineView } from '#core/api/views.ts';
import { numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { listPath } from './addresses.ts';
import { bucketName, bucketOrder, isStage, quarterName, sumOf } from './names.ts';
import { goingOf, startsOf } from './totals.ts';
import { Figure, SumFigure } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly pipeline: PipelineView;
}

const sums = ['worth', 'jobs'] as const;

export function StageSection({
  frame,
  pipeline,
  zone,
  isBrief = false,
}: Props & { readonly zone: string | undefined; readonly isBrief?: boolean }): JSX.Element {
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
  const figure = (count: number, filter: Parameters<typeof listPath>[1], what: string) => (
    <Figure key={what} href={listPath(zone, filter)} count={count} text={numberText(language, count)} what={what} />
  );
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.byStage}
        columns={[
          { text: words.stage },
          ...[words.projects, words.overdueProjects, ...(isBrief ? [] : [words.worth, words.jobs])].map((text) => ({
            text,
            numeric: true,
          })),
        ]}
        rows={rows.map(({ bucket, name, ...sum }) => [
          name,
          figure(sum.projects, { by: 'stage', stage: bucket }, name),
          figure(sum.overdue, { by: 'overdue', stage: bucket }, `${name}: ${words.overdueProjects}`),
          ...(isBrief
            ? []
            : sums.map((of) => (
                <SumFigure
                  key={of}
                  frame={frame}
                  href={listPath(zone, { by: 'stage', stage: bucket })}
                  sum={sum}
                  of={of}
                  what={name}
                />
              ))),
        ])}
      />
    </section>
  );
}

/** Zones side by side, a column each. */
export function Board({ frame, pipeline: { zones } }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  type Zones = PipelineView['zones'];
  const columns = zones.map((zone) => ({ id: zone.zoneId, name: zone.names[language], of: [zone] }));
  const row = (name: string, cell: (of: Zones, zone: string | undefined, where: string) => ComponentChildren) => [
    name,
    ...columns.map(({ id, name: where, of }) => cell(of, id, where)),
  ];
  const counted = (name: string, count: (of: Zones) => number, filter: Parameters<typeof listPath>[1]) =>
    row(name, (of, zone, where) => (
      <Figure
        href={listPath(zone, filter)}
        count={count(of)}
        text={numberText(language, count(of))}
        what={`${name}, ${where}`}
      />
    ));
  const inStage = (of: Zones, stage: string) =>
    of.flatMap(({ buckets }) => buckets).find(({ bucket }) => bucket === stage) === undefined
      ? 0
      : sumOf(of.flatMap(({ buckets }) => buckets).filter(({ bucket }) => bucket === stage)).projects;
  const behind = (of: Zones, quarter?: string) =>
    startsOf(of)
      .filter((one) => (quarter ?? one.quarter) === one.quarter)
      .reduce((sum, one) => sum + one.behind, 0);
  const inTime = (of: Zones, quarter: string) =>
    startsOf(of)
      .filter((one) => one.quarter === quarter)
      .reduce((sum, one) => sum + one.projects - one.behind, 0);
  const quarters = startsOf(zones).map(({ quarter }) => quarter);
  return (
    <section class="figures board">
      <Table
        frame={frame}
        caption={words.zones}
        columns={[{ text: words.figure }, ...columns.map(({ name }) => ({ text: name, numeric: true }))]}
        rows={[
          counted(words.going, (of) => goingOf(of).projects, { by: 'all' }),
          ...sums.map((of) =>
            row(words[of], (here, zone, where) => (
              <SumFigure frame={frame} href={listPath(zone, { by: 'all' })} sum={goingOf(here)} of={of} what={where} />
            )),
          ),
          counted(words.overdueProjects, (of) => goingOf(of).overdue, { by: 'overdue' }),
          counted(words.behind, (of) => behind(of), { by: 'start', standing: 'behind' }),
          ...bucketOrder
            .filter((bucket) => isStage(bucket) || inStage(zones, bucket) > 0)
            .map((bucket) =>
              counted(bucketName(language, bucket), (of) => inStage(of, bucket), { by: 'stage', stage: bucket }),
            ),
          ...quarters.map((quarter) =>
            row(`${words.start}: ${quarterName(language, quarter)}`, (of, zone, where) => (
              <>
                <Figure
                  href={listPath(zone, { by: 'start', standing: 'plan', quarter })}
                  count={inTime(of, quarter)}
                  text={numberText(language, inTime(of, quarter))}
                  what={`${quarterName(language, quarter)}, ${where}: ${words.inTime}`}
                />
                {behind(of, quarter) > 0 && (
                  <>
                    {' + '}
                    <Figure
                      href={listPath(zone, { by: 'start', standing: 'behind', quarter })}
                      count={behind(of, quarter)}
                      text={numberText(language, behind(of, quarter))}
                      what={`${quarterName(language, quarter)}, ${where}: ${words.behind}`}
                      isLate
                    />
                  </>
                )}
              </>
            )),
          ),
        ]}
      />
    </section>
  );
}
