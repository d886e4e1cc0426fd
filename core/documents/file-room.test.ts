import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { untaken, uploadBudgets, usualBytes } from '#core/documents/upload-budgets.ts';
import { announced, fileOf } from '#test/support/files.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { head, letter as sample } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { Journey } from '#test/support/journey.ts';
import { draftSlots, requestDraftUpload, uploadSmallToDraft } from './draft-documents.ts';
import { hasRoom } from './file-room.ts';
import { openDraft, startDraft } from '../letter/letter-drafts.ts';
import { requestUpload } from './project-documents.ts';
import { submitDraft } from '../letter/submit-draft.ts';

const now = Date.parse('2025-12-12T09:00:00+05:00');
const hour = 3_600_000;
const largest = 100_000_000;
const said = (result: { ok: boolean; failure?: { kind: string } }) => (result.ok ? 'done' : result.failure?.kind);
const opened = () => ({ ...memoryPorts(), scanning: false });
type Opened = ReturnType<typeof opened>;
let networks = 0;
async function begin(ports: Parameters<typeof startDraft>[0], at = now): Promise<string> {
  networks += 1;
  const begun = await startDraft(ports, {
    language: 'kk',
    sourceIp: `203.0.${String(Math.floor(networks / 250))}.${String(networks % 250)}`,
    now: at,
  });
  if (!begun.ok) throw new Error(begun.failure.kind);
  return begun.value;
}
const ask = async (ports: Opened, link: string, { bytes = largest, sourceIp = '192.0.2.1', at = now } = {}) =>
  said(await requestDraftUpload(ports, { link, sourceIp, now: at }, { ...announced(fileOf()), bytes }));
/** One after the other, until the first that is refused. */
async function untilRefused(
  act: (time: number) => Promise<string | undefined>,
): Promise<{ done: number; refused: string | undefined }> {
  for (let done = 0; ; done += 1) {
    const result = await act(done);
    if (result !== 'done') return { done, refused: result };
  }
}

describe('S3: files of strangers', () => {
  it('are 500 MB a letter', async () => {
    const ports = opened();
    const link = await begin(ports);
    expect(await untilRefused((time) => ask(ports, link, { sourceIp: `192.0.2.${String(time)}` }))).toEqual({
      done: 5,
      refused: 'too-many',
    });
    expect(await ask(ports, link, { sourceIp: '198.51.100.1', at: now + hour, bytes: 1000 })).toBe('too-many');
    expect(await ask(ports, await begin(ports), { sourceIp: '198.51.100.1' })).toBe('done');
  });

  it('are 2 GB an hour from one network, whatever letters they belong to, an IPv6 household being one', async () => {
    for (const address of [() => '192.0.2.1', (time: number) => `2001:db8:1:2::${String(time + 1)}`]) {
      const ports = opened();
      expect(await untilRefused(async (time) => ask(ports, await begin(ports), { sourceIp: address(time) }))).toEqual({
        done: 20,
        refused: 'too-many',
      });
      expect(await ask(ports, await begin(ports), { sourceIp: address(77), at: now + hour })).toBe('done');
    }
  });

  it('are 20 GB in all that no letter has taken; then files are refused in words, and those who are known go on', async () => {
    const told = world();
    await put(told, new Journey());
    const ports = { ...told.ports, scanning: false };
    const flood = await untilRefused(async (time) =>
      said(
        await requestDraftUpload(
          ports,
          { link: await begin(ports, told.now()), sourceIp: `192.0.2.${String(time)}`, now: told.now() },
          { ...announced(fileOf()), bytes: largest },
        ),
      ),
    );
    expect(flood).toEqual({ done: 200, refused: 'no-room' });
    const bring = async (actor: Parameters<typeof requestUpload>[1]['actor']) =>
      said(
        await requestUpload(
          ports,
          { projectId: 'p1', actor, sourceIp: '198.51.100.9', now: told.now() },
          announced(fileOf('charter'), 'charter'),
        ),
      );
    expect(await bring({ kind: 'investor', projectId: 'p1' })).toBe('no-room');
    expect(await bring(head)).toBe('done');
  });

  it('never pass their budgets, in whatever order and sizes they are asked for', async () => {
    const one = fc.record({
      link: fc.nat(3),
      network: fc.nat(2),
      bytes: fc.integer({ min: 1, max: largest }),
      minutes: fc.nat(400),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 60 }), async (asked) => {
        const ports = opened();
        const links = await Promise.all(Array.from({ length: 4 }, () => begin(ports)));
        const taken: { link: number; network: number; bytes: number; at: number }[] = [];
        for (const { link, network, bytes, minutes } of asked) {
          const at = now + minutes * 60_000;
          if ((await ask(ports, links[link]!, { bytes, sourceIp: `192.0.2.${String(network)}`, at })) === 'done')
            taken.push({ link, network, bytes, at });
        }
        const sum = (isIn: (file: (typeof taken)[number]) => boolean) =>
          taken.filter(isIn).reduce((all, { bytes }) => all + bytes, 0);
        for (const link of [0, 1, 2, 3])
          expect(sum((file) => file.link === link)).toBeLessThanOrEqual(uploadBudgets.draft.amount);
        for (const network of [0, 1, 2]) {
          for (let hours = 0; hours < 8; hours += 1)
            expect(
              sum((file) => file.network === network && Math.floor(file.at / hour) === Math.floor(now / hour) + hours),
            ).toBeLessThanOrEqual(uploadBudgets.network.amount);
        }
      }),
    );
  });
});

