import type { Membership } from '../contracts/reference.ts';
import { localDateOf, type LocalDate } from './calendar/local-date.ts';

/** Minutes east of UTC: the time of both countries (calendar/calendar.ts). A role begins and ends with a day there. */
const offsetMinutes = 300;

const isWithin = (on: LocalDate, { from = on, until = on }: { readonly from?: LocalDate | undefined; readonly until?: LocalDate | undefined }): boolean => from <= on && on <= until;

/** Whether a role holds on a day. */
export const holdsOn = (membership: Membership, on: LocalDate): boolean => isWithin(on, membership);

/** Whether somebody stands in for its holder on a day. */
export const isAwayOn = ({ absence }: Membership, on: LocalDate): boolean => absence !== undefined && isWithin(on, absence);

/** The day on which staff are, at an instant (epoch ms). */
export const staffDay = (now: number): LocalDate => localDateOf(now, offsetMinutes);

/** The roles that hold at an instant (epoch ms). */
export const holding = (memberships: readonly Membership[], now: number): readonly Membership[] =>
  memberships.filter((membership) => holdsOn(membership, staffDay(now)));

type Named = Pick<Membership, 'scope' | 'scopeId' | 'role' | 'insteadOf'>;

/** The name of a role among those of one person. */
export const membershipName = ({ scope, scopeId, role, insteadOf }: Named): string =>
  `${scope}#${scopeId}#${role}${insteadOf === undefined ? '' : `#for#${insteadOf}`}`;
