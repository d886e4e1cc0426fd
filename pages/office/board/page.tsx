import type { JSX } from 'preact';
import { isInConstruction, isRoofed, type BoardState } from '#core/board/board-counts.ts';
import type { BoardRow, BoardView, StatedView } from '#core/board/board-view.ts';
import type { Language, MoneySum } from '#core/kernel/common.ts';
import { boardTexts } from '#core/texts/areas/board.ts';
import { ladderTexts } from '#core/texts/areas/ladder.ts';
import { owedMoney } from '#core/obligations/obligation-facts.ts';
import { obligationTexts } from '#core/texts/areas/obligations.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Table, type Column } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { boardAddress, boardFileAddress } from '../addresses.ts';

export interface BoardProps {
  readonly frame: Frame;
  readonly board: BoardView;
  /** Every zone the reader has. */
  readonly zones: BoardView['zones'];
  readonly zone: string | undefined;
}

export function stateName(language: Language, state: BoardState): string {
  const words = boardTexts(language);
  if (state === 'path') return words.path;
  return state === 'not-stated' ? words.notStated : ladderTexts(language).rungs[state];
}

const moneyOf = (language: Language, money: readonly MoneySum[]): JSX.Element | string =>
  money.length === 0 ? (
    '–'
  ) : (
    <>
      {money.map((one) => (
        <span key={one.currency} class="amount">
          {shortMoneyText(language, one)}
        </span>
      ))}
    </>
  );

const sum = (rows: readonly BoardRow[], of: (row: BoardRow) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** Of several rows, by currency. */
function moneyIn(rows: readonly BoardRow[]): readonly MoneySum[] {
  const by = Map.groupBy(
    rows.flatMap(({ money }) => money),
    ({ currency }) => currency,
  );
  return [...by].map(([currency, some]) => ({
    currency,
    amountMinor: Math.min(
      some.reduce((all, { amountMinor }) => all + amountMinor, 0),
      Number.MAX_SAFE_INTEGER,
    ),
  }));
}

const numbers = (texts: readonly string[]): readonly Column[] =>
  texts.map((text, at) => ({ text, ...(at > 0 && { numeric: true }) }));

function Rungs({ frame, board: { rungs } }: BoardProps): JSX.Element {
  const { language } = frame;
  const words = boardTexts(language);
  const number = (value: number) => numberText(language, value);
  const row = (name: string, some: readonly BoardRow[]) => [
    name,
    number(sum(some, ({ count }) => count)),
    number(sum(some, ({ confirmed }) => confirmed)),
    moneyOf(language, moneyIn(some)),
    number(sum(some, ({ jobs }) => jobs)),
    number(sum(some, ({ hectares }) => hectares)),
  ];
  return (
    <Table
      frame={frame}
      caption={words.byRung}
      columns={numbers([words.rung, words.projects, words.confirmed, words.money, words.jobs, words.hectares])}
      rows={[...rungs.map((one) => row(stateName(language, one.state), [one])), row(words.all, rungs)]}
    />
  );
}

/** Which rungs stand in one column of the tables by sector and year. */
const groups: readonly ((state: BoardState) => boolean)[] = [
  (state) => state === 'path',
  (state) => state === 'not-stated',
  isInConstruction,
  isRoofed,
];

function Groups({
  frame,
  caption,
  first,
  members,
}: {
  readonly frame: Frame;
  readonly caption: string;
  readonly first: string;
  readonly members: readonly { readonly name: string; readonly rungs: readonly BoardRow[] }[];
}): JSX.Element {
  const { language } = frame;
  const words = boardTexts(language);
  const columns = [first, words.path, words.notStated, words.inConstruction, words.roofed, words.all];
  return (
    <Table
      frame={frame}
      caption={caption}
      columns={numbers([...columns, words.money, words.jobs])}
      rows={members.map(({ name, rungs }) => [
        name,
        ...[...groups, () => true].map((is) =>
          numberText(
            language,
            sum(
              rungs.filter(({ state }) => is(state)),
              ({ count }) => count,
            ),
          ),
        ),
        moneyOf(language, moneyIn(rungs)),
        numberText(
          language,
          sum(rungs, ({ jobs }) => jobs),
        ),
      ])}
    />
  );
}

function Land({ frame, board: { land } }: BoardProps): JSX.Element {
  const { language } = frame;
  const words = boardTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.land}
      columns={numbers([words.figure, words.hectares])}
      rows={(
        [
          [words.landTaken, land.taken],
          [words.landBuilt, land.built],
          [words.landInConstruction, land.inConstruction],
          [words.landIdle, land.idle],
          [words.landNotStated, land.notStated],
        ] as const
      ).map(([name, amount]) => [name, numberText(language, amount)])}
    />
  );
}

