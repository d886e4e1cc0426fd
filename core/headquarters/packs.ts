import { addWorkingDays } from '../calendar/working-days.ts';
import type { Ports } from '../kernel/ports.ts';
import type { Pack } from '../notices/outbox.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { StaffPerson } from '../reference/reference.ts';
import { memberName, type HeadquartersState } from './headquarters.ts';
import { meetingDays } from './meeting-days.ts';
import { firstStart } from './view-headquarters.ts';

/** To whom the agenda goes today: on the working day before a meeting, and where that was missed on its morning; each once. None after it has ended. */
export async function packsDue(
  ports: Pick<Ports, 'lists'>,
  context: ZoneContext,
  { headquarters }: HeadquartersState,
  staff: readonly StaffPerson[],
): Promise<readonly Pack[]> {
  const { next } = meetingDays(headquarters, context.calendar, today(context));
  if (addWorkingDays(context.calendar, next, -1) > today(context)) return [];
  if ((await firstStart(ports, headquarters)) !== undefined) return [];
  const isThere = (to: Pack['to']): boolean =>
    to.kind === 'staff'
      ? staff.some(({ personId }) => personId === to.personId)
      : context.parties.some(({ partyId, endedOn }) => partyId === to.partyId && endedOn === undefined);
  const { members, secretary } = headquarters;
  const all = new Map(
    [...members, { kind: 'staff' as const, personId: secretary }].map((one) => [memberName(one), one]),
  );
  return [...all.values()]
    .filter(isThere)
    .map((to) => ({ headquartersId: headquarters.headquartersId, meetingOn: next, to }));
}
