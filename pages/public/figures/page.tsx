import type { JSX } from 'preact';
import { calendarOf } from '#core/calendar/calendar.ts';
import { fewest, type PublicRow, type Told } from '#core/figures/public-figures.ts';
import type { PublicView } from '#core/figures/view-public.ts';
import type { Language } from '#core/kernel/common.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { fill, momentText, numberText, shortDateText } from '#core/texts/index.ts';
import type { LateMilestone, PublicMilestones } from '#core/timetable/late-milestones.ts';
import { addressOf } from '#pages/routes.ts';
import { BarChart } from '../../components/bar-chart.tsx';
import { Table } from '../../components/facts.tsx';
import { Tiles, type Tile, Totals } from '../../components/tiles.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { bucketName, holderName, quarterName, sectorName } from '../../region/names.ts';

/** The day and hour at which it was read, as the zones count them. */
export const asOf = (language: Language, { at, zones }: PublicView): string =>
  fill(publicTexts(language).figures.asOf, {
    moment: momentText(language, at, calendarOf(zones[0]?.zone.country ?? 'KZ').offsetMinutes),
  });

/** Members that only together are told of stand in one cell. */
export const membersText = (names: readonly string[]): string => names.join(', ');

export const zoneNamed = (language: Language, { zones }: PublicView, zoneId: string): string =>
  zones.find(({ zone }) => zone.zoneId === zoneId)?.zone.names[language] ?? zoneId;

