import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendEmailCommand, type SendEmailCommandInput, SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localServices } from '../http/local-services.ts';
import { type HttpServer, serve } from '../http/server.ts';
import { freePort } from '../../kit/free-port.ts';
import { openMailFolder } from './mail-folder.ts';
import { mailbox } from './mailbox.ts';
import type { Email } from './message.ts';
import { emailService, makeOutage } from './service.ts';
import { smtpDelivery } from './smtp.ts';
import { testCredentials as credentials, testSigner as signer } from '../testing/signer.ts';

const at = Date.parse('2025-12-12T09:00:00+05:00');
const folder = mkdtempSync(join(tmpdir(), 'mail-'));
const mail = openMailFolder(folder);
const told: Email[] = [];
let server: HttpServer;
let origin: string;
let client: SESv2Client;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}/_local`;
  const outage = makeOutage();
  const service = emailService({
    mail,
    clock: { now: () => at },
    delivery: undefined,
    outage,
    onEmail: (email) => told.push(email),
    onError: (error) => expect.fail(String(error)),
  });
  server = await serve({
    port,
    dispatch: localServices({
      services: {
        email: { access: 'signed', as: 'ses', service },
        'email/outage': { access: 'handle', service: outage.service },
        mailbox: { access: 'handle', service: mailbox(mail) },
      },
      signer,
    }),
    onError: (error) => expect.fail(String(error)),
    onAnswer: () => undefined,
  });
  client = new SESv2Client({ endpoint: `${origin}/email`, region: 'eu-central-1', credentials, maxAttempts: 1 });
});
afterAll(() => server.close());

const simple = (
  change: Partial<SendEmailCommandInput> = {},
  text = 'Open https://site.example.org/l/abc?x=1. Then (https://site.example.org/b)!',
): SendEmailCommandInput => ({
  FromEmailAddress: 'Аймақ <zone@example.org>',
  Destination: { ToAddresses: ['investor@example.org'] },
  ReplyToAddresses: ['office@example.org'],
  Content: {
    Simple: {
      Subject: { Data: 'Ниет хаты' },
      Body: { Text: { Data: text }, Html: { Data: '<p>Hi</p><script>x</script>' } },
      Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
    },
  },
  EmailTags: [
    { Name: 'language', Value: 'kk' },
    { Name: 'notice', Value: 'receipt' },
    { Name: 'email', Value: '01ABC' },
  ],
  ConfigurationSetName: 'local',
  ...change,
});
const send = (input: SendEmailCommandInput) => client.send(new SendEmailCommand(input));
const list = async (query = '') =>
  (
    (await (await fetch(`${origin}/mailbox${query}`, { headers: { accept: 'application/json' } })).json()) as {
      emails: Email[];
    }
  ).emails;

describe('SES v2', () => {
  it('keeps a simple email and shows it in the mailbox', async () => {
    const { MessageId } = await send(simple());
    const [email] = await list();
    expect(email).toEqual({
      id: '000000001',
      messageId: MessageId,
      at: '2025-12-12T04:00:00.000Z',
      from: 'Аймақ <zone@example.org>',
      to: 'investor@example.org',
      replyTo: 'office@example.org',
      subject: 'Ниет хаты',
      text: 'Open https://site.example.org/l/abc?x=1. Then (https://site.example.org/b)!',
      html: '<p>Hi</p><script>x</script>',
      language: 'kk',
      notice: 'receipt',
      tags: { language: 'kk', notice: 'receipt', email: '01ABC' },
      links: ['https://site.example.org/l/abc?x=1', 'https://site.example.org/b'],
      headers: [{ name: 'Auto-Submitted', value: 'auto-generated' }],
      configurationSet: 'local',
    });
    expect(told).toEqual([email]);
    expect(openMailFolder(folder).list()).toEqual([email]);
  });

  it('R8: an email that is sent again, because its answer was lost, is one email and has the answer it had, after a restart too', async () => {
    const own = openMailFolder(mkdtempSync(join(tmpdir(), 'mail-')));
    const kept: Email[] = [];
    const open = () =>
      emailService({
        mail: own,
        clock: { now: () => at },
        delivery: undefined,
        sameBy: ({ row }) => row,
        onEmail: (email) => kept.push(email),
        onError: (error) => expect.fail(String(error)),
      });
    const ask = async (service: ReturnType<typeof open>, row: string) => {
      const body = Buffer.from(JSON.stringify(simple({ EmailTags: [{ Name: 'row', Value: row }] })));
      const { status, body: answer } = await service({
        method: 'POST',
        url: '/v2/email/outbound-emails',
        headers: {},
        body,
        sourceIp: '',
        protocol: '',
      });
      return { status, answer: JSON.parse(String(answer)) as unknown };
    };
    const first = open();
    const answers = [await ask(first, 'a'), await ask(first, 'a'), await ask(open(), 'a')];
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(await ask(first, 'b')).not.toEqual(answers[0]);
    expect(own.list().map(({ tags }) => tags)).toEqual([{ row: 'a' }, { row: 'b' }]);
    expect(kept).toHaveLength(2);
  });

  it('keeps a raw email', async () => {
    const raw =
      'From: zone@example.org\r\nTo: party@example.org\r\nSubject: =?utf-8?B?0KHTmdC70LXQvA==?=\r\nReply-To: office@example.org\r\n\r\nSee https://site.example.org/raw\r\n';
    await send({ Content: { Raw: { Data: Buffer.from(raw) } }, Destination: { ToAddresses: ['party@example.org'] } });
    expect((await list('?to=PARTY@example.org')).at(-1)).toMatchObject({
      from: 'zone@example.org',
      to: 'party@example.org',
      subject: 'Сәлем',
      replyTo: 'office@example.org',
      links: ['https://site.example.org/raw'],
    });
  });

  it.each<[string, SendEmailCommandInput]>([
    ['no sender', simple({ FromEmailAddress: undefined })],
    ['no recipient', simple({ Destination: {} })],
    ['an address that is none', simple({ Destination: { ToAddresses: ['nobody'] } })],
    ['a line break in an address', simple({ Destination: { ToAddresses: ['a@example.org\r\nBcc: b@example.org'] } })],
    [
      '51 recipients',
      simple({ Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `a${n}@example.org`) } }),
    ],
    [
      'a line break in the subject',
      simple({ Content: { Simple: { Subject: { Data: 'a\nBcc: b' }, Body: { Text: { Data: 'x' } } } } }),
    ],
    ['no body', simple({ Content: { Simple: { Subject: { Data: 'a' }, Body: {} } } })],
    ['a template', simple({ Content: { Template: { TemplateName: 'x' } } })],
    ['a tag SES refuses', simple({ EmailTags: [{ Name: 'project', Value: 'ZH/1 ә' }] })],
  ])('refuses %s', async (_, input) => {
    const before = (await list()).length;
    await expect(send(input)).rejects.toMatchObject({ name: 'BadRequestException' });
    expect(await list()).toHaveLength(before);
  });

  it('is down when it is switched off, and back afterwards', async () => {
    const switchTo = async (wish: unknown) =>
      (
        await fetch(`${origin}/email/outage`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(wish),
        })
      ).status;
    expect(await switchTo({ down: true })).toBe(200);
    await expect(send(simple())).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect(await switchTo({ down: 'no' })).toBe(400);
    expect(await switchTo({ down: false })).toBe(200);
    await expect(send(simple())).resolves.toHaveProperty('MessageId');
  });
});

describe('the mailbox', () => {
  it('lists newest last, from an id on, and keeps the order of sending', async () => {
    const all = await list();
    expect(all.map(({ id }) => id)).toEqual([...all].map(({ id }) => id).sort());
    expect(await list(`?after=${all[0]?.id}`)).toEqual(all.slice(1));
    expect((await fetch(`${origin}/mailbox?after=x`)).status).toBe(400);
    const own = openMailFolder(mkdtempSync(join(tmpdir(), 'mail-')));
    const { id: _id, messageId: _messageId, at: _at, ...draft } = all[0] as Email;
    const kept = await Promise.all(Array.from({ length: 20 }, () => own.keep(draft, at)));
    expect(kept.map(({ id }) => id)).toEqual(own.list().map(({ id }) => id));
  });

  it.each(['', '{"id":', '{}', 'null', '{"id":"000000002","to":7}'])(
    'R10: shows an email whose file holds %j as broken, and the others as they are',
    async (broken) => {
      const folderOfOne = mkdtempSync(join(tmpdir(), 'mail-'));
      const own = openMailFolder(folderOfOne);
      const draft = {
        from: 'zone@example.org',
        to: 'party@example.org',
        subject: 'Hello',
        text: 'Hello',
        tags: {},
        links: [],
        headers: [],
      };
      const [first, , third] = await Promise.all([own.keep(draft, at), own.keep(draft, at), own.keep(draft, at)]);
      writeFileSync(join(folderOfOne, '000000002.json'), broken);
      expect(own.list()).toEqual([
        first,
        expect.objectContaining({ id: '000000002', broken: true, subject: 'This email cannot be read' }),
        third,
      ]);
      const ask = (url: string, accept = 'text/html') =>
        mailbox(own)({
          method: 'GET',
          url,
          headers: { accept },
          body: Buffer.of(),
          sourceIp: '',
          protocol: 'HTTP/1.1',
        });
      for (const url of ['/', '/000000002', `/?to=${draft.to}`]) expect(await ask(url)).toMatchObject({ status: 200 });
      expect(JSON.parse(String((await ask('/', 'application/json')).body))).toMatchObject({
        emails: [{ id: first.id }, { broken: true }, { id: third.id }],
      });
    },
  );

  it('has pages that show text and run nothing', async () => {
    await send(
      simple({
        Content: {
          Simple: {
            Subject: { Data: '<b>bold</b>' },
            Body: {
              Text: { Data: '<i> https://site.example.org/?a=1&b=2' },
              Html: { Data: '<a href="https://x">x</a>' },
            },
          },
        },
      }),
    );
    const last = (await list()).at(-1);
    const index = await (await fetch(`${origin}/mailbox`)).text();
    expect(index).toContain(`<a href="/_local/mailbox/${last?.id}">&lt;b&gt;bold&lt;/b&gt;</a>`);
    const response = await fetch(`${origin}/mailbox/${last?.id}`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const shown = await response.text();
    expect(shown).toContain(
      '<a href="https://site.example.org/?a=1&amp;b=2">https://site.example.org/?a=1&amp;b=2</a>',
    );
    expect(shown).toContain(
      'srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;a href=&quot;https://x&quot;&gt;x&lt;/a&gt;"',
    );
    expect(shown).not.toContain('<i>');
    expect((await fetch(`${origin}/mailbox/999999999`)).status).toBe(404);
    expect((await fetch(`${origin}/mailbox/..%2F..%2Fetc`)).status).toBe(404);
    expect((await fetch(`${origin}/mailbox`, { method: 'DELETE' })).status).toBe(405);
  });
});

describe('delivery by SMTP', () => {
  /** A mail server that answers RCPT with what it is told. */
  async function mailServer(answerToRecipient: string) {
    const got: string[] = [];
    const listener = createServer((socket) => {
      socket.write('220 test\r\n');
      let inData = false;
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          got.push(line);
          if (line === '.') inData = false;
          if (inData) continue;
          if (line === 'DATA') inData = true;
          socket.write(
            line === 'DATA'
              ? '354 go\r\n'
              : line.startsWith('RCPT')
                ? `${answerToRecipient}\r\n`
                : line === 'QUIT'
                  ? '221 bye\r\n'
                  : '250 ok\r\n',
          );
        }
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    return { got, url: `smtp://127.0.0.1:${port}`, close: () => listener.close() };
  }
  const draft = {
    from: 'zone@example.org',
    to: 'a@example.org',
    subject: 'Тақырып',
    text: 'x',
    tags: {},
    links: [],
    headers: [
      { name: 'Auto-Submitted', value: 'auto-generated' },
      { name: 'Subject', value: 'old' },
    ],
  };

  it.each([
    ['250 ok', undefined],
    ['550 no such user', expect.stringContaining('550 no such user')],
  ])('of a recipient answered %j comes to %j', async (answer, expected) => {
    const smtp = await mailServer(answer);
    const delivery = smtpDelivery(smtp.url);
    expect(await delivery.deliver(draft)).toEqual(expected);
    if (expected === undefined)
      expect(smtp.got.filter((line) => /^(Auto-Submitted|Subject):/.test(line))).toEqual([
        expect.stringMatching(/^Auto-Submitted: auto-generated/),
        expect.stringMatching(/^Subject: =\?UTF-8/),
      ]);
    delivery.close();
    smtp.close();
  });

  it('that the server puts off is answered 503 and not kept', async () => {
    const smtp = await mailServer('451 try later');
    const delivery = smtpDelivery(smtp.url);
    const errors: unknown[] = [];
    const own = openMailFolder(mkdtempSync(join(tmpdir(), 'mail-')));
    const service = emailService({
      mail: own,
      clock: { now: () => at },
      delivery,
      onEmail: () => expect.fail('kept'),
      onError: (error) => errors.push(error),
    });
    const body = Buffer.from(JSON.stringify(simple()));
    expect(
      await service({
        method: 'POST',
        url: '/v2/email/outbound-emails',
        headers: {},
        body,
        sourceIp: '',
        protocol: '',
      }),
    ).toMatchObject({ status: 503 });
    expect(errors).toHaveLength(1);
    expect(own.list()).toEqual([]);
    delivery.close();
    smtp.close();
  });
});
