import { listAddress } from '#pages/office/addresses.ts';
import { cookie, cookieName, cookiesOf } from '../../kit/cookies.ts';
import type { Visit } from '../../kit/visit.ts';

const name = 'list';
/** A working day. */
const keptSeconds = 12 * 3600;
/** A list with its page; longer ones are no address of ours. */
const longest = 2500;

/** Keeps the address of the list that was looked at, for the way back from a project. */
export const rememberList = (address: string): string => cookie(name, encodeURIComponent(address), keptSeconds);

/** The list somebody came from, if it was of this zone; else what its office must answer. */
export function listBefore({ event }: Pick<Visit, 'event'>, zoneId: string): string {
  const home = listAddress(zoneId, { by: 'tasks', holder: 'office' });
  const kept = cookiesOf(event).get(cookieName(name)) ?? '';
  if (kept.length > longest || !/^[\w%.~*!'()-]+$/.test(kept)) return home;
  try {
    const address = decodeURIComponent(kept);
    return address.startsWith('/office?') &&
      new URLSearchParams(address.slice('/office?'.length)).get('zone') === zoneId
      ? address
      : home;
  } catch {
    return home;
  }
}
