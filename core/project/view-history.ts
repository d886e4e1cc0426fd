import type { EmailView } from '../api/email-view.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Language } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { CorrectionView } from '../letter/letter-correction.ts';
import { factsOfCorrection, wholeCorrection } from '../letter/view-correction.ts';
import { noticeName, ownWords } from '../notices/own-words.ts';
import { subjectOfNotice } from '../notices/render-notice.ts';
import { emailView, sequenceOf } from '../notices/email-view.ts';
import { addressedTo, worksWith, type AddressSources, type EmailAddress } from '../notices/view-email.ts';
import type { OutboxRow } from '../notices/outbox.ts';
import { tellRoles } from '../people/roles-then.ts';
import { delegateNames } from './delegate.ts';
import type { ProjectEvent } from './event.ts';
import { eventOf, showsEmail, showsEvent, type HistoryFilter } from './history-filter.ts';
import { hasRole, mayView } from './permissions.ts';
import type { Aggregate } from './project.ts';

export interface HistoryEvent {
  readonly event: ProjectEvent;
  readonly note?: string | undefined;
  readonly corrected?: CorrectionView | undefined;
  /** Of the investor's people a colleague of the contact, by name; only for those who work with the investor. */
  readonly by?: string | undefined;
}

export interface HistoryEmail {
  readonly email: EmailView;
  /** For those who work with the investor. */
  readonly to?: EmailAddress | undefined;
  readonly subject?: { readonly text: string; readonly language: Language } | undefined;
}

/** What happened, or an email that it brought. */
export type HistoryEntry = HistoryEvent | HistoryEmail;

export interface History {
  /** The latest first. */
  readonly entries: readonly HistoryEntry[];
  /** Of the staff, whom the filter names by something they did. */
  readonly personId?: string | undefined;
  /** Go on before this event; absent at the beginning of the log. */
  readonly next?: number | undefined;
}

