import * as z from 'zod/mini';
import { identityOf, type Actor } from '../kernel/actor.ts';
import { DateText, Instant, Utility } from '../kernel/common.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { CalendarView } from '../calendar/view-calendar.ts';
import { delegateNames } from '../project/delegate.ts';
import { Holder } from '../project/event.ts';
import { hasRole, isAllowed, mayReadContact, mayView } from '../project/permissions.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { StaffRole } from '../reference/reference.ts';
import type { Counts } from '../kernel/ports.ts';
import { StageName } from '../stages/decision.ts';
import { AssignmentKind } from '../stages/facts.ts';
import { StartRange, startRangeOf } from '../stages/start-range.ts';
import { drawnOf, type RoadMapPorts } from './change-road-map.ts';
import { canonical, type RowChange } from './kept.ts';
import { isBy, type Candidate } from './people.ts';
import { changeReasons, type Filled, FrozenRow, PersonName, RowName } from './road-map-facts.ts';
import { lackable, type Row } from './rows.ts';

/** `name`: of staff, of a party's address, of the investor's contact, as far as its reader may read it. Absent for who is there no longer. */
const PersonView = z.object({
  person: PersonName,
  kind: z.enum(['staff', 'party', 'investor']),
  name: z.optional(z.string()),
  /** Of a party's, for staff. */
  phone: z.optional(z.string()),
  role: z.optional(StaffRole),
  partyId: z.optional(z.string()),
});
export type PersonView = z.infer<typeof PersonView>;

const RowView = z.object({
  row: RowName,
  stage: StageName,
  /** Absent for the stage itself. */
  assignment: z.optional(AssignmentKind),
  line: z.optional(Utility),
  assignmentId: z.optional(z.string()),
  holder: Holder,
  state: z.enum(['ahead', 'open', 'done']),
  baseline: z.optional(DateText),
  target: z.optional(DateText),
  actual: z.optional(DateText),
  expected: z.optional(DateText),
  legal: z.optional(DateText),
  person: z.optional(PersonView),
  deputy: z.optional(PersonView),
  lacks: z.array(z.enum(lackable)),
});
export type RowView = z.infer<typeof RowView>;

const ChangeView = z.object({
  change: z.int(),
  row: RowName,
  target: z.optional(DateText),
  person: z.optional(PersonView),
  deputy: z.optional(PersonView),
  reason: z.enum(changeReasons),
  text: z.optional(z.string()),
  at: Instant,
  by: z.optional(z.string()),
  accepted: z.optional(z.boolean()),
  answeredAt: z.optional(Instant),
  answeredBy: z.optional(z.string()),
  answer: z.optional(z.string()),
  /** Whether this reader may accept or refuse it now. */
  mine: z.boolean(),
});
export type ChangeView = z.infer<typeof ChangeView>;

/** `hash`: SHA-256 (hexadecimal) of the JSON text of `[projectId, [row, date, person, deputy], …]` over `frozen` in the order of `row`; `holds`: it is that of the rows as they are kept. */
export const RoadMapView = z.object({
  projectId: z.string(),
  number: z.string(),
  version: z.int(),
  state: z.enum(['before', 'drawn', 'approved']),
  approved: z.optional(
    z.object({
      at: Instant,
      by: z.optional(z.string()),
      hash: z.string(),
      holds: z.boolean(),
      frozen: z.array(FrozenRow),
    }),
  ),
  rows: z.array(RowView),
  range: z.optional(StartRange),
  changes: z.array(ChangeView),
  actions: z.array(z.enum(['fill', 'approve', 'change'])),
});
export type RoadMapView = z.infer<typeof RoadMapView>;

export type ViewRoadMapPorts = RoadMapPorts & { readonly counts: Pick<Counts, 'of'> };

export interface ViewRoadMap {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
}

export interface WholeRoadMap {
  readonly view: RoadMapView;
  readonly filled: Filled;
  readonly candidates: readonly PersonView[];
  readonly context: ZoneContext;
  readonly company: string;
}

const staffOf = (by: RowChange['by']): string | undefined => (by.kind === 'staff' ? by.personId : undefined);

const personIn = (candidates: readonly PersonView[], person: string | undefined): PersonView | undefined => {
  if (person === undefined) return undefined;
  const found = candidates.find((one) => one.person === person);
  if (found) return found;
  const [kind = 'staff', partyId] = person.split(':');
  return {
    person,
    kind: kind === 'party' || kind === 'investor' ? kind : 'staff',
    ...(kind === 'party' && partyId !== undefined && { partyId }),
  };
};

function rowView({ kind, person, deputy, row, ...days }: Row, candidates: readonly PersonView[]): RowView {
  const [answers, standsIn] = [personIn(candidates, person), personIn(candidates, deputy)];
  return {
    row,
    ...days,
    ...(kind && { assignment: kind }),
    lacks: [...days.lacks],
    ...(answers && { person: answers }),
    ...(standsIn && { deputy: standsIn }),
  };
}

