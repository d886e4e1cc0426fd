import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#infra/manifest/routes.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { isApi, isPost } from './ask.ts';
import { gatherFixtures, isServed, type Fixtures, type Visit, type Visited } from './fixtures.ts';
import { sharedTargets, targetAt, type Target } from './objects.ts';
import { ok, patterns } from './patterns.ts';
import { accounts, persons, places, type Person, type Place } from './persons.ts';
import { rows, type Row } from './rows.ts';

type Own = Readonly<Record<Place, Target>>;

let host: TestHost;
let crowd: Fixtures;
let database: DatabaseSync;
let stored: StatementSync;
const shared = new Map<Row, Own>();

beforeAll(async () => {
  // Over the run of the day, so that there is open data of a night.
  host = await openHost({ startAt: '2025-12-12T06:00:00+05:00' });
  await host.advance('PT3H');
  database = new DatabaseSync(join(host.dataDir, 'table.sqlite'), { readOnly: true });
  stored = database.prepare(
    `SELECT pk || ' ' || sk AS key, json_remove(item_json, '$.seenAt') AS item FROM ${host.endpoints.tableName}
     WHERE pk NOT LIKE 'S:RATE#%' AND pk NOT LIKE 'S:FORM#%'`,
  );
  crowd = await gatherFixtures(host);
  for (const [zoneId, as] of [
    ['aqtobe', 'officer'],
    ['kokand', 'officer-kokand'],
  ] as const)
    await host.ask(`/api/plots/${zoneId}-001`, {
      as,
      method: 'PUT',
      body: { registerId: zoneId, hectares: 1, ownership: 'state', typed: { state: 'free' }, lines: {}, version: 0 },
    });
  const targets = sharedTargets(host);
  for (const row of rows)
    shared.set(row, {
      here: await targets(row, 'here'),
      elsewhere: await targets(row, 'elsewhere'),
      nowhere: await targets(row, 'nowhere'),
    });
});
afterAll(async () => {
  database.close();
  await host.close();
});

function ownOf(row: Row): Own {
  const own = shared.get(row);
  if (!own) throw new Error(`Nothing was placed for ${row.route}`);
  return own;
}

const session = (row: Row): boolean => /^(GET|POST) \/(office|region|admin)\b/.test(row.route);

const isDoorOfStaff = (row: Row): boolean =>
  session(row) || routes.some(({ method, path, auth }) => auth === 'jwt' && row.route === `${method} ${path}`);

/** The status of a cell as the table states it. */
function stated(row: Row, person: Person, place: Place): number {
  const status = patterns[row.who](session(row) ? 303 : 401)[person][place];
  return status === ok ? (row.ok ?? 200) : status;
}

/** Every answer, whomever it serves or refuses, is kept to its reader. */
function expectKept({ status, headers, text }: Visited, where: string): void {
  // The gateway's own refusal of a token: on AWS it has no headers of ours either.
  if (status === 401 && text === '{"message":"Unauthorized"}') return;
  expect(headers.get('x-content-type-options'), where).toBe('nosniff');
  expect(headers.get('strict-transport-security'), where).toMatch(/max-age=\d{8}/);
  expect(headers.get('referrer-policy'), where).toMatch(/^(no-referrer|same-origin)$/);
  // What anybody may take along is the same for everybody.
  const isOpenData = /^GET \/open-data\/.*\{file\} /.test(where) && status === 200;
  expect(headers.get('cache-control'), where).toBe(isOpenData ? 'public, max-age=300' : 'no-store');
  if (!headers.get('content-type')?.startsWith('text/html')) return;
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy, where).toContain("default-src 'none'");
  expect(policy, where).toContain("frame-ancestors 'none'");
  // Files go to the store, which stands at the site's own address on one machine.
  expect(policy.replace(`connect-src 'self' ${host.endpoints.site}`, ''), where).not.toMatch(/unsafe|\*|http:/);
  expect(text, where).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style="|javascript:/i);
}

async function visit(row: Row, person: Person, target: Target, forged: Omit<Visit, 'own'> = {}): Promise<Visited> {
  const answer = await crowd.visit(row, person, target, { own: ownOf(row), ...forged });
  expectKept(answer, `${row.route} ${person} ${String(answer.status)}`);
  return answer;
}

/** JSON of each item by its key. */
type State = ReadonlyMap<string, string>;
/** As it was read last. */
let known: State | undefined;

/** The table as it lies on the disk. What a rate is counted by is no state, nor is when a session was last seen, nor what somebody typed without a session. */
async function read(): Promise<State> {
  await host.settle();
  const items = stored.all() as { key: string; item: string }[];
  return new Map(items.map(({ key, item }) => [key, item]));
}

/** The engine writes an item's attributes in any order. */
const isSame = (one = 'null', other = 'null'): boolean =>
  one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));

/** Does what must change nothing. */
async function inVain<Done>(act: () => Promise<Done>): Promise<Done> {
  const before = known ?? (await read());
  expect(before.size).toBeGreaterThan(0);
  const done = await act();
  const after = await read();
  known = after;
  expect(
    [...new Set([...before.keys(), ...after.keys()])].filter((key) => !isSame(before.get(key), after.get(key))),
  ).toEqual([]);
  return done;
}

const told = (row: Row): string => `${row.route}${row.params ? ` ${JSON.stringify(row.params)}` : ''}`;
/** Where no object is named, and for those whom the door itself turns away, one place is enough. */
const placesOf = (row: Row, person: Person): readonly Place[] =>
  row.who === 'everybody' || (isDoorOfStaff(row) && accounts[person] === undefined) ? ['here'] : places;
