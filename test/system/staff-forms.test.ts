import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import type { AdminZoneView } from '#core/people/administration.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { cookieOf, formTokenIn } from '#test/support/staff-session.ts';
import { openOne } from '#test/support/walk.ts';

let host: TestHost;
let projectId: string;
/** A technical condition that is asked for, and the office's decision on a stage of another project. */
let asked: string;
let decision: string;
beforeAll(async () => {
  host = await openHost();
  projectId = (await placeAt(host, 'technical-conditions')).projectId;
  asked = openOne(await host.project(projectId), 'technical-condition', 'power').assignmentId;
  decision = openOne(
    await host.project((await placeAt(host, 'contract-and-land')).projectId),
    'office-decision',
  ).assignmentId;
});
afterAll(() => host.close());

type Fields = Readonly<Record<string, string>>;

/** A browser without scripts that is signed in: nothing is followed. */
async function browser(account: string | undefined, more = '') {
  const session = account === undefined ? '' : `${await cookieOf(host, account)}; `;
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(host.endpoints.site + path, {
      ...init,
      redirect: 'manual',
      headers: { cookie: `${session}__Host-lang=en${more}` },
    });
    return {
      status: answer.status,
      to: answer.headers.get('location') ?? '',
      text: await answer.text(),
      kept:
        answer.headers
          .getSetCookie()
          .find((one) => one.startsWith('__Host-typed'))
          ?.split(';')[0] ?? '',
    };
  };
  const token =
    formTokenIn(
      (await ask(account === 'administrator' ? '/admin/zones/aqtobe/edit' : `/office/projects/${projectId}/notes`))
        .text,
    ) ?? 'of a session that ended';
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields) =>
      ask(path, { method: 'POST', body: new URLSearchParams({ ...fields, 'form-token': token }) }),
  };
}

const typed = 'Typed <once>\nand not lost';
const shownAs = 'Typed &lt;once>\nand not lost';
const line = 'Typed &lt;once>';
const names = Object.fromEntries(languages.map((one) => [`names.${one}`, 'Typed <once>']));

const forms: readonly (readonly [string, string, () => string, Fields, string])[] = [
  [
    'a decision on a stage',
    'officer',
    () => `/office/assignments/${decision}?outcome=returned`,
    { outcome: 'returned', reason: typed, daysToCure: 'many', step: 'check' },
    shownAs,
  ],
  [
    'an answer on paper',
    'officer',
    () => `/office/assignments/${asked}?outcome=refused`,
    { outcome: 'refused', reason: typed, step: 'check' },
    shownAs,
  ],
  [
    'an action on a project',
    'head',
    () => `/office/projects/${projectId}/actions/suspend`,
    { reason: typed, reviewOn: 'soon', step: 'check' },
    shownAs,
  ],
  [
    'an action that only the rules refuse',
    'head',
    () => `/office/projects/${projectId}/actions/suspend`,
    { reason: typed, reasonCode: 'weather', fault: 'office', reviewOn: '2020-01-01', step: 'check' },
    shownAs,
  ],
  [
    'the same, sent at once',
    'head',
    () => `/office/projects/${projectId}/actions/suspend`,
    { reason: typed, reasonCode: 'weather', fault: 'office', reviewOn: '2020-01-01', step: 'send' },
    shownAs,
  ],
  [
    'another party',
    'officer',
    () => `/office/assignments/${asked}/hand-over`,
    { reason: typed, step: 'check' },
    shownAs,
  ],
  [
    'the contact',
    'officer',
    () => `/office/projects/${projectId}/contact`,
    { name: 'Typed <once>', email: 'nobody', step: 'check' },
    line,
  ],
  ['an obstacle', 'officer', () => `/office/projects/${projectId}/obstacles`, { words: typed, step: 'check' }, shownAs],
  [
    'a note',
    'officer',
    () => `/office/projects/${projectId}/notes`,
    { text: typed.repeat(200), who: 'shared', step: 'check' },
    shownAs,
  ],
  [
    'a utility line',
    'officer',
    () => '/office/zones/aqtobe/lines',
    { utility: 'gas', state: 'committed', readyBy: 'Typed <once>' },
    line,
  ],
  [
    'a zone',
    'administrator',
    () => '/admin/zones/aqtobe/edit',
    { ...names, mailbox: 'nobody', language: 'kk', version: '0' },
    line,
  ],
  [
    'a zone that another has changed',
    'administrator',
    () => '/admin/zones/aqtobe/edit',
    { ...names, mailbox: 'office@example.org', language: 'kk', version: '99' },
    line,
  ],
  ['a new party', 'administrator', () => '/admin/zones/aqtobe/party', { ...names, email: 'rail@example.org' }, line],
  [
    'a known party',
    'administrator',
    () => '/admin/zones/aqtobe/party?party=aqtobe-gas',
    { ...names, email: 'nobody', language: 'kk', version: '0' },
    line,
  ],
  [
    'a forum',
    'administrator',
    () => '/admin/zones/aqtobe/forum',
    { ...names, firstDay: '2026-05-01', lastDay: 'later' },
    line,
  ],
  [
    'a day of the calendar',
    'administrator',
    () => '/admin/zones/aqtobe/day',
    { reason: 'Typed <once>', step: 'check' },
    line,
  ],
  [
    'a day that is over',
    'administrator',
    () => '/admin/zones/aqtobe/day',
    { reason: 'Typed <once>', date: '2020-01-01', working: 'false', step: 'check' },
    line,
  ],
  [
    'a duration',
    'administrator',
    () => '/admin/zones/aqtobe/duration?stage=expertise',
    { 'source.title': 'Typed <once>', workingDays: 'many', step: 'check' },
    line,
  ],
  [
    'somebody new',
    'administrator',
    () => '/admin/people/new?zone=aqtobe',
    { name: 'Typed <once>', role: 'officer' },
    line,
  ],
  [
    'a person',
    'administrator',
    () => '/admin/person/edit?person=demo-officer',
    { name: 'Typed <once>', email: 'nobody', language: 'en', version: '0' },
    line,
  ],
  [
    'the end of one’s own role',
    'administrator',
    () => '/admin/person/end?person=demo-administrator',
    {},
    'govuk-error-summary',
  ],
];

