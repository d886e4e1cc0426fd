import { findWork, writeCounters } from '../check/repair.ts';
import type { Migration } from './migration.ts';

/** Counters of a release that counted otherwise, or not at all. */
export const recountZones: Migration = {
  to: 2,
  name: 'counters of zones',
  run: async ({ dataDir }) =>
    (await writeCounters(dataDir, findWork(dataDir).recounts)).join('; ') || 'equal a recount',
};
