import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { newDraft } from '#test/support/draft.ts';
import { letter as sample } from '#test/support/samples.ts';
import { announced, fileOf } from '#test/support/files.ts';
import { uploadSmallToDraft } from '../documents/draft-documents.ts';
import { askForLink, openDraft, saveDraft, sendDraftLink, startDraft } from './letter-drafts.ts';
import { runPartition } from '../notices/run-partition.ts';
import { submitDraft } from './submit-draft.ts';

const now = Date.parse('2025-12-12T09:00:00+05:00');
const letter = sample();
const sourceIp = '192.0.2.1';
const begun = async () => {
  const ports = memoryPorts();
  return { ports, link: await newDraft(ports, 'beta-forum') };
};
const sign = async ({ ports, link }: Awaited<ReturnType<typeof begun>>) => {
  const brought = await uploadSmallToDraft(
    { ...ports, scanning: false },
    { link, sourceIp: '192.0.2.1', now },
    announced(fileOf()),
    fileOf(),
  );
  expect(brought.ok).toBe(true);
  return { ports, link };
};
const submit = (ports: Parameters<typeof submitDraft>[0], link: string) =>
  submitDraft(ports, { link, letter, sourceIp: '192.0.2.1', now });

describe('a letter that is being filled in', () => {
  it('keeps what was typed, word for word, and what other windows saved', async () => {
    const { ports, link } = await begun();
    await Promise.all([
      saveDraft(ports, { link, now, fields: { jobs: [' many '] } }),
      saveDraft(ports, { link, now, fields: { production: ['<b>'] } }),
    ]);
    expect(await openDraft(ports, { link, now })).toMatchObject({
      ok: true,
      value: { fields: { jobs: [' many '], production: ['<b>'] } },
    });
  });

  it('begins with the forum that led to it and that forum’s zone, or with nothing', async () => {
    const ports = memoryPorts();
    const fieldsOf = async (forum?: string) => {
      const draft = await openDraft(ports, { link: await newDraft(ports, forum), now });
      return draft.ok && draft.value.fields;
    };
    expect([await fieldsOf('beta-forum'), await fieldsOf('nowhere'), await fieldsOf()]).toEqual([
      { zoneId: ['beta'], forum: ['beta-forum'] },
      {},
      {},
    ]);
  });

  it('opens by its own link only', async () => {
    const { ports } = await begun();
    for (const link of [
      'x',
      await ports.links.urlOf({ kind: 'track', projectId: 'p1', version: 0 }),
      await ports.links.urlOf({ kind: 'draft', draftId: 'other' }),
    ]) {
      expect(await openDraft(ports, { link, now })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await saveDraft(ports, { link, now, fields: {} })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await submit(ports, link)).toMatchObject({ failure: { kind: 'not-found' } });
    }
  });

  it('handed in twice, also at once, is one project, and of the draft only the receipt stays', async () => {
    const { ports, link } = await sign(await begun());
    await saveDraft(ports, { link, now, fields: { 'contact.name': ['A person'] } });
    const [first, second] = await Promise.all([submit(ports, link), submit(ports, link)]);
    const third = await submit(ports, link);
    expect([second, third]).toEqual([first, first]);
    expect(ports.memory.projects.size).toBe(1);
    expect(await saveDraft(ports, { link, now, fields: { jobs: ['1'] } })).toMatchObject({
      value: { fields: {}, submitted: { number: first.ok && first.value.number } },
    });
  });

  it.each(languages)('is found again by a link in an email in %s, until it is handed in', async (language) => {
    const { ports, link } = await sign(await begun());
    await saveDraft(ports, { link, now, fields: { zoneId: ['gamma'] } });
    expect(await sendDraftLink(ports, { link, address: 'me@example.org', language, sourceIp, now })).toMatchObject({
      ok: true,
    });
    const [laneId = ''] = [...ports.memory.rows.values()].map((row) => row.laneId);
    await runPartition(ports, laneId, now, (_row, error) => {
      throw error;
    });
    const [email] = ports.memory.sent;
    expect(email).toMatchObject({ to: 'me@example.org', language, replyTo: 'office@gamma.example.org' });
    expect(email?.text).toContain(link);
    await submit(ports, link);
    await sendDraftLink(ports, { link, address: 'me@example.org', language, sourceIp, now: now + 60_000 });
    expect([...ports.memory.rows.values()].filter(({ errand: message }) => message.kind === 'link')).toHaveLength(1);
  });

  it('is sent once by a form that was sent twice, and again when it is asked for again', async () => {
    const { ports, link } = await begun();
    const sent = async (address: string, at: number) => {
      await sendDraftLink(ports, { link, address, language: 'en', sourceIp, now: at });
      return ports.memory.rows.size;
    };
    const [first, second, other, later] = [
      await sent('me@example.org', now),
      await sent('me@example.org', now + 300),
      await sent('you@example.org', now + 400),
      await sent('me@example.org', now + 60_000),
    ];
    expect([first, second, other, later]).toEqual([1, 1, 2, 3]);
  });

  it('is not a way to fill somebody’s mailbox', async () => {
    const { ports, link } = await begun();
    const kinds = [];
    for (let count = 0; count < 21; count += 1)
      kinds.push(
        (
          await sendDraftLink(ports, {
            link,
            address: 'me@example.org',
            language: 'en',
            sourceIp: `192.0.2.${String(count)}`,
            now: now + count,
          })
        ).ok,
      );
    expect(kinds.filter(Boolean)).toHaveLength(20);
  });
});

