import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeKind } from '#core/notices/notice.ts';
import type { ObstacleView, ProjectView } from '#core/api/views.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import { linkLimit } from '#core/obstacles/obstacles-by-link.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, holderLink, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const line = { kind: 'line', line: 'power' } as const;
const power = { kind: 'party', partyId: 'aqtobe-power' } as const;
const gas = { kind: 'party', partyId: 'aqtobe-gas' } as const;

/** A project whose investor has reported an obstacle. */
async function hindered(words = 'No answer since May.'): Promise<Placed & { readonly obstacleId: string }> {
  const placed = await placeAt(host, 'technical-conditions');
  const raised = await host.ask(`/api/links/${placed.track}/obstacles`, { body: { about: line, words } });
  expect(raised.status).toBe(200);
  return { ...placed, obstacleId: (await host.project(placed.projectId)).obstacles[0]?.obstacleId ?? '' };
}

/** What the office does about it; gives the status. */
const act = async (
  { projectId, obstacleId }: { projectId: string; obstacleId: string },
  action: string,
  body: unknown,
  as = 'officer',
): Promise<number> =>
  (await host.ask(`/api/projects/${projectId}/obstacles/${obstacleId}/${action}`, { as, body })).status;

/** The latest email of a kind to an address that begins so, as its reader has it. */
async function email({ projectId }: Pick<Placed, 'projectId'>, notice: NoticeKind, to: string) {
  await host.settle();
  const found = (await host.mailOf(projectId))
    .toReversed()
    .find((one) => one.notice === notice && one.to.startsWith(to));
  if (!found) throw new Error(`No ${notice} to ${to}`);
  return found;
}

