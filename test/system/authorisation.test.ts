import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#core/contracts/api/operations.ts';
import type { LinkView, PipelineView, Problem } from '#core/contracts/views.ts';
import { functions } from '#infra/manifest/index.ts';
import { goodAnswer } from '#infra/local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { holderLink, letterAt, linkFromMail, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
let own: Placed;
let assignmentId: string;
beforeAll(async () => {
  host = await openHost();
  own = await placeAt(host, 'technical-conditions');
  ({ assignmentId } = openOne(await host.project(own.projectId), 'office-decision'));
});
afterAll(() => host.close());

const decision = { decision: { outcome: 'approved' } };
const reason = { reasonCode: 'other', reason: 'x' };
/** Every operation that needs a token, as a request about the project of Aqtöbe. */
const requests = (): Readonly<Record<string, readonly [string, object?]>> => ({
  listProjects: ['/api/projects?zone=aqtobe'],
  viewProject: [`/api/projects/${own.projectId}`],
  listEvents: [`/api/projects/${own.projectId}/events`],
  listEmails: [`/api/projects/${own.projectId}/emails`],
  listAssignments: ['/api/assignments?zone=aqtobe'],
  decide: [`/api/assignments/${assignmentId}/decision`, decision],
  suspend: [`/api/projects/${own.projectId}/suspend`, { ...reason, fault: 'office', reviewOn: '2026-01-15' }],
  resume: [`/api/projects/${own.projectId}/resume`, {}],
  extend: [`/api/projects/${own.projectId}/extend`, { ...reason, to: '2026-12-01' }],
  withdraw: [`/api/projects/${own.projectId}/withdraw`, {}],
  terminate: [`/api/projects/${own.projectId}/terminate`, reason],
  reportLine: ['/api/zones/aqtobe/lines/power', { state: 'ready' }],
  viewPipeline: ['/api/pipeline'],
});
const guarded = Object.entries(operations).filter(([, { auth }]) => auth === 'jwt').map(([id]) => id);
const writing = ['decide', 'suspend', 'resume', 'extend', 'withdraw', 'terminate', 'reportLine'];

const send = (id: string, as?: string) => {
  const [path, body] = requests()[id] ?? ['/nothing'];
  return host.ask<Problem>(path, { ...(as && { as }), ...(body && { body }) });
};

it('every operation that needs a token is tried here', () => {
  expect(Object.keys(requests()).toSorted()).toEqual(guarded.toSorted());
});

describe.each(guarded)('%s', (id) => {
  it.each([['no token', {}], ['a made-up token', { authorization: 'Bearer aaa.bbb.ccc' }], ['another scheme', { authorization: 'Basic b2ZmaWNlcjp4' }]])('is refused with %s', async (_, headers) => {
    const [path, body] = requests()[id] ?? ['/nothing'];
    expect((await host.ask(path, { headers, ...(body && { body }) })).status).toBe(401);
  });

  if (id !== 'viewPipeline') {
    it('does not exist for an officer of another zone', async () => {
      expect(await send(id, 'officer-turkistan')).toMatchObject({ status: 404, body: { type: 'urn:zholkarta:problem:not-found' } });
    });
  }
});

