import { addWorkingDays } from '../calendar/working-days.ts';
import type { Ports } from '../kernel/ports.ts';
import type { Pack } from '../notices/outbox.ts';
import { today } from '../project/zone-context.ts';
import type { StaffPerson } from '../reference/reference.ts';
import { memberName, type HeadquartersState } from './headquarters.ts';
import { meetingDays } from './meeting-days.ts';
import { endOf, isAsked, type Remit } from './remit.ts';

/** To whom the agenda goes today: on the working day before a meeting, and where that was missed on its morning; each once. None after it has ended. */
export async function packsDue(
  ports: Pick<Ports, 'lists'>,
  remit: Remit,
  { headquarters }: HeadquartersState,
  staff: readonly StaffPerson[],
): Promise<readonly Pack[]> {
  const { next } = meetingDays(headquarters, remit.calendar, today(remit));
  if (addWorkingDays(remit.calendar, next, -1) > today(remit)) return [];
  if ((await endOf(ports, remit, headquarters)) !== undefined) return [];
  const isThere = (to: Pack['to']): boolean =>
    to.kind === 'staff' ? staff.some(({ personId }) => personId === to.personId) : isAsked(remit, to.partyId);
  const { members, secretary } = headquarters;
  const all = new Map(
    [...members, { kind: 'staff' as const, personId: secretary }].map((one) => [memberName(one), one]),
  );
  return [...all.values()].filter(isThere).map((to) => ({ ...remit.name, meetingOn: next, to }));
}
