import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AdminZoneView } from '#core/people/administration.ts';
import type { RoadMapView } from '#core/road-map/view-road-map.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { holderLink, openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const path = '/api/admin/zones/aqtobe';
async function write(colleagues: readonly string[], people: readonly object[] = []): Promise<number> {
  const { body } = await host.ask<AdminZoneView>(path, { as: 'administrator' });
  const power = body.parties.find(({ partyId }) => partyId === 'aqtobe-power');
  if (power === undefined) throw new Error('No power company');
  const { names, email, language, version = 0 } = power;
  const changed = await host.ask(`${path}/parties/aqtobe-power`, {
    as: 'administrator',
    body: { names, email, language, version, colleagues, people },
  });
  await host.settle();
  return changed.status;
}
const toPower = async () => (await host.mail()).filter(({ to }) => to === 'power.aqtobe@example.org');
const powerLink = async (projectId: string) =>
  holderLink(host, openOne(await host.project(projectId), 'technical-condition', 'power'));

// First: what a function has read of a zone it trusts for some seconds.
it('whoever is behind an address answers in a road map by name and telephone, for staff', async () => {
  const behind = [{ email: 'power.aqtobe@example.org', name: 'Head of connections', phone: '+7 700 100 20 30' }];
  expect(await write(['second@example.org'], behind)).toBe(200);
  const { projectId } = await placeAt(host, 'technical-conditions');
  const { body } = await host.ask<RoadMapView>(`/api/projects/${projectId}/road-map`, { as: 'officer' });
  const row = body.rows.find(({ assignment, line }) => assignment === 'technical-condition' && line === 'power');
  expect([row?.person?.name, row?.person?.phone, row?.deputy?.name]).toEqual([
    'Head of connections',
    '+7 700 100 20 30',
    'second@example.org',
  ]);
  const { body: entries } = await host.ask('/api/admin/changes?scope=zone&scopeId=aqtobe', { as: 'administrator' });
  expect(JSON.stringify(entries)).toContain('"field":"people"');
  expect(JSON.stringify(entries)).not.toContain('Head of connections');
});

it('several people of a party get each email', async () => {
  expect(await write(['second@example.org', 'third@example.org'])).toBe(200);
  await placeAt(host, 'technical-conditions');
  expect((await toPower()).at(-1)?.cc).toBe('second@example.org, third@example.org');
});

it('whose address is taken away has links that open nothing; what is open is sent anew to the others', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions');
  const link = await powerLink(projectId);
  expect((await host.ask(`/api/links/${link}`)).status).toBe(200);
  const before = (await toPower()).length;
  expect(await write(['second@example.org', 'third@example.org', 'fourth@example.org'])).toBe(200);
  expect((await host.ask(`/api/links/${link}`)).status).toBe(200);
  expect(await toPower()).toHaveLength(before);
  expect(await write(['second@example.org'])).toBe(200);
  expect((await host.ask(`/api/links/${link}`)).status).toBeGreaterThanOrEqual(400);
  const anew = (await toPower()).slice(before);
  expect(anew.map(({ notice, cc }) => [notice, cc])).toEqual([['party-links', 'second@example.org']]);
});

it('an address of a colleague that fails is no failure of the email', async () => {
  expect(await write(['bounce@example.org'])).toBe(200);
  const { projectId } = await placeAt(host, 'technical-conditions');
  await host.settle();
  const { assignments } = await host.project(projectId);
  expect(assignments.filter(({ kind }) => kind === 'bounced-email')).toEqual([]);
});

it('five at most, each an address', async () => {
  expect(await write(['not an address'])).toBe(400);
  expect(await write(Array.from({ length: 6 }, (_, at) => `p${String(at)}@example.org`))).toBe(400);
});

it('to name somebody sends nothing; nobody is behind an address that the party does not have', async () => {
  expect(await write(['second@example.org'])).toBe(200);
  const before = (await toPower()).length;
  expect(await write(['second@example.org'], [{ email: 'second@example.org', name: 'Engineer on duty' }])).toBe(200);
  expect(await toPower()).toHaveLength(before);
  expect(await write([], [{ email: 'elsewhere@example.org', name: 'Somebody' }])).toBe(400);
});
