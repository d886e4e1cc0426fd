import type { Digest } from '../notices/outbox.ts';
import { staffRoles } from '../reference/reference.ts';
import { together } from './digest-lists.ts';
import { digestLane } from './digest-place.ts';

const nearness = (role: Digest['role']): number => staffRoles.findIndex((one) => one === role);

const joinTwo = (one: Digest, other: Digest): Digest => ({
  ...one,
  role: nearness(other.role) < nearness(one.role) ? other.role : one.role,
  ...together(one, other),
});

export function joinDigests(
  collected: ReadonlyMap<string, Digest>,
  digests: readonly Digest[],
): ReadonlyMap<string, Digest> {
  const all = new Map(collected);
  for (const digest of digests) {
    const laneId = digestLane(digest);
    const known = all.get(laneId);
    all.set(laneId, known ? joinTwo(known, digest) : digest);
  }
  return all;
}