async function changeView(
  { answered, ...one }: RowChange,
  {
    candidates,
    words,
    mayAnswer,
  }: {
    readonly candidates: readonly PersonView[];
    readonly words: (noteId: string | undefined) => Promise<string | undefined>;
    readonly mayAnswer: boolean;
  },
): Promise<ChangeView> {
  const [text, reply] = await Promise.all([words(one.noteId), words(answered?.noteId)]);
  const [by, answeredBy] = [staffOf(one.by), answered && staffOf(answered.by)];
  const [person, deputy] = [personIn(candidates, one.person), personIn(candidates, one.deputy)];
  return {
    change: one.change,
    row: one.row,
    reason: one.reason,
    at: one.at,
    mine: answered === undefined && mayAnswer,
    ...(one.target !== undefined && { target: one.target }),
    ...(person && { person }),
    ...(deputy && { deputy }),
    ...(text !== undefined && { text }),
    ...(by !== undefined && { by }),
    ...(answered && { accepted: answered.accepted, answeredAt: answered.at }),
    ...(answeredBy !== undefined && { answeredBy }),
    ...(reply !== undefined && { answer: reply }),
  };
}

const actions = [
  ['fill', 'fill-road-map'],
  ['approve', 'approve-road-map'],
  ['change', 'change-road-map'],
] as const;

/** A project's road map: made on the fly, with what the log keeps of it. Fails with `not-found`. */
export async function wholeRoadMap(
  ports: ViewRoadMapPorts,
  { projectId, actor, now }: ViewRoadMap,
): Promise<Result<WholeRoadMap>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const { project } = aggregate;
  const context = await zoneContextOf(ports, project.zoneId, now);
  if (context === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
  const [{ kept, rows, candidates: all }, written, delegates, counts] = await Promise.all([
    drawnOf(ports, aggregate, context),
    ports.projects.written(projectId),
    delegateNames(ports.projects, project),
    ports.counts.of(project.zoneId),
  ]);
  const range = startRangeOf(context, project, counts);
  const readsWords = hasRole(actor, project, 'read-notes');
  const named = ({ name, kind, delegate, ...one }: Candidate): PersonView => {
    const investor = delegate === undefined ? written.contact?.name : delegates.get(delegate);
    const shown =
      kind === 'investor'
        ? mayReadContact(actor, project)
          ? investor
          : undefined
        : kind === 'staff' || readsWords
          ? name
          : undefined;
    const { person, role, partyId, phone } = one;
    return {
      person,
      kind,
      ...(shown !== undefined && { name: shown }),
      ...(readsWords && phone !== undefined && { phone }),
      ...(role && { role }),
      ...(partyId && { partyId }),
    };
  };
  const candidates = all.map(named);
  const words = async (noteId: string | undefined) =>
    readsWords && noteId !== undefined ? ports.projects.note(projectId, noteId) : undefined;
  const mayAnswer = isAllowed(actor, project, 'answer-road-map');
  const changes = await Promise.all(
    kept.changes.map((one) =>
      changeView(one, {
        candidates,
        words,
        mayAnswer: mayAnswer && !(actor.kind === 'staff' && isBy(one.by, identityOf(actor))),
      }),
    ),
  );
  const { approved } = kept;
  const approver = approved && staffOf(approved.by);
  return ok({
    view: {
      projectId,
      number: project.number,
      version: project.version,
      state: approved ? 'approved' : project.accepted ? 'drawn' : 'before',
      ...(approved && {
        approved: {
          at: approved.at,
          ...(approver !== undefined && { by: approver }),
          hash: approved.hash,
          holds: ports.ids.hash(canonical(projectId, approved.rows)) === approved.hash,
          frozen: [...approved.rows],
        },
      }),
      rows: rows.map((row) => rowView(row, candidates)),
      ...(range && { range }),
      changes,
      actions: actions.flatMap(([name, action]) => (isAllowed(actor, project, action) ? [name] : [])),
    },
    filled: kept.filled,
    candidates,
    context,
    company: written.letter?.company.name ?? '',
  });
}

/** The same as the API tells it. */
export async function viewRoadMap(ports: ViewRoadMapPorts, command: ViewRoadMap): Promise<Result<RoadMapView>> {
  const found = await wholeRoadMap(ports, command);
  return found.ok ? ok(found.value.view) : found;
}

/** Its dates for a calendar: of each row the day that holds; what is done is struck out. @param url of its page */
export const calendarOf = ({ projectId, number, version, rows }: RoadMapView, url: string): CalendarView => ({
  number,
  entries: rows.flatMap(({ row, stage, assignment, line, state, target }) =>
    target === undefined
      ? []
      : [
          {
            id: `${projectId}_road-map_${row}`,
            sequence: version,
            due: target,
            number,
            stage,
            ...(assignment && { assignment, line }),
            isOver: state === 'done',
            url,
          },
        ],
  ),
});
