import type { JSX } from 'preact';
import type { Standing } from '#core/figures/figures.ts';
import type { Behind } from '#core/figures/list-behind.ts';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table } from '../components/facts.tsx';
import { Totals } from '../components/tiles.tsx';
import type { Frame } from '../frame.ts';
import { listPath } from './addresses.ts';
import { forumName, isStage, sectorName, sumOf } from './names.ts';
import { forumsOf, sectorsOf, type Member } from './totals.ts';
import { Figure, SumFigure } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
}

interface Shown extends Member {
  readonly name: string;
  /** Where its projects are; a remainder leads nowhere. */
  readonly filter?: (standing: Standing) => Behind;
}

function Members({
  frame,
  zone,
  caption,
  column,
  rows,
}: Omit<Props, 'view'> & {
  readonly caption: string;
  readonly column: string;
  readonly rows: readonly Shown[];
}): JSX.Element | null {
  const { language } = frame;
  const words = regionTexts(language);
  if (rows.length === 0) return null;
  const number = (value: number) => numberText(language, value);
  const figure = ({ name, filter }: Shown, standing: Standing, count: number) =>
    filter ? (
      <Figure key={standing} href={listPath(zone, filter(standing))} count={count} text={number(count)} what={name} />
    ) : (
      number(count)
    );
  const late = ({ name, key, filter, overdue }: Shown) =>
    filter ? (
      <Figure
        key="late"
        href={listPath(zone, { by: 'overdue', [filter('going').by]: key })}
        count={overdue}
        text={number(overdue)}
        what={`${name}: ${words.overdueProjects}`}
      />
    ) : (
      number(overdue)
    );
  const sum = ({ name, filter, ...of }: Shown, as: 'worth' | 'jobs') =>
    filter ? (
      <SumFigure key={as} frame={frame} href={listPath(zone, filter('going'))} sum={of} of={as} what={name} />
    ) : as === 'worth' ? (
      <Totals key={as} frame={frame} investment={of.investment} />
    ) : (
      number(of.jobs)
    );
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={caption}
        columns={[
          { text: column },
          ...[words.projects, words.overdueProjects, words.worth, words.jobs, words.started, words.lost].map(
            (text) => ({ text, numeric: true }),
          ),
        ]}
        rows={rows.map((row) => [
          row.name,
          figure(row, 'going', row.projects),
          late(row),
          sum(row, 'worth'),
          sum(row, 'jobs'),
          figure(row, 'started', row.started),
          figure(row, 'lost', row.lost),
        ])}
      />
    </section>
  );
}

export function SectorSection({ frame, view, zone }: Props): JSX.Element {
  const words = regionTexts(frame.language);
  const rows = sectorsOf(view.pipeline.zones).map((row): Shown => ({
    ...row,
    name: sectorName(frame.language, row.key),
    filter: (standing) => ({ by: 'sector', sector: row.key, standing }),
  }));
  return <Members frame={frame} zone={zone} caption={words.bySector} column={words.sector} rows={rows} />;
}

/** Projects by the forum they came from; those that came from none are the remainder of the stages. */
export function ForumSection({ frame, view, zone }: Props): JSX.Element | null {
  const words = regionTexts(frame.language);
  const { zones } = view.pipeline;
  const forums = forumsOf(zones);
  if (forums.length === 0) return null;
  const rows = forums.map((row): Shown => ({
    ...row,
    name: forumName(frame.language, zones, row.key),
    filter: (standing) => ({ by: 'forum', forum: row.key, standing }),
  }));
  return (
    <Members
      frame={frame}
      zone={zone}
      caption={words.byForum}
      column={words.forum}
      rows={[...rows, { ...withoutForum(zones, forums), name: words.noForum }]}
    />
  );
}

function withoutForum(zones: OverviewView['pipeline']['zones'], forums: readonly Member[]): Member {
  const all = zones.flatMap(({ buckets }) => buckets);
  const going = sumOf(all.filter(({ bucket }) => isStage(bucket)));
  const started = sumOf(all.filter(({ bucket }) => bucket === 'construction-started')).projects;
  const ended = sumOf(all.filter(({ bucket }) => !isStage(bucket))).projects;
  const known = sumOf(forums);
  const less = (of: (member: Member) => number, whole: number) => whole - forums.reduce((sum, one) => sum + of(one), 0);
  return {
    key: '',
    projects: going.projects - known.projects,
    jobs: going.jobs - known.jobs,
    overdue: going.overdue - known.overdue,
    investment: going.investment
      .map(({ currency, amountMinor }) => ({
        currency,
        amountMinor: amountMinor - (known.investment.find((one) => one.currency === currency)?.amountMinor ?? 0),
      }))
      .filter(({ amountMinor }) => amountMinor !== 0),
    started: less((one) => one.started, started),
    lost: less((one) => one.lost, ended - started),
  };
}
