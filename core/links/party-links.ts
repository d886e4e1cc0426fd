import { waitingRow, type OutboxRow, type PartyLinks } from '../notices/outbox.ts';

/** Assignments of one email: some 75 KB, below what mail programs cut (ours). */
export const linksAnEmail = 100;

const numbered = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** The row of an email with a party's new links, in a partition of the party's own; the same page of the same address again is the same row. */
export function partyLinksRow(of: PartyLinks, now: number): OutboxRow {
  const { zoneId, partyId, addressVersion, page } = of;
  const place = { laneId: `party-${zoneId}-${partyId}`, rowId: `${numbered(addressVersion, 6)}-${numbered(page, 4)}` };
  return waitingRow(place, { kind: 'party-links', of }, now);
}
