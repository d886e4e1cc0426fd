import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { cookieOf, visitorOf } from '#test/support/staff-session.ts';
import { linkFromMail } from '#test/support/walk.ts';

const formula = '=HYPERLINK("x")';

let host: TestHost;
let placed: Placed;
let party: string;
beforeAll(async () => {
  host = await openHost();
  placed = await placeAt(host, 'technical-conditions', {
    company: { country: 'KZ', name: formula, number: '000000000777' },
  });
  await host.ask(`/api/links/${placed.track}/obstacles`, {
    body: { about: { kind: 'line', line: 'power' }, words: 'No answer since May.' },
  });
  const added = await host.ask('/api/admin/people', {
    as: 'administrator',
    body: {
      name: formula,
      email: 'formula@example.org',
      language: 'ru',
      scope: 'zone',
      scopeId: 'aqtobe',
      role: 'head',
    },
  });
  expect(added.status).toBe(200);
  party = await linkFromMail(host, placed.projectId, 'p.aqtobe_aqtobe-power.');
});
afterAll(() => host.close());

/** A list as a workbook and as CSV. */
const lists = [
  ['obstacles', 'officer', (form: string) => `/office/work.${form}?zone=aqtobe&obstacles=true`, formula],
  ['work', 'officer', (form: string) => `/office/work.${form}?zone=aqtobe`, formula],
  [
    'projects',
    'officer',
    (form: string) => `/office/work.${form}?zone=aqtobe&stage=technical-conditions&sort=due`,
    formula,
  ],
  ['people', 'administrator', (form: string) => `/admin/people?zone=aqtobe&file=${form}`, formula],
  ['changes', 'administrator', (form: string) => `/admin/changes?zone=aqtobe&file=${form}`, formula],
  ['parties', 'administrator', (form: string) => `/admin/zones/aqtobe/parties?file=${form}`, 'power'],
  ['what a party is asked', undefined, (form: string) => `/l/${party}/asked.${form}`, formula],
] as const;

it.each(lists)(
  '%s are kept as CSV and as a workbook with the same rows, and run nothing',
  async (_, as, path, text) => {
    const headers = as === undefined ? {} : { cookie: await cookieOf(host, as) };
    const kept = async (form: string) => {
      const at = path(form);
      const answer = await fetch(`${host.endpoints.site}${at}${at.includes('?') ? '&' : '?'}lang=en`, { headers });
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(new RegExp(`\\.${form}"`)),
      ]);
      return Buffer.from(await answer.arrayBuffer());
    };
    const csv = (await kept('csv')).toString();
    const [sheet] = await readXlsxFile(await kept('xlsx'));
    const rows = sheet?.data ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(csv.trim().split('\r\n')).toHaveLength(rows.length);
    expect(rows.flat().some((cell) => typeof cell === 'string' && cell.includes(text))).toBe(true);
    expect(csv).toContain(text.replaceAll('"', '""'));
    expect(csv).not.toMatch(/(^|[,\n]"?)=H/);
  },
);

it('no list is kept by those who may not see it', async () => {
  const [officer, elsewhere] = await Promise.all([visitorOf(host, 'officer'), visitorOf(host, 'leadership-turkistan')]);
  for (const form of ['csv', 'xlsx']) {
    const own = await linkFromMail(host, placed.projectId, 'a.');
    expect((await fetch(`${host.endpoints.site}/l/${own}/asked.${form}`)).status).toBe(404);
    for (const [name, as, path] of lists) {
      const strangers = as === 'administrator' ? [officer, elsewhere] : as === 'officer' ? [elsewhere] : [];
      for (const one of strangers)
        expect([name, (await one.get(path(form))).status]).toEqual([name, expect.toBeOneOf([403, 404])]);
    }
  }
});

it.each([
  ['officer', true],
  ['leadership', false],
  ['headquarters', false],
] as const)(
  '%s: lists say the number of a company as text, and whom to call only to those who may',
  async (as, calls) => {
    const headers = { cookie: await cookieOf(host, as) };
    for (const path of [
      '/office/work.xlsx?zone=aqtobe&holder=aqtobe-power',
      '/office/work.xlsx?zone=aqtobe&all=true',
      '/office/work.xlsx?zone=aqtobe&obstacles=true',
      '/region/projects.xlsx?zone=aqtobe',
      '/region/projects.xlsx?zone=aqtobe&page=this',
    ]) {
      const answer = await fetch(`${host.endpoints.site}${path}&lang=en`, { headers });
      const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
      const [head = [], ...rows] = sheet?.data ?? [];
      const row = rows.find((one) => one[0] === formula) ?? [];
      expect([path, head.slice(0, 3), row[2]]).toEqual([path, ['Company', 'Number', 'Company number'], '000000000777']);
      const people = [head.indexOf('Contact'), head.indexOf('Telephone')];
      expect([path, people]).toEqual([path, calls ? [3, 4] : [-1, -1]]);
      if (calls) expect(row.slice(3, 5)).toEqual(['Authorised representative', '+7 700 000 00 00']);
      else expect(JSON.stringify(sheet?.data)).not.toMatch(/Authorised representative|\+7 700/);
    }
  },
);

it('projects are kept with the filter of the screen, whatever page of them it shows', async () => {
  const officer = await visitorOf(host, 'officer');
  const screen = '/office?zone=aqtobe&stage=technical-conditions&sector=construction-materials';
  const page = (await officer.get(`${screen}&lang=en`)).text;
  const [href = ''] = /\/office\/work\.csv[^"]*/.exec(page) ?? [];
  const csv = (await officer.get(href.replaceAll('&amp;', '&'))).text.trim().split('\r\n');
  expect(csv).toHaveLength(2);
  const none = await officer.get('/office/work.csv?zone=aqtobe&stage=technical-conditions&sector=food');
  expect(none.text.trim().split('\r\n')).toHaveLength(1);
});