describe('an obstacle, from its report to its end', () => {
  it('is told to those concerned by email, each with the page where it is read', async () => {
    const { site } = host.endpoints;
    const it = await hindered();
    const { number } = await host.project(it.projectId);
    const toOffice = await email(it, 'obstacle-raised', 'office@');
    expect(toOffice.text).toContain('> No answer since May.');
    expect(toOffice.links).toEqual([`${site}/office/projects/${it.projectId}/obstacles/${it.obstacleId}`]);

    expect(await act(it, 'hand-over', { to: power, words: 'Please name a feeder.' })).toBe(200);
    const asked = await email(it, 'obstacle-asked', 'power.');
    expect(asked.subject).toContain(number);
    expect(asked.replyTo).toMatch(/^office@/);
    expect(asked.text).toMatch(/> No answer since May\.[^]*> Please name a feeder\./);
    const told = await email(it, 'obstacle-handed-over', 'plant-');
    expect(told.text).toContain('Now with: Power company');
    expect(told.links).toEqual([`${site}/l/${it.track}/obstacles/${it.obstacleId}`]);

    const party = linkOf(asked.links[0] ?? '');
    expect((await fetch(asked.links[0] ?? '')).status).toBe(200);
    expect(
      (
        await host.ask(`/api/links/${party}/obstacles/${it.obstacleId}/answer`, {
          body: { words: 'Feeder 7 is free.' },
        })
      ).status,
    ).toBe(200);
    expect((await email(it, 'obstacle-answered', 'plant-')).text).toMatch(
      /> Feeder 7 is free\.[^]*Written by: Power company/,
    );
    expect((await email(it, 'obstacle-answered', 'office@')).text).toContain('> Feeder 7 is free.');

    expect(await act(it, 'resolve', { words: 'Letter 12-07/58 names feeder 7.' })).toBe(200);
    expect((await email(it, 'obstacle-resolved', 'plant-')).text).toContain('> Letter 12-07/58 names feeder 7.');
    await email(it, 'obstacle-closed', 'power.');
    expect(await host.project(it.projectId)).toMatchObject({ openObstacles: 0, obstacles: [{ state: 'resolved' }] });
    const { body } = await host.ask<ObstacleView>(`/api/links/${it.track}/obstacles/${it.obstacleId}`);
    expect(body.said.map(({ text }) => text)).toEqual([
      'No answer since May.',
      'Please name a feeder.',
      'Feeder 7 is free.',
      'Letter 12-07/58 names feeder 7.',
    ]);
    expect(JSON.stringify(body)).not.toContain('demo-officer');
  });

  it('A18: says until when it is to be removed wherever it is shown, and by how much that has gone by', async () => {
    const it = await hindered();
    const due = addWorkingDays(calendarOf('KZ', []), await today(host), 1);
    const { post } = await visitorOf(host, 'officer');
    const page = `/office/projects/${it.projectId}/obstacles/${it.obstacleId}`;
    const form = { to: power.partyId, words: 'Please name a feeder.', due };
    expect((await post(`${page}/hand-over`, { ...form, step: 'check' })).text).toContain('To be resolved by</dt>');
    expect((await post(`${page}/hand-over`, { ...form, due: '2020-01-06', step: 'check' })).text).toContain(
      'This day has passed',
    );
    expect((await post(`${page}/hand-over`, { ...form, step: 'send' })).status).toBe(303);
    const asked = await email(it, 'obstacle-asked', 'power.');
    expect(asked.text).toContain('Срок: 15 декабря 2025');
    expect((await email(it, 'obstacle-handed-over', 'plant-')).text).toContain('Due date: ');
    expect((await host.ask<ObstacleView>(`/api/links/${it.track}/obstacles/${it.obstacleId}`)).body).toMatchObject({
      due,
    });
    expect(
      (
        await host.ask(`/api/links/${it.track}/obstacles`, {
          body: { about: line, words: 'Another.', due: '2026-12-31' },
        })
      ).status,
    ).toBe(200);
    expect((await host.project(it.projectId)).obstacles.at(-1)?.due).toBeUndefined();

    await host.advance('P10D');
    const pages = [`/l/${it.track}`, `/l/${it.track}/obstacles/${it.obstacleId}`];
    expect(await (await fetch(`${host.endpoints.site}/l/${linkOf(asked.links[0] ?? '')}`)).text()).toMatch(
      /Устранить до[^]*просрочено на/,
    );
    for (const one of pages)
      expect(await (await fetch(`${host.endpoints.site}${one}`)).text()).toMatch(
        /To be resolved by[^]*working days late/,
      );
    const { get } = await visitorOf(host, 'officer');
    for (const one of [page, `/office/projects/${it.projectId}`, '/office?zone=aqtobe&obstacles=true'])
      expect((await get(one)).text).toMatch(/To be resolved by[^]*working days late/);
  });

  it('resolved by the investor is told the office', async () => {
    const it = await hindered();
    expect(
      (
        await host.ask(`/api/links/${it.track}/obstacles/${it.obstacleId}/resolve`, {
          body: { words: 'They answered.' },
        })
      ).status,
    ).toBe(200);
    expect((await email(it, 'obstacle-resolved', 'office@')).text).toContain('> They answered.');
    expect(await act(it, 'resolve', { words: 'Something else.' })).toBe(409);
  });

  it('that the office recorded is told the investor, who does not resolve it', async () => {
    const placed = await placeAt(host, 'expertise');
    await host.ask(`/api/projects/${placed.projectId}/obstacles`, {
      as: 'officer',
      body: { about: { kind: 'stage', stage: 'expertise' }, words: 'The volumes are missing.' },
    });
    expect((await email(placed, 'obstacle-raised', 'plant-')).text).toContain('> The volumes are missing.');
    const [obstacle] = (await host.project(placed.projectId)).obstacles;
    expect(
      (
        await host.ask(`/api/links/${placed.track}/obstacles/${obstacle?.obstacleId ?? ''}/resolve`, {
          body: { words: 'x' },
        })
      ).status,
    ).toBe(403);
  });

  it("gives a party no link when it has nothing to answer here, and never somebody else's", async () => {
    const it = await hindered();
    await answer(
      host,
      openOne(await host.project(it.projectId), 'technical-condition', 'power'),
      goodAnswer('technical-condition', await today(host)),
    );
    await act(it, 'hand-over', { to: power });
    // The page of all that it is asked leads to nothing of this project.
    const { links } = await email(it, 'obstacle-asked', 'power.');
    expect(links.filter((link) => !linkOf(link).startsWith('p.'))).toEqual([]);
  });

  it('sent twice does nothing twice, whoever sends it', async () => {
    const it = await hindered();
    const twice = async (send: () => Promise<number>) => {
      const before = (await host.project(it.projectId)).version;
      expect(await Promise.all([send(), send(), send()])).toEqual([200, 200, 200]);
      return (await host.project(it.projectId)).version - before;
    };
    expect(
      await twice(
        async () =>
          (await host.ask(`/api/links/${it.track}/obstacles`, { body: { about: line, words: 'No answer since May.' } }))
            .status,
      ),
    ).toBe(0);
    expect(await twice(() => act(it, 'hand-over', { to: power, words: 'Please.' }))).toBe(1);
    expect(await twice(() => act(it, 'answer', { words: 'Well?' }))).toBe(1);
    expect(
      await twice(
        async () =>
          (await host.ask(`/api/projects/${it.projectId}/notes`, { as: 'officer', body: { text: 'Called.' } })).status,
      ),
    ).toBe(1);
    expect(await twice(() => act(it, 'resolve', { words: 'Done.' }))).toBe(1);
  });
});

describe('whom an obstacle is no matter of', () => {
  it('the party of another line of the same project, and whoever had it before', async () => {
    const it = await hindered();
    const [ofGas, ofPower] = await Promise.all(
      (['gas', 'power'] as const).map(async (utility) =>
        holderLink(host, openOne(await host.project(it.projectId), 'technical-condition', utility)),
      ),
    );
    await act(it, 'hand-over', { to: power });
    const status = async (link: string) => (await host.ask(`/api/links/${link}/obstacles/${it.obstacleId}`)).status;
    expect([await status(ofPower ?? ''), await status(ofGas ?? '')]).toEqual([200, 404]);
    expect(await (await fetch(`${host.endpoints.site}/l/${ofGas ?? ''}`)).text()).not.toContain('/obstacles/');
    await act(it, 'hand-over', { to: gas });
    expect([await status(ofPower ?? ''), await status(ofGas ?? '')]).toEqual([404, 200]);
    expect(
      (await host.ask(`/api/links/${ofPower ?? ''}/obstacles/${it.obstacleId}/answer`, { body: { words: 'x' } }))
        .status,
    ).toBe(404);
  });

  it('leadership, who see that it is there and read no word of it', async () => {
    const it = await hindered("These are the investor's words.");
    expect((await host.project(it.projectId, 'leadership')).obstacles).toHaveLength(1);
    const { get } = await visitorOf(host, 'leadership');
    for (const end of ['', '/history', `/obstacles/${it.obstacleId}`])
      expect((await get(`/office/projects/${it.projectId}${end}`)).text).not.toContain("investor's words");
  });
});

