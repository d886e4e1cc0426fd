import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, readTar, tarWriter } from './tar.ts';

const file = fc.record({
  name: fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,64})?$/),
  content: fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
});

async function archiveOf(files: readonly { readonly name: string; readonly content: Buffer }[]): Promise<Buffer> {
  const written: Buffer[] = [];
  const archive = tarWriter((bytes) => Promise.resolve(void written.push(bytes)));
  for (const { name, content } of files) await archive.add(name, content.length, [content]);
  await archive.finish();
  return Buffer.concat(written);
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: Buffer, size: number) {
  const files: { name: string; content: Buffer }[] = [];
  for await (const { name, content } of readTar(inChunks(bytes, size)))
    files.push({ name, content: await allOf(content) });
  return files;
}

describe('R6: an archive', () => {
  it('R6: reads back as it was written, however its bytes come', () =>
    fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 6 }), fc.integer({ min: 1, max: 2_000 }), async (files, size) => {
        expect(await read(await archiveOf(files), size)).toEqual(files);
      }),
      { numRuns: 60 },
    ));

  it('R6: cut anywhere is refused', () =>
    fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), fc.nat(), async (files, at) => {
        const whole = await archiveOf(files);
        // One block of noughts is the end already.
        await expect(read(whole.subarray(0, at % (whole.length - 1_023)), 700)).rejects.toThrow('not whole');
      }),
      { numRuns: 60 },
    ));

  it('R6: a file of more than 8 GiB has its size in its header', async () => {
    const bytes = 9 * 1024 ** 3 + 1;
    const headers: Buffer[] = [];
    const archive = tarWriter((chunk) => Promise.resolve(void headers.push(chunk)));
    await expect(archive.add('objects/contents/large', bytes, [])).rejects.toThrow('changed while');
    const first = await readTar(inChunks(headers[0] ?? Buffer.alloc(0), 512)).next();
    expect(first.value).toMatchObject({ name: 'objects/contents/large', bytes });
  });

  it('R6: a file that grows or shrinks while it is read is no part of a backup', async () => {
    for (const content of [Buffer.alloc(9), Buffer.alloc(11)])
      await expect(tarWriter(() => Promise.resolve()).add('x', 10, [content])).rejects.toThrow('changed');
  });

  it('R6: a name that does not fit is refused, not cut', async () => {
    await expect(archiveOf([{ name: 'x'.repeat(101), content: Buffer.alloc(0) }])).rejects.toThrow('too long');
  });
});
