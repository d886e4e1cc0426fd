import { expect, it } from 'vitest';
import { sharedHost } from '#test/support/host.ts';

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
