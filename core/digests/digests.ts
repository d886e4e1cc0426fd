import { toldBeside } from '../project/delegate.ts';
import type {
  Digest,
  DigestItem,
  DigestReader,
  InstructionItem,
  Matter,
  PromiseItem,
  ShowcaseItem,
  UnspentItem,
} from '../notices/outbox.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import type { Membership, StaffPerson } from '../reference/reference.ts';
import { rolesAt } from '../kernel/actor.ts';
import { holdsOn, isAwayOn } from '../people/membership.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { localDateOf } from '../calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { nothingShown, type DayOfShowcase } from '../showcase/run-day.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { asListed, joined, type Lists } from './digest-lists.ts';
import { escalation } from '../obstacles/change-obstacle.ts';
import type { Rung } from '../obstacles/obstacle-facts.ts';
import { dueReminders, isReminded } from '../notices/due-reminders.ts';
import { isCounted } from '../figures/figures.ts';
import { stepRules } from '../docket/law.ts';
import { nextSteps } from '../docket/steps.ts';
import { headDecides } from '../project/permissions.ts';
import { isOpen, waitsForOthers } from '../project/standing.ts';

/** Working days before the due date from which staff read of it; after it, on which the next rung hears of it (ours). */
export const ladder = { remindBefore: 3, renewBefore: 5, ...escalation } as const;

export const horizon = (context: ZoneContext): string =>
  addWorkingDays(context.calendar, today(context), Math.max(ladder.renewBefore, ...dueReminders.before));

interface Entry {
  readonly item: DigestItem;
  readonly holder: Assignment['holder'];
  /** Whose letter nobody has confirmed is not reminded of anything: anybody may have typed the address. */
  readonly counted: boolean;
  /** It came to its holder since the working day before. */
  readonly cameIn: boolean;
  /** Working days until it is due; below zero when it is late. */
  readonly left: number;
  readonly reminded: boolean;
  /** A docket that has just been opened, or a pause that is to be renewed: it is told before the others are. */
  readonly isOpened?: boolean;
  /** Of an obstacle: whoever above hears of it today, for the first time. */
  readonly rung?: Rung | undefined;
  /** Colleagues of the investor's contact. */
  readonly beside: readonly number[];
}

function entriesOf(context: ZoneContext, aggregate: Aggregate): readonly Entry[] {
  const { project, assignments } = aggregate;
  if (project.pause !== undefined || project.phase === 'ended') return [];
  return assignments
    .filter(
      (one) =>
        isOpen(one) &&
        one.state === 'open' &&
        one.due <= horizon(context) &&
        !(one.kind === 'office-decision' && waitsForOthers(aggregate)),
    )
    .map(({ holder, assignmentId, stage, kind, line, due, assignee, openedAt, heldSince }) => ({
      holder,
      counted: isCounted(project),
      cameIn:
        localDateOf(heldSince ?? openedAt, context.calendar.offsetMinutes) >=
        addWorkingDays(context.calendar, today(context), -1),
      left: workingDaysBetween(context.calendar, today(context), due),
      reminded:
        !(holder.kind === 'investor' && project.noAddress === true) &&
        isReminded(context, { due, openedAt, ...(heldSince !== undefined && { heldSince }) }),
      beside: toldBeside(project),
      item: {
        zoneId: project.zoneId,
        projectId: project.projectId,
        assignmentId,
        number: project.number,
        stage,
        assignment: kind,
        ...(line && { line }),
        due,
        overdueDays: overdueDays(context.calendar, due, today(context)),
        ...(assignee && { assignee }),
        ...(!isCounted(project) && { unconfirmed: true }),
      },
    }));
}

