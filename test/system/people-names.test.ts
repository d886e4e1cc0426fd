import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeopleView } from '#core/people/administration.ts';
import { languages } from '#core/kernel/common.ts';
import type { Person } from '#core/reference/reference.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import type * as z from 'zod/mini';
import { goodAnswer } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeToCheck } from '#test/support/place.ts';
import { signedInAt } from '#test/support/site-sign-in.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { openOne } from '#test/support/walk.ts';

const zone = { scope: 'zone', scopeId: 'aqtobe' } as const;
const name = 'Айгүл Сейітқызы';
let host: TestHost;
let officer: PageVisitor;
let personId = '';
let projectId = '';
let assignmentId = '';

const pages = () => ({
  'the work list': '/office?zone=aqtobe',
  'the assignment': `/office/assignments/${assignmentId}`,
  'the project': `/office/projects/${projectId}`,
  'the notes': `/office/projects/${projectId}/notes`,
  'the history': `/office/projects/${projectId}/history`,
});
const read = async (page: keyof ReturnType<typeof pages>, language = 'en'): Promise<string> => {
  const path = pages()[page];
  const { status, text } = await officer.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  expect(status).toBe(200);
  return text;
};
const addPerson = (body: object) =>
  host.ask<{ person: Person }>('/api/admin/people', {
    as: 'administrator',
    body: { language: 'kk', ...zone, role: 'officer', ...body },
  });

beforeAll(async () => {
  host = await openHost();
  personId = (await addPerson({ name, email: 'newcomer@example.org' })).body.person.personId;
  await signedInAt(host, 'newcomer');
  ({ projectId } = await placeToCheck(host));
  ({ assignmentId } = openOne(await host.project(projectId), 'document-check'));
  expect((await host.ask(`/api/assignments/${assignmentId}/take`, { as: 'newcomer', body: {} })).status).toBe(200);
  expect(
    (
      await host.ask(`/api/projects/${projectId}/notes`, {
        as: 'newcomer',
        body: { text: 'Called the company.', shared: false },
      })
    ).status,
  ).toBe(200);
  officer = await visitorOf(host, 'officer');
});
afterAll(() => host.close());

describe('somebody of the office', () => {
  it.each(['the work list', 'the assignment', 'the project', 'the notes', 'the history'] as const)(
    'S10: has a name and no id in %s',
    async (page) => {
      const text = await read(page);
      expect(text).toContain(name);
      expect(text).not.toContain(personId);
    },
  );

  it('S10: stands in the history with their role and the hour', async () => {
    const text = await read('the history');
    expect(text).toContain(`${name} (Officer)`);
    expect(text).toMatch(/\d{4}, \d\d:\d\d · Айгүл Сейітқызы/);
    expect(await read('the notes')).toMatch(/\d{4}, \d\d:\d\d · Айгүл Сейітқызы/);
  });

  it('S10: is not taken for another: headquarters that moves a date is called so', async () => {
    const { due = '' } = await host.project(projectId);
    const body = { to: addWorkingDays(calendarOf('KZ'), due, 10), reasonCode: 'weather', reason: 'Frost.' };
    expect((await host.ask(`/api/projects/${projectId}/extend`, { as: 'headquarters', body })).status).toBe(200);
    expect(await read('the history')).toContain('· headquarters (Task force)');
  });

  it('S10: who answered first is said to who comes second', async () => {
    expect(
      (
        await host.ask(`/api/assignments/${assignmentId}/decision`, {
          as: 'newcomer',
          body: { decision: goodAnswer('document-check', '2025-12-12') },
        })
      ).status,
    ).toBe(200);
    const { status, text } = await officer.post(`/office/assignments/${assignmentId}`, {
      outcome: 'done',
      step: 'send',
    });
    expect(status).toBe(409);
    expect(text).toMatch(new RegExp(`Answered by(<[^>]*>|\\s)*${name}`));
  });

  it('S10: keeps the name after they have left', async () => {
    expect((await host.ask(`/api/admin/people/${personId}/end`, { as: 'administrator', body: {} })).status).toBe(200);
    for (const page of ['the assignment', 'the notes', 'the history'] as const) {
      const text = await read(page);
      expect(text, page).toContain(name);
      expect(text, page).not.toContain(personId);
    }
  });

  it('S10: is a former colleague, in every language, when their profile was erased; the log has no name', async () => {
    await host.table.send(new DeleteCommand({ TableName: host.endpoints.tableName, Key: keys.person(personId) }));
    for (const language of languages) {
      const text = await read('the history', language);
      expect(text).toContain(handlingTexts(language).formerColleague);
      expect(text).not.toContain(name);
      expect(text).not.toContain(personId);
    }
    const { body } = await host.ask(`/api/projects/${projectId}/events?limit=100`, { as: 'officer' });
    expect(JSON.stringify(body)).not.toContain(name);
  });
});

describe('people of a place', () => {
  it('D24: come in the alphabet of its language', async () => {
    const names = ['Ілия', 'Ұлан', 'Иса', 'Ян', 'Әлия', 'Асан'];
    for (const [at, one] of names.entries())
      expect((await addPerson({ name: one, email: `kk-${String(at)}@example.org` })).status).toBe(200);
    const { body } = await host.ask<z.infer<typeof PeopleView>>('/api/admin/people?scope=zone&scopeId=aqtobe', {
      as: 'administrator',
    });
    expect(body.people.map((one) => one.name ?? '').filter((one) => names.includes(one))).toEqual([
      'Асан',
      'Әлия',
      'Иса',
      'Ұлан',
      'Ілия',
      'Ян',
    ]);
  });
});