describe('what is wrong with a form of staff is told after a redirect', () => {
  it.each(forms)('X33: %s', async (_, account, pathOf, fields, shown) => {
    const path = pathOf();
    const { get, post } = await browser(account);
    const wrong = await post(path, fields);
    const mark = path.includes('?') ? '&check' : '?check';
    expect(wrong).toMatchObject({ status: 303, to: `${path}${mark}` });
    const [first, again, inKazakh] = [await get(wrong.to), await get(wrong.to), await get(`${wrong.to}&lang=kk`)];
    for (const { status, text } of [first, again, inKazakh])
      expect([status === 400 || status === 409, text.includes(shown), text.includes('govuk-error-summary')]).toEqual([
        true,
        true,
        true,
      ]);
    expect([inKazakh.text.includes('lang="kk"'), first.text === again.text]).toEqual([true, true]);
    // Nobody else finds it, in a session of their own.
    if (shown !== 'govuk-error-summary')
      expect((await (await browser(account)).get(wrong.to)).text).not.toContain(shown);
  });

  it('X33: also of a document that is returned', async () => {
    const path = `/office/projects/${projectId}/documents`;
    const { get, post } = await browser('officer');
    const wrong = await post(`${path}/d-1/1/return`, { reasonCode: '', reason: typed });
    expect(wrong).toMatchObject({ status: 303, to: `${path}?check` });
    for (const address of [wrong.to, `${wrong.to}&lang=kk`])
      expect(await get(address)).toMatchObject({
        status: 400,
        text: expect.stringContaining('govuk-error-summary') as string,
      });
    expect((await get(path)).status).toBe(200);
  });

  it('X33: also of a letter on paper, each under its own key', async () => {
    const { get, post } = await browser('officer');
    const key = /name="key" value="([^"]+)"/.exec((await get('/office/letters?zone=aqtobe')).text)?.[1] ?? '';
    const wrong = await post('/office/letters?zone=aqtobe', {
      key,
      'company.name': 'Typed <once>',
      'company.number': '12',
    });
    expect(wrong).toMatchObject({ status: 303, to: `/office/letters?zone=aqtobe&key=${key}&check` });
    const told = await get(wrong.to);
    expect([told.status, told.text.includes(line), told.text.includes(`name="key" value="${key}"`)]).toEqual([
      400,
      true,
      true,
    ]);
    expect((await get('/office/letters?zone=aqtobe')).text).not.toContain(line);
  });
});

