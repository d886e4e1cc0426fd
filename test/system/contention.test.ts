import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { visitorOf, visitorWith, type PageReply, type PageVisitor } from '#test/support/staff-session.ts';

let host: TestHost;
let officer: PageVisitor;
let anybody: PageVisitor;
beforeAll(async () => {
  // Early in a day of UTC, so that its hours lie in one day.
  host = await openHost({ startAt: '2025-12-12T09:00:00+05:00' });
  [officer, anybody] = [await visitorOf(host, 'officer'), await visitorWith(host)];
});
afterAll(() => host.close());

const times = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const statuses = (replies: readonly Pick<PageReply, 'status'>[]): readonly number[] =>
  [...new Set(replies.map(({ status }) => status))].toSorted();

describe('many at the same thing at the same moment', () => {
  it('S16: thirty saves of one draft: every one that is acknowledged is kept, and none fails by our fault', async () => {
    const begun = await anybody.post('/letter', {}, false);
    const path = (begun.location ?? '').replace(/\/company$/, '');
    const steps = ['production', 'land', 'contact', 'utilities', 'company'] as const;
    const fields = {
      production: 'production',
      land: 'landHectares',
      contact: 'contact.name',
      utilities: 'utilities.power',
      company: 'company.name',
    } as const;
    const replies = await Promise.all(
      times(30).map(async (at) => {
        const step = steps[at % steps.length] ?? 'land';
        return {
          step,
          value: `typed ${String(at)}`,
          ...(await anybody.post(`${path}/${step}`, { [fields[step]]: `typed ${String(at)}`, then: 'save' }, false)),
        };
      }),
    );
    for (const status of statuses(replies)) expect([303, 503]).toContain(status);
    expect(replies.filter(({ status }) => status === 303).length).toBeGreaterThan(5);
    for (const step of steps) {
      const { text } = await anybody.get(`${path}/${step}`);
      const acknowledged = replies.filter((one) => one.step === step && one.status === 303);
      if (acknowledged.length > 0)
        expect(
          acknowledged.some(({ value }) => text.includes(value)),
          step,
        ).toBe(true);
    }
    // What was not taken is kept on the page that says so, to be sent again.
    for (const { status, text, value } of replies) if (status === 503) expect(text).toContain(`value="${value}"`);
  });

  it('S16: forty notes on one project: each is kept that is acknowledged', async () => {
    const { projectId } = await host.submit();
    await host.settle();
    const replies = await Promise.all(
      times(40).map(async (at) => ({
        value: `note number ${String(at)}.`,
        ...(await officer.post(`/office/projects/${projectId}/notes`, {
          text: `note number ${String(at)}.`,
          who: 'office',
        })),
      })),
    );
    for (const status of statuses(replies)) expect([303, 503]).toContain(status);
    const { body } = await host.ask<{ entries: { text: string }[] }>(`/api/projects/${projectId}/notes?limit=100`, {
      as: 'officer',
    });
    expect(body.entries.map(({ text }) => text).toSorted()).toEqual(
      replies
        .filter(({ status }) => status === 303)
        .map(({ value }) => value)
        .toSorted(),
    );
    for (const { status, text, value } of replies) if (status === 503) expect(text).toContain(value);
    expect(replies.filter(({ status }) => status === 303).length).toBeGreaterThan(20);
  });

  it('S16: twenty letters confirmed at once get twenty numbers that follow each other', async () => {
    const letters = await Promise.all(times(20).map(() => host.submit()));
    expect(letters.every(({ number }) => /^AQT-\d{4}-[A-Z][A-Z2-9]{5}$/.test(number))).toBe(true);
    await host.settle();
    const mail = await host.mail();
    const links = letters.map(
      ({ projectId }) =>
        /\/l\/(c\.[\w.-]+)/.exec(
          mail.find(({ notice, tags }) => notice === 'receipt' && tags['lane'] === projectId)?.text ?? '',
        )?.[1] ?? '',
    );
    const confirmed = await Promise.all(links.map((link) => host.ask(`/api/links/${link}/confirm`, { body: {} })));
    expect(statuses(confirmed)).toEqual([200]);
    const numbers = await Promise.all(
      letters.map(async ({ projectId }) => Number((await host.project(projectId)).number.slice(-4))),
    );
    const [first = 0] = numbers.toSorted((a, b) => a - b);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(times(20).map((at) => first + at));
    const found = await host.ask<{ entries: { projectId: string }[] }>(
      `/api/projects?zone=aqtobe&q=${letters[3]?.number ?? ''}`,
      { as: 'officer' },
    );
    expect(found.body.entries.map(({ projectId }) => projectId)).toEqual([letters[3]?.projectId]);
  });
});

describe('emails to whatever address is typed', () => {
  /** Somebody who has saved a new letter: the path by which its link is sent. */
  const saving = async (): Promise<string> =>
    ((await anybody.post('/letter', {}, false)).location ?? '').replace(/\/company$/, '/save');
  const save = (path: string, email: string) => anybody.post(path, { email }, false);
  const ask = (number: string, email: string) => anybody.post('/another-link', { number, email }, false);

  it('S5: go to twenty addresses an hour from one network, and what was typed stays', async () => {
    const path = await saving();
    const sent: PageReply[] = [];
    for (const at of times(25)) sent.push(await save(path, `victim${String(at)}@example.org`));
    expect(sent.map(({ status }) => status)).toEqual(times(25).map((at) => (at < 20 ? 303 : 429)));
    for (const words of ['value="victim24@example.org"', 'Too many emails']) expect(sent.at(-1)?.text).toContain(words);
    await host.advance('PT1H');
    expect((await save(path, 'victim24@example.org')).status).toBe(303);
  });

  it('S5: go to one mailbox twenty times a day, whatever stands after its plus, and its owner still recovers the link', async () => {
    const { projectId, number } = await host.submit();
    await host.settle();
    const to =
      (await host.mail()).find(({ notice, tags }) => notice === 'receipt' && tags['lane'] === projectId)?.to ?? '';
    const path = await saving();
    const sent: number[] = [];
    for (const at of times(24)) {
      if (at % 12 === 0) await host.advance('PT1H');
      sent.push((await save(path, to.replace('@', `+${String(at)}@`))).status);
    }
    expect(sent).toEqual(times(24).map((at) => (at < 20 ? 303 : 429)));
    // Others ask for their link with a wrong number, as often as they may.
    for (const at of times(19)) expect((await ask(`AQT-2025-90${String(at + 10)}`, to)).status).toBe(303);
    expect((await ask(number, to)).status).toBe(303);
    await host.settle();
    expect(
      (await host.mail()).filter(
        ({ notice, to: reader, subject }) => notice === 'link' && reader === to && subject.includes(number),
      ),
    ).toHaveLength(1);
    // The next one of this network is told in words.
    const late = await ask('AQT-2025-0001', 'somebody@example.org');
    expect(late.status).toBe(429);
    for (const words of ['value="AQT-2025-0001"', 'value="somebody@example.org"', 'Too many emails'])
      expect(late.text).toContain(words);
  });
});
