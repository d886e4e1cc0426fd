import type { Membership } from '../reference/reference.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';

/** Minutes east of UTC: the time of both countries (calendar/calendar.ts). A role begins and ends with a day there. */
const offsetMinutes = 300;

const isWithin = (
  on: LocalDate,
  { from = on, until = on }: { readonly from?: LocalDate | undefined; readonly until?: LocalDate | undefined },
): boolean => from <= on && on <= until;

type Days = Pick<Membership, 'from' | 'until'>;

export const holdsOn = (membership: Membership, on: LocalDate): boolean => isWithin(on, membership);

export const isAwayOn = ({ absence }: Membership, on: LocalDate): boolean =>
  absence !== undefined && isWithin(on, absence);

/** The day on which staff are, at an instant (epoch ms). */
export const staffDay = (now: number): LocalDate => localDateOf(now, offsetMinutes);

export const holding = (memberships: readonly Membership[], now: number): readonly Membership[] =>
  memberships.filter((membership) => holdsOn(membership, staffDay(now)));

const latest = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
const earliest = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0];

/** The days on which two roles hold at once; nothing when there is none. */
export function common(
  one: Pick<Membership, 'from' | 'until'>,
  other: Pick<Membership, 'from' | 'until'>,
): Pick<Membership, 'from' | 'until'> | undefined {
  const from = latest([one.from, other.from]);
  const until = earliest([one.until, other.until]);
  if (from !== undefined && until !== undefined && until < from) return undefined;
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

/** The role that somebody holds only for another, as its holder has it. */
export const isRoleOf = (deputy: Membership, { personId, insteadOf, scope, scopeId, role }: Membership): boolean =>
  deputy.insteadOf === personId &&
  insteadOf === undefined &&
  deputy.scope === scope &&
  deputy.scopeId === scopeId &&
  deputy.role === role;

/** A deputy's role holds only on days on which its holder has it. @param holder undefined: nobody has it any longer */
export function standing(membership: Membership, holder: Membership | undefined): readonly Membership[] {
  if (membership.insteadOf === undefined) return [membership];
  const days = holder && common(membership, holder);
  return days ? [{ ...membership, ...days }] : [];
}

type Named = Pick<Membership, 'scope' | 'scopeId' | 'role' | 'insteadOf'>;

export const membershipName = ({ scope, scopeId, role, insteadOf }: Named): string =>
  `${scope}#${scopeId}#${role}${insteadOf === undefined ? '' : `#for#${insteadOf}`}`;

const lasts = (inner: Days, outer: Days): boolean =>
  (outer.from === undefined || (inner.from !== undefined && inner.from >= outer.from)) &&
  (outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until));

/** Whether other days of a role are no gift: it is held at that instant (epoch ms), or they lie within those it has. */
export const isHeld = (before: Membership, after: Membership, at: number): boolean =>
  lasts(after, before) || holdsOn(before, staffDay(at));

/** `givenAt` is `at` (epoch ms) for a role new or not held until now; other days of a role held anyway are no gift. */
export function marked(before: Membership | undefined, after: Membership, at: number): Membership {
  const { givenAt: _, ...role } = after;
  const givenAt = before !== undefined && isHeld(before, after, at) ? before.givenAt : at;
  return { ...role, ...(givenAt !== undefined && { givenAt }) };
}

/** Whether a role counts for somebody who signed in at an instant (epoch ms). */
export const countsSince = ({ givenAt }: Membership, signedIn: number): boolean =>
  givenAt === undefined || signedIn >= givenAt;
