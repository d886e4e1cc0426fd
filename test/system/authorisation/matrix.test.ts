import { isDeepStrictEqual } from 'node:util';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#infra/manifest/routes.ts';
import type { StageId } from '#core/domain/stage-id.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { isApi, isPost } from './ask.ts';
import { gather, isServed, type Crowd, type Visit, type Visited } from './crowd.ts';
import { targetAt, type Target } from './objects.ts';
import { ok, patterns } from './patterns.ts';
import { accounts, persons, places, type Person, type Place } from './persons.ts';
import { rows, type Row } from './rows.ts';

type Own = Readonly<Record<Place, Target>>;

let host: TestHost;
let crowd: Crowd;
const shared = new Map<StageId, Own>();
const stageOf = ({ stage = 'technical-conditions' }: Row): StageId => stage;
const newTargets = async (stage: StageId): Promise<Own> => ({
  here: await targetAt(host, 'here', stage), elsewhere: await targetAt(host, 'elsewhere', stage), nowhere: await targetAt(host, 'nowhere', stage),
});

beforeAll(async () => {
  host = await openHost();
  crowd = await gather(host);
  for (const stage of new Set(rows.map(stageOf))) shared.set(stage, await newTargets(stage));
});
afterAll(() => host.close());

const ownOf = (row: Row): Own => {
  const own = shared.get(stageOf(row));
  if (!own) throw new Error(`Nothing was placed in ${stageOf(row)}`);
  return own;
};

const session = (row: Row): boolean => /^(GET|POST) \/(office|region|admin)\b/.test(row.route);

/** The status of a cell as the table states it. */
function stated(row: Row, person: Person, place: Place): number {
  const status = patterns[row.who](session(row) ? 303 : 401)[person][place];
  return status === ok ? row.ok ?? 200 : status;
}

const visit = (row: Row, person: Person, target: Target, forged: Omit<Visit, 'own'> = {}): Promise<Visited> => crowd.visit(row, person, target, { own: ownOf(row), ...forged });

type State = ReadonlyMap<string, unknown>;
/** As it was read last; nothing when something was meant to change since. */
let known: State | undefined;

/** Each item of the table by its key. What a rate is counted by is no state. */
async function read(): Promise<State> {
  await host.settle();
  const { Items = [] } = await host.table.send(new ScanCommand({ TableName: host.endpoints.tableName }));
  return new Map(Items.filter(({ PK }) => !String(PK).startsWith('RATE#')).map((item) => [`${String(item['PK'])} ${String(item['SK'])}`, item]));
}

/** Does what must change nothing. */
async function inVain<Done>(act: () => Promise<Done>): Promise<Done> {
  const before = known ?? await read();
  const done = await act();
  const after = await read();
  known = after;
  expect([...new Set([...before.keys(), ...after.keys()])].filter((key) => !isDeepStrictEqual(before.get(key), after.get(key)))).toEqual([]);
  return done;
}

const told = (row: Row): string => `${row.route}${row.params ? ` ${JSON.stringify(row.params)}` : ''}`;
/** Where nobody's object is named, one place is enough. */
const placesOf = ({ who }: Row): readonly Place[] => (who === 'everybody' ? ['here'] : places);
const cellsOf = (row: Row) => persons.flatMap((person) => placesOf(row).map((place) => ({ person, place, cell: `${person} · ${place}` })));


it('every route has a row, and every row a route', () => {
  expect([...new Set(rows.map(({ route }) => route))].toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
});

/** What foreign objects and made-up ones answer alike. */
const alike = (row: Row, person: Person): readonly Place[] => places.filter((place) => stated(row, person, place) === stated(row, person, 'nowhere'));

describe.each(rows.map((row) => ({ row, name: told(row), who: row.who })))('$name: $who', ({ row }) => {
  const cells = cellsOf(row);
  const refused = cells.filter(({ person, place }) => !isServed(row, person, place));
  const taken = cells.filter(({ person, place }) => isServed(row, person, place));
  const statuses = (of: typeof cells, status: (cell: (typeof cells)[number]) => number | undefined) => Object.fromEntries(of.map((cell) => [cell.cell, status(cell)]));

  if (refused.length > 0) it('refuses whom it should, changes nothing by it, and tells no foreign object from one that is not there', async () => {
    const answers = await inVain(async () => new Map(await Promise.all(refused.map(async ({ person, place, cell }) => [cell, await visit(row, person, ownOf(row)[place])] as const))));
    expect(statuses(refused, ({ cell }) => answers.get(cell)?.status)).toEqual(statuses(refused, ({ person, place }) => stated(row, person, place)));
    for (const person of persons) {
      const texts = alike(row, person).flatMap((place) => {
        const answer = answers.get(`${person} · ${place}`);
        return answer ? [answer.plain] : [];
      });
      expect([...new Set(texts)].length, person).toBeLessThan(2);
    }
  });

  if (taken.length > 0) {
    it('serves whom it should', async () => {
      known = undefined;
      const found = new Map(await Promise.all(taken.map(async ({ person, place, cell }) => {
        const target = row.changes ? await targetAt(host, place, stageOf(row)) : ownOf(row)[place];
        return [cell, (await visit(row, person, target)).status] as const;
      })));
      expect(statuses(taken, ({ cell }) => found.get(cell))).toEqual(statuses(taken, ({ person, place }) => stated(row, person, place)));
    });
  }

  if (isPost(row) && session(row)) {
    it('takes no form that was not made for this session, whoever sends it', async () => {
      const forgeries = { 'without proof': { proof: undefined }, 'with the proof of another': { proof: crowd.credentials.get('officer of another zone')?.formToken }, 'from another site': { headers: { 'sec-fetch-site': 'cross-site' } } };
      const tried = persons.filter((person) => accounts[person] !== undefined && person !== 'officer of another zone').flatMap((person) =>
        Object.entries(forgeries).map(([name, forged]) => ({ name: `${person} ${name}`, ask: () => visit(row, person, ownOf(row).here, forged) })));
      const found = await inVain(() => Promise.all(tried.map(async ({ name, ask }) => [name, (await ask()).status] as const)));
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(tried.map(({ name }) => [name, 403])));
    });
  }

  if (isPost(row) && !isApi(row) && !session(row)) {
    it('takes no form of another site', async () => {
      const foreign = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example.org' }, { origin: 'null' }];
      const found = await inVain(() => Promise.all(foreign.map(async (headers) => (await visit(row, 'investor', ownOf(row).here, { headers })).status)));
      expect(found).toEqual(foreign.map(() => 403));
    });
  }
});
