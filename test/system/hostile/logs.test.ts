import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#infra/manifest/routes.ts';
import { walk } from '#local/demo/walk.ts';
import { letterOf, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { gatherFixtures, served, type Fixtures } from '../authorisation/fixtures.ts';
import { sharedTargets, targetAt } from '../authorisation/objects.ts';
import { rows } from '../authorisation/rows.ts';

/** What names a person, as nothing else in these tests is called. */
const person = { name: 'Zarina Nobodyeva', phone: '+7 701 555 44 33', email: 'zarina.nobodyeva@example.org' };
const company = { country: 'KZ', name: 'Whisper Works LLP', number: '990140009999' } as const;
/** Free words, which may name anybody. */
const words = 'Spoke to Nobodyeva in confidence';

let host: TestHost;
let crowd: Fixtures;
let log = '';
let secrets: readonly string[] = [];

/** Every row as somebody whom it serves, as nobody, and with something wrong; every text in it is the words above. */
async function visitAll(): Promise<void> {
  const change = { company, contact: { ...person, language: 'en' as const } };
  const shared = sharedTargets(host, change);
  for (const row of rows) {
    const spoken = Object.fromEntries(
      ['reason', 'note', 'text', 'words', 'conditions', 'appeal', 'email', 'name'].map((field) => [field, words]),
    );
    const target = row.changes ? await targetAt(host, 'here', row, change) : await shared(row, 'here');
    const said = row.body
      ? {
          ...row,
          body: (of: typeof target) => ({
            ...Object.fromEntries(
              Object.entries(row.body?.(of) ?? {}).map(([field, value]) => [
                field,
                typeof value === 'string' && field in spoken ? spoken[field] : value,
              ]),
            ),
          }),
        }
      : row;
    await Promise.all([
      crowd.visit(said, served(row), target),
      crowd.visit(said, 'nobody', target),
      crowd.visit({ ...said, query: () => ({ q: words, email: person.email, zone: words }) }, served(row), target),
    ]);
    secrets = [...secrets, crowd.link(row, served(row), target)];
  }
}

beforeAll(async () => {
  host = await openHost();
  crowd = await gatherFixtures(host);
  const contact = { ...person, language: 'en' as const };
  await walk({
    client: host,
    letter: { ...letterOf(), company, contact },
    idempotencyKey: newKey(),
    officer: 'officer',
    head: 'head',
    observer: { did: () => undefined, emailed: () => undefined },
  });
  await visitAll();
  // An address that does not exist, a provider that is down, a body that is none.
  await host.submit({ company, contact: { ...contact, email: 'bounce@simulator.amazonses.com' } });
  await fetch(`${host.endpoints.email}/outage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ down: true }),
  });
  await host.submit({ company, contact });
  await host.ask('/api/letters-of-intent', { body: `{"contact":"${words}`, headers: { 'idempotency-key': newKey() } });
  await host.advance('P2D');
  await fetch(`${host.endpoints.email}/outage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ down: false }),
  });
  await host.advance('P1D');
  secrets = [
    ...secrets,
    ...(await host.mail()).flatMap(({ links }) =>
      links.flatMap((link) => (link.includes('/l/') ? [link.split('/l/')[1] ?? ''] : [])),
    ),
  ];
  await host.host.idle();
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  log = readdirSync(host.dataDir)
    .filter((file) => file.startsWith('host.log'))
    .map((file) => readFileSync(join(host.dataDir, file), 'utf8'))
    .join('\n');
});
afterAll(() => host.close());

describe('the log of a whole life', () => {
  it('has every route by its key, and every failure by its number', () => {
    for (const { method, path } of routes) expect(log, path).toContain(`"${method} ${path}"`);
    expect(
      log
        .split('\n')
        .filter((line) => line !== '')
        .every((line) => line.startsWith('{')),
    ).toBe(true);
    expect(log).toContain('"errand-put-off"');
  });

  it('holds no link, token, cookie or key of anybody', () => {
    expect(secrets.length).toBeGreaterThan(100);
    for (const link of secrets) {
      const mac = link.split('.').at(-1) ?? '';
      expect(mac.length).toBeGreaterThan(20);
      expect(log.includes(mac), link).toBe(false);
    }
    for (const [who, { token, cookie = '', formToken }] of crowd.credentials) {
      for (const secret of [token, cookie.split('=')[1], formToken])
        if (secret) expect(log.includes(secret), who).toBe(false);
    }
    expect(log).not.toMatch(/eyJ[\w-]{20}|__Host-|Bearer |[?&](code|state|q|to)=|AQC|taskToken":"/);
  });

  it('holds no name, address, telephone, company or word that somebody wrote', () => {
    for (const told of [
      ...Object.values(person),
      company.name,
      company.number,
      words,
      'Nobodyeva',
      'plant-',
      '@example.org',
      '@simulator',
    ])
      expect(log.includes(told), told).toBe(false);
  });

  it('holds no failure of ours', () => {
    expect(log.split('\n').filter((line) => line.includes('request-failed') || line.includes('day-failed'))).toEqual(
      [],
    );
  });
});

it('nothing personal is in the events of any project, nor among its errands', async () => {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await host.table.send(
      new ScanCommand({ TableName: host.endpoints.tableName, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  const kept = items.filter(({ SK }) => /^(EVENT|OUTBOX|TOKEN|STATE)#/.test(String(SK)));
  expect(kept.length).toBeGreaterThan(500);
  expect(items.some((item) => String(item['SK']).startsWith('NOTE#') && JSON.stringify(item).includes(words))).toBe(
    true,
  );
  const told = kept.filter((item) =>
    ['Nobodyeva', person.email, person.phone, words].some((text) => JSON.stringify(item).includes(text)),
  );
  expect(told.map(({ PK, SK }) => `${String(PK)} ${String(SK)}`)).toEqual([]);
});
