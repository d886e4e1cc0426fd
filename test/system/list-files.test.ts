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