export interface ViewHistory {
  readonly projectId: string;
  readonly actor: Actor;
  readonly filter?: HistoryFilter | undefined;
  /** Only what came before this event. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** So many times a hundred events are looked through for one page. */
const mostReads = 10;

type HistoryPorts = Pick<Ports, 'projects' | 'reference' | 'outbox'>;

interface Found {
  readonly events: readonly ProjectEvent[];
  /** All that is later was looked through; 0: all. */
  readonly until: number;
}

async function eventsBefore(
  { projects }: HistoryPorts,
  { projectId, filter = {}, limit, before }: ViewHistory,
  personId: string | undefined,
): Promise<Found> {
  if (filter.kind === 'emails') return { events: [], until: 0 };
  const events: ProjectEvent[] = [];
  let until = before;
  for (let read = 0; read < mostReads && events.length < limit; read += 1) {
    const page = await projects.latestEvents(projectId, { limit: 100, before: until });
    events.push(...page.filter((event) => showsEvent(event, filter, personId)));
    until = page.at(-1)?.sequence ?? 0;
    if (until <= 1) return { events, until: 0 };
  }
  return { events, until: until ?? 0 };
}

function isRow(row: OutboxRow, { filter = {}, before = Infinity }: ViewHistory, { until }: Found): boolean {
  const at = sequenceOf(row);
  return row.errand.kind === 'email' && at < before && at >= until && showsEmail(row.errand.notice.recipient, filter);
}

/** Emails after the event that brought them, so before it in what is told from its end. */
function inOrder(rows: readonly OutboxRow[], events: readonly ProjectEvent[]) {
  const all = [
    ...rows.map((row) => ({ at: sequenceOf(row), row })).toReversed(),
    ...events.map((event) => ({ at: event.sequence, event })),
  ];
  return all.toSorted((a, b) => b.at - a.at);
}

/** Whole events with their emails, until there are enough. */
function cut<Entry extends { readonly at: number }>(all: readonly Entry[], limit: number): readonly Entry[] {
  const last = all[limit - 1]?.at;
  return last === undefined ? all : all.filter(({ at }) => at >= last);
}

async function personIn(ports: HistoryPorts, { projectId, filter = {} }: ViewHistory): Promise<string | undefined> {
  const at = eventOf(filter);
  if (at === undefined) return undefined;
  const [event] = await ports.projects.latestEvents(projectId, { limit: 1, before: at + 1 });
  return event?.sequence === at && event.actor.kind === 'staff' ? event.actor.personId : undefined;
}

const noteOf = ({ body }: ProjectEvent): string | undefined => ('noteId' in body ? body.noteId : undefined);

/** The words beside an event only for those who work with the investor. */
async function eventEntry(
  { projects }: HistoryPorts,
  { project }: Aggregate,
  actor: Actor,
  event: ProjectEvent,
): Promise<HistoryEvent> {
  const { projectId } = project;
  const works = worksWith(actor, project);
  const noteId = noteOf(event);
  const mayRead = event.body.type === 'note-added' ? hasRole(actor, project, 'read-notes') : works;
  const note = mayRead && noteId !== undefined ? await projects.note(projectId, noteId) : undefined;
  const changes = 'corrected' in event.body ? event.body.corrected : undefined;
  const corrected =
    changes && (works ? await wholeCorrection({ projects }, projectId, changes) : factsOfCorrection(changes));
  return { event, note, corrected };
}

async function emailEntry(
  { reference }: HistoryPorts,
  row: OutboxRow,
  { project }: Aggregate,
  sources: AddressSources | undefined,
): Promise<readonly HistoryEntry[]> {
  const email = emailView(row);
  if (email === undefined || row.errand.kind !== 'email') return [];
  if (sources === undefined) return [{ email }];
  const { notice } = row.errand;
  const { zone, parties } = sources.setting;
  const { recipient } = notice;
  const language =
    recipient.to === 'party'
      ? (parties.find(({ partyId }) => partyId === recipient.partyId)?.language ?? zone.language)
      : recipient.to === 'office'
        ? zone.language
        : (sources.contact?.language ?? project.language);
  const name =
    notice.notice === 'digest'
      ? undefined
      : noticeName({ notice: notice.notice, audience: recipient.to === 'former-investor' ? 'investor' : recipient.to });
  const version = name && (await reference.noticeAt(zone, name, row.createdAt));
  const own = name && ownWords(name, version, language);
  const text = subjectOfNotice(notice, { number: project.number, language, own });
  return [
    {
      email,
      to: addressedTo(notice, row.createdAt, sources),
      ...(text !== undefined && { subject: { text, language } }),
    },
  ];
}

/** What has happened and what was emailed, the latest first, everybody as what they were then. */
export async function viewHistory(ports: HistoryPorts, command: ViewHistory): Promise<Result<History>> {
  const { projectId, actor, limit } = command;
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const works = worksWith(actor, aggregate.project);
  const personId = await personIn(ports, command);
  const [found, rows, setting, contact, colleagues] = await Promise.all([
    eventsBefore(ports, command, personId),
    ports.outbox.emails(projectId),
    works ? ports.reference.setting(aggregate.project.zoneId) : undefined,
    works ? ports.projects.contact(projectId) : undefined,
    works ? delegateNames(ports.projects, aggregate.project) : new Map<number, string>(),
  ]);
  const { addressEntered } = aggregate.project;
  const all = inOrder(
    rows.filter((row) => isRow(row, command, found)),
    found.events,
  );
  const shown = cut(all, limit);
  const events = shown.flatMap((one) => ('event' in one ? [one.event] : []));
  const roleIn = await tellRoles(
    ports,
    aggregate.project,
    events.map(({ actor: by, at }) => ({ by, at })),
  );
  const entries = await Promise.all(
    shown.map(async (one): Promise<readonly HistoryEntry[]> => {
      if ('row' in one) return emailEntry(ports, one.row, aggregate, setting && { contact, setting, addressEntered });
      const entry = await eventEntry(ports, aggregate, actor, one.event);
      const by = one.event.actor.kind === 'investor' ? colleagues.get(one.event.actor.delegate ?? -1) : undefined;
      return [{ ...entry, by, event: { ...one.event, actor: roleIn({ by: one.event.actor, at: one.event.at }) } }];
    }),
  );
  const next = shown.length < all.length ? shown.at(-1)?.at : found.until;
  return ok({ entries: entries.flat(), personId, ...(next !== undefined && next > 1 && { next }) });
}
