import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { readForm } from './form.ts';

/** Bytes as a network brings them: cut anywhere. */
async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const part of parts) read.push(Buffer.from(part));
  return Buffer.concat(read);
}

describe('bytes', () => {
  it('before a mark and behind it are the same however they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '-', '\r', '\n') }),
        fc.string(),
        sizes,
        async (before, behind, lengths) => {
          const mark = '\r\n--a';
          const text = Buffer.from(`${before}${mark}${behind}`);
          const first = text.indexOf(mark);
          const reader = new ByteReader(cut(text, lengths));
          expect(await all(reader.before(mark))).toEqual(text.subarray(0, first));
          expect(await all(reader.next(text.length))).toEqual(text.subarray(first + mark.length));
          expect((await new ByteReader(cut(text, lengths)).until(mark, text.length))?.toString()).toBe(
            text.subarray(0, first).toString(),
          );
          if (first > 0) expect(await new ByteReader(cut(text, lengths)).until(mark, first - 1)).toBeUndefined();
        },
      ),
    );
  });
});

describe('a form', () => {
  it('is read the same however it comes, whatever its file holds', async () => {
    const part = fc.constantFrom('\r\n', '--b', '\r\n--', '\r\n--b', 'x', '--', 'b--');
    await fc.assert(
      fc.asyncProperty(fc.array(part), fc.string(), sizes, async (parts, value, lengths) => {
        const file = parts.join('');
        fc.pre(!file.includes('\r\n--b') && !value.includes('\r\n--b') && !`\r\n${file}`.includes('\r\n--b'));
        const form = Buffer.from(
          `--b\r\nContent-Disposition: form-data; name="Key"\r\n\r\n${value}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\nContent-Type: a/b\r\n\r\n${file}\r\n--b--\r\n`,
        );
        const read = await readForm('multipart/form-data; boundary=b', cut(form, lengths));
        expect([...read.fields]).toEqual([['key', value]]);
        expect((await all(read.file)).toString()).toBe(file);
      }),
    );
  });
});
