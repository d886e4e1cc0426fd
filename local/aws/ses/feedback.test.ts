import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emailEvents } from '#infra/manifest/index.ts';
import { fateOf, sesEvent } from './event.ts';
import { openFeedback } from './feedback.ts';
import { openMailFolder } from './mail-folder.ts';
import type { Draft, Email } from './message.ts';

const at = Date.parse('2025-12-12T09:00:00+05:00');
const draft = (change: Partial<Draft> = {}): Draft => ({
  from: 'zone@example.org',
  to: 'a@example.org',
  subject: 'S',
  text: '',
  tags: { email: '01ABC' },
  links: [],
  headers: [],
  configurationSet: 'local',
  ...change,
});
const newFolder = () => mkdtempSync(join(tmpdir(), 'feedback-'));
const email = (change: Partial<Draft> = {}): Email => ({
  id: '1',
  messageId: 'm',
  at: new Date(at).toISOString(),
  ...draft(change),
});

describe('the fate of an email', () => {
  it.each([
    [{}, true, 'Delivery'],
    [{ to: 'Bounce+7@example.org' }, true, 'Bounce'],
    [{ to: 'a@example.org, complaint@example.org' }, true, 'Complaint'],
    [{ to: 'rebounce@example.org' }, true, 'Delivery'],
    [{ to: 'ooto@example.org' }, true, 'Bounce'],
    [{ to: 'bounce@example.org' }, false, 'Delivery'],
    [{ refused: '550 no' }, false, 'Bounce'],
  ] as const)('%j, simulated %s: %s', (change, simulated, expected) =>
    expect(fateOf(email(change), simulated)).toBe(expected),
  );

  it.each(['Delivery', 'Bounce', 'Complaint'] as const)(
    '%s becomes an event as SES publishes it, which the manifest wants',
    (fate) => {
      const event = sesEvent(email({ to: 'bounce@example.org' }), fate, at, {
        region: 'eu-central-1',
        account: '000000000000',
      });
      expect(emailEvents.detailTypes).toContain(event['detail-type']);
      expect(event).toMatchObject({
        source: emailEvents.source,
        time: '2025-12-12T04:00:00Z',
        resources: ['arn:aws:ses:eu-central-1:000000000000:configuration-set/local'],
        detail: {
          eventType: fate,
          mail: {
            messageId: 'm',
            destination: ['bounce@example.org'],
            tags: { 'ses:configuration-set': ['local'], email: ['01ABC'] },
          },
        },
      });
    },
  );

  it('D3: an absent owner is no address that is wrong', () => {
    const event = sesEvent(email({ to: 'ooto+1@example.org' }), 'Bounce', at, { region: 'r', account: 'a' });
    expect(event.detail).toMatchObject({
      bounce: { bounceType: 'Transient', bouncedRecipients: [{ emailAddress: 'ooto+1@example.org' }] },
    });
  });

  it('names the recipients that bounced', () => {
    const event = sesEvent(email({ to: 'bounce@example.org, b@example.org' }), 'Bounce', at, {
      region: 'r',
      account: 'a',
    });
    expect(event.detail).toMatchObject({
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce@example.org' }] },
    });
    const refused = sesEvent(email({ refused: '552 full' }), 'Bounce', at, { region: 'r', account: 'a' });
    expect(refused.detail).toMatchObject({
      bounce: { bouncedRecipients: [{ emailAddress: 'a@example.org', diagnosticCode: 'smtp; 552 full' }] },
    });
  });
});

describe('feedback', () => {
  it('reports every email, also those a killed host had not reported', async () => {
    const folder = newFolder();
    const mail = openMailFolder(folder);
    const options = (published: string[], fails = false) => ({
      file: join(folder, 'reported.json'),
      unreportedFile: join(folder, 'unreported.json'),
      mail,
      publish: async ({ id }: Email) => (fails ? new Promise<boolean>(() => undefined) : published.push(id) > 0),
      onError: (error: unknown) => expect.fail(String(error)),
    });
    const first: string[] = [];
    const feedback = openFeedback(options(first));
    for (let count = 0; count < 6; count++) feedback.report(await mail.keep(draft(), at));
    await feedback.settled();
    await feedback.close();
    expect(first.sort()).toEqual(mail.list().map(({ id }) => id));

    openFeedback(options([], true)).report(await mail.keep(draft(), at));
    const third: string[] = [];
    const last = openFeedback(options(third));
    await last.settled();
    expect(third).toEqual(['000000007']);
  });

  it('R11: a report that nobody could take is made again at the next starts, until it is taken, and once', async () => {
    const folder = newFolder();
    const mail = openMailFolder(folder);
    const broken = new Set(['000000002', '000000003']);
    const told: string[] = [];
    const start = () =>
      openFeedback({
        file: join(folder, 'reported.json'),
        unreportedFile: join(folder, 'unreported.json'),
        mail,
        publish: async ({ id }, isAgain) => {
          told.push(`${id}${isAgain ? ' again' : ''}`);
          if (id === '000000003' && broken.has(id)) throw new Error('away');
          return !broken.has(id);
        },
        onError: () => undefined,
      });
    const round = async (): Promise<string[]> => {
      told.length = 0;
      const feedback = start();
      await feedback.settled();
      await feedback.close();
      return told.toSorted();
    };
    for (let count = 0; count < 4; count++) await mail.keep(draft(), at);
    expect(await round()).toEqual(['000000001', '000000002', '000000003', '000000004']);
    expect(await round()).toEqual(['000000002 again', '000000003 again']);
    broken.delete('000000002');
    expect(await round()).toEqual(['000000002 again', '000000003 again']);
    broken.clear();
    expect(await round()).toEqual(['000000003 again']);
    expect(await round()).toEqual([]);
  });
});
