import { describe, expect, it } from 'vitest';
import { languages } from '#core/contracts/common.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { letter as sample } from '#test/support/samples.ts';
import { announced, fileOf } from '#test/support/files.ts';
import { uploadSmallToDraft } from './draft-documents.ts';
import { askForLink, openDraft, saveDraft, sendDraftLink, startDraft } from './letter-drafts.ts';
import { runLane } from './run-lane.ts';
import { submitDraft } from './submit-draft.ts';

const now = Date.parse('2025-12-12T09:00:00+05:00');
const letter = sample();
const begun = async () => {
  const ports = memoryPorts();
  const link = await startDraft(ports, { language: 'kk', forum: 'beta-forum' });
  return { ports, link };
};
const sign = async ({ ports, link }: Awaited<ReturnType<typeof begun>>) => {
  const brought = await uploadSmallToDraft({ ...ports, scanning: false }, { link, sourceIp: '192.0.2.1', now }, announced(fileOf()), fileOf());
  expect(brought.ok).toBe(true);
  return { ports, link };
};
const submit = (ports: Parameters<typeof submitDraft>[0], link: string) => submitDraft(ports, { link, letter, sourceIp: '192.0.2.1', now });

describe('a letter that is being filled in', () => {
  it('keeps what was typed, word for word, and what other windows saved', async () => {
    const { ports, link } = await begun();
    await Promise.all([saveDraft(ports, { link, fields: { jobs: [' many '] } }), saveDraft(ports, { link, fields: { production: ['<b>'] } })]);
    expect(await openDraft(ports, { link })).toMatchObject({ ok: true, value: { fields: { jobs: [' many '], production: ['<b>'] } } });
  });

  it('begins with the forum that led to it and that forum’s zone, or with nothing', async () => {
    const ports = memoryPorts();
    const fieldsOf = async (forum?: string) => {
      const draft = await openDraft(ports, { link: await startDraft(ports, { language: 'kk', forum }) });
      return draft.ok && draft.value.fields;
    };
    expect([await fieldsOf('beta-forum'), await fieldsOf('nowhere'), await fieldsOf()]).toEqual([{ zoneId: ['beta'], forum: ['beta-forum'] }, {}, {}]);
  });

  it('opens by its own link only', async () => {
    const { ports } = await begun();
    for (const link of ['x', await ports.links.urlOf({ kind: 'track', projectId: 'p1', version: 0 }), await ports.links.urlOf({ kind: 'draft', draftId: 'other' })]) {
      expect(await openDraft(ports, { link })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await saveDraft(ports, { link, fields: {} })).toMatchObject({ failure: { kind: 'not-found' } });
      expect(await submit(ports, link)).toMatchObject({ failure: { kind: 'not-found' } });
    }
  });

  it('handed in twice, also at once, is one project, and of the draft only the receipt stays', async () => {
    const { ports, link } = await sign(await begun());
    await saveDraft(ports, { link, fields: { 'contact.name': ['A person'] } });
    const [first, second] = await Promise.all([submit(ports, link), submit(ports, link)]);
    const third = await submit(ports, link);
    expect([second, third]).toEqual([first, first]);
    expect(ports.memory.projects.size).toBe(1);
    expect(await saveDraft(ports, { link, fields: { jobs: ['1'] } })).toMatchObject({ value: { fields: {}, submitted: { number: 'ALP-2025-0001' } } });
  });

  it.each(languages)('is found again by a link in an email in %s, until it is handed in', async (language) => {
    const { ports, link } = await sign(await begun());
    await saveDraft(ports, { link, fields: { zoneId: ['gamma'] } });
    expect(await sendDraftLink(ports, { link, address: 'me@example.org', language, now })).toMatchObject({ ok: true });
    const [laneId = ''] = [...ports.memory.rows.values()].map((row) => row.laneId);
    await runLane(ports, laneId, now, (_row, error) => { throw error; });
    const [email] = ports.memory.sent;
    expect(email).toMatchObject({ to: 'me@example.org', language, replyTo: 'office@gamma.example.org' });
    expect(email?.text).toContain(link);
    await submit(ports, link);
    await sendDraftLink(ports, { link, address: 'me@example.org', language, now: now + 60_000 });
    expect([...ports.memory.rows.values()].filter(({ errand }) => errand.kind === 'link')).toHaveLength(1);
  });

  it('is sent once by a form that was sent twice, and again when it is asked for again', async () => {
    const { ports, link } = await begun();
    const sent = async (address: string, at: number) => {
      await sendDraftLink(ports, { link, address, language: 'en', now: at });
      return ports.memory.rows.size;
    };
    const [first, second, other, later] = [await sent('me@example.org', now), await sent('me@example.org', now + 300), await sent('you@example.org', now + 400), await sent('me@example.org', now + 60_000)];
    expect([first, second, other, later]).toEqual([1, 1, 2, 3]);
  });

  it('is not a way to fill somebody’s mailbox', async () => {
    const { ports, link } = await begun();
    const kinds = [];
    for (let count = 0; count < 21; count += 1) kinds.push((await sendDraftLink(ports, { link, address: 'me@example.org', language: 'en', now: now + count })).ok);
    expect(kinds.filter(Boolean)).toHaveLength(20);
  });
});