const cellsOf = (row: Row) =>
  persons.flatMap((person) => placesOf(row, person).map((place) => ({ person, place, cell: `${person} · ${place}` })));

it('every route has a row, and every row a route', () => {
  expect([...new Set(rows.map(({ route }) => route))].toSorted()).toEqual(
    routes.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
});

/** What foreign objects and made-up ones answer alike. */
const alike = (row: Row, person: Person): readonly Place[] =>
  places.filter((place) => stated(row, person, place) === stated(row, person, 'nowhere'));

const served = (row: Row): readonly Person[] => persons.filter((person) => isServed(row, person, 'here'));
const named = (of: readonly Row[]) => of.map((row) => ({ row, name: told(row), who: row.who }));
const statuses = (
  of: ReturnType<typeof cellsOf>,
  status: (cell: ReturnType<typeof cellsOf>[number]) => number | undefined,
) => Object.fromEntries(of.map((cell) => [cell.cell, status(cell)]));
const isRefused =
  (row: Row) =>
  ({ person, place }: ReturnType<typeof cellsOf>[number]): boolean =>
    !isServed(row, person, place);

// First all that must change nothing, while the table is small enough to be read whole after each.
describe.each(named(rows.filter((row) => cellsOf(row).some(isRefused(row)))))('$name: $who', ({ row }) => {
  it('refuses everybody else, changes nothing by it, and tells no foreign object from one that is not there', async () => {
    const refused = cellsOf(row).filter(isRefused(row));
    const answers = await inVain(
      async () =>
        new Map(
          await Promise.all(
            refused.map(
              async ({ person, place, cell }) => [cell, await visit(row, person, ownOf(row)[place])] as const,
            ),
          ),
        ),
    );
    expect(statuses(refused, ({ cell }) => answers.get(cell)?.status)).toEqual(
      statuses(refused, ({ person, place }) => stated(row, person, place)),
    );
    for (const person of persons) {
      const texts = alike(row, person).flatMap((place) => {
        const answer = answers.get(`${person} · ${place}`);
        return answer ? [answer.plain] : [];
      });
      expect([...new Set(texts)].length, person).toBeLessThan(2);
    }
  });
});

describe.each(named(rows.filter((row) => isPost(row) && session(row))))('$name: $who', ({ row }) => {
  it('takes no form that was not made for this session, whoever sends it', async () => {
    const proofOf = (person: Person) => crowd.credentials.get(person)?.formToken;
    const forgeries = (person: Person) => ({
      'without proof': { proof: undefined },
      'with the proof of another': {
        proof: proofOf(person === 'officer of another zone' ? 'officer' : 'officer of another zone'),
      },
      'from another site': { headers: { 'sec-fetch-site': 'cross-site' } },
    });
    const tried = [...served(row), 'leadership' as const].flatMap((person) =>
      Object.entries(forgeries(person)).map(([name, forged]) => ({
        name: `${person} ${name}`,
        ask: () => visit(row, person, ownOf(row).here, forged),
      })),
    );
    const found = await inVain(() =>
      Promise.all(tried.map(async ({ name, ask }) => [name, (await ask()).status] as const)),
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(tried.map(({ name }) => [name, 403])));
  });
});

describe.each(named(rows.filter((row) => isPost(row) && !isApi(row) && !session(row))))('$name: $who', ({ row }) => {
  it('takes no form of another site', async () => {
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example.org' },
      { origin: 'null' },
    ];
    const found = await inVain(() =>
      Promise.all(foreign.map(async (headers) => (await visit(row, 'investor', ownOf(row).here, { headers })).status)),
    );
    expect(found).toEqual(foreign.map(() => 403));
  });
});

/** Objects that are made side by side. */
const atOnce = 8;
const takenIn = (row: Row) => cellsOf(row).filter(({ person, place }) => isServed(row, person, place));

describe('whom it may serve', () => {
  const fresh = new Map<string, Target>();
  const keyOf = (row: Row, cell: string): string => `${String(rows.indexOf(row))} ${cell}`;

  beforeAll(async () => {
    const wanted = rows
      .filter(({ changes }) => changes)
      .flatMap((row) => takenIn(row).map(({ place, cell }) => ({ row, place, key: keyOf(row, cell) })));
    for (let at = 0; at < wanted.length; at += atOnce) {
      await Promise.all(
        wanted
          .slice(at, at + atOnce)
          .map(async ({ row, place, key }) => fresh.set(key, await targetAt(host, place, row))),
      );
    }
  });

  it.each(named(rows.filter((row) => takenIn(row).length > 0)))('$name: $who', async ({ row }) => {
    const taken = takenIn(row);
    const found = new Map(
      await Promise.all(
        taken.map(
          async ({ person, place, cell }) =>
            [cell, (await visit(row, person, fresh.get(keyOf(row, cell)) ?? ownOf(row)[place])).status] as const,
        ),
      ),
    );
    expect(statuses(taken, ({ cell }) => found.get(cell))).toEqual(
      statuses(taken, ({ person, place }) => stated(row, person, place)),
    );
    // Whatever is said to who comes from another site, it is kept to its reader.
    const [first] = taken;
    if (first)
      await visit(row, first.person, fresh.get(keyOf(row, first.cell)) ?? ownOf(row)[first.place], {
        headers: { 'sec-fetch-site': 'cross-site' },
      });
  });
});
