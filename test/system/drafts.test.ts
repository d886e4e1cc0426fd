import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftUpTo } from '#test/browser/pages/letter-draft.ts';
import { openHost, type TestHost } from '#test/support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const post = (path: string, fields: Record<string, string>) =>
  fetch(host.endpoints.site + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
const get = async (path: string) => {
  const answer = await fetch(`${host.endpoints.site}${path}${path.includes('?') ? '&' : '?'}lang=en`);
  return { status: answer.status, text: await answer.text() };
};
const mailTo = async (address: string) => (await host.mail()).filter(({ to }) => to === address);

describe('a letter that is saved to be gone on with', () => {
  it('S9, S10, A15, A16: says where its link went and until when it is kept, is found by the address, reminded of, deleted by the host’s clock', async () => {
    const email = 'saves-a-draft@example.org';
    const path = await draftUpTo(host.endpoints.site, 'utilities');
    expect((await post(`${path}/save`, { email })).status).toBe(303);
    const saved = await get(`${path}/save?sent`);
    expect(saved.text).toContain(email);
    expect(saved.text).toMatch(/kept until \d+ \w+ \d{4}/);
    expect(saved.text).toContain('Send it again');
    expect((await get(`${path}/contact`)).text).toContain(`value="${email}"`);
    await host.settle();
    expect((await mailTo(email))[0]?.text).toContain('2 of 7');

    const { number } = await host.submit({ contact: { name: 'Saver', email, language: 'en' } });
    await host.settle();
    const before = (await mailTo(email)).length;
    const answers = await Promise.all(
      [email, 'nobody-at-all@example.org'].map((address) => post('/another-link', { email: address })),
    );
    expect(
      new Set(answers.map(({ status, headers }) => `${String(status)} ${headers.get('location') ?? ''}`)).size,
    ).toBe(1);
    await host.settle();
    const [all, ...more] = (await mailTo(email)).slice(before);
    expect(more).toEqual([]);
    expect(all?.text).toContain(number);
    expect(all?.links.some((link) => link.includes(path))).toBe(true);
    expect(await mailTo('nobody-at-all@example.org')).toEqual([]);

    const endings = async () => (await mailTo(email)).filter(({ subject }) => subject.includes('will be deleted on'));
    await host.advance('P25D');
    expect(await endings()).toHaveLength(1);
    expect((await get(path)).status).toBe(200);
    await host.advance('P5D');
    expect(await endings()).toHaveLength(2);
    await host.advance('P2D');
    const gone = await get(`${path}/company`);
    expect(gone.status).toBe(410);
    expect(gone.text).toMatch(/Your draft was deleted on \d+ \w+ \d{4}/);
    expect(gone.text).toContain('Start a new letter');
    expect((await get(`${path}/documents`)).status).toBe(410);
    const forged = await get(`${path.slice(0, -3)}aaa/company`);
    expect(forged.status).toBe(404);
    expect(forged.text).not.toContain('deleted');
  });

  it('A17, A27: hands in what was reviewed; another version is shown to be checked once more', async () => {
    const path = await draftUpTo(host.endpoints.site);
    const review = await get(`${path}/check`);
    expect(review.text).toContain('Page 7 of 7');
    expect(review.text.match(/>Change</g)).toHaveLength(6);
    const seenIn = (text: string) => /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
    await post(`${path}/land`, { landHectares: '5', wantedStart: '2027-03-01' });
    const refused = await post(`${path}/check`, { consent: 'true', seen: seenIn(review.text) });
    expect([refused.status, refused.headers.get('location')]).toEqual([303, `${path}/check?changed`]);
    const again = await get(`${path}/check?changed`);
    expect(again.text).toContain('was changed meanwhile');
    expect((await post(`${path}/check`, { consent: 'true', seen: seenIn(again.text) })).headers.get('location')).toBe(
      path,
    );
    expect((await get(path)).text).toContain('We have received your letter of intent');
  });

  it('S7: is printed to be signed from what was typed, from the page on which it is uploaded and from the check', async () => {
    const path = await draftUpTo(host.endpoints.site, 'documents');
    for (const page of ['documents', 'check'])
      expect((await get(`${path}/${page}`)).text).toContain(`href="${path}/print"`);
    expect((await get(`${path}/documents`)).text).toContain(`href="${path}/save"`);
    const sheet = await get(`${path}/print`);
    expect(sheet.status).toBe(200);
    for (const part of ['W'.repeat(110), 'HRB 123456', 'Representative', 'Signature', 'Stamp', 'To: '])
      expect(sheet.text).toContain(part);
    const kazakh = await (await fetch(`${host.endpoints.site}${path}/print?lang=kk`)).text();
    expect(kazakh).toContain('Ниет хаты');
  });
});
