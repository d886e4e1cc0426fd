import type { BoardRow, BoardView } from '#core/board/board-view.ts';
import { viewBoard, type BoardPorts } from '#core/board/view-board.ts';
import { rolesAt } from '#core/kernel/actor.ts';
import { currencies } from '#core/kernel/common.ts';
import { owedMoney } from '#core/obligations/obligation-facts.ts';
import { obligationTexts } from '#core/texts/areas/obligations.ts';
import { boardTexts } from '#core/texts/areas/board.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import type { Frame } from '../../frame.ts';
import type { Cell, Sheet } from '../../kit/csv.ts';
import { sheetFile, type SheetForm } from '../../kit/sheet-file.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';
import { addressOf } from '../../routes.ts';
import { boardPage, stateName } from './page.tsx';

const zoneIn = ({ query }: StaffVisit): string | undefined => query.get('zone') ?? undefined;

const looked = (ports: BoardPorts, visit: StaffVisit) =>
  viewBoard(ports, { actor: visit.actor, zoneId: zoneIn(visit), now: visit.now });

export const board =
  (ports: BoardPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    if (visit.actor.memberships.length === 0) return redirect(addressOf('/office/access', {}));
    const [found, all] = await Promise.all([looked(ports, visit), ports.reference.zones()]);
    if (!found.ok) return problem(found.failure);
    return render(
      boardPage({
        frame: visit.frame(),
        board: found.value,
        zones: all.filter((zone) => rolesAt(visit.actor.memberships, zone).length > 0),
        zone: zoneIn(visit),
      }),
    );
  };

const wholeUnits = 100;

/** A line for each currency, so that no sum is over two: counts stand in the first. */
function linesOf(frame: Frame, name: string, rows: readonly BoardRow[]): readonly (readonly Cell[])[] {
  return rows.flatMap(({ state, count, confirmed, money, jobs, hectares, hectaresNotStated }) =>
    (money.length === 0 ? [undefined] : money).map((one, at): readonly Cell[] => [
      name,
      stateName(frame.language, state),
      ...(at === 0 ? [count, confirmed, jobs, hectares, hectaresNotStated] : ['', '', '', '', '']),
      ...(one ? [one.amountMinor / wholeUnits, one.currency] : ['', '']),
    ]),
  );
}

type Sides = Pick<BoardView['obligations'][number], 'planned' | 'reported' | 'confirmed'>;

function owedColumns({ language }: Frame): readonly Cell[] {
  const words = obligationTexts(language);
  return [words.year, words.figures, '', words.planned, words.reported, words.confirmed, boardTexts(language).missing];
}

/** Of a field by currency: a cell of what nobody has told is empty. */
function owedLines(
  { language }: Frame,
  field: (typeof owedMoney)[number] | 'jobs',
  { planned, reported, confirmed }: Sides,
): readonly (readonly Cell[])[] {
  const sides = [planned, reported, confirmed];
  const name = obligationTexts(language).fields[field];
  if (field === 'jobs') {
    const jobs = sides.map((side): Cell => side.jobs || '');
    return jobs.some((one) => one !== '') ? [[name, '', ...jobs]] : [];
  }
  const known = currencies.filter((currency) =>
    sides.some((side) => side[field].some((one) => one.currency === currency)),
  );
  return known.map((currency) => [
    name,
    currency,
    ...sides.map((side): Cell => {
      const found = side[field].find((one) => one.currency === currency);
      return found ? found.amountMinor / wholeUnits : '';
    }),
  ]);
}

/** What the ministry gets: the same figures as the page, to count with. */
function boardSheets(
  frame: Frame,
  { rungs, sectors, years, land, obligations, stated, zones }: BoardView,
): readonly Sheet[] {
  const { language } = frame;
  const words = boardTexts(language);
  const columns = [words.projects, words.confirmed, words.jobs, words.hectares, words.landNotStated, words.money, ''];
  const sheet = (name: string, first: string, lines: readonly (readonly Cell[])[]): Sheet => ({
    name,
    rows: [[first, words.rung, ...columns], ...lines],
  });
  return [
    sheet(words.byRung, words.zones, linesOf(frame, zones.map(({ names }) => names[language]).join(', '), rungs)),
    sheet(
      words.bySector,
      words.sector,
      sectors.flatMap((one) => linesOf(frame, sectorTexts(language)[one.sector], one.rungs)),
    ),
    sheet(
      words.byYear,
      words.forumYear,
      years.flatMap(({ year, rungs: own }) => linesOf(frame, year === undefined ? words.noForum : String(year), own)),
    ),
    {
      name: words.land,
      rows: [
        [words.figure, words.hectares],
        [words.landTaken, land.taken],
        [words.landBuilt, land.built],
        [words.landInConstruction, land.inConstruction],
        [words.landIdle, land.idle],
        [words.landNotStated, land.notStated],
      ],
    },
    {
      name: obligationTexts(language).title,
      rows: [
        owedColumns(frame),
        ...obligations.flatMap(({ year, planned, reported, confirmed, missing }) =>
          [...owedMoney, 'jobs' as const].flatMap((field) =>
            owedLines(frame, field, { planned, reported, confirmed }).map((line, at): readonly Cell[] => [
              year,
              ...line,
              at === 0 ? missing : '',
            ]),
          ),
        ),
      ],
    },
    {
      name: words.stated,
      rows: [
        [words.figure, words.statedTotal, words.unexplained, words.here, words.difference, words.source],
        ...stated.map((one): readonly Cell[] => [
          `${one.names[language]}, ${String(one.year)}`,
          one.total,
          one.unexplained ?? '',
          one.computed ?? '',
          one.difference ?? '',
          one.source[language],
        ]),
      ],
    },
  ].filter(({ rows }) => rows.length > 1);
}

export const boardFile =
  (form: SheetForm) =>
  (ports: BoardPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const found = await looked(ports, visit);
    if (!found.ok) return problem(found.failure);
    return sheetFile(visit.frame(), `board-${found.value.on}`, form, boardSheets(visit.frame(), found.value));
  };
