import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files.ts';

/** The layout of a data folder that this version reads and writes. A folder without an identity has format 1. */
export const currentFormat = 2;

export const Identity = z.object({
  id: z.string(),
  format: z.int(),
  kind: z.enum(['demo', 'real']),
  site: z.optional(z.string()),
  issuer: z.optional(z.string()),
  createdAt: z.string(),
});
/** Whose a data folder is: `folder.json`. */
export type Identity = z.infer<typeof Identity>;

const fileIn = (dataDir: string): string => join(dataDir, 'folder.json');

/** `undefined` for a folder that has none yet; throws for one that does not parse. */
export function readIdentity(dataDir: string): Identity | undefined {
  const saved = readJson(fileIn(dataDir));
  return saved === undefined ? undefined : Identity.parse(saved);
}

export const writeIdentity = (dataDir: string, identity: Identity): void =>
  writeWhole(fileIn(dataDir), `${JSON.stringify(identity, undefined, 2)}\n`, { durable: true });

/** Gives a stopped folder its identity; one that has it keeps its id. */
export async function stampFolder(dataDir: string, known: Omit<Identity, 'id' | 'format'>): Promise<Identity> {
  const identity = { id: readIdentity(dataDir)?.id ?? randomUUID(), format: currentFormat, ...known };
  writeIdentity(dataDir, identity);
  return Promise.resolve(identity);
}
