import type { JSX } from 'preact';
import { endings } from '#core/project/event.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { fill, numberText, textsOf } from '#core/texts/index.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import { followUpTexts } from '#core/texts/areas/follow-ups.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { listTexts } from '#core/texts/areas/lists.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { longestName } from '#core/work/save-filter.ts';
import { CalendarLink } from '../../components/calendar-link.tsx';
import { Form } from '../../components/form.tsx';
import {
  deskAddress,
  importAddress,
  forumsAddress,
  linesAddress,
  listAddress,
  officeCalendarAddress,
  myFollowUpsAddress,
  paperAddress,
  plotsAddress,
  showcaseAddress,
  staleAddress,
  type ListFilter,
} from '../addresses.ts';
import type { WorkListProps } from './page.tsx';

type Props = Pick<WorkListProps, 'frame' | 'zone' | 'zones' | 'filter' | 'openObstacles'>;

const same = (one: ListFilter, other: ListFilter): boolean => listAddress('', one) === listAddress('', other);

interface Choice {
  readonly filter: ListFilter;
  readonly text: string;
}

const Choices = ({
  zoneId,
  filter,
  choices,
}: {
  readonly zoneId: string;
  readonly filter: ListFilter;
  readonly choices: readonly Choice[];
}): JSX.Element => (
  <ul class="desk-lists">
    {choices.map(({ filter: to, text }) => (
      <li key={text}>
        {same(to, filter) ? (
          <strong aria-current="true">{text}</strong>
        ) : (
          <a class="govuk-link" href={listAddress(zoneId, to)}>
            {text}
          </a>
        )}
      </li>
    ))}
  </ul>
);

const Group = ({ title, ...props }: Parameters<typeof Choices>[0] & { readonly title: string }): JSX.Element => (
  <div>
    <h2 class="govuk-heading-s">{title}</h2>
    <Choices {...props} />
  </div>
);

/** The lists an office looks at every day. */
export function DailyLists({ frame: { language }, zone, filter, openObstacles }: Props): JSX.Element {
  const { list } = officeTexts(language);
  const { standings, ours } = deskTexts(language);
  return (
    <nav aria-label={list.show}>
      <Choices
        zoneId={zone.zoneId}
        filter={filter}
        choices={[
          { filter: { by: 'tasks', holder: 'office' }, text: ours },
          { filter: { by: 'tasks', holder: 'office', mine: true }, text: listTexts(language).mine },
          { filter: { by: 'tasks', holder: 'office', standing: 'ready' }, text: standings.ready },
          { filter: { by: 'projects', overdue: true }, text: list.overdue },
          { filter: { by: 'tasks', holder: 'investor' }, text: list.ofInvestors },
          {
            filter: { by: 'obstacles' },
            text: fill(obstacleTexts(language).listCount, { count: numberText(language, openObstacles) }),
          },
          { filter: { by: 'projects' }, text: list.all },
        ]}
      />
    </nav>
  );
}

/** All others, in what opens. */
export function MoreLists({ frame: { language }, zone, filter }: Props): JSX.Element {
  const { list } = officeTexts(language);
  const { stages, endings: ends } = textsOf(language);
  const props = { zoneId: zone.zoneId, filter };
  const words = listTexts(language);
  const { lists } = deskTexts(language);
  const stageFilter = (stage: string): ListFilter => ({ by: 'projects', stage });
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{lists}</span>
      </summary>
      <nav aria-label={lists} class="govuk-details__text desk-groups">
        <Group
          {...props}
          title={list.byStage}
          choices={stageIds.map((stage) => ({ filter: stageFilter(stage), text: stages[stage] }))}
        />
        <Group
          {...props}
          title={list.byParty}
          choices={zone.parties.map(({ partyId, names }) => ({
            filter: { by: 'tasks', holder: partyId },
            text: names[language],
          }))}
        />
        {zone.forums.length > 0 && (
          <Group
            {...props}
            title={words.byForum}
            choices={zone.forums.map(({ forumId, names }) => ({
              filter: { by: 'projects', forum: forumId },
              text: names[language],
            }))}
          />
        )}
        <Group
          {...props}
          title={list.ended}
          choices={endings.map((ending) => ({ filter: stageFilter(ending), text: ends[ending] }))}
        />
      </nav>
    </details>
  );
}