describe('S5: emails to whatever address is typed', () => {
  const addressed = (at: number) => `victim${String(at)}@example.org`;
  const sends = async (to: (at: number) => string, from: (at: number) => string, count = 25) => {
    const { ports, link } = await begun();
    const taken: boolean[] = [];
    for (let at = 0; at < count; at += 1)
      taken.push(
        (await sendDraftLink(ports, { link, address: to(at), language: 'en', sourceIp: from(at), now: now + at })).ok,
      );
    return taken.filter(Boolean).length;
  };
  it.each<[string, (at: number) => string, (at: number) => string, number]>([
    [
      'of one network of version 6, by whatever address in it',
      addressed,
      (at) => `2001:db8:1:1::${String(at + 1)}`,
      20,
    ],
    ['of many networks to many mailboxes', addressed, (at) => `192.0.2.${String(at)}`, 25],
    ['to one mailbox by its tags', (at) => `me+${String(at)}@example.org`, (at) => `192.0.2.${String(at)}`, 20],
    [
      'to one mailbox at Gmail by its dots',
      (at) => `${'m.e.y.o.u'.slice(0, 9 - (at % 2))}${at % 2 ? 'u' : ''}@${at % 3 ? 'gmail' : 'googlemail'}.com`,
      (at) => `192.0.2.${String(at)}`,
      20,
    ],
    [
      'to mailboxes elsewhere whose dots count',
      (at) => `m${'.'.repeat(1)}e${String(at)}@example.org`,
      (at) => `192.0.2.${String(at)}`,
      25,
    ],
  ])('%s', async (_, to, from, taken) => {
    expect(await sends(to, from)).toBe(taken);
  });

  it('letters that are begun, of one network in an hour', async () => {
    const ports = memoryPorts();
    const begin = async () => (await startDraft(ports, { language: 'en', sourceIp, now })).ok;
    const begunNow: boolean[] = [];
    for (let at = 0; at < 301; at += 1) begunNow.push(await begin());
    expect(begunNow.filter(Boolean)).toHaveLength(300);
  });

  it('somebody’s saving keeps nobody from their own link', async () => {
    const { ports, link } = await sign(await begun());
    const submitted = await submit(ports, link);
    const address = letter.contact.email;
    const { link: other } = { link: await newDraft(ports) };
    for (let at = 0; at < 25; at += 1)
      await sendDraftLink(ports, {
        link: other,
        address,
        language: 'en',
        sourceIp: `192.0.2.${String(at)}`,
        now: now + at,
      });
    for (let at = 0; at < 25; at += 1)
      await askForLink(ports, {
        number: 'ALP-2025-9999',
        address,
        sourceIp: `198.51.100.${String(at)}`,
        now: now + at,
      });
    await askForLink(ports, {
      number: submitted.ok ? submitted.value.number : '',
      address,
      sourceIp: '203.0.113.1',
      now,
    });
    const asked = [...ports.memory.rows.values()]
      .filter(({ errand: message }) => message.kind === 'link-asked')
      .map(({ laneId }) => laneId);
    for (const partition of asked)
      await runPartition(ports, partition, now, (_row, error) => {
        throw error;
      });
    expect(
      [...ports.memory.rows.values()].filter(
        ({ errand: message }) => message.kind === 'link' && message.to === 'project',
      ),
    ).toHaveLength(1);
  });
});

