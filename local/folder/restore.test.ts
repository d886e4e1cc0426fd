import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdOf } from '../aws/ses/hold.ts';
import { openDataFolder } from '../host/data-folder.ts';
import { currentFormat } from './identity.ts';
import { restoreDraft } from './parts.ts';
import { restore } from './restore.ts';
import { tarWriter } from './tar.ts';

let above: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'zholkarta-'));
});
afterEach(() => {
  rmSync(above, { recursive: true, force: true });
});

const now = new Date('2026-03-02T09:00:00Z');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const manifest = (parts: readonly { name: string; text: string }[], change: object = {}) =>
  JSON.stringify({
    backup: 1,
    madeAt: now.toISOString(),
    hostTime: now.toISOString(),
    format: 1,
    node: 'v24',
    counts: { projects: 0, running: 0, emails: 0, files: 0 },
    missing: [],
    parts: parts.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256(text) })),
    ...change,
  });

async function* archive(files: readonly { name: string; text: string }[]): AsyncGenerator<Buffer> {
  const written: Buffer[] = [];
  const tar = tarWriter((bytes) => Promise.resolve(void written.push(bytes)));
  for (const { name, text } of files) await tar.add(name, Buffer.byteLength(text), [Buffer.from(text)]);
  await tar.finish();
  yield* written;
}

const clock = { name: 'clock.json', text: '{"offset":0}' };

describe('R6: restore', () => {
  it('R6: puts every part in its place, in a folder of its owner, with sending held', async () => {
    const into = join(above, 'data');
    await restore(archive([clock, { name: 'manifest.json', text: manifest([clock]) }]), into, now);
    expect(readdirSync(into).toSorted()).toEqual(['clock.json', 'mail', 'objects', 'sending-held.json']);
    expect(holdOf(into)?.because).toContain('restored');
  });

  it.each([
    ['leads out of the folder', [{ name: '../out.json', text: '{}' }], 'with the name'],
    ['leads out by a way round', [{ name: 'mail/../../out', text: '{}' }], 'with the name'],
    ['is hidden', [{ name: '.ssh', text: '' }], 'with the name'],
    ['is absolute', [{ name: '/tmp/out', text: '' }], 'with the name'],
    [
      'is not in the manifest',
      [clock, { name: 'extra.json', text: '{}' }, { name: 'manifest.json', text: manifest([clock]) }],
      'does not name',
    ],
    ['is missing', [{ name: 'manifest.json', text: manifest([clock]) }], 'damaged'],
    [
      'is another than its name says',
      ((one) => [one, { name: 'manifest.json', text: manifest([one]) }])({
        name: `objects/contents/${'0'.repeat(64)}`,
        text: 'x',
      }),
      'damaged',
    ],
    ['comes after the manifest', [{ name: 'manifest.json', text: manifest([]) }, clock], 'goes on after'],
    ['has no manifest', [clock], 'no manifest'],
    [
      'is of a newer version',
      [{ name: 'manifest.json', text: manifest([], { format: currentFormat + 1 }) }],
      'a newer one',
    ],
  ])('R6: a part that %s: refused, and nothing is left', async (_, files, words) => {
    const into = join(above, 'data');
    await expect(restore(archive(files), into, now)).rejects.toThrow(words);
    expect(readdirSync(into)).toEqual([]);
    expect(existsSync(join(above, 'out.json')) || existsSync('/tmp/out')).toBe(false);
  });

  it('R6: nothing is written over what is there', async () => {
    writeFileSync(join(above, 'theirs'), 'x');
    await expect(restore(archive([{ name: 'manifest.json', text: manifest([]) }]), above, now)).rejects.toThrow(
      'not empty',
    );
    expect(readdirSync(above)).toEqual(['theirs']);
  });

  it('R6: a host does not start on what was not restored to the end', () => {
    mkdirSync(join(above, restoreDraft));
    expect(() =>
      openDataFolder(
        above,
        () => {
          throw new Error('looked at');
        },
        undefined,
        new AsyncDisposableStack(),
      ),
    ).toThrow('not whole');
  });
});
