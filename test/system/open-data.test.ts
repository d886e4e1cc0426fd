import { expect, it } from 'vitest';
import { openHost, sharedHost } from '#test/support/host.ts';
import { request } from '#local/kit/request.ts';
import { placeAt } from '#test/support/place.ts';
import { packageFaults } from '#test/support/oc4ids.ts';

it('anybody takes open data; what was seen already is not sent again', async () => {
  const host = await sharedHost();
  const ask = (name: string, headers: Record<string, string> = {}) =>
    fetch(`${host.endpoints.site}/open-data/${name}`, { headers });
  const csv = await ask('projects.csv');
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(await csv.text()).toMatch(/^id,zone,project,milestone,baseline,target,actual,standing,days_late,reason\r\n/);
  const again = await ask('projects.csv', { 'if-none-match': csv.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);

  const catalog = (await (await ask('catalog.jsonld')).json()) as {
    'dcat:dataset': readonly { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } } }[];
  };
  for (const { 'dcat:distribution': one } of catalog['dcat:dataset'])
    expect((await fetch(one['dcat:downloadURL']['@id'])).status).toBe(200);
  expect((await ask('nothing.csv')).status).toBe(404);
});

it('what a night kept stays as it was: by its day and as the latest, until the next', async () => {
  const host = await openHost({ startAt: '2026-03-02T09:00:00+05:00' });
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${host.endpoints.site}/open-data${path}`, { headers });
    return { status: answer.status, kept: answer.headers.get('cache-control'), text: await answer.text() };
  };
  expect((await ask('/latest/lines.oc4ids.json')).status).toBe(404);
  await host.advance('P1D');
  const first = await ask('/2026-03-03/lines.oc4ids.json');
  expect(first).toMatchObject({ status: 200, kept: 'public, max-age=31536000' });
  const { uri } = JSON.parse(first.text) as { readonly uri: string };
  expect(new URL(uri).pathname).toBe('/open-data/2026-03-03/lines.oc4ids.json');
  expect(packageFaults(JSON.parse(first.text))).toEqual([]);
  expect(await ask('/latest/lines.oc4ids.json')).toEqual({ ...first, kept: 'public, max-age=300' });

  // A milestone moves; what was published does not.
  const lineId = 'aqtobe-l-3';
  const { body: line } = await host.ask<{ readonly version: number }>(`/api/lines/${lineId}`, { as: 'officer' });
  const told = { milestones: { energised: { expected: '2027-05-05', reason: 'The transformer came late' } } };
  const body = { ...told, version: line.version, why: 'The supplier said so.' };
  const changed = await host.ask(`/api/lines/${lineId}`, { as: 'officer', body });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  await host.advance('P1D');
  expect(await ask('/2026-03-03/lines.oc4ids.json')).toEqual(first);
  expect((await ask('/latest/lines.oc4ids.json')).text).toContain('The transformer came late');
  expect((await ask('/2026-03-04/projects.csv')).text).toContain('The transformer came late');

  // A company is named when its investor has said so by their link.
  const { track } = await placeAt(host, 'council-approval');
  const naming = `${host.endpoints.site}/l/${track}/naming`;
  expect((await request(`${naming}?lang=en`)).text).toContain('Your company is not named in open data.');
  const agreed = await request(naming, { method: 'POST', body: new URLSearchParams({ agrees: 'yes' }) });
  expect(agreed.status).toBe(303);
  expect((await request(`${naming}?lang=en`)).text).toContain('Withdraw consent');
  expect((await ask('/companies.csv')).text).toMatch(
    /,aqtobe,Tested Plant \d+,[\w-]+,council-approval,\d+,[A-Z]{3},\d+,/,
  );

  const page = (await ask('?lang=en')).text;
  for (const day of ['2026-03-03', '2026-03-04']) expect(page).toContain(`/open-data/${day}/catalog.jsonld`);
  const before = (await ask('?lang=en&before=2026-03-04')).text;
  expect(before).toContain('/open-data/2026-03-03/counts.csv');
  expect(before).not.toContain('/open-data/2026-03-04/');
  for (const path of ['/2026-03-05/projects.csv', '/2026-03-04/nothing.csv', '/tonight/projects.csv'])
    expect((await ask(path)).status).toBe(404);
  await host.close();
}, 120_000);