/** The next step of a docket; and once, that half of the term until a start has gone by. */
function docketEntries(context: ZoneContext, { project }: Aggregate): Entry[] {
  const { docket, pause, startReminded, projectId, zoneId, number, stage } = project;
  const on = today(context);
  if (pause !== undefined) return [];
  const entry = (what: NonNullable<DigestItem['docket']>, due: string, cameIn: boolean): Entry => {
    const isStep = what !== 'reminder';
    return {
      holder: { kind: 'office' },
      counted: true,
      cameIn,
      left: isStep ? workingDaysBetween(context.calendar, on, due) : 0,
      reminded: false,
      beside: [],
      item: {
        zoneId,
        projectId,
        assignmentId: `${projectId}-${what}`,
        number,
        stage,
        docket: what,
        due,
        overdueDays: isStep ? overdueDays(context.calendar, due, on) : 0,
      },
    };
  };
  const [step] = docket ? nextSteps(docket) : [];
  if (docket && step !== undefined && docket.until !== undefined) {
    const cameIn =
      localDateOf(docket.steps.at(-1)?.at ?? docket.openedAt, context.calendar.offsetMinutes) >=
      addWorkingDays(context.calendar, on, -1);
    // One that has just been opened is told at once.
    const isOpened = cameIn && step === 'act-of-breach';
    return docket.until > horizon(context) && !isOpened ? [] : [{ ...entry(step, docket.until, cameIn), isOpened }];
  }
  return startReminded?.on === on ? [entry('reminder', startReminded.startBy, true)] : [];
}

/** A pause that ends by itself unless it is renewed. */
function pauseEntries(context: ZoneContext, { project }: Aggregate): Entry[] {
  const { pause, projectId, zoneId, number, stage } = project;
  if (pause === undefined) return [];
  const left = workingDaysBetween(context.calendar, today(context), pause.reviewOn);
  if (left > ladder.renewBefore) return [];
  const item = { zoneId, projectId, assignmentId: `${projectId}-review`, number, stage, review: true as const };
  return [
    {
      holder: { kind: 'office' },
      counted: true,
      cameIn:
        left === ladder.renewBefore ||
        (pause.renewedOn ?? pause.on) >= addWorkingDays(context.calendar, today(context), -1),
      left,
      reminded: false,
      isOpened: true,
      beside: [],
      item: { ...item, due: pause.reviewOn, overdueDays: 0 },
    },
  ];
}

/** What is to be removed by a day that the office has said; whoever has it was told when it was given to them. */
function obstacleEntries(context: ZoneContext, { project, obstacles }: Aggregate): Entry[] {
  const { projectId, zoneId, number, stage } = project;
  if (project.pause !== undefined || project.phase === 'ended') return [];
  return obstacles.flatMap(({ obstacleId, about, owner, person, ownedSince, state, due, told: above }): Entry[] => {
    if (state !== 'open' || due === undefined || due > horizon(context)) return [];
    const overdue = overdueDays(context.calendar, due, today(context));
    return [
      {
        holder: owner,
        counted: isCounted(project),
        cameIn:
          localDateOf(ownedSince, context.calendar.offsetMinutes) >=
          addWorkingDays(context.calendar, today(context), -1),
        left: workingDaysBetween(context.calendar, today(context), due),
        reminded: false,
        rung: above?.on === today(context) ? above.rung : undefined,
        beside: [],
        item: {
          zoneId,
          projectId,
          assignmentId: `${projectId}-${obstacleId}`,
          ...(person?.startsWith('staff:') && { assignee: person.slice('staff:'.length) }),
          number,
          stage,
          obstacle: { obstacleId, about },
          ...(about.kind === 'line' && { line: about.line }),
          due,
          overdueDays: overdue,
        },
      },
    ];
  });
}

const items = (entries: readonly Entry[], keep: (entry: Entry) => boolean): DigestItem[] =>
  entries.filter(keep).map(({ item }) => item);

/** The same for staff, who get one every working day: with what their last one did not say. `since`: late by so many days it enters the list. */
const told = (entries: readonly Entry[], keep: (entry: Entry) => boolean, since: number): DigestItem[] =>
  entries
    .filter(keep)
    .map((entry) =>
      entry.left === -since || (since < 0 && entry.cameIn) ? { ...entry.item, isNew: true } : entry.item,
    );

const isLate = ({ item }: Entry): boolean => item.overdueDays > 0;
const lateBy =
  (days: number) =>
  ({ item }: Entry): boolean =>
    item.overdueDays >= days;

