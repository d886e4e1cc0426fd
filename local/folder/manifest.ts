import { join } from 'node:path';
import * as z from 'zod/mini';
import { readJson } from '../kit/files.ts';

/** The last entry of a backup: what it must hold. An archive without it is not whole. */
export const manifestName = 'manifest.json';

const Part = z.object({ name: z.string(), bytes: z.int(), sha256: z.string() });

export const Manifest = z.object({
  backup: z.literal(1),
  /** Real time, and the host's; ISO 8601. */
  madeAt: z.string(),
  hostTime: z.string(),
  folder: z.optional(z.string()),
  format: z.int(),
  node: z.string(),
  counts: z.object({ projects: z.int(), running: z.int(), emails: z.int(), files: z.int() }),
  /** SHA-256 of contents that the index names and the folder did not have: damage from before the backup. */
  missing: z.array(z.string()),
  parts: z.array(Part),
});
export type Manifest = z.infer<typeof Manifest>;
export type Part = z.infer<typeof Part>;

/** By the clock of a data folder; ISO 8601. */
export function hostTimeOf(dataDir: string, at: Date): string {
  const { offset = 0 } = (readJson(join(dataDir, 'clock.json')) ?? {}) as { offset?: number };
  return new Date(at.getTime() + offset).toISOString();
}
