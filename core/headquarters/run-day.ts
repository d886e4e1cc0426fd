import type { Ports } from '../kernel/ports.ts';
import type { InstructionItem, Pack } from '../notices/outbox.ts';
import { today } from '../project/zone-context.ts';
import type { HeadquartersName, Told } from './headquarters.ts';
import { packsDue } from './packs.ts';
import { instructionsTold } from './reminders.ts';
import { remitOf, staffIn } from './remit.ts';

export interface DayOfHeadquarters {
  readonly packs: readonly Pack[];
  /** By who reads them, as `memberName` says it; each names the zone in whose digest it stands. */
  readonly items: ReadonlyMap<string, readonly InstructionItem[]>;
  readonly told: readonly { readonly name: HeadquartersName; readonly told: Told }[];
}

/** What a headquarters tells today. Of instructions nothing on a day on which one of its zones sends no digest: it is made up for. */
export async function dayOfHeadquarters(
  ports: Pick<Ports, 'reference' | 'headquarters' | 'lists'>,
  name: HeadquartersName,
  now: number,
): Promise<DayOfHeadquarters> {
  const [remit, state] = await Promise.all([remitOf(ports, name, now), ports.headquarters.load(name)]);
  const nothing: DayOfHeadquarters = { packs: [], items: new Map(), told: [] };
  if (remit === undefined || state === undefined || !remit.calendar.isWorkingDay(today(remit))) return nothing;
  const staff = await staffIn(ports, remit);
  const packs = await packsDue(ports, remit, state, staff);
  if (!remit.contexts.every((context) => context.calendar.isWorkingDay(today(context)))) return { ...nothing, packs };
  const { items, told } = instructionsTold(remit, state, staff);
  return { packs, items, told: told ? [{ name: remit.name, told }] : [] };
}