describe('a form of staff that is looked at before it is sent', () => {
  it('X33: is found again by Back, changed, sent once and forgotten', async () => {
    const path = `/office/projects/${projectId}/notes`;
    const { get, post } = await browser('officer');
    const note = { text: typed, who: 'shared' };
    const looked = await post(path, { ...note, step: 'check' });
    expect(looked).toMatchObject({ status: 303, to: `${path}?check` });
    for (const part of [shownAs, 'value="send"', 'name="text"']) expect((await get(looked.to)).text).toContain(part);
    expect(await post(path, { ...note, step: 'mend' })).toMatchObject({ status: 303, to: path });
    expect((await get(path)).text).toContain(shownAs);
    const both = await Promise.all([post(path, { ...note, step: 'send' }), post(path, { ...note, step: 'send' })]);
    expect(both.map(({ status, to }) => [status, to])).toEqual([1, 2].map(() => [303, `${path}?done`]));
    // Once in the list, and no longer in the form.
    expect((await get(path)).text.split(shownAs)).toHaveLength(2);
  });

  it('X33: pressed twice it is done once, and the second press is told as the first', async () => {
    const { projectId: other } = await placeAt(host, 'contract-and-land');
    const { get, post } = await browser('head');
    for (const [action, fields, ending] of [
      ['terminate', { reasonCode: 'other', reason: 'For the test.' }, 'terminated'],
      ['reopen', { reason: 'A mistake.' }, undefined],
    ] as const) {
      const path = `/office/projects/${other}/actions/${action}`;
      for (const _ of [1, 2])
        expect(await post(path, { ...fields, step: 'send' })).toMatchObject({
          status: 303,
          to: `/office/projects/${other}?done=acted`,
        });
      expect((await host.project(other)).ending).toBe(ending);
      // Other words are no second press.
      expect((await post(path, { ...fields, reason: 'Other words.', step: 'send' })).status).not.toBe(303);
      expect((await get(`/office/projects/${other}`)).status).toBe(200);
    }
  });

  it('X33: a change of the calendar is previewed by GET, and made when that was seen', async () => {
    const path = '/admin/zones/aqtobe/day';
    const { get, post } = await browser('administrator');
    const day = { date: '2026-11-12', working: 'false', reason: 'Moved <day>' };
    const looked = await post(path, { ...day, step: 'check' });
    expect(looked).toMatchObject({ status: 303, to: `${path}?check` });
    expect((await get(looked.to)).text).toContain('Moved &lt;day>');
    expect(await post(path, { ...day, step: 'send' })).toMatchObject({
      status: 303,
      to: '/admin/zones/aqtobe/calendar?done=override-added',
    });
    const { body } = await host.ask<AdminZoneView>('/api/admin/zones/aqtobe', { as: 'administrator' });
    expect(body.zone.overrides.map(({ date }) => date)).toEqual(['2026-11-12']);
  });
});

describe('a form of administration whose session is over', () => {
  const path = '/admin/zones/aqtobe/party';

  it('X33: is given back after signing in, to this browser alone, and goes on from there', async () => {
    const lost = await (
      await browser(undefined)
    ).post(path, { ...names, kind: 'rail', email: 'nobody', language: 'kk' });
    const to = `${path}?typed`;
    expect([lost.status, lost.to]).toEqual([303, `/sign-in?to=${encodeURIComponent(to)}`]);
    expect((await (await browser('administrator')).get(to)).text).not.toContain(line);
    const back = await (await browser('administrator', `; ${lost.kept}`)).get(to);
    for (const part of ['Your session had ended', line, 'name="names.kk"']) expect(back.text).toContain(part);
    // Somebody who may not see the page is given nothing, in the same browser.
    expect((await (await browser('officer', `; ${lost.kept}`)).get(to)).text).not.toContain(line);
    const { post, get } = await browser('administrator');
    const sent = await post(to, { ...names, kind: 'rail', email: 'nobody', language: 'kk' });
    expect(sent).toMatchObject({ status: 303, to: `${path}?check` });
    expect((await get(sent.to)).text).toContain(line);
  });
});
