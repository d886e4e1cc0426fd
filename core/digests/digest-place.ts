import { memberName } from '../headquarters/headquarters.ts';
import { waitingRow, type Digest, type OutboxRow, type Pack } from '../notices/outbox.ts';

const digestPrefix = 'digest-';

function readerName({ reader, zoneId }: Pick<Digest, 'reader' | 'zoneId'>): string {
  switch (reader.kind) {
    case 'staff':
      return `staff-${reader.personId}`;
    case 'party':
      return `party-${zoneId}-${reader.partyId}`;
    case 'investor':
      return `investor-${reader.projectId}${reader.delegate === undefined ? '' : `-${String(reader.delegate)}`}`;
  }
}

/** The partition of a digest: one of its own each day, so that none grows with the years, whichever zones the digest comes from. */
export const digestLane = (digest: Pick<Digest, 'reader' | 'zoneId' | 'date'>): string =>
  `${digestPrefix}${readerName(digest)}-${digest.date}`;

/** The row of a digest: the same reader and day again is the same row. */
export const digestRow = (digest: Digest, now: number): OutboxRow =>
  waitingRow({ laneId: digestLane(digest), rowId: digest.date }, { kind: 'digest', digest }, now);

/** The row of a pack: one a member and meeting. */
export const packRow = (pack: Pack, now: number): OutboxRow => {
  const of = pack.scope === undefined ? pack.headquartersId : `region_${pack.headquartersId}`;
  const name = `${of}-${memberName(pack.to).replace(':', '-')}-${pack.meetingOn}`;
  return waitingRow({ laneId: `${digestPrefix}pack-${name}`, rowId: pack.meetingOn }, { kind: 'pack', pack }, now);
};

/** How long a digest stays as the record of its email, in epoch seconds: 90 days after its day (ours). */
export const digestKeptUntil = (now: number): number => Math.floor(now / 1000) + 90 * 86_400;

export const isDigestPartition = (laneId: string): boolean => laneId.startsWith(digestPrefix);