describe('who may not report', () => {
  const report = (track: string, words = 'x') =>
    host.ask(`/api/links/${track}/obstacles`, { body: { about: line, words } });

  it('an address that was never confirmed, and a project that has ended', async () => {
    const { trackingUrl } = await host.submit();
    expect((await report(linkOf(trackingUrl))).status).toBe(409);
    const ended = await hindered();
    await host.ask(`/api/links/${ended.track}/withdraw`, { body: {} });
    expect((await report(ended.track)).status).toBe(409);
    expect(await act(ended, 'resolve', { words: 'x' })).toBe(409);
    expect((await host.project(ended.projectId)).obstacles[0]?.state).toBe('closed');
  });

  it('more than a day takes, by one link', async () => {
    const it = await hindered();
    const statuses: number[] = [];
    for (let at = 0; at < linkLimit.count; at += 1)
      statuses.push(
        (
          await host.ask(`/api/links/${it.track}/obstacles/${it.obstacleId}/answer`, {
            body: { words: `No. ${String(at)}` },
          })
        ).status,
      );
    expect(statuses).toEqual([...Array.from({ length: linkLimit.count - 1 }, () => 200), 429]);
    const form = await fetch(`${host.endpoints.site}/l/${it.track}/obstacles/${it.obstacleId}`, {
      method: 'POST',
      body: new URLSearchParams({ words: 'Typed and not lost.', action: 'answer' }),
    });
    expect([form.status, (await form.text()).includes('Typed and not lost.')]).toEqual([429, true]);
  });
});

describe('a note of the office', () => {
  const add = (projectId: string, text: string, shared: boolean) =>
    host.ask(`/api/projects/${projectId}/notes`, { as: 'officer', body: { text, shared } });

  it('for itself is read by the office and headquarters, never by the investor, a party or leadership', async () => {
    const { projectId, track } = await placeAt(host, 'technical-conditions');
    const secret = 'The director is not to be trusted.';
    expect((await add(projectId, secret, false)).status).toBe(200);
    await host.settle();
    for (const account of ['officer', 'head', 'headquarters'])
      expect(
        (await (await visitorOf(host, account)).get(`/office/projects/${projectId}/notes`)).text,
        account,
      ).toContain(secret);
    const party = await holderLink(host, openOne(await host.project(projectId), 'technical-condition', 'gas'));
    const outside = await Promise.all(
      [`/l/${track}`, `/l/${party}`, `/api/links/${track}`, `/api/links/${party}`].map(async (path) =>
        (await fetch(host.endpoints.site + path)).text(),
      ),
    );
    const leadership = await visitorOf(host, 'leadership');
    const seen = await Promise.all(
      ['', '/history', '/notes'].map(async (end) => (await leadership.get(`/office/projects/${projectId}${end}`)).text),
    );
    expect([...outside, ...seen].filter((text) => text.includes('director'))).toEqual([]);
    expect((await host.mailOf(projectId)).filter(({ text }) => text.includes('director'))).toEqual([]);
    expect((await host.ask(`/api/projects/${projectId}/events`, { as: 'officer' })).body).not.toMatchObject({
      entries: expect.arrayContaining([expect.objectContaining({ text: secret })]) as unknown,
    });
  });

  it('that is shared reaches the investor by email and on their page, newest first', async () => {
    const { projectId, track } = await placeAt(host, 'technical-conditions');
    await add(projectId, 'The council meets on Monday.', true);
    await add(projectId, 'It was moved to Tuesday.', true);
    const shared = await email({ projectId }, 'note-shared', 'plant-');
    expect(shared.text).toContain('> It was moved to Tuesday.');
    const page = await (await fetch(shared.links[0] ?? '')).text();
    expect(page.indexOf('Tuesday')).toBeLessThan(page.indexOf('Monday'));
    expect(shared.links).toEqual([`${host.endpoints.site}/l/${track}`]);
  });
});

it('the work list shows what is open in the zone, and the project how many', async () => {
  const it = await hindered();
  const { get } = await visitorOf(host, 'officer');
  const { text } = await get('/office?zone=aqtobe&obstacles=true');
  expect(text).toContain(`/office/projects/${it.projectId}/obstacles/${it.obstacleId}`);
  const { openObstacles }: ProjectView = await host.project(it.projectId);
  expect(openObstacles).toBe(1);
  await act(it, 'resolve', { words: 'Done.' });
  expect((await get('/office?zone=aqtobe&obstacles=true')).text).not.toContain(it.projectId);
});
