import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#infra/manifest/routes.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { openOne } from '#test/support/walk.ts';

const people = ['nobody', 'officer-turkistan', 'officer', 'head', 'headquarters', 'leadership', 'administrator'] as const;
type Person = (typeof people)[number];

let host: TestHost;
let projectId: string;
let assignmentId: string;
const visitors = new Map<Person, PageVisitor>();
beforeAll(async () => {
  host = await openHost();
  ({ projectId } = await placeAt(host, 'technical-conditions'));
  ({ assignmentId } = openOne(await host.project(projectId), 'office-decision'));
  for (const person of people) visitors.set(person, await visitorOf(host, person === 'nobody' ? undefined : person));
});
afterAll(() => host.close());

/** Statuses by person, in the order of `people`. A form is posted empty but for what the row gives: 400 means it was looked at. */
type Row = readonly [route: string, address: () => string, statuses: readonly number[], fields?: Readonly<Record<string, string>>];
const rows: readonly Row[] = [
  ['GET /office', () => '/office?zone=aqtobe', [303, 404, 200, 200, 200, 200, 200]],
  ['GET /office', () => '/office?zone=aqtobe&all=true', [303, 404, 200, 200, 200, 200, 200]],
  ['GET /office', () => '/office?zone=nowhere', [303, 404, 404, 404, 404, 404, 404]],
  ['GET /office', () => '/office?zone=aqtobe&after=made-up', [303, 404, 404, 404, 404, 404, 404]],
  ['GET /office/projects/{projectId}', () => `/office/projects/${projectId}`, [303, 404, 200, 200, 200, 200, 200]],
  ['GET /office/projects/{projectId}', () => '/office/projects/none', [303, 404, 404, 404, 404, 404, 404]],
  ['GET /office/projects/{projectId}/history', () => `/office/projects/${projectId}/history`, [303, 404, 200, 200, 200, 200, 200]],
  ['GET /office/assignments/{assignmentId}', () => `/office/assignments/${assignmentId}`, [303, 404, 200, 200, 200, 200, 200]],
  ['GET /office/assignments/{assignmentId}', () => '/office/assignments/none', [303, 404, 404, 404, 404, 404, 404]],
  // An officer may not send back; the gate is closed for those who may approve.
  ['POST /office/assignments/{assignmentId}', () => `/office/assignments/${assignmentId}`, [303, 404, 409, 409, 403, 403, 403], { outcome: 'approved' }],
  ['POST /office/assignments/{assignmentId}', () => `/office/assignments/${assignmentId}`, [303, 404, 403, 400, 403, 403, 403], { outcome: 'sent-back' }],
  ['POST /office/assignments/{assignmentId}', () => `/office/assignments/${assignmentId}`, [303, 404, 409, 409, 403, 403, 403], { outcome: 'approved', step: 'send' }],
  ['GET /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/suspend`, [303, 404, 403, 200, 403, 403, 403]],
  ['GET /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/resume`, [303, 404, 403, 409, 403, 403, 403]],
  ['GET /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/extend`, [303, 404, 200, 200, 200, 403, 403]],
  ['GET /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/destroy`, [303, 404, 404, 404, 404, 404, 404]],
  ['POST /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/extend`, [303, 404, 400, 400, 400, 403, 403]],
  ['POST /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/terminate`, [303, 404, 403, 400, 403, 403, 403], { step: 'send' }],
  ['POST /office/projects/{projectId}/actions/{action}', () => `/office/projects/${projectId}/actions/withdraw`, [303, 404, 200, 200, 403, 403, 403]],
  ['GET /office/letters', () => '/office/letters?zone=aqtobe', [303, 404, 200, 200, 403, 403, 403]],
  ['GET /office/letters', () => '/office/letters', [303, 404, 404, 404, 404, 404, 404]],
  ['POST /office/letters', () => '/office/letters?zone=aqtobe', [303, 404, 400, 400, 403, 403, 403], { key: 'k'.repeat(22) }],
  ['GET /office/zones/{zoneId}/lines', () => '/office/zones/aqtobe/lines', [303, 404, 200, 200, 200, 200, 200]],
  ['POST /office/zones/{zoneId}/lines', () => '/office/zones/aqtobe/lines', [303, 404, 400, 400, 403, 403, 403]],
];

it('every page of the office has a row', () => {
  const served = routes.filter((route) => route.function === 'office' && route.auth === 'none').map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(rows.map(([route]) => route))].toSorted()).toEqual(served.toSorted());
});

describe.each(rows.map(([route, address, statuses, fields]) => ({ route, address, statuses, fields })))('$route', ({ route, address, statuses, fields }) => {
  it.each(people.map((person, at) => [person, statuses[at]] as const))(`${fields ? JSON.stringify(fields) : 'as it is'}: %s gets %d`, async (person, status) => {
    const visitor = visitors.get(person);
    const reply = route.startsWith('GET') ? await visitor?.get(address()) : await visitor?.post(address(), fields);
    expect(reply?.status).toBe(status);
    if (person === 'nobody') expect(reply?.location).toMatch(/^\/sign-in/);
  });
});

it('a form without the proof of its session is refused, whoever sends it', async () => {
  for (const person of people.slice(1)) {
    for (const [route, address, , fields] of rows.filter(([one]) => one.startsWith('POST'))) {
      expect((await visitors.get(person)?.post(address(), fields, false))?.status, `${person} ${route}`).toBe(403);
    }
  }
});

it('nothing of this changed the project, and leadership sees no contact', async () => {
  expect((await host.project(projectId)).phase).toBe('open');
  const page = `/office/projects/${projectId}`;
  expect((await visitors.get('officer')?.get(page))?.text).toContain('plant-');
  expect((await visitors.get('leadership')?.get(page))?.text).not.toContain('@example.org');
});
