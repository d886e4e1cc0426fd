import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import type { Problem } from '#core/api/views.ts';
import type { SubmitLetterResponse } from '#core/letter/letter-of-intent.ts';
import { issueText, problemTextsOf } from '#core/texts/areas/problems.ts';
import { limits } from '#core/letter/submit-letter.ts';
import type { PipelineView, ProjectPage } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import { letterOf, newKey, openHost, type Reply, type TestHost } from '#test/support/host.ts';
import { linkFromMail } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const path = '/api/letters-of-intent';
const send = (body: unknown, key = newKey(), headers = {}) =>
  host.ask<SubmitLetterResponse & Problem>(path, { body, headers: { 'idempotency-key': key, ...headers } });
const receiptsOf = async (email: string) => {
  await host.settle();
  return (await host.mail()).filter(({ to, notice }) => to === email && notice === 'receipt');
};

describe('a letter that is sent again', () => {
  it('50 times at once with one key gives 50 equal answers, one project and one receipt', async () => {
    const letter = letterOf();
    const key = newKey();
    const replies = await Promise.all(Array.from({ length: 50 }, () => send(letter, key)));
    expect(new Set(replies.map(({ status, body }) => `${String(status)} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    expect(await receiptsOf(letter.contact.email)).toHaveLength(1);
    const {
      body: { entries },
    } = await host.ask<z.infer<typeof ProjectPage>>(`/api/projects?zone=aqtobe&q=${letter.company.number}`, {
      as: 'officer',
    });
    expect(entries.map(({ projectId }) => projectId)).toEqual([replies[0]?.body.projectId]);
    expect(await host.execution(entries[0]?.projectId ?? '')).toBe('RUNNING');
  });

  it('with another key is another project', async () => {
    const letter = letterOf();
    const [one, two] = [await send(letter), await send(letter)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.projectId).not.toBe(two.body.projectId);
    expect(await receiptsOf(letter.contact.email)).toHaveLength(2);
  });

  it('with the same key and its fields in another order is the same', async () => {
    const letter = letterOf();
    const key = newKey();
    const first = await send(letter, key);
    const turned = Object.fromEntries(Object.entries(letter).toReversed());
    expect((await send(turned, key)).body).toEqual(first.body);
  });

  it('with the same key and another body is refused', async () => {
    const letter = letterOf();
    const key = newKey();
    await send(letter, key);
    expect(await send({ ...letter, jobs: letter.jobs + 1 }, key)).toMatchObject({
      status: 422,
      body: { type: 'urn:zholkarta:problem:key-reused' },
    });
    expect(await receiptsOf(letter.contact.email)).toHaveLength(1);
  });

  it('gives the same answer months later', async () => {
    const letter = letterOf();
    const key = newKey();
    const first = await send(letter, key);
    await host.advance('P20D');
    expect((await send(letter, key)).body).toEqual(first.body);
  });
});

describe('too many letters', () => {
  it('from one address in a day are put off until tomorrow', async () => {
    const letter = letterOf();
    const replies: Reply<Problem>[] = [];
    for (let count = 0; count < limits.email.count + 1; count += 1) replies.push(await send(letter));
    expect(replies.map(({ status }) => status)).toEqual([
      ...Array.from({ length: limits.email.count }, () => 201),
      429,
    ]);
    const last = replies.at(-1)!;
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(last.headers.get('retry-after'))).toBeLessThanOrEqual(limits.email.seconds);
    expect(last.body).toMatchObject({ type: 'urn:zholkarta:problem:too-many', status: 429 });
    await host.advance('P1D');
    expect((await send(letter)).status).toBe(201);
  });
});

describe("leadership's figures", () => {
  const counted = async () =>
    (await host.ask<PipelineView>('/api/pipeline?zone=aqtobe', { as: 'leadership' })).body.total.projects;

  it('count a letter when its address is confirmed, and once', async () => {
    const before = await counted();
    const { projectId } = await host.submit();
    await host.settle();
    expect(await counted()).toBe(before);
    const link = await linkFromMail(host, projectId, 'c.');
    for (let click = 0; click < 2; click += 1)
      expect((await host.ask(`/api/links/${link}/confirm`, { body: {} })).status).toBe(200);
    expect(await counted()).toBe(before + 1);
  });

  it('count a letter that an officer accepts before its address is confirmed', async () => {
    const before = await counted();
    const { projectId } = await host.submit();
    await host.settle();
    const [decision] = (await host.project(projectId)).assignments;
    await host.asStaff('officer', `/api/assignments/${decision?.assignmentId ?? ''}/decision`, {
      decision: { outcome: 'approved' },
    });
    expect(await counted()).toBe(before + 1);
  });
});

describe('what was typed wrong', () => {
  const wrong: readonly (readonly [string, (letter: ReturnType<typeof letterOf>) => unknown, string])[] = [
    ['no such zone', (letter) => ({ ...letter, zoneId: 'atlantis' }), 'zoneId'],
    [
      'an address without @',
      (letter) => ({ ...letter, contact: { ...letter.contact, email: 'nowhere' } }),
      'contact.email',
    ],
    [
      'a company number with letters',
      (letter) => ({ ...letter, company: { ...letter.company, number: 'ABC' } }),
      'company.number',
    ],
    ['less than no jobs', (letter) => ({ ...letter, jobs: -1 }), 'jobs'],
    [
      'a part of a tiyn',
      (letter) => ({ ...letter, investment: { amountMinor: 1.5, currency: 'KZT' } }),
      'investment.amountMinor',
    ],
    ['a day that no calendar has', (letter) => ({ ...letter, wantedStart: '2026-02-30' }), 'wantedStart'],
    [
      'a line break in a name',
      (letter) => ({ ...letter, company: { ...letter.company, name: 'Plant\r\nBcc: all@example.org' } }),
      'company.name',
    ],
    ['no consent', (letter) => ({ ...letter, consent: false }), 'consent'],
    ['no jobs at all', ({ jobs: _, ...letter }) => letter, 'jobs'],
  ];
  it.each(wrong)('%s is told beside its field', async (_, change, field) => {
    const reply = await send(change(letterOf()));
    expect(reply).toMatchObject({ status: 400, body: { type: 'urn:zholkarta:problem:invalid', status: 400 } });
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.body.issues?.map((issue) => issue.path)).toEqual([field]);
  });

  it.each(languages)('is told in %s', async (language) => {
    const { body } = await send({ ...letterOf(), jobs: 'many' }, newKey(), {
      'accept-language': `${language};q=0.9, en;q=0.1`,
    });
    const texts = problemTextsOf(language);
    expect(body).toMatchObject({ title: texts.problems.invalid.title, detail: texts.problems.invalid.next });
    expect(body.issues).toEqual([{ path: 'jobs', code: 'invalid_type', message: issueText(language, 'invalid_type') }]);
  });

  it.each([
    ['broken JSON', '{"zoneId":', {}, 400, 'malformed'],
    [
      'a form instead of JSON',
      'zoneId=aqtobe',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    ['a list instead of a letter', '[]', {}, 400, 'invalid'],
    ['nothing', '', {}, 400, 'invalid'],
  ])('%s is told as such', async (_, body, headers, status, kind) => {
    expect(await send(body, newKey(), headers)).toMatchObject({
      status,
      body: { type: `urn:zholkarta:problem:${kind}`, status },
    });
  });

  it.each([
    ['none', {}],
    ['too short', { 'idempotency-key': 'short' }],
  ])('an idempotency key that is %s is refused', async (_, headers) => {
    expect(await host.ask(path, { body: letterOf(), headers })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'header.idempotency-key' }] },
    });
  });

  it('a route that is not there is a problem document too', async () => {
    const reply = await host.ask<Problem>('/api/letters');
    expect(reply.status).toBe(404);
  });

  it('brings no email', async () => {
    const letter = letterOf();
    await send({ ...letter, jobs: -1 });
    expect(await receiptsOf(letter.contact.email)).toEqual([]);
  });
});