export const spanText = (language: Language, { from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? quarterName(language, from) : `${quarterName(language, from)} – ${quarterName(language, to)}`;

const shareOf = (part: number, whole: number): string => `${String(Math.round((part / whole) * 100))}\u00a0%`;

/** What anybody looks for first. */
export function headTiles(frame: Frame, { figures: { total } }: PublicView): readonly Tile[] {
  const { language } = frame;
  const words = regionTexts(language);
  return total === undefined
    ? []
    : [
        { term: words.going, value: numberText(language, total.projects) },
        ...(total.investment.length === 0
          ? []
          : [{ term: words.worth, value: <Totals frame={frame} investment={total.investment} /> }]),
        { term: words.jobs, value: numberText(language, total.jobs) },
      ];
}

function lateTiles({ language }: Frame, { figures: { total, started } }: PublicView): readonly Tile[] {
  const { figures: words } = publicTexts(language);
  const few = fill(words.fewer, { fewest });
  return [
    ...(total === undefined
      ? []
      : [
          total.late === undefined
            ? { term: words.late, value: few }
            : {
                term: words.late,
                value: shareOf(total.late, total.projects),
                more: fill(words.lateCount, { count: numberText(language, total.late) }),
              },
        ]),
    ...(started === 0
      ? []
      : [{ term: words.started, value: started === undefined ? few : numberText(language, started) }]),
  ];
}

function RowTable<Member extends string>({
  frame,
  caption,
  of,
  rows,
  nameOf,
}: {
  readonly frame: Frame;
  readonly caption: string;
  readonly of: string;
  readonly rows: readonly PublicRow<Member>[];
  readonly nameOf: (member: Member) => string;
}): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const hasLate = rows.some(({ late }) => late !== 0);
  const lateText = (told: Told, projects: number) => (told === undefined ? '–' : shareOf(told, projects));
  return (
    <Table
      frame={frame}
      caption={caption}
      columns={[
        { text: of },
        { text: words.projects, numeric: true },
        { text: words.worth, numeric: true },
        { text: words.jobs, numeric: true },
        ...(hasLate ? [{ text: publicTexts(language).figures.late, numeric: true }] : []),
      ]}
      rows={rows.map(({ members, projects, investment, jobs, late }) => [
        membersText(members.map(nameOf)),
        numberText(language, projects),
        investment.length === 0 ? '–' : <Totals frame={frame} investment={investment} />,
        numberText(language, jobs),
        ...(hasLate ? [lateText(late, projects)] : []),
      ])}
    />
  );
}

function Reasons({ frame, view: { figures } }: { readonly frame: Frame; readonly view: PublicView }): JSX.Element {
  const { language } = frame;
  const { figures: words } = publicTexts(language);
  const total = figures.total?.projects ?? 0;
  return (
    <>
      {figures.late.length > 0 && (
        <Table
          frame={frame}
          caption={words.lateWhy}
          columns={[
            { text: regionTexts(language).through },
            { text: regionTexts(language).projects, numeric: true },
            { text: '%', numeric: true },
          ]}
          rows={figures.late.map(({ holder, projects }) => [
            holderName(language, holder),
            numberText(language, projects),
            shareOf(projects, total),
          ])}
        />
      )}
      {figures.lateFew.length > 0 && (
        <p class="govuk-body">
          {fill(words.few, { fewest, names: membersText(figures.lateFew.map((one) => holderName(language, one))) })}
        </p>
      )}
      {figures.late.length + figures.lateFew.length > 0 && <p class="govuk-hint">{words.lateNote}</p>}
    </>
  );
}

function Starts({
  frame,
  view: { figures },
}: {
  readonly frame: Frame;
  readonly view: PublicView;
}): JSX.Element | null {
  const { language } = frame;
  const { figures: words } = publicTexts(language);
  if (figures.starts.length === 0) return null;
  return (
    <Table
      frame={frame}
      caption={words.starts}
      columns={[
        { text: regionTexts(language).quarter },
        { text: words.planned, numeric: true },
        { text: words.behind, numeric: true },
      ]}
      rows={figures.starts.map((one) => [
        spanText(language, one),
        numberText(language, one.projects),
        one.behind === undefined ? fill(words.fewer, { fewest }) : numberText(language, one.behind),
      ])}
    />
  );
}

function Stages({ frame, view: { figures } }: { readonly frame: Frame; readonly view: PublicView }): JSX.Element {
  const { language } = frame;
  const caption = regionTexts(language).byStage;
  const bars = figures.stages.map(({ members, projects }) => ({
    label: membersText(members.map((stage) => bucketName(language, stage))),
    value: projects,
    text: numberText(language, projects),
  }));
  return (
    <>
      <h2 class="govuk-heading-m">{caption}</h2>
      <BarChart label={`${caption}. ${bars.map(({ label, text }) => `${label}: ${text}`).join('. ')}`} bars={bars} />
    </>
  );
}

/** Late milestones on the page; the files have them all. */
const mostShown = 20;

export const lateName = (language: Language, { of }: LateMilestone): string =>
  'line' in of ? of.line[language] : of.project;

export const lateMilestone = (language: Language, { of }: LateMilestone): string =>
  'line' in of ? lineTexts(language).milestoneNames[of.milestone] : of.milestone;

export const lateReason = (language: Language, { reason }: LateMilestone): string =>
  reason ?? publicTexts(language).milestones.noReason;

/** Every milestone that missed its day, with the reason or that none was given. */
function Milestones({ frame, told }: { readonly frame: Frame; readonly told: PublicMilestones }): JSX.Element | null {
  const { language } = frame;
  const { milestones: words } = publicTexts(language);
  const { late, figures } = told;
  if (figures.milestones === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      <Tiles
        tiles={(['late', 'onTime', 'ahead', 'unexplained'] as const).map((name) => ({
          term: words[name],
          value: numberText(language, figures[name]),
        }))}
      />
      {late.length > 0 && (
        <Table
          frame={frame}
          caption={words.lateTitle}
          columns={[
            { text: words.what },
            { text: words.milestone },
            { text: words.planned },
            { text: words.when },
            { text: words.days, numeric: true },
            { text: words.reason },
          ]}
          rows={late.slice(0, mostShown).map((one) => [
            <>
              {lateName(language, one)}
              <span class="news__day">{one.zone.names[language]}</span>
            </>,
            lateMilestone(language, one),
            shortDateText(language, one.baseline),
            <>
              {shortDateText(language, one.on)}
              <span class="news__day">{one.isReached ? words.reached : words.expected}</span>
            </>,
            numberText(language, one.days),
            lateReason(language, one),
          ])}
        />
      )}
      {late.length > mostShown && (
        <p class="govuk-body">{fill(words.more, { count: numberText(language, late.length - mostShown) })}</p>
      )}
    </>
  );
}

/** Anybody's page: nothing in it tells of one company. */
export function figuresPage(frame: Frame, view: PublicView, told: PublicMilestones): JSX.Element {
  const { language } = frame;
  const { figures: words } = publicTexts(language);
  const { figures } = view;
  const region = regionTexts(language);
  return (
    <Layout frame={frame} title={words.title} description={words.lead} wide>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-hint">{asOf(language, view)}</p>
      {figures.total === undefined && <p class="govuk-inset-text">{fill(words.nothing, { fewest })}</p>}
      <Tiles tiles={[...headTiles(frame, view), ...lateTiles(frame, view)]} />
      {figures.total !== undefined && (
        <div class="two-columns">
          <div>
            <RowTable
              frame={frame}
              caption={words.byZone}
              of={region.zone}
              rows={figures.zones}
              nameOf={(zoneId) => zoneNamed(language, view, zoneId)}
            />
            <RowTable
              frame={frame}
              caption={region.bySector}
              of={region.sector}
              rows={figures.sectors}
              nameOf={(sector) => sectorName(language, sector)}
            />
          </div>
          <div>
            <Reasons frame={frame} view={view} />
            <Starts frame={frame} view={view} />
            <Stages frame={frame} view={view} />
          </div>
        </div>
      )}
      <Milestones frame={frame} told={told} />
      <p class="govuk-hint">{fill(words.note, { fewest })}</p>
      <p class="govuk-hint">{words.counted}</p>
      <p class="govuk-body no-print">
        <a class="govuk-link" href={addressOf('/figures.csv', {})}>
          {region.csv}
        </a>
        {' · '}
        <a class="govuk-link" href={addressOf('/figures.xlsx', {})}>
          {region.xlsx}
        </a>
        {' · '}
        <a class="govuk-link" href={addressOf('/open-data', {})}>
          {publicTexts(language).openData.title}
        </a>
      </p>
    </Layout>
  );
}