/** A reader's own lists: each is an address; the one that is shown can be kept under a name. */
export function SavedFilters({ frame, zone, filter, work }: WorkListProps): JSX.Element | null {
  if (work === undefined) return null;
  const words = deskTexts(frame.language);
  const query = listAddress(zone.zoneId, filter).split('?')[1] ?? '';
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words.myFilters}</span>
      </summary>
      <div class="govuk-details__text">
        <Form frame={frame} action="/office/filters">
          <input type="hidden" name="query" value={query} />
          {work.filters.length === 0 && <p class="govuk-body-s">{words.noFilters}</p>}
          <ul class="desk-lists">
            {work.filters.map(({ filterId, name, query: to }) => (
              <li key={filterId}>
                <a class="govuk-link" href={`/office?${to}`}>
                  {name}
                </a>{' '}
                <button type="submit" class="desk-button" name="forget" value={filterId}>
                  <span aria-hidden="true">×</span>
                  <span class="govuk-visually-hidden">{fill(words.forgetFilter, { name })}</span>
                </button>
              </li>
            ))}
          </ul>
          <label class="govuk-label govuk-label--s" for="name">
            {words.saveAs}
          </label>
          <input class="govuk-input" id="name" name="name" maxLength={longestName} />{' '}
          <button type="submit" class="desk-button">
            {words.saveFilter}
          </button>
        </Form>
      </div>
    </details>
  );
}

export function Search({ frame: { language }, zone, filter }: Props): JSX.Element {
  const { list } = officeTexts(language);
  return (
    <form method="get" action="/office" role="search" class="desk-search">
      <input type="hidden" name="zone" value={zone.zoneId} />
      <label class="govuk-visually-hidden" for="q">
        {list.search}
      </label>
      <input
        class="govuk-input"
        id="q"
        name="q"
        type="search"
        maxLength={100}
        placeholder={list.searchHint}
        value={filter.by === 'projects' ? (filter.q ?? '') : ''}
      />
      <button type="submit" class="desk-button">
        {list.find}
      </button>
    </form>
  );
}

export function Zones({ frame: { language }, zones, zone }: Props): JSX.Element | null {
  if (zones.length < 2) return null;
  return (
    <nav aria-label={officeTexts(language).list.zone}>
      <ul class="desk-lists">
        {zones.map(({ zoneId, names }) => (
          <li key={zoneId}>
            {zoneId === zone.zoneId ? (
              <strong aria-current="true">{names[language]}</strong>
            ) : (
              <a class="govuk-link" href={listAddress(zoneId, { by: 'tasks', holder: 'office' })}>
                {names[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where else an office works. */
export function OtherPages({ frame, zone }: Props): JSX.Element {
  const { list } = officeTexts(frame.language);
  return (
    <>
      <ul class="desk-lists">
        {zone.leads && (
          <li>
            <a class="govuk-link" href={deskAddress(zone.zoneId)}>
              {deskTexts(frame.language).head.title}
            </a>
          </li>
        )}
        {zone.works && (
          <li>
            <a class="govuk-link" href={paperAddress(zone.zoneId)}>
              {list.enterLetter}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={linesAddress(zone.zoneId)}>
            {list.lines}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={plotsAddress(zone.zoneId)}>
            {list.plots}
          </a>
        </li>
        {zone.works && (
          <li>
            <a class="govuk-link" href={staleAddress(zone.zoneId)}>
              {careTexts(frame.language).staleTitle}
            </a>
          </li>
        )}
        {zone.works && (
          <li>
            <a class="govuk-link" href={myFollowUpsAddress(zone.zoneId)}>
              {followUpTexts(frame.language).mine}
            </a>
          </li>
        )}
        {zone.forums.length > 0 && (
          <li>
            <a class="govuk-link" href={forumsAddress(zone.zoneId)}>
              {forumTexts(frame.language).title}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={showcaseAddress(zone.zoneId)}>
            {showcaseTexts(frame.language).office}
          </a>
        </li>
        {zone.imports && (
          <li>
            <a class="govuk-link" href={importAddress({ zone: zone.zoneId })}>
              {list.importFile}
            </a>
          </li>
        )}
      </ul>
      <CalendarLink frame={frame} href={officeCalendarAddress(zone.zoneId)} />
    </>
  );
}