/** An obstacle is told once to each above the office; what somebody has to answer stands there until it is done. */
const goesUp =
  (rung: Rung) =>
  (entry: Entry): boolean =>
    entry.item.obstacle === undefined ? lateBy(ladder[rung])(entry) : entry.rung === rung;

const headsOwn = ({ item }: Entry): boolean =>
  item.review === true ||
  (item.docket === undefined
    ? item.assignment === 'office-decision' && headDecides(item.stage)
    : item.docket !== 'reminder' && stepRules[item.docket].head === true);

function listsOf(role: Digest['role'], entries: readonly Entry[]): Lists {
  const known = entries.filter(({ counted, holder }) => counted || holder.kind === 'office');
  const soon = (entry: Entry) =>
    !isLate(entry) &&
    (entry.left <= ladder.remindBefore || entry.isOpened === true) &&
    (role !== 'officer' || entry.holder.kind === 'office');
  switch (role) {
    case 'head':
      return {
        overdue: told(entries, (entry) => headsOwn(entry) && isLate(entry) && !lateBy(ladder.head)(entry), 1),
        soon: told(entries, (entry) => headsOwn(entry) && soon(entry), -ladder.remindBefore),
        escalated: told(entries, goesUp('head'), ladder.head),
      };
    case 'headquarters':
      return { overdue: [], soon: [], escalated: told(entries, goesUp('headquarters'), ladder.headquarters) };
    case 'leadership':
      return { overdue: [], soon: [], escalated: items(entries, ({ rung }) => rung === 'leadership') };
    case 'officer':
      return { overdue: told(known, isLate, 1), soon: told(known, soon, -ladder.remindBefore), escalated: [] };
    default:
      return { overdue: items(entries, isLate), soon: items(entries, (entry) => !isLate(entry)), escalated: [] };
  }
}

const isEmpty = ({
  overdue,
  soon,
  escalated,
  unspent = [],
  instructions = [],
  promises = [],
  matters = [],
  showcase = [],
}: Lists): boolean =>
  [overdue, soon, escalated, unspent, instructions, promises, matters, showcase].every(({ length }) => length === 0);

/** Money that will stay unspent is a matter of those who lead. */
const withUnspent = (role: Digest['role'], lists: Lists, unspent: readonly UnspentItem[]): Lists =>
  role === 'officer' || role === 'leadership' || unspent.length === 0 ? lists : { ...lists, unspent: [...unspent] };

/** Everybody outside the office who is reminded today: a party of all its projects, an investor of their own. */
function outsiders(
  entries: readonly Entry[],
): readonly { readonly reader: DigestReader; readonly role: Digest['role']; readonly entries: readonly Entry[] }[] {
  const readers = new Map<string, { reader: DigestReader; role: Digest['role']; entries: Entry[] }>();
  for (const entry of entries) {
    const { holder, item } = entry;
    if (holder.kind === 'office' || !entry.counted || !entry.reminded) continue;
    const { projectId } = item;
    const own: readonly DigestReader[] =
      holder.kind === 'party'
        ? [{ kind: 'party', partyId: holder.partyId }]
        : [
            { kind: 'investor', projectId },
            ...entry.beside.map((delegate) => ({ kind: 'investor', projectId, delegate }) as const),
          ];
    for (const reader of own) {
      const key = JSON.stringify(reader);
      const known = readers.get(key) ?? { reader, role: holder.kind, entries: [] };
      readers.set(key, { ...known, entries: [...known.entries, entry] });
    }
  }
  return [...readers.values()];
}

const reading = ['officer', 'head', 'headquarters', 'leadership'] as const;

/** Of several roles of their own the one nearest to the work; beside it those in which they stand in for somebody who is away. */
function rolesToday(context: ZoneContext, memberships: readonly Membership[]): readonly (typeof reading)[number][] {
  const on = today(context);
  const present = memberships.filter((one) => holdsOn(one, on) && !isAwayOn(one, on));
  const of = (isOwn: boolean) => {
    const roles = rolesAt(
      present.filter(({ insteadOf }) => (insteadOf === undefined) === isOwn),
      context.zone,
    );
    return reading.filter((one) => roles.includes(one));
  };
  return [...new Set([...of(true).slice(0, 1), ...of(false)])];
}

