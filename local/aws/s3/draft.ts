import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { S3Fault } from './faults.ts';

/** Bytes that have come whole and lie on disk, not yet under a name. */
export interface Draft {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly md5: string;
  /** Base64 of four bytes, as S3 writes it. */
  readonly crc32: string;
}

/** The largest object of one request. Source: S3 user guide, "Uploading objects". */
export const largest = 5 * 1024 ** 3;

/** Writes what comes to a new file of a folder, to the disk itself; at no time is more than a chunk of it in memory. Throws EntityTooLarge beyond `most` bytes. */
export async function receive(folder: string, source: AsyncIterable<Buffer>, most = largest): Promise<Draft> {
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx', 0o600);
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let [bytes, crc] = [0, 0];
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > most) throw new S3Fault('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
      sha256.update(chunk);
      md5.update(chunk);
      crc = crc32(chunk, crc);
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  const crcBytes = Buffer.alloc(4);
  crcBytes.writeUInt32BE(crc);
  return { path, bytes, sha256: sha256.digest('hex'), md5: md5.digest('hex'), crc32: crcBytes.toString('base64') };
}
