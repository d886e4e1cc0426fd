import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { readText, writeWhole } from '../../kit/files.ts';

/** The data folder's own secret of 32 random bytes, made at the first start, readable by its owner alone. */
export function ensureSecret(file: string): string {
  const found = readText(file);
  if (found === undefined) {
    const made = randomBytes(32).toString('base64url');
    writeWhole(file, made, { durable: true, mode: 0o600 });
    return made;
  }
  if (!/^[\w-]{43}$/.test(found))
    throw new Error(`${file} does not hold a secret: put it back from a backup of this folder.`);
  chmodSync(file, 0o600);
  return found;
}
