import type { Digest, DigestItem, DigestReader } from '../../contracts/outbox.ts';
import type { Aggregate, Assignment } from '../../contracts/project.ts';
import type { Membership, StaffPerson } from '../../contracts/reference.ts';
import { rolesAt } from '../actor.ts';
import { holdsOn, isAwayOn } from '../membership.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { today, type Setting } from '../project/setting.ts';
import { isCounted } from './figures.ts';
import { headDecides } from './permissions.ts';
import { isOpen } from './standing.ts';

/** Working days before the due date on which a reminder comes; after it, on which the next rung hears of it (ours). */
export const ladder = { remindBefore: 3, head: 3, headquarters: 8 } as const;

/** The last due date that today's digests mention. */
export const horizon = (setting: Setting): string => addWorkingDays(setting.calendar, today(setting), ladder.remindBefore);

/** More lines than this help nobody before the first coffee. */
const longest = 200;

interface Entry {
  readonly item: DigestItem;
  readonly holder: Assignment['holder'];
  /** A letter that nobody has confirmed makes no work day by day; only its being late comes up, to those above. */
  readonly counted: boolean;
}

function entriesOf(setting: Setting, { project, assignments }: Aggregate): readonly Entry[] {
  if (project.pause !== undefined || project.phase === 'ended') return [];
  return assignments
    .filter((one) => isOpen(one) && one.state === 'open' && one.due <= horizon(setting))
    .map(({ holder, assignmentId, stage, kind, line, due, assignee }) => ({
      holder,
      counted: isCounted(project),
      item: {
        projectId: project.projectId, assignmentId, number: project.number, stage, assignment: kind, ...(line && { line }), due,
        overdueDays: overdueDays(setting.calendar, due, today(setting)), ...(assignee && { assignee }),
      },
    }));
}

type Lists = Pick<Digest, 'overdue' | 'soon' | 'escalated'>;

const items = (entries: readonly Entry[], keep: (entry: Entry) => boolean): DigestItem[] =>
  entries.filter(keep).map(({ item }) => item).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).slice(0, longest);

const isLate = ({ item }: Entry): boolean => item.overdueDays > 0;
const lateBy = (days: number) => ({ item }: Entry): boolean => item.overdueDays >= days;

/** Decisions that nobody below the head may make. */
const headsOwn = ({ item }: Entry): boolean => item.assignment === 'office-decision' && headDecides.includes(item.stage);

function listsOf(role: Digest['role'], entries: readonly Entry[]): Lists {
  const known = entries.filter(({ counted }) => counted);
  const soon = (entry: Entry) => !isLate(entry) && (role !== 'officer' || entry.holder.kind === 'office');
  switch (role) {
    case 'head': return {
      overdue: items(entries, (entry) => headsOwn(entry) && isLate(entry) && !lateBy(ladder.head)(entry)),
      soon: items(entries, (entry) => headsOwn(entry) && soon(entry)),
      escalated: items(entries, lateBy(ladder.head)),
    };
    case 'headquarters': return { overdue: [], soon: [], escalated: items(entries, lateBy(ladder.headquarters)) };
    case 'officer': return { overdue: items(known, isLate), soon: items(known, soon), escalated: [] };
    default: return { overdue: items(entries, isLate), soon: items(entries, soon), escalated: [] };
  }
}

const isEmpty = ({ overdue, soon, escalated }: Lists): boolean => overdue.length + soon.length + escalated.length === 0;

/** Everybody outside the office who holds something: a party for all its projects, an investor for their own. */
function outsiders(entries: readonly Entry[]): readonly { readonly reader: DigestReader; readonly role: Digest['role']; readonly entries: readonly Entry[] }[] {
  const readers = new Map<string, { reader: DigestReader; role: Digest['role']; entries: Entry[] }>();
  for (const entry of entries) {
    const { holder, item } = entry;
    if (holder.kind === 'office' || !entry.counted) continue;
    const reader: DigestReader = holder.kind === 'party' ? { kind: 'party', partyId: holder.partyId } : { kind: 'investor', projectId: item.projectId };
    const key = JSON.stringify(reader);
    const known = readers.get(key) ?? { reader, role: holder.kind, entries: [] };
    readers.set(key, { ...known, entries: [...known.entries, entry] });
  }
  return [...readers.values()];
}

const reading = ['officer', 'head', 'headquarters'] as const;

/** Of several roles of their own the one nearest to the work; beside it those in which they stand in for somebody who is away. */
function rolesToday(setting: Setting, memberships: readonly Membership[]): readonly (typeof reading)[number][] {
  const on = today(setting);
  const present = memberships.filter((one) => holdsOn(one, on) && !isAwayOn(one, on));
  const of = (isOwn: boolean) => {
    const roles = rolesAt(present.filter(({ insteadOf }) => (insteadOf === undefined) === isOwn), setting.zone);
    return reading.filter((one) => roles.includes(one));
  };
  return [...new Set([...of(true).slice(0, 1), ...of(false)])];
}

/** Several lists as one: each assignment once, in the list that presses most. */
function merged(lists: readonly Lists[]): Lists {
  const [only, more] = lists;
  if (only && more === undefined) return only;
  const told = new Set<string>();
  const take = (name: keyof Lists): DigestItem[] => {
    const all = [...new Map(lists.flatMap((one) => one[name]).map((item) => [item.assignmentId, item])).values()].filter(({ assignmentId }) => !told.has(assignmentId));
    all.forEach(({ assignmentId }) => told.add(assignmentId));
    return all.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).slice(0, longest);
  };
  return { escalated: take('escalated'), overdue: take('overdue'), soon: take('soon') };
}

/** Nobody gets two digests, and who is away has somebody in their place. */
function staffReaders(setting: Setting, staff: readonly StaffPerson[], entries: readonly Entry[]) {
  return staff.flatMap(({ personId, memberships }) => {
    const roles = rolesToday(setting, memberships);
    const [role] = roles;
    return role ? [{ reader: { kind: 'staff' as const, personId }, role, lists: merged(roles.map((one) => listsOf(one, entries))) }] : [];
  });
}

/** The digests of a zone for today: one a reader, none that would be empty. Reminders, what is overdue, what is escalated. */
export function digestsOf(setting: Setting, aggregates: readonly Aggregate[], staff: readonly StaffPerson[]): readonly Digest[] {
  const entries = aggregates.flatMap((aggregate) => entriesOf(setting, aggregate));
  const base = { zoneId: setting.zone.zoneId, date: today(setting) };
  const others = outsiders(entries).map(({ reader, role, entries: own }) => ({ reader, role, lists: listsOf(role, own) }));
  return [...staffReaders(setting, staff, entries), ...others]
    .map(({ reader, role, lists }) => ({ ...base, reader, role, ...lists }))
    .filter((digest) => !isEmpty(digest));
}

const digestPrefix = 'digest-';

/**
 * The lane and row of a digest: a lane of its own each day, so that no lane grows with the years; the same reader and day again is
 * the same row.
 */
export function digestPlace({ reader, zoneId, date }: Pick<Digest, 'reader' | 'zoneId' | 'date'>): { readonly laneId: string; readonly rowId: string } {
  const who = reader.kind === 'staff' ? reader.personId : reader.kind === 'party' ? reader.partyId : reader.projectId;
  return { laneId: `${digestPrefix}${reader.kind}-${zoneId}-${who}-${date}`, rowId: date };
}

/** Whether a lane is a digest's and belongs to no project. */
export const isDigestLane = (laneId: string): boolean => laneId.startsWith(digestPrefix);
