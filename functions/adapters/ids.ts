import { createHash, randomBytes } from 'node:crypto';
import type { Ids } from '#core/ports/index.ts';

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Project ids: 'p' and 20 characters of 32, 100 random bits. Hashes: SHA-256 as hexadecimal. */
export const ids: Ids = {
  projectId: () => `p${Array.from(randomBytes(20), (byte) => alphabet[byte % 32]).join('')}`,
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};
