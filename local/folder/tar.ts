import { createHash } from 'node:crypto';

/** Takes bytes; resolves when more may come. */
export type Write = (bytes: Buffer) => Promise<void>;

/** A file of an archive. Its content is to be read to the end before the next entry. */
export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Buffer>;
}

const block = 512;
/** What eleven octal digits hold; above it a size is written in binary, as GNU tar does. */
const largestOctal = 8 ** 11 - 1;
const padding = (bytes: number): number => (block - (bytes % block)) % block;

/** POSIX ustar: a file of its owner alone, of nobody in particular, without a date. Throws for a name that does not fit. */
function headerOf(name: string, bytes: number): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for an archive.`);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  if (bytes <= largestOctal) header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  else {
    header.writeBigUInt64BE(BigInt(bytes), 128);
    header[124] = 0x80;
  }
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0' + '00', 257);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return header;
}

export async function allOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function tarWriter(write: Write) {
  return {
    /** @returns the SHA-256 of the content, hexadecimal; throws when it has not so many bytes */
    async add(name: string, bytes: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> {
      const sha256 = createHash('sha256');
      let left = bytes;
      await write(headerOf(name, bytes));
      for await (const chunk of content) {
        left -= chunk.length;
        sha256.update(chunk);
        await write(chunk);
      }
      if (left !== 0) throw new Error(`${name} changed while it was read.`);
      await write(Buffer.alloc(padding(bytes)));
      return sha256.digest('hex');
    },
    finish: () => write(Buffer.alloc(2 * block)),
  };
}

/** Gives so many bytes, or all that is left when there are fewer. */
function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const some = async (most: number): Promise<Buffer> => {
    if (held.length === 0) held = ((await chunks.next()).value as Buffer | undefined) ?? held;
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  };
  async function* upTo(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      const taken = await some(left);
      if (taken.length === 0) throw new Error('The archive ends in the middle: it is not whole.');
      left -= taken.length;
      yield taken;
    }
  }
  return { upTo, whole: async (bytes: number) => allOf(upTo(bytes)) };
}

function entryOf(header: Buffer): { name: string; bytes: number } {
  const stated = Number.parseInt(header.toString('latin1', 148, 156), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (stated !== sum || header.toString('latin1', 257, 262) !== 'ustar')
    throw new Error('This is not an archive that was made here (`npm run backup`, `npm run export`).');
  const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  const bytes =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(header.toString('latin1', 124, 135), 8);
  return { name, bytes };
}

/** The files of an archive, in order. Throws for what is no archive, or not whole. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const { upTo, whole } = reader(source);
  for (;;) {
    const header = await whole(block);
    if (header.every((byte) => byte === 0)) return;
    const { name, bytes } = entryOf(header);
    let isRead = false;
    yield {
      name,
      bytes,
      content: (async function* () {
        yield* upTo(bytes);
        isRead = true;
      })(),
    };
    if (!isRead) throw new Error(`${name} was not read.`);
    await whole(padding(bytes));
  }
}