describe('leadership', () => {
  it.each(writing)('has no right to %s', async (id) => {
    expect((await send(id, 'leadership')).status).toBe(403);
  });

  it('looks at everything of its region, without the investor\'s contact', async () => {
    for (const id of guarded.filter((one) => !writing.includes(one))) expect((await send(id, 'leadership')).status, id).toBe(200);
    expect((await host.project(own.projectId, 'officer')).contact).toBeDefined();
    expect(await host.project(own.projectId, 'leadership')).not.toHaveProperty('contact');
  });

  it('sees the zones of its region and no other', async () => {
    const zones = async (as: string) => (await host.ask<PipelineView>('/api/pipeline', { as })).body.zones.map(({ zoneId }) => zoneId);
    expect(await zones('leadership')).toEqual(['aqtobe']);
    expect(await zones('leadership-kokand')).toEqual(['kokand']);
    expect((await host.ask<PipelineView>('/api/pipeline?zone=kokand', { as: 'leadership' })).body.zones).toEqual([]);
  });

  it('is served by a function that cannot write', () => {
    expect(functions.region.may).toEqual({ table: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'], indexes: ['byZone', 'byStage', 'byOverdue', 'byDue'] });
  });
});

it('nothing of this changed the project', async () => {
  const { version } = await host.project(own.projectId);
  for (const id of writing) for (const as of ['leadership', 'officer-turkistan', 'administrator']) await send(id, as);
  expect((await host.project(own.projectId)).version).toBe(version);
});

describe('a link', () => {
  it.each([
    ['is not ours', () => 't.pabc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['has its end changed', () => own.track.slice(0, -1) + (own.track.endsWith('A') ? 'B' : 'A')],
    ['has another project under the same signature', () => own.track.replace(own.projectId, 'pother')],
    ['claims to be of another kind', () => own.track.replace(/^t\./, 'c.')],
    ['is no link at all', () => 'x'],
  ])('that %s opens nothing', async (_, link) => {
    for (const [path, body] of [['', undefined], ['/confirm', {}], ['/decision', decision], ['/correction', { note: 'x' }], ['/withdraw', {}]] as const) {
      expect((await host.ask(`/api/links/${link()}${path}`, body && { body })).status, path).toBe(404);
    }
    expect((await fetch(`${host.endpoints.site}/l/${link()}`)).status).toBe(404);
  });

  it('of a party opens its own assignment alone', async () => {
    const line = openOne(await host.project(own.projectId), 'technical-condition', 'gas');
    const other = openOne(await host.project(own.projectId), 'technical-condition', 'power');
    const link = await holderLink(host, line);
    const { body } = await host.ask<LinkView>(`/api/links/${link}`);
    expect(body.assignments.map((one) => one.assignmentId)).toEqual([line.assignmentId]);
    expect(body.actions).toEqual(['decision']);
    expect((await host.ask(`/api/links/${link}/withdraw`, { body: {} })).status).toBe(403);
    expect((await host.ask(`/api/links/${link}/confirm`, { body: {} })).status).toBe(403);
    // Whatever it names, it answers its own.
    await host.ask(`/api/links/${link}/decision`, { body: { decision: goodAnswer('technical-condition', await today(host)), assignmentId: other.assignmentId } });
    const { assignments } = await host.project(own.projectId);
    expect(assignments.find((one) => one.assignmentId === other.assignmentId)?.state).toBe('open');
  });

  it('of an investor answers nothing that is a party\'s or the office\'s', async () => {
    const project = await host.project(own.projectId);
    for (const kind of ['architectural-planning', 'office-decision'] as const) {
      const { assignmentId: foreign } = openOne(project, kind);
      const reply = await host.ask(`/api/links/${own.track}/decision`, { body: { decision: goodAnswer(kind, await today(host)), assignmentId: foreign } });
      expect(reply.status, kind).toBe(403);
    }
  });

  it('of one investor reaches no other project', async () => {
    const other = await placeAt(host, 'design-documentation');
    const { assignmentId: foreign } = openOne(await host.project(other.projectId), 'documentation');
    const reply = await host.ask(`/api/links/${own.track}/decision`, { body: { decision: goodAnswer('documentation', await today(host)), assignmentId: foreign } });
    expect(reply.status).toBe(404);
  });

  it('to track does not confirm the address: only the one sent to it does', async () => {
    const { projectId, trackingUrl } = await host.submit();
    const track = trackingUrl.split('/l/')[1] ?? '';
    expect((await host.ask(`/api/links/${track}/confirm`, { body: {} })).status).toBe(403);
    expect((await host.project(projectId)).confirmed).toBe(false);
  });

  it('may be opened by anybody\'s scanner, as often as it likes, and changes nothing', async () => {
    const { projectId } = await letterAt(host, ({ phase, stage }) => phase === 'open' && stage === 'technical-conditions');
    const { version } = await host.project(projectId);
    const mails = (await host.mail()).length;
    const links = (await host.mailOf(projectId)).flatMap((email) => email.links);
    expect(links.length).toBeGreaterThan(5);
    for (const url of links) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(url, { method });
      expect((await fetch(url)).status).toBe(200);
      expect((await host.ask(`/api/links/${url.split('/l/')[1] ?? ''}`)).status).toBe(200);
    }
    await host.settle();
    expect((await host.project(projectId)).version).toBe(version);
    expect((await host.mail()).length).toBe(mails);
    const confirm = await linkFromMail(host, projectId, 'c.');
    expect((await host.ask<LinkView>(`/api/links/${confirm}`)).body.confirmed).toBe(true);
  });

  it('shows no id, address or name of staff to those outside', async () => {
    const { body } = await host.ask<LinkView>(`/api/links/${own.track}`);
    expect(JSON.stringify(body)).not.toMatch(/@example|demo-(officer|head)/);
  });
});
