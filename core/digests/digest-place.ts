import type { Digest } from '../notices/outbox.ts';

const digestPrefix = 'digest-';

function readerName({ reader, zoneId }: Pick<Digest, 'reader' | 'zoneId'>): string {
  switch (reader.kind) {
    case 'staff':
      return `staff-${reader.personId}`;
    case 'party':
      return `party-${zoneId}-${reader.partyId}`;
    case 'investor':
      return `investor-${reader.projectId}`;
  }
}

/**
 * The partition and row of a digest: a partition of its own each day, so that no partition grows with the years; the same reader and day again is
 * the same row, whichever zones it comes from.
 */
export function digestPlace({ reader, zoneId, date }: Pick<Digest, 'reader' | 'zoneId' | 'date'>): {
  readonly laneId: string;
  readonly rowId: string;
} {
  return { laneId: `${digestPrefix}${readerName({ reader, zoneId })}-${date}`, rowId: date };
}

/** Whether a partition is a digest's and belongs to no project. */
export const isDigestPartition = (laneId: string): boolean => laneId.startsWith(digestPrefix);
