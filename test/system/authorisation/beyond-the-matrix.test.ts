import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#core/api/operations.ts';
import type { LinkView, PipelineView } from '#core/api/views.ts';
import { functions } from '#infra/manifest/index.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { holderLink, letterAt, linkFromMail, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
let own: Placed;
beforeAll(async () => {
  host = await sharedHost();
  own = await placeAt(host, 'technical-conditions');
});
afterAll(() => host.close());

const decision = { decision: { outcome: 'approved' } };
const guarded = Object.entries(operations).filter(([, { auth }]) => auth === 'jwt');

describe.each(guarded)('%s', (_, { method, path }) => {
  it.each([
    ['no token', {}],
    ['a made-up token', { authorization: 'Bearer aaa.bbb.ccc' }],
    ['another scheme', { authorization: 'Basic b2ZmaWNlcjp4' }],
  ])('is refused with %s', async (_, headers) => {
    expect(
      (
        await host.ask(path.replace(/\{\w+\}/g, own.projectId), {
          headers,
          ...(method === 'PUT' && { method }),
          ...(method !== 'GET' && { body: {} }),
        })
      ).status,
    ).toBe(401);
  });
});

describe('leadership', () => {
  it("sees no investor's contact, nor their words, on any page", async () => {
    expect((await host.project(own.projectId, 'officer')).contact).toBeDefined();
    expect(await host.project(own.projectId, 'leadership')).not.toHaveProperty('contact');
    const pages = async (account: string) => {
      const { get } = await visitorOf(host, account);
      return (
        await Promise.all(
          ['', '/history'].map(async (end) => (await get(`/office/projects/${own.projectId}${end}`)).text),
        )
      ).join();
    };
    expect(await pages('officer')).toContain('plant-');
    expect(await pages('leadership')).not.toContain('@example.org');
  });

  it('sees the zones of its region and no other', async () => {
    const zones = async (as: string) =>
      (await host.ask<PipelineView>('/api/pipeline', { as })).body.zones.map(({ zoneId }) => zoneId);
    expect(await zones('leadership')).toEqual(['aqtobe']);
    expect(await zones('leadership-kokand')).toEqual(['kokand']);
    expect((await host.ask<PipelineView>('/api/pipeline?zone=kokand', { as: 'leadership' })).body.zones).toEqual([]);
  });

  it('is served by a function that cannot write', () => {
    expect(functions.region.may).toEqual({
      table: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
      indexes: ['byZone', 'byStage', 'byForum', 'bySector', 'byStart', 'byOverdue', 'byHolder', 'byWork'],
    });
  });
});

describe('a link', () => {
  it.each([
    ['is not ours', () => 't.pabc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['has its end changed', () => own.track.slice(0, -1) + (own.track.endsWith('A') ? 'B' : 'A')],
    ['has another project under the same signature', () => own.track.replace(own.projectId, 'pother')],
    ['claims to be of another kind', () => own.track.replace(/^t\./, 'c.')],
    ['is no link at all', () => 'x'],
  ])('that %s opens nothing', async (_, link) => {
    for (const [path, body] of [
      ['', undefined],
      ['/confirm', {}],
      ['/decision', decision],
      ['/correction', { note: 'x' }],
      ['/withdraw', {}],
    ] as const) {
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
    await host.ask(`/api/links/${link}/decision`, {
      body: { decision: goodAnswer('technical-condition', await today(host)), assignmentId: other.assignmentId },
    });
    const { assignments } = await host.project(own.projectId);
    expect(assignments.find((one) => one.assignmentId === other.assignmentId)?.state).toBe('open');
  });

  it("of an investor answers nothing that is a party's or the office's", async () => {
    const project = await host.project(own.projectId);
    for (const kind of ['architectural-planning', 'office-decision'] as const) {
      const { assignmentId: foreign } = openOne(project, kind);
      const reply = await host.ask(`/api/links/${own.track}/decision`, {
        body: { decision: goodAnswer(kind, await today(host)), assignmentId: foreign },
      });
      expect(reply.status, kind).toBe(403);
    }
  });

  it('of one investor reaches no other project', async () => {
    const other = await placeAt(host, 'design-documentation');
    const { assignmentId: foreign } = openOne(await host.project(other.projectId), 'documentation');
    const reply = await host.ask(`/api/links/${own.track}/decision`, {
      body: { decision: goodAnswer('documentation', await today(host)), assignmentId: foreign },
    });
    expect(reply.status).toBe(404);
  });

  it('to track does not confirm the address: only the one sent to it does', async () => {
    const { projectId, trackingUrl } = await host.submit();
    const track = linkOf(trackingUrl);
    expect((await host.ask(`/api/links/${track}/confirm`, { body: {} })).status).toBe(403);
    expect((await host.project(projectId)).confirmed).toBe(false);
  });

  it("may be opened by anybody's scanner, as often as it likes, and changes nothing", async () => {
    const { projectId } = await letterAt(
      host,
      ({ phase, stage }) => phase === 'open' && stage === 'technical-conditions',
    );
    const { version } = await host.project(projectId);
    const mails = (await host.mail()).length;
    const links = (await host.mailOf(projectId)).flatMap((email) => email.links);
    expect(links.length).toBeGreaterThan(5);
    for (const url of links) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(url, { method });
      expect((await fetch(url)).status).toBe(200);
      // All that a party is asked is a page alone.
      if (url.includes('/l/') && !url.includes('/l/p.'))
        expect((await host.ask(`/api/links/${linkOf(url)}`)).status, url).toBe(200);
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