describe('the link to a project', () => {
  it('goes to the investor alone, and to a stranger nothing that would tell them', async () => {
    const { ports, link } = await sign(await begun());
    const submitted = await submit(ports, link);
    const number = submitted.ok ? submitted.value.number : '';
    const address = letter.contact.email;
    const asks = [
      { number, address: 'stranger@example.org' },
      { number: 'ALP-2025-0002', address },
      { number: 'XXX-2025-0001', address },
      { number, address },
    ];
    for (const ask of asks)
      expect(await askForLink(ports, { ...ask, sourceIp, now })).toEqual({ ok: true, value: undefined });
    const partitionsOf = (wanted: string) =>
      [...ports.memory.rows.values()]
        .filter(({ errand: message }) => message.kind === wanted)
        .map(({ laneId }) => laneId);
    expect(partitionsOf('link')).toEqual([]);
    for (const partition of partitionsOf('link-asked'))
      await runPartition(ports, partition, now, (_row, error) => {
        throw error;
      });
    expect(partitionsOf('link-asked')).toEqual([]);
    expect(partitionsOf('link')).toHaveLength(1);
    await runPartition(ports, partitionsOf('link')[0] ?? '', now, (_row, error) => {
      throw error;
    });
    expect(ports.memory.sent.at(-1)).toMatchObject({ to: address, subject: expect.stringContaining(number) });
  });

  it('S13: looks nothing up before it answers, and keeps no address in what waits', async () => {
    const { ports, link } = await sign(await begun());
    await submit(ports, link);
    const {
      limits,
      ids,
      linkErrands: linkMessages,
      memory: { rows },
    } = ports;
    const known = new Set(rows.keys());
    const asks = [
      ['ALP-2025-0001', letter.contact.email],
      ['ALP-2025-0001', 'stranger@example.org'],
      ['ALP-2025-0009', letter.contact.email],
      ['XXX-2025-0001', letter.contact.email],
    ] as const;
    for (const [number, address] of asks)
      expect(await askForLink({ limits, ids, linkErrands: linkMessages }, { number, address, sourceIp, now })).toEqual({
        ok: true,
        value: undefined,
      });
    const queued = [...rows].filter(([key]) => !known.has(key)).map(([, row]) => row);
    expect(queued.map(({ errand: { kind } }) => kind)).toEqual(asks.map(() => 'link-asked'));
    expect(JSON.stringify(queued)).not.toContain('@');
  });

  it('S13: asked for and worked off again and again within a minute is one email', async () => {
    const { ports, link } = await sign(await begun());
    const submitted = await submit(ports, link);
    const ask = { number: submitted.ok ? submitted.value.number : '', address: letter.contact.email, sourceIp };
    await askForLink(ports, { ...ask, now });
    await askForLink(ports, { ...ask, now: now + 300 });
    const rows = new Map(ports.memory.rows);
    const asked = new Set(
      [...rows.values()].filter(({ errand: message }) => message.kind === 'link-asked').map(({ laneId }) => laneId),
    );
    for (const _ of ['once', 'after a crash before it was removed']) {
      for (const [key, row] of rows) if (asked.has(row.laneId)) ports.memory.rows.set(key, row);
      for (const partition of asked)
        await runPartition(ports, partition, now + 400, (_row, error) => {
          throw error;
        });
    }
    expect([...ports.memory.rows.values()].filter(({ errand: message }) => message.kind === 'link')).toHaveLength(1);
  });
});
