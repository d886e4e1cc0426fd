import type { JSX } from 'preact';
import type { Language } from '#core/kernel/common.ts';
import type { Behind, BehindView } from '#core/figures/list-behind.ts';
import { fill, numberText, textsOf } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table } from '../components/facts.tsx';
import { Totals } from '../components/tiles.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { listFilePath, listPath, overviewPath } from './addresses.ts';
import { sumId } from './figure.tsx';
import { columnsOf } from './list-columns.tsx';
import {
  bucketName,
  bucketOrder,
  holderName,
  monthName,
  quarterName,
  refusalName,
  sectorName,
  sumOf,
} from './names.ts';

function overdueName(language: Language, filter: Extract<Behind, { by: 'overdue' }>, view: BehindView): string {
  const { holder, stage, sector, forum } = filter;
  return [
    textsOf(language).assignmentStates.overdue,
    ...(holder === undefined ? [] : [holderName(language, holder)]),
    ...(stage === undefined ? [] : [stageName(language, stage)]),
    ...(sector === undefined ? [] : [sectorName(language, sector)]),
    ...(forum === undefined ? [] : [forumOf(language, view, forum)]),
  ].join(': ');
}

const stageName = (language: Language, stage: string): string => {
  const bucket = bucketOrder.find((one) => one === stage);
  return bucket ? bucketName(language, bucket) : regionTexts(language).none;
};

const forumOf = (language: Language, { zones }: BehindView, forum: string): string =>
  zones.flatMap(({ forums }) => forums).find(({ forumId }) => forumId === forum)?.names[language] ?? forum;

function filterName(language: Language, filter: Behind, view: BehindView): string {
  const words = regionTexts(language);
  const of = (name: string, standing: 'going' | 'started' | 'lost') =>
    standing === 'going' ? name : `${name}: ${words[standing]}`;
  switch (filter.by) {
    case 'all':
      return words.going;
    case 'overdue':
      return overdueName(language, filter, view);
    case 'unconfirmed':
      return words.uncounted;
    case 'unplanned':
      return words.withoutPlan;
    case 'late':
      return `${words.lateThrough}: ${holderName(language, filter.holder)}`;
    case 'held':
      return `${words.held}: ${holderName(language, filter.holder)}`;
    case 'month':
      return `${words[filter.what === 'started' ? 'startedIn' : filter.what]}: ${monthName(filter.month)}`;
    case 'refused':
      return `${stageName(language, filter.stage)}: ${refusalName(language, filter.what)}`;
    case 'sector':
      return of(sectorName(language, filter.sector), filter.standing);
    case 'forum':
      return of(forumOf(language, view, filter.forum), filter.standing);
    case 'start': {
      const name = filter.standing === 'behind' ? words.behind : words.inTime;
      return filter.quarter === undefined ? name : `${quarterName(language, filter.quarter)}: ${name}`;
    }
    case 'stage':
      return stageName(language, filter.stage);
  }
}

/** How many rows there are, and what their projects are worth, each counted once: so that the figure can be checked. */
function Sum({ frame, zones }: { readonly frame: Frame; readonly zones: BehindView['zones'] }): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const lines = zones.flatMap(({ page }) => page.entries);
  const projects = [...new Map(lines.map((line) => [line.projectId, line])).values()];
  const { investment, jobs } = sumOf(
    projects.map(({ figures }) => ({ projects: 1, overdue: 0, jobs: figures.jobs, investment: [figures.investment] })),
  );
  return (
    <p class="govuk-body list-sum" id={sumId}>
      <strong>{fill(words.inList, { count: numberText(language, lines.length) })}</strong>
      <span>
        {words.jobs}: {numberText(language, jobs)}
      </span>
      <span>
        {words.worth}: <Totals frame={frame} investment={investment} />
      </span>
    </p>
  );
}

interface PageAsked {
  readonly zoneId?: string | undefined;
  readonly after?: string | undefined;
}

export function listPage(frame: Frame, view: BehindView, filter: Behind, { zoneId, after }: PageAsked): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const title = filterName(language, filter, view);
  const columns = columnsOf(frame, filter);
  const isCut = after !== undefined || view.zones.some(({ page }) => page.next !== undefined);
  const back = overviewPath(zoneId, ['held', 'month', 'refused'].includes(filter.by) ? 'past' : 'now');
  return (
    <Layout frame={frame} title={title} back={back} wide="screen">
      <span class="govuk-caption-l">{words.listTitle}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {!isCut && <Sum frame={frame} zones={view.zones} />}
      <p class="govuk-body no-print list-sum">
        {isCut && (
          <span>
            {words.thisPage}: <Files zone={zoneId} filter={filter} page={{ after }} />
          </span>
        )}
        <span>
          {words.wholeList}: <Files zone={zoneId} filter={filter} />
        </span>
      </p>
      {view.zones.map((one) => (
        <section key={one.zoneId} class="figures">
          {one.page.entries.length === 0 && <h2 class="govuk-heading-m">{one.names[language]}</h2>}
          <Table
            frame={frame}
            caption={one.names[language]}
            empty={one.page.next === undefined ? words.none : words.laterPages}
            columns={columns}
            rows={one.page.entries.map((line) => columns.map(({ show }) => show(line)))}
          />
          {one.page.next !== undefined && (
            <p class="govuk-body">
              <a class="govuk-link" href={listPath(one.zoneId, filter, one.page.next)}>
                {words.more}
              </a>
            </p>
          )}
        </section>
      ))}
      {columns.some(({ text }) => text === words.slack) && <p class="govuk-hint">{words.slackNote}</p>}
    </Layout>
  );
}

const Files = ({
  zone,
  filter,
  page,
}: {
  readonly zone: string | undefined;
  readonly filter: Behind;
  readonly page?: { readonly after: string | undefined };
}): JSX.Element => (
  <>
    {(['xlsx', 'csv'] as const).map((form) => (
      <a key={form} class="govuk-link" href={listFilePath(form, zone, filter, page)}>
        {form.toUpperCase()}
      </a>
    ))}
  </>
);
