import type { JSX } from 'preact';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Tiles, type Tile } from '../components/tiles.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { docketsPath, filePath, listPath } from './addresses.ts';
import { Heading } from './heading.tsx';
import { LateSection } from './late-section.tsx';
import { ForumSection, SectorSection } from './member-section.tsx';
import { monthName } from './names.ts';
import { goingOf, unplannedOf } from './totals.ts';
import { Board, StageSection } from './stage-section.tsx';
import { Remainder, StartSection } from './start-section.tsx';
import { StatedSection } from './stated-section.tsx';
import { startsOf } from './totals.ts';
import { Figure, SumFigure } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  /** The one zone that is shown; all of the reader's when absent. */
  readonly zone?: string | undefined;
}

/** Named rows of a list on the first screen; on a wall fewer, as letters are larger. */
const namesShown = { one: { now: 6, screen: 5 }, several: { now: 5, screen: 3 } } as const;

/** What is asked first stands on one screen: how many, worth, jobs, late and whose, starts and which slip. */
export function regionPage(
  frame: Frame,
  view: OverviewView,
  zone: string | undefined,
  shown: 'now' | 'screen',
): JSX.Element {
  const words = regionTexts(frame.language);
  const isSeveral = view.pipeline.zones.length > 1;
  const most = namesShown[isSeveral ? 'several' : 'one'][shown];
  const first = (
    <>
      <Headline frame={frame} view={view} zone={zone} />
      <div class={`wall${isSeveral ? ' wall--zones' : ''}`}>
        <LateSection frame={frame} view={view} zone={zone} most={most} />
        <StartSection frame={frame} view={view} zone={zone} most={most} />
        {isSeveral ? (
          <Board frame={frame} pipeline={view.pipeline} />
        ) : (
          <StageSection frame={frame} pipeline={view.pipeline} zone={zone} isBrief={shown === 'screen'} />
        )}
      </div>
    </>
  );
  return (
    <Layout frame={frame} title={words.title} wide="screen" bare={shown === 'screen'}>
      <Heading frame={frame} view={shown} zones={view.zones} zone={zone} on={view.on} />
      {first}
      {shown === 'now' && (
        <>
          <p class="govuk-hint">
            {words.lateNote} {words.startsNote}
          </p>
          {isSeveral && <StageSection frame={frame} pipeline={view.pipeline} zone={zone} />}
          <SectorSection frame={frame} view={view} zone={zone} />
          <ForumSection frame={frame} view={view} zone={zone} />
          {!isSeveral && <StatedSection frame={frame} view={view} />}
          <Remainder frame={frame} view={view} zone={zone} />
          <Downloads frame={frame} zone={zone} />
        </>
      )}
    </Layout>
  );
}

export function Downloads({
  frame: { language },
  zone,
}: {
  readonly frame: Frame;
  readonly zone: string | undefined;
}): JSX.Element {
  const words = regionTexts(language);
  return (
    <div class="no-print">
      <h2 class="govuk-heading-m">{words.takeAway}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={filePath('csv', zone)}>
            {words.csv}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={filePath('xlsx', zone)}>
            {words.xlsx}
          </a>
        </li>
        <li>{words.print}</li>
      </ul>
    </div>
  );
}

/** Land under contract past the term of its start; undefined where there is none. */
function frozenTile(
  { language }: Frame,
  zones: OverviewView['pipeline']['zones'],
  zone: string | undefined,
): Tile | undefined {
  const words = docketTexts(language);
  const frozen = zones.flatMap((one) => one.frozen);
  const [projects, hectares] = [sumBy(frozen, 'projects'), sumBy(frozen, 'hectares')];
  const [since] = frozen.map((one) => one.since).toSorted();
  if (since === undefined) return undefined;
  const text = fill(words.hectares, { hectares: numberText(language, hectares) });
  return {
    term: words.frozen,
    value: <Figure href={docketsPath(zone)} count={projects} text={text} what={words.frozen} />,
    alarming: true,
    more: fill(words.frozenMore, { count: numberText(language, projects), month: monthName(since) }),
  };
}

const sumBy = (frozen: OverviewView['pipeline']['zones'][number]['frozen'], what: 'projects' | 'hectares'): number =>
  Math.round(frozen.reduce((sum, one) => sum + one[what], 0) * 10_000) / 10_000;

function Headline({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const { zones } = view.pipeline;
  const going = goingOf(zones);
  const starts = startsOf(zones);
  const behind = starts.reduce((sum, one) => sum + one.behind, 0);
  const answers = zones.flatMap(({ late }) => late).reduce((sum, one) => sum + one.answers, 0);
  const unplanned = unplannedOf(zones);
  const all = listPath(zone, { by: 'all' });
  const figure = (term: string, count: number, filter: Parameters<typeof listPath>[1]): Tile => ({
    term,
    value: <Figure href={listPath(zone, filter)} count={count} text={numberText(language, count)} what={term} />,
  });
  return (
    <Tiles
      tiles={[
        figure(words.going, going.projects, { by: 'all' }),
        ...(['worth', 'jobs'] as const).map((of) => ({
          term: words[of],
          value: <SumFigure frame={frame} href={all} sum={going} of={of} what={words.going} />,
        })),
        {
          ...figure(words.overdueProjects, going.overdue, { by: 'overdue' }),
          alarming: going.overdue > 0,
          more: answers > 0 ? fill(words.lateAnswers, { count: numberText(language, answers) }) : undefined,
        },
        {
          ...figure(words.behind, behind, { by: 'start', standing: 'behind' }),
          alarming: behind > 0,
          more: fill(words.ofPlanned, {
            count: numberText(
              language,
              starts.reduce((sum, { projects }) => sum + projects, 0),
            ),
          }),
        },
        // What has no plan stands below too.
        frozenTile(frame, zones, zone) ?? figure(words.withoutPlan, unplanned, { by: 'unplanned' }),
      ]}
    />
  );
}
