import type { JSX } from 'preact';
import { calendarOf } from '#core/calendar/calendar.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import type { PublicView } from '#core/figures/view-public.ts';
import { contactOf, type ZoneLine } from '#core/reference/reference.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { capital } from '#core/texts/capital.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { dateText, fill, shortDateText, textsOf } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { Button, Form } from '../../components/form.tsx';
import { Tiles } from '../../components/tiles.tsx';
import type { Frame } from '../../frame.ts';
import { Layout, OfficeLines } from '../../layout.tsx';
import { asOf, headTiles } from '../../public/figures/page.tsx';

type Zone = PublicView['zones'][number];

/** What the office last reported of the zone's own lines; what it never reported is not told. */
function linesTexts({ language }: Frame, lines: readonly ZoneLine[]): readonly string[] {
  const { start: words } = publicTexts(language);
  const { utilities } = textsOf(language);
  const named = (state: ZoneLine['report']['state']) =>
    lines
      .filter(({ report }) => report.state === state)
      .map(({ utility }) => utilities[utility])
      .join(', ');
  const [ready, notReady] = [named('ready'), named('not-ready')];
  const committed = lines.flatMap(({ utility, report }) =>
    report.state === 'committed'
      ? [
          fill(words.committed, {
            line: capital(language, utilities[utility]),
            date: shortDateText(language, report.readyBy),
          }),
        ]
      : [],
  );
  const last = lines
    .map(({ reportedOn }) => reportedOn)
    .toSorted()
    .at(-1);
  return [
    ...(ready === '' ? [] : [fill(words.ready, { lines: ready })]),
    ...committed,
    ...(notReady === '' ? [] : [fill(words.notReady, { lines: notReady })]),
    ...(last === undefined ? [] : [fill(words.reported, { date: dateText(language, last) })]),
  ];
}

function ZoneCard({
  frame,
  zone: { zone, lines },
  at,
}: {
  readonly frame: Frame;
  readonly zone: Zone;
  readonly at: number;
}): JSX.Element {
  const { language } = frame;
  const { start: words } = publicTexts(language);
  const today = localDateOf(at, calendarOf(zone.country).offsetMinutes);
  const forums = zone.forums.filter(({ lastDay }) => lastDay >= today);
  return (
    <li class="zone-card">
      <p class="govuk-hint">{letterTexts(language).countries[zone.country]}</p>
      <OfficeLines language={language} office={contactOf(zone)} />
      {lines.length > 0 && (
        <ul class="govuk-list">
          {linesTexts(frame, lines).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {forums.length > 0 && (
        <p>
          {words.forums}:{' '}
          {forums
            .map(
              ({ names, firstDay, lastDay }) =>
                `${names[language]}, ${shortDateText(language, firstDay)} – ${shortDateText(language, lastDay)}`,
            )
            .join('; ')}
        </p>
      )}
    </li>
  );
}

function Beside({ frame, view }: { readonly frame: Frame; readonly view: PublicView }): JSX.Element {
  const { start: words } = publicTexts(frame.language);
  const { start } = letterTexts(frame.language);
  const tiles = headTiles(frame, view);
  return (
    <div class="two-columns__beside">
      <h2 class="govuk-heading-m">{words.track}</h2>
      <p class="govuk-body">
        {start.track}{' '}
        <a class="govuk-link" href={addressOf('/another-link', {})}>
          {start.trackLink}
        </a>
      </p>
      <h2 class="govuk-heading-m">{words.figures}</h2>
      {tiles.length > 0 && (
        <>
          <p class="govuk-hint">{asOf(frame.language, view)}</p>
          <Tiles tiles={tiles} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={addressOf('/figures', {})}>
          {words.allFigures}
        </a>
      </p>
    </div>
  );
}

/** What this is, where to begin, what is needed, and which zones there are. @param forum the forum whose address or code led here */
export function startPage(frame: Frame, view: PublicView, forum: string | undefined): JSX.Element {
  const words = letterTexts(frame.language).start;
  return (
    <Layout frame={frame} title={words.what} description={publicTexts(frame.language).start.description} wide>
      <div class="two-columns">
        <div>
          <h1 class="govuk-heading-l">{words.title}</h1>
          <p class="govuk-body">{words.lead}</p>
          <Form frame={frame} action="/letter">
            {forum && <input type="hidden" name="forum" value={forum} />}
            <Button>{words.button}</Button>
          </Form>
          <p class="govuk-body">
            <a class="govuk-link" href={addressOf('/plots', {})}>
              {plotTexts(frame.language).title}
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={addressOf('/showcase', {})}>
              {showcaseTexts(frame.language).title}
            </a>
          </p>
          <p class="govuk-body">
            {words.time} {words.goOn}
          </p>
          <h2 class="govuk-heading-m">{words.need}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {words.needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">{words.path}</h2>
          <ol class="govuk-list govuk-list--number">
            {stageIds.map((stage) => (
              <li key={stage}>{textsOf(frame.language).stages[stage]}</li>
            ))}
          </ol>
        </div>
        <Beside frame={frame} view={view} />
      </div>
      <h2 class="govuk-heading-m">{words.offices}</h2>
      <ul class="zone-cards">
        {view.zones.map((zone) => (
          <ZoneCard key={zone.zone.zoneId} frame={frame} zone={zone} at={view.at} />
        ))}
      </ul>
    </Layout>
  );
}