/** What contracts promise by year, and what there is of it. */
function Owed({ frame, board: { obligations } }: BoardProps): JSX.Element | null {
  if (obligations.length === 0) return null;
  const { language } = frame;
  const words = obligationTexts(language);
  const columns = [words.year, words.figures, words.planned, words.reported, words.confirmed];
  return (
    <Table
      frame={frame}
      caption={words.title}
      columns={[...columns, boardTexts(language).missing].map((text, at) => ({
        text,
        ...(at > 1 && { numeric: true }),
      }))}
      rows={obligations.flatMap(({ year, planned, reported, confirmed, missing }) =>
        ([...owedMoney, 'jobs'] as const)
          .filter((field) =>
            [planned, reported, confirmed].some((side) => (field === 'jobs' ? side.jobs : side[field].length) > 0),
          )
          .map((field, at) => [
            String(year),
            words.fields[field],
            ...[planned, reported, confirmed].map((side) =>
              field === 'jobs'
                ? side.jobs === 0
                  ? '–'
                  : numberText(language, side.jobs)
                : moneyOf(language, side[field]),
            ),
            at === 0 ? numberText(language, missing) : '',
          ]),
      )}
    />
  );
}

const amountOf = (language: Language, { unit }: StatedView, amount: number): string =>
  unit === 'count' || unit === 'hectares'
    ? numberText(language, amount)
    : shortMoneyText(language, { amountMinor: Math.round(amount * 100), currency: unit });

function Beside({ frame, board: { stated } }: BoardProps): JSX.Element | null {
  if (stated.length === 0) return null;
  const { language } = frame;
  const words = boardTexts(language);
  const text = (one: StatedView, amount: number | undefined) =>
    amount === undefined ? '–' : amountOf(language, one, amount);
  const marked = (one: StatedView, amount: number | undefined) =>
    amount === undefined || amount === 0 ? text(one, amount) : <strong class="late">{text(one, amount)}</strong>;
  return (
    <>
      <Table
        frame={frame}
        caption={words.stated}
        columns={numbers([
          words.figure,
          words.statedTotal,
          words.parts,
          words.unexplained,
          words.here,
          words.difference,
        ])}
        rows={stated.map((one) => [
          `${one.names[language]}, ${String(one.year)}`,
          one.atLeast ? fill(regionTexts(language).moreThan, { amount: text(one, one.total) }) : text(one, one.total),
          one.parts.length === 0 ? (
            '–'
          ) : (
            <ul class="govuk-list parts">
              {one.parts.map(({ names, amount, computed }) => (
                <li key={names.en}>
                  {names[language]}: {text(one, amount)}
                  {computed !== undefined && ` (${fill(words.hereAmount, { amount: text(one, computed) })})`}
                </li>
              ))}
            </ul>
          ),
          marked(one, one.unexplained),
          text(one, one.computed),
          marked(one, one.difference),
        ])}
      />
      <p class="govuk-hint">
        {words.statedNote} {words.source}: {[...new Set(stated.map(({ source }) => source[language]))].join('; ')}
      </p>
    </>
  );
}

export function boardPage(props: BoardProps): JSX.Element {
  const { frame, board, zones, zone } = props;
  const { language } = frame;
  const words = boardTexts(language);
  const { count, roofed, inConstruction, notStated, beforeStart } = board.summary;
  const number = (value: number) => numberText(language, value);
  const nameOf = (one: string | undefined) =>
    zones.find(({ zoneId }) => zoneId === one)?.names[language] ?? words.allZones;
  return (
    <Layout frame={frame} title={words.title} wide="screen">
      <h1 class="govuk-heading-l">
        {words.title}: {zones.length === 1 ? nameOf(zones[0]?.zoneId) : nameOf(zone)}
      </h1>
      <p class="govuk-body">
        {fill(words.on, { date: dateText(language, board.on) })}. {words.intro}
      </p>
      {zones.length > 1 && (
        <ChoiceLinks
          label={words.zones}
          entries={[undefined, ...zones.map(({ zoneId }) => zoneId)].map((one) => ({
            name: nameOf(one),
            href: boardAddress(one),
            isNow: one === zone,
          }))}
        />
      )}
      {count === 0 ? (
        <p class="govuk-body-l">{words.none}</p>
      ) : (
        <>
          <p class="govuk-body-l">
            {fill(words.summary, {
              count: number(count),
              roofed: number(roofed),
              building: number(inConstruction),
              notStated: number(notStated),
              before: number(beforeStart),
            })}
          </p>
          <Rungs {...props} />
          <Groups
            frame={frame}
            caption={words.bySector}
            first={words.sector}
            members={board.sectors.map(({ sector, rungs }) => ({ name: sectorTexts(language)[sector], rungs }))}
          />
          <Groups
            frame={frame}
            caption={words.byYear}
            first={words.forumYear}
            members={board.years.map(({ year, rungs }) => ({
              name: year === undefined ? words.noForum : String(year),
              rungs,
            }))}
          />
          <p class="govuk-body">
            {fill(words.jobsThere, {
              promised: number(board.jobs.promised),
              there: board.jobs.there === undefined ? words.notStated.toLowerCase() : number(board.jobs.there),
              count: number(board.jobs.notReported),
            })}
          </p>
          <Land {...props} />
          <Owed {...props} />
        </>
      )}
      <Beside {...props} />
      <p class="govuk-body">
        {words.export}:{' '}
        {(['csv', 'xlsx'] as const).map((form) => (
          <span key={form}>
            <a class="govuk-link" href={boardFileAddress(form, zone)}>
              {form.toUpperCase()}
            </a>{' '}
          </span>
        ))}
      </p>
    </Layout>
  );
}
