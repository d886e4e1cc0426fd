import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submittedDraft } from '#test/browser/pages/letter-draft.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { linkOf } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => { host = await openHost(); });
afterAll(() => host.close());

const outage = (down: boolean) => fetch(`${host.endpoints.email}/outage`, { method: 'POST', body: JSON.stringify({ down }) });
const post = (path: string, fields: Record<string, string>) => fetch(host.endpoints.site + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

describe('the link to a project, asked for by its number', () => {
  it('S13: is answered alike for everybody, and sent once the provider is back', async () => {
    const email = 'asks-for-link@example.org';
    const { projectId, number } = await host.submit({ contact: { name: 'Asker', email, language: 'en' } });
    await host.settle();
    const linksSent = async () => (await host.mailOf(`link-${projectId}`)).length;
    await outage(true);
    const answers = [];
    for (const asked of [{ number, email }, { number, email: 'stranger@example.org' }, { number: 'AQT-2025-9999', email }, { number: 'XXX-2025-0001', email }]) {
      const answer = await post('/another-link', asked);
      answers.push([answer.status, answer.headers.get('location'), await answer.text()]);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    await host.settle();
    expect(await linksSent()).toBe(0);
    await outage(false);
    await host.advance('PT2H');
    expect(await linksSent()).toBe(1);
    expect((await host.mailOf(`link-${projectId}`)).map(({ to }) => to)).toEqual([email]);
  });
});

describe('the link to a draft', () => {
  it('S16: after handing in says so and sends the tracking link once more, but shows it to nobody', async () => {
    const path = await submittedDraft(host.endpoints.site);
    await host.settle();
    const receipt = await (await fetch(host.endpoints.site + path)).text();
    const number = /[A-Z]{3}-\d{4}-\d{4}/.exec(receipt)?.[0];
    expect(receipt).not.toContain('/l/');
    const sent = async () => (await host.mail()).filter(({ subject, tags }) => tags['notice'] === 'link' && subject.includes(number ?? 'none'));
    expect(await sent()).toEqual([]);
    // Whoever has the draft's link cannot choose where it goes.
    const again = await post(`${path}/save`, { email: 'somebody-else@example.org' });
    expect([again.status, again.headers.get('location')]).toEqual([303, `${path}?sent`]);
    await host.settle();
    const [email] = await sent();
    expect(email?.to).not.toContain('somebody-else');
    expect((await host.ask(`/api/links/${linkOf(email?.links[0] ?? '')}`)).status).toBe(200);
    expect(await (await fetch(`${host.endpoints.site}${path}?sent&lang=en`)).text()).toContain('on its way again');
  });
});
