import { createHash, randomBytes } from 'node:crypto';
import type { Ids } from '#core/kernel/ports.ts';

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

const chance = (): string => Array.from(randomBytes(20), (byte) => alphabet[byte % 32]).join('');

export const isOwnPersonId = (text: string): boolean => /^s[a-km-np-z2-9]{20}$/.test(text);

/** Project ids: 'p' (those of staff 's', of files 'f') and 20 characters of 32, 100 random bits. Hashes: SHA-256 as hexadecimal. */
export const ids: Ids = {
  projectId: () => `p${chance()}`,
  personId: () => `s${chance()}`,
  fileId: () => `f${chance()}`,
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};