describe('the link to a project', () => {
  it('goes to the investor alone, and to a stranger nothing that would tell them', async () => {
    const { ports, link } = await sign(await begun());
    await submit(ports, link);
    const address = letter.contact.email;
    const asks = [
      { number: 'ALP-2025-0001', address: 'stranger@example.org' }, { number: 'ALP-2025-0002', address }, { number: 'XXX-2025-0001', address },
      { number: 'ALP-2025-0001', address },
    ];
    for (const ask of asks) expect(await askForLink(ports, { ...ask, now })).toEqual({ ok: true, value: undefined });
    const lanesOf = (wanted: string) => [...ports.memory.rows.values()].filter(({ errand }) => errand.kind === wanted).map(({ laneId }) => laneId);
    expect(lanesOf('link')).toEqual([]);
    for (const lane of lanesOf('link-asked')) await runLane(ports, lane, now, (_row, error) => { throw error; });
    expect(lanesOf('link-asked')).toEqual([]);
    expect(lanesOf('link')).toHaveLength(1);
    await runLane(ports, lanesOf('link')[0] ?? '', now, (_row, error) => { throw error; });
    expect(ports.memory.sent.at(-1)).toMatchObject({ to: address, subject: expect.stringContaining('ALP-2025-0001') });
  });

  it('S13: looks nothing up before it answers, and keeps no address in what waits', async () => {
    const { ports, link } = await sign(await begun());
    await submit(ports, link);
    const { limits, ids, linkErrands, memory: { rows } } = ports;
    const known = new Set(rows.keys());
    const asks = [['ALP-2025-0001', letter.contact.email], ['ALP-2025-0001', 'stranger@example.org'], ['ALP-2025-0009', letter.contact.email], ['XXX-2025-0001', letter.contact.email]] as const;
    for (const [number, address] of asks) expect(await askForLink({ limits, ids, linkErrands }, { number, address, now })).toEqual({ ok: true, value: undefined });
    const queued = [...rows].filter(([key]) => !known.has(key)).map(([, row]) => row);
    expect(queued.map(({ errand: { kind } }) => kind)).toEqual(asks.map(() => 'link-asked'));
    expect(JSON.stringify(queued)).not.toContain('@');
  });

  it('S13: asked for and worked off again and again within a minute is one email', async () => {
    const { ports, link } = await sign(await begun());
    await submit(ports, link);
    const ask = { number: 'ALP-2025-0001', address: letter.contact.email };
    await askForLink(ports, { ...ask, now });
    await askForLink(ports, { ...ask, now: now + 300 });
    const rows = new Map(ports.memory.rows);
    const asked = new Set([...rows.values()].filter(({ errand }) => errand.kind === 'link-asked').map(({ laneId }) => laneId));
    for (const _ of ['once', 'after a crash before it was removed']) {
      for (const [key, row] of rows) if (asked.has(row.laneId)) ports.memory.rows.set(key, row);
      for (const lane of asked) await runLane(ports, lane, now + 400, (_row, error) => { throw error; });
    }
    expect([...ports.memory.rows.values()].filter(({ errand }) => errand.kind === 'link')).toHaveLength(1);
  });
});
