import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formTokenField } from '#pages/frame.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { request } from '#local/kit/request.ts';
import { addressOf, isApi, isPost } from '../authorisation/ask.ts';
import { gatherFixtures, served, type Fixtures } from '../authorisation/fixtures.ts';
import { stageOf, targetAt, type Target } from '../authorisation/objects.ts';
import { rows, type Row } from '../authorisation/rows.ts';
import { hostileText, spoilt } from './hostile-values.ts';

/** Requests of each property; the more, the longer: `FUZZ=100` for a long look. */
const runs = Number(process.env['FUZZ'] ?? 3);
let host: TestHost;
let crowd: Fixtures;
const standing = new Map<string, Target>();
const changed = new Set<string>();
const keyOf = (row: Row): string => [stageOf(row), row.obstacle].join();

beforeAll(async () => {
  host = await openHost();
  crowd = await gatherFixtures(host);
});
afterAll(() => host.close());

/** For all requests of a row: once it has worked, the later ones come to an object that is no longer open. */
async function beginRow(row: Row): Promise<Target> {
  if (changed.delete(keyOf(row))) standing.delete(keyOf(row));
  return targetOf(row);
}

async function targetOf(row: Row): Promise<Target> {
  const found = standing.get(keyOf(row)) ?? (await targetAt(host, 'here', { ...row, link: 'draft' }));
  standing.set(keyOf(row), found);
  return found;
}

async function send(
  row: Row,
  path: string,
  body: { readonly json?: string; readonly form?: readonly (readonly [string, string])[] },
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; type: string; text: string }> {
  const { token = '', cookie = '', formToken } = crowd.credentials.get(served(row)) ?? {};
  const form = new URLSearchParams([
    ...(body.form ?? []).map(([name, value]): [string, string] => [name, value]),
    ...(formToken && !row.unproven ? [[formTokenField, formToken] as [string, string]] : []),
  ]);
  const answered = await request(host.endpoints.site + path, {
    ...(isPost(row) && { method: 'POST', body: body.json ?? form }),
    headers: {
      ...(body.json !== undefined && { 'content-type': 'application/json' }),
      authorization: `Bearer ${token}`,
      cookie,
      ...headers,
    },
  });
  return { status: answered.status, type: answered.headers.get('content-type') ?? '', text: answered.text };
}

const linkTo = (row: Row, target: Target): string => crowd.link(row, served(row), target);

/** The script that brings a file asks the page it stands on, and is answered as a script. */
const mayAnswerScripts = ({ route }: Row): boolean => /^POST .*\/(documents|photo)$/.test(route);

/** After a success the object is no longer what the next row asks for. */
function look({ status, type, text }: Awaited<ReturnType<typeof send>>, row: Row): void {
  expect(status, text.slice(0, 300)).toBeLessThan(500);
  if (status < 400 && row.changes) changed.add(keyOf(row));
  if (status >= 400 && isApi(row)) expect(type).toMatch(/json/);
  if (status >= 400 && !isApi(row) && status !== 404)
    expect(type).toMatch(mayAnswerScripts(row) ? /^(text\/html|application\/json)/ : /^text\/html/);
}

describe.each(rows.filter(isPost).map((row) => ({ row, name: row.route })))('$name', ({ row }) => {
  it('never falls over what is sent to it', async () => {
    const first = await beginRow(row);
    const good = row.body?.(first) ?? {};
    const bodies = isApi(row)
      ? spoilt(good).map((body) => ({ json: JSON.stringify(body) }))
      : fc
          .array(
            fc.tuple(
              fc.constantFrom(...Object.keys(good), 'more', 'step', 'then', '__proto__', 'extra', 'file'),
              hostileText,
            ),
            { maxLength: 3 },
          )
          .map((bad) => ({
            form: [
              ...Object.entries(good as Record<string, string>).filter(
                ([name]) => !bad.some(([other]) => other === name),
              ),
              ...bad,
            ],
          }));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const target = await targetOf(row);
        look(await send(row, addressOf(row, target, linkTo(row, target)), body), row);
      }),
      { numRuns: runs },
    );
  });
});

describe.each([...new Map(rows.map((row) => [row.route, row])).values()].map((row) => ({ row, name: row.route })))(
  '$name',
  ({ row }) => {
    it('never falls over its address', async () => {
      const names = [
        'lang',
        'to',
        'zone',
        'q',
        'stage',
        'holder',
        'forum',
        'after',
        'limit',
        'overdue',
        'all',
        'done',
        'outcome',
        'answer',
        'start',
        'uncounted',
        'entered',
        '__proto__',
      ];
      const query = fc.array(fc.tuple(fc.constantFrom(...names), hostileText), { maxLength: 3 });
      const segment = hostileText.filter((text) => text !== '' && text.length < 300);
      await fc.assert(
        fc.asyncProperty(query, segment, fc.boolean(), hostileText, async (asked, bad, spoil, header) => {
          const target = await targetOf(row);
          const path = addressOf(row, target, linkTo(row, target)).split('?')[0] ?? '';
          const parts = path.split('/');
          const places = (row.route.split(' ')[1] ?? '')
            .split('/')
            .flatMap((part, at) => (part.startsWith('{') ? [at] : []));
          const spoiltAt = places[bad.length % Math.max(1, places.length)];
          const address =
            spoil && spoiltAt !== undefined
              ? parts.map((part, at) => (at === spoiltAt ? encodeURIComponent(bad.toWellFormed()) : part)).join('/')
              : path;
          const search = new URLSearchParams(
            asked.map(([name, value]): [string, string] => [name, value.slice(0, 200)]),
          );
          const ascii = header.replace(/[^\x20-\x7e]/g, '').slice(0, 500);
          const headers = {
            'accept-language': ascii,
            ...(ascii.length % 2 === 0 && { cookie: `__Host-lang=${ascii}; __Host-session=${ascii}; ${ascii}` }),
          };
          look(
            await send(
              { ...row, changes: true },
              `${address}?${search.toString()}`,
              isApi(row) ? { json: '{}' } : {},
              headers,
            ),
            row,
          );
        }),
        { numRuns: runs },
      );
    });
  },
);
