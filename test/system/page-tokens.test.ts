import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexes } from '#infra/manifest/table.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';

let host: TestHost;
let project = '';
let visitors: Readonly<Record<'officer' | 'leadership' | 'administrator', PageVisitor>>;
beforeAll(async () => {
  host = await openHost();
  const { projectId } = await host.submit();
  await host.submit();
  await host.settle();
  project = projectId;
  visitors = {
    officer: await visitorOf(host, 'officer'),
    leadership: await visitorOf(host, 'leadership'),
    administrator: await visitorOf(host, 'administrator'),
  };
});
afterAll(() => host.close());

const day = { change: 'set-day', date: '2026-05-08', working: false, reason: 'Moved' } as const;
const tokenOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface List {
  readonly name: string;
  readonly ask: (after: string) => Promise<{ readonly status: number; readonly body: unknown }>;
}

const operation = (path: string, as = 'officer', body?: unknown): List => ({
  name: path.replace(/[?&].*$/, (query) => query),
  ask: (after) =>
    host.ask(
      `${path.replace(':project', project)}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`,
      { as, ...(body !== undefined && { body }) },
    ),
});
const page = (path: string, as: keyof typeof visitors = 'officer'): List => ({
  name: `page ${path}`,
  ask: async (after) => {
    const { status, text } = await visitors[as].get(
      `${path.replace(':project', project)}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`,
    );
    return { status, body: text };
  },
});

const lists: readonly List[] = [
  ...[
    '',
    '&sort=due',
    '&stage=letter-of-intent',
    '&holder=office',
    '&forum=aqtobe-investment-forum-2025',
    '&sector=food',
    '&overdue=true',
    '&q=Tested',
    '&q=Tested&overdue=true',
  ].map((query) => operation(`/api/projects?zone=aqtobe${query}`)),
  ...['', '&mine=true', '&overdue=true'].map((query) => operation(`/api/assignments?zone=aqtobe${query}`)),
  operation('/api/projects/:project/events'),
  operation('/api/projects/:project/notes'),
  operation('/api/admin/zones/aqtobe/preview', 'administrator', day),
  ...['', '?all=yes', '?obstacles=yes'].map((query) => page(`/office${query}`)),
  page('/office/projects/:project/history'),
  page('/office/projects/:project/notes'),
  ...['', '&holder=office', '&start=2026-4&standing=behind'].map((query) =>
    page(`/region/projects?zone=aqtobe${query}`, 'leadership'),
  ),
  page('/admin/changes?zone=aqtobe', 'administrator'),
];

const partitions = [
  'ZONE#aqtobe',
  'STAGE#aqtobe#letter-of-intent',
  'FORUM#aqtobe#aqtobe-investment-forum-2025',
  'SECTOR#aqtobe#food',
  'START#aqtobe#plan',
  'OVERDUE#aqtobe',
  'HOLDER#aqtobe#office',
  'OBSTACLES#aqtobe',
  'DUE#aqtobe',
  'ASSIGNEE#aqtobe#demo-officer',
] as const;
const prefixes: Readonly<Record<string, string>> = {
  zonePk: 'ZONE',
  stagePk: 'STAGE',
  forumPk: 'FORUM',
  sectorPk: 'SECTOR',
  startPk: 'START',
  overduePk: 'OVERDUE',
  holderPk: 'HOLDER',
  duePk: 'DUE',
  assigneePk: 'ASSIGNEE',
};
const names = indexes.map(({ partitionKey }) => partitionKey);

const sortKey = (name: string): string => name.replace('Pk', 'Sk');

/** Each index with the one partition or two that a list may lie in, and the table's own partitions: every list is given its own. */
const ownKeys = (): readonly Readonly<Record<string, string>>[] => [
  ...partitions.flatMap((value) =>
    names.filter((name) => value.startsWith(prefixes[name] ?? '?')).map((name) => ({ [name]: value })),
  ),
  ...['WORD#aqtobe', 'AUDIT#zone#aqtobe', `PROJECT#${project}`].map((PK) => ({ PK })),
];

const forged = (): readonly (readonly [string, string])[] => [
  ['no JSON', 'garbage'],
  ['nothing of base64', '%%%'],
  ...[null, 7, [], {}].map((value): [string, string] => [JSON.stringify(value), tokenOf(value)]),
  ...ownKeys().map((key): [string, string] => [`${JSON.stringify(key)} alone`, tokenOf(key)]),
  ['empty keys', tokenOf({ PK: '', SK: '', zonePk: 'ZONE#aqtobe', zoneSk: '' })],
  ['too many', tokenOf({ PK: `PROJECT#${project}`, SK: 'x', more: 'y' })],
  ['a place without a day', tokenOf({ due: '' })],
  ['a place that is no text', tokenOf({ due: 7 })],
];

/** Places that have the form of ours, of every list. */
const wellFormed = (): readonly string[] =>
  ownKeys().map((key) => {
    const [name = 'PK'] = Object.keys(key);
    return tokenOf(
      name === 'PK' ? { ...key, SK: 'x' } : { PK: `PROJECT#${project}`, SK: 'nothing', ...key, [sortKey(name)]: '~' },
    );
  });

describe('a page token that we did not make', () => {
  it.each(lists.map((list) => ({ list, name: list.name })))('S16: is refused in words by $name', async ({ list }) => {
    const words = problemTextsOf('en').problems.invalid.title;
    for (const [what, token] of forged()) {
      const { status, body } = await list.ask(token);
      expect([status, JSON.stringify(body).includes(words)], `${what}: ${JSON.stringify(body).slice(0, 300)}`).toEqual([
        400,
        true,
      ]);
    }
  });

  it('S16: but has the form of ours never gives a 500', async () => {
    for (const list of lists) {
      for (const token of wellFormed())
        expect([200, 400], `${list.name} ${Buffer.from(token, 'base64url').toString()}`).toContain(
          (await list.ask(token)).status,
        );
    }
  });
});

describe('a page token of ours', () => {
  it('leads on', async () => {
    const first = await host.ask<{ entries: { projectId: string }[]; next: string }>(
      '/api/projects?zone=aqtobe&limit=1',
      { as: 'officer' },
    );
    const second = await host.ask<{ entries: { projectId: string }[] }>(
      `/api/projects?zone=aqtobe&limit=1&after=${encodeURIComponent(first.body.next)}`,
      { as: 'officer' },
    );
    expect(second.body.entries).toHaveLength(1);
    expect(second.body.entries[0]?.projectId).not.toBe(first.body.entries[0]?.projectId);
  });
});