describe('S3: a letter', () => {
  const signed = async () => {
    const ports = opened();
    const link = await begin(ports);
    await uploadSmallToDraft(ports, { link, sourceIp: '192.0.2.1', now }, announced(fileOf()), fileOf());
    return { ports, link };
  };
  const submit = async (ports: Opened, link: string, takesFiles = true) =>
    said(await submitDraft(ports, { link, letter: sample(), sourceIp: '192.0.2.1', now, takesFiles }));
  const spent = (ports: Opened) => ports.limits.spent(untaken, uploadBudgets.untaken, now);

  it('that is handed in, also twenty times at once, makes room for as much as its files, once', async () => {
    const { ports, link } = await signed();
    expect(await ask(ports, await begin(ports), { bytes: 50_000 })).toBe('done');
    expect(await spent(ports)).toBe(50_000 + fileOf().length);
    expect(await Promise.all(Array.from({ length: 20 }, () => submit(ports, link)))).toEqual(
      Array.from({ length: 20 }, () => 'done'),
    );
    expect(await spent(ports)).toBe(50_000);
  });

  it('goes on without its files when there is no room for them, and not otherwise', async () => {
    const ports = opened();
    const link = await begin(ports);
    expect(await submit(ports, link)).toBe('invalid');
    expect(await submit(ports, link, false)).toBe('done');
    const other = await begin(ports);
    await ports.limits.spend(untaken, uploadBudgets.untaken.amount - usualBytes + 1, uploadBudgets.untaken, now);
    expect(await hasRoom(ports, now)).toBe(false);
    expect(await submit(ports, other)).toBe('done');
    expect(await hasRoom(ports, now + uploadBudgets.untaken.seconds * 1000)).toBe(true);
  });

  it('that comes back after its file was deleted says which is to be brought again', async () => {
    const { ports, link } = await signed();
    ports.memory.fileRecords.clear();
    const draft = await openDraft(ports, { link, now });
    if (!draft.ok) throw new Error('no draft');
    const [slot] = await draftSlots(ports, draft.value);
    expect(slot).toEqual({ kind: 'signed-letter', state: 'missing', forgotten: 'Letter of a representative.pdf' });
    expect(await submit(ports, link)).toBe('invalid');
  });
});