function staffReaders(
  context: ZoneContext,
  staff: readonly StaffPerson[],
  entries: readonly Entry[],
  unspent: readonly UnspentItem[],
  late: readonly ShowcaseItem[],
) {
  return staff.map(({ personId, memberships }) => {
    const roles = rolesToday(context, memberships);
    return {
      reader: { kind: 'staff' as const, personId },
      role: roles[0] ?? ('leadership' as const),
      lists: withShowcase(
        joined(roles.map((one) => withUnspent(one, listsOf(one, entries), unspent))),
        late.filter(({ overdueDays: days }) => roles.some((role) => days >= showcaseFrom[role])),
      ),
    };
  });
}

/** From how many working days past its day on somebody reads of what waits on the showcase: as of assignments. Leadership has a page. */
const showcaseFrom: Readonly<Record<(typeof reading)[number], number>> = {
  officer: 1,
  head: ladder.head,
  headquarters: ladder.headquarters,
  leadership: Number.POSITIVE_INFINITY,
};

const withShowcase = (lists: Lists, showcase: readonly ShowcaseItem[] = []): Lists =>
  showcase.length === 0 ? lists : { ...lists, showcase: [...showcase] };

/** What stands in a digest beside assignments, by who reads of it (`memberName`). */
export interface Beside {
  readonly instructions?: ReadonlyMap<string, readonly InstructionItem[]>;
  readonly promises?: ReadonlyMap<string, readonly PromiseItem[]>;
  readonly matters?: ReadonlyMap<string, readonly Matter[]>;
}

function withBeside(lists: Lists, reader: DigestReader, { instructions, promises, matters }: Beside): Lists {
  if (reader.kind === 'investor') return lists;
  const name = reader.kind === 'staff' ? `staff:${reader.personId}` : `party:${reader.partyId}`;
  const [given, stale, other] = [instructions?.get(name), promises?.get(name), matters?.get(name)];
  return {
    ...lists,
    ...(given && { instructions: [...given] }),
    ...(stale && { promises: [...stale] }),
    ...(other && { matters: [...other] }),
  };
}

/** One a reader, none empty. Two letters with one address may be of two persons: an investor gets one a project. */
export function digestsOf(
  context: ZoneContext,
  aggregates: readonly Aggregate[],
  staff: readonly StaffPerson[],
  unspent: readonly UnspentItem[] = [],
  beside: Beside = {},
  showcase: Pick<DayOfShowcase, 'late' | 'parties'> = nothingShown,
): readonly Digest[] {
  const entries = aggregates.flatMap((aggregate) => [
    ...entriesOf(context, aggregate),
    ...docketEntries(context, aggregate),
    ...pauseEntries(context, aggregate),
    ...obstacleEntries(context, aggregate),
  ]);
  const base = { zoneId: context.zone.zoneId, date: today(context) };
  const reminded = outsiders(entries);
  const parties = context.parties
    .filter(
      ({ partyId }) =>
        (beside.instructions?.has(`party:${partyId}`) === true ||
          beside.matters?.has(`party:${partyId}`) === true ||
          showcase.parties.has(partyId)) &&
        !reminded.some(({ reader }) => reader.kind === 'party' && reader.partyId === partyId),
    )
    .map(({ partyId }) => ({ reader: { kind: 'party', partyId } as const, role: 'party' as const, entries: [] }));
  const others = [...reminded, ...parties].map(({ reader, role, entries: own }) => ({
    reader,
    role,
    lists: withShowcase(listsOf(role, own), reader.kind === 'party' ? showcase.parties.get(reader.partyId) : undefined),
  }));
  return [...staffReaders(context, staff, entries, unspent, showcase.late), ...others]
    .map(({ reader, role, lists }) => ({ ...base, reader, role, ...asListed(withBeside(lists, reader, beside)) }))
    .filter((digest) => !isEmpty(digest));
}
