import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MediaType } from '../documents/document-kind.ts';
import { recordScan } from '../documents/record-scan.ts';
import { at, head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { changeLine } from './change-line.ts';
import {
  bringPhoto,
  completePhoto,
  downloadPhoto,
  largestPhoto,
  requestPhoto,
  type BroughtPhoto,
} from './line-photo.ts';
import { viewLine } from './view-lines.ts';

const now = at('2026-01-12');
const lineId = 'alpha-l-3';
const content = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const photo: BroughtPhoto = {
  fileName: 'A. Person at the works.jpg',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  mediaType: 'image/jpeg',
};

async function begun({ scanning = true, partyId = 'alpha-power' } = {}) {
  const here = world();
  await changeLine(here.ports, {
    lineId,
    request: {
      zoneId: 'alpha',
      utility: 'power',
      names: { kk: 'L', ru: 'L', en: 'L', 'uz-cyrl': 'Л' },
      partyId: 'alpha-power',
      why: 'Plan.',
      version: 0,
    },
    actor: officer,
    now,
  });
  const url = await here.ports.links.urlOf({ kind: 'party', zoneId: 'alpha', partyId });
  const of = { link: url.split('/l/')[1] ?? url, lineId, now, sourceIp: '192.0.2.1' };
  return { here, ports: { ...here.ports, scanning }, of };
}

describe('a photo of the works of a line', () => {
  it('is kept with the line without its own name, and given to staff once it was looked through', async () => {
    const { ports, of } = await begun();
    const brought = await bringPhoto(ports, of, photo, content);
    expect(brought).toMatchObject({ ok: true, value: { state: 'waiting', partyId: 'alpha-power' } });
    const fileId = brought.ok ? brought.value.fileId : '';
    expect((await ports.fileRecords.find(fileId))?.fileName).toBe('alpha-l-3.jpg');
    const down = (actor = officer) => downloadPhoto(ports, { lineId, fileId, actor, now });
    expect(await down()).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    await recordScan(ports, { fileId, result: 'clean', now });
    const seen = await viewLine(ports, { lineId, actor: head, now });
    expect(seen.ok && seen.value.photos).toMatchObject([{ fileId, state: 'clean', bytes: content.length }]);
    expect(
      (await Promise.all([down(), down(headquarters), down(staff(membership('leadership')))])).map(({ ok }) => ok),
    ).toEqual([true, true, true]);
    const others = [staff(membership('officer', 'beta')), { kind: 'investor', projectId: 'p1' } as const];
    for (const actor of others) expect(await down(actor)).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('that a scanner refuses is nobody’s any more', async () => {
    const { ports, of } = await begun();
    const brought = await bringPhoto(ports, of, photo, content);
    const fileId = brought.ok ? brought.value.fileId : '';
    await recordScan(ports, { fileId, result: 'infected', now });
    const seen = await viewLine(ports, { lineId, actor: head, now });
    expect(seen.ok && seen.value.photos).toEqual([]);
    expect(await downloadPhoto(ports, { lineId, fileId, actor: head, now })).toMatchObject({ ok: false });
    expect(await ports.files.look(fileId)).toBeUndefined();
  });

  it.each<[string, Partial<BroughtPhoto>, string]>([
    ['a PDF', { mediaType: 'application/pdf' as MediaType }, 'not-a-photo'],
    ['nothing we know', { mediaType: undefined }, 'not-a-photo'],
    ['more than a photo needs', { bytes: largestPhoto + 1 }, 'photo-too-big'],
  ])('is not %s', async (_, change, code) => {
    const { ports, of } = await begun();
    expect(await requestPhoto(ports, of, { ...photo, ...change })).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'file', code }] },
    });
  });

  it('comes from whoever builds the line alone, and is completed by them, twice as once', async () => {
    const stranger = await begun({ partyId: 'alpha-gas' });
    expect(await requestPhoto(stranger.ports, stranger.of, photo)).toMatchObject({ failure: { kind: 'not-found' } });
    const { ports, of } = await begun({ scanning: false });
    const brought = await bringPhoto(ports, of, photo, content);
    const fileId = brought.ok ? brought.value.fileId : '';
    expect(await completePhoto(ports, of, fileId)).toMatchObject({ ok: true, value: { fileId, state: 'not-scanned' } });
    const seen = await viewLine(ports, { lineId, actor: head, now });
    expect(seen.ok && seen.value.photos.map((one) => one.fileId)).toEqual([fileId]);
    expect(await completePhoto(ports, of, 'f000000009999')).toMatchObject({ failure: { kind: 'not-found' } });
  });
});
