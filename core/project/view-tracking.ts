import { withoutTakenBack } from './undo.ts';
import type { EventBody, ProjectEvent } from './event.ts';
import type { Aggregate, Assignment } from './project.ts';
import type { Names } from '../reference/reference.ts';
import type { LinkView } from '../api/views.ts';
import type { Actor } from '../kernel/actor.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { today, type ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { DocketView } from '../docket/docket.ts';
import { docketView, withDocketWords } from '../docket/docket-view.ts';
import { seesDocument } from '../documents/document-rights.ts';
import { delegateNames } from './delegate.ts';
import { isUnproven } from './permissions.ts';
import { isOpen } from './standing.ts';
import type { Projects } from '../kernel/ports.ts';
import { answererOf, type Answerer, type Investor } from '../stages/answerer.ts';
import { openLink, viewOpened, type ByLink, type LinkPorts } from '../links/act-by-link.ts';
import { ladderInShort } from '../ladder/ladder.ts';
import { roadMapInShort } from '../road-map/road-map-in-short.ts';
import { holderViews } from './project-views.ts';
import { timelineOf } from './timeline.ts';
import { wholeLog } from './whole-log.ts';
import { zoneContextOf } from './zone-context-of.ts';

import type { Asked, TrackedEnding, TrackedLine, TrackingView } from './tracking.ts';

const mostNotes = 20;

const isTheirs = (aggregate: Aggregate, at: { readonly documentId: string; readonly version: number }): boolean => {
  const document = aggregate.documents.find((one) => one.documentId === at.documentId && one.version === at.version);
  return (
    document !== undefined &&
    seesDocument({ kind: 'investor', projectId: aggregate.project.projectId }, aggregate, document)
  );
};

/** Whether an entry of the log is the investor's matter: their stages, their answers, their lines; not the office's own work. */
function concerns({ body }: ProjectEvent, aggregate: Aggregate): boolean {
  switch (body.type) {
    case 'taken-over':
    case 'letter-merged':
    case 'assignment-closed':
    case 'fell-behind':
    case 'start-moved':
    case 'assignment-sent-again':
    case 'assignment-handed-over':
    case 'assignment-taken':
    case 'assignment-given-back':
    case 'link-renewed':
    case 'personal-data-erased':
    case 'contact-corrected':
    case 'confirmation-reminded':
    case 'docket-opened':
    case 'road-map-filled':
    case 'road-map-change-asked':
    case 'road-map-change-answered':
    case 'number-noted':
    case 'number-removed':
    case 'companion-named':
    case 'verified':
    case 'need-said':
    case 'need-removed':
    case 'rung-said':
    case 'rung-confirmed':
    case 'rung-disputed':
    case 'rung-taken-back':
    case 'obligations-planned':
    case 'obligations-asked':
    case 'obligations-missed':
    case 'obligations-reported':
    case 'obligations-confirmed':
    case 'obligations-proven':
    case 'obligations-visit-opened':
    case 'obligations-visited':
    case 'obligations-breach':
    case 'obstacle-escalated':
      return false;
    // What the office and other bodies do with the plot afterwards is not theirs.
    case 'docket-step':
      return body.step === 'act-of-breach' || body.step === 'decision' || body.step === 'contract-ended';
    case 'note-added':
      return body.shared;
    // What became of a duplicate is told in one sentence.
    case 'ended':
      return aggregate.project.mergedInto === undefined;
    case 'became-overdue':
      return aggregate.assignments.some(
        ({ assignmentId, kind }) => assignmentId === body.assignmentId && kind === 'office-decision',
      );
    case 'assignment-opened':
      return body.holder.kind === 'investor' || body.kind === 'question';
    // What became of each document stands on its own page; here only what the investor must hear of.
    case 'document-scanned':
      return (body.result === 'infected' || body.result === 'unreadable') && isTheirs(aggregate, body);
    case 'document-added':
      return isTheirs(aggregate, body);
    case 'time-asked':
    case 'time-refused':
    case 'assignment-paused':
    case 'moratorium-applied':
    case 'moratorium-lifted':
    case 'assignment-unpaused':
    case 'assignment-answered': {
      const assignment = aggregate.assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
      return (
        assignment?.kind === 'technical-condition' ||
        assignment?.kind === 'question' ||
        assignment?.holder.kind === 'investor'
      );
    }
    default:
      return true;
  }
}

async function sharedNotes(
  projects: Projects,
  events: readonly ProjectEvent[],
  day: (at: number) => LocalDate,
): Promise<TrackingView['notes']> {
  const shared = events.flatMap(({ projectId, at, body }) =>
    body.type === 'note-added' && body.shared ? [{ projectId, at, noteId: body.noteId }] : [],
  );
  const texts = await Promise.all(
    shared
      .toReversed()
      .slice(0, mostNotes)
      .map(async ({ projectId, at, noteId }) => ({ on: day(at), text: await projects.note(projectId, noteId) })),
  );
  return texts.flatMap(({ on, text }) => (text === undefined ? [] : [{ on, text }]));
}

function namesIn(body: EventBody, { parties }: ZoneContext): Names | undefined {
  const to = body.type === 'obstacle-handed-over' ? body.to : undefined;
  return to?.kind === 'party' ? parties.find(({ partyId }) => partyId === to.partyId)?.names : undefined;
}

const passedIn = (body: EventBody, { assignments }: Aggregate): Assignment | undefined =>
  body.type === 'became-overdue'
    ? assignments.find(({ assignmentId }) => assignmentId === body.assignmentId)
    : undefined;

function answererIn(
  { body, actor }: ProjectEvent,
  { assignments }: Aggregate,
  context: ZoneContext,
  investor: Investor,
): Answerer | undefined {
  if (body.type !== 'assignment-answered' && body.type !== 'assignment-paused') return undefined;
  const holder = assignments.find(({ assignmentId }) => assignmentId === body.assignmentId)?.holder;
  return holder && answererOf({ actor, onBehalf: body.onBehalf }, holder, context, investor);
}

function whyOf({ project, assignments }: Aggregate, { kind, stage, about, line }: Assignment) {
  if (kind === 'correction') return project.stages[stage];
  return kind === 'cure' ? assignments.findLast((one) => one.kind === about && one.line === line)?.answer : undefined;
}

/** Working days by which a date has passed; none while the project is suspended. */
const lateness = (context: ZoneContext, { pause }: Aggregate['project'], due: LocalDate | undefined): number =>
  due === undefined || pause !== undefined ? 0 : overdueDays(context.calendar, due, today(context));

type Words = (noteId: string | undefined) => Promise<string | undefined>;

async function endingOf(
  events: readonly ProjectEvent[],
  words: Words,
  day: (at: number) => LocalDate,
  { zone }: ZoneContext,
): Promise<TrackedEnding | undefined> {
  const found = events.findLast(({ body }) => body.type === 'ended');
  if (found?.body.type !== 'ended') return undefined;
  const { as, reasonCode, noteId } = found.body;
  const decision = events.findLast(({ body }) => body.type === 'stage-decided')?.body;
  const appealNoteId = as === 'rejected' && decision?.type === 'stage-decided' ? decision.appealNoteId : undefined;
  const [note, appeal] = await Promise.all([words(noteId), words(appealNoteId)]);
  return { as, on: day(found.at), reasonCode, note, appeal, ...(as === 'terminated' && { route: zone.appeal }) };
}

function linesOf(
  aggregate: Aggregate,
  { parties }: ZoneContext,
  shown: LinkView['assignments'],
  words: Words,
  investor: Investor,
): Promise<readonly TrackedLine[]> {
  const { project, assignments } = aggregate;
  const found = project.lines.flatMap(
    (line) => shown.findLast((one) => one.kind === 'technical-condition' && one.line === line) ?? [],
  );
  return Promise.all(
    found.map(async (assignment): Promise<TrackedLine> => {
      const { holder, line } = assignment;
      const stored = assignments.find(({ assignmentId }) => assignmentId === assignment.assignmentId);
      const refusal = assignments.findLast((one) => isOpen(one) && one.kind === 'refusal' && one.line === line);
      return {
        assignment,
        names: holder.kind === 'party' ? parties.find(({ partyId }) => partyId === holder.partyId)?.names : undefined,
        pausedUntil: stored?.pausedUntil,
        note: await words(stored?.answer?.noteId),
        decidedBy: refusal?.due,
        answeredBy: stored?.answer && answererOf(stored.answer, holder, { parties }, investor),
      };
    }),
  );
}

const questionsOf = (
  { assignments }: Aggregate,
  words: Words,
  day: (at: number) => LocalDate,
): Promise<TrackingView['questions']> =>
  Promise.all(
    assignments
      .filter(({ kind }) => kind === 'question')
      .toReversed()
      .slice(0, mostNotes)
      .map(async ({ assignmentId, openedAt, due, overdue, noteId, answer, state }) => {
        const [text, reply] = await Promise.all([words(noteId), words(answer?.noteId)]);
        return {
          assignmentId,
          on: day(openedAt),
          due,
          late: overdue,
          text,
          answered: answer && { on: day(answer.at), text: reply },
          closed: state === 'closed',
        };
      }),
  );

async function docketOf(
  actor: Actor,
  aggregate: Aggregate,
  context: ZoneContext,
  words: Words,
): Promise<DocketView | undefined> {
  const view = docketView(actor, aggregate, context);
  return view && (view.remindedOn !== undefined || view.state !== undefined) ? withDocketWords(view, words) : undefined;
}

/** What is written behind a link to the investor's address before it is confirmed. */
const withheld = {
  asked: [],
  holders: [],
  lines: [],
  events: [],
  notes: [],
  questions: [],
  late: 0,
  unproven: true,
} as const;

/** Where a project stands, by the investor's link. Changes nothing. Fails as `openLink`, with `link-unknown` also for a party's link. */
export async function viewTracking(ports: LinkPorts, command: ByLink): Promise<Result<TrackingView>> {
  const opened = await openLink(ports, command);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  if (actor.kind !== 'investor') return fail({ kind: 'link-unknown' });
  const { project, assignments } = aggregate;
  const view = () => viewOpened(ports, opened.value, command.now);
  if (isUnproven(project)) return ok({ link: await view(), ...withheld });
  const [link, context, log, contact, colleagues] = await Promise.all([
    view(),
    zoneContextOf(ports, project.zoneId, command.now),
    wholeLog(ports.projects, project.projectId),
    ports.projects.contact(project.projectId),
    delegateNames(ports.projects, project),
  ]);
  const events = withoutTakenBack(log);
  if (context === undefined) throw new Error(`Project ${project.projectId} belongs to no zone`);
  const investor: Investor = { person: contact?.name, company: link.company, colleagues };
  const day = (at: number) => localDateOf(at, context.calendar.offsetMinutes);
  const words: Words = async (noteId) =>
    noteId === undefined ? undefined : ports.projects.note(project.projectId, noteId);
  const shown = new Map(link.assignments.map((one) => [one.assignmentId, one]));
  const asked = assignments
    .filter((one) => isOpen(one) && one.holder.kind === 'investor')
    .map(async (one): Promise<Asked[]> => {
      const assignment = shown.get(one.assignmentId);
      const why = whyOf(aggregate, one);
      const note = await words(why?.noteId);
      return assignment ? [{ assignment, reasonCode: why?.reasonCode, note }] : [];
    });
  return ok({
    link,
    asked: (await Promise.all(asked)).flat(),
    holders: holderViews(aggregate, context).map(({ holder, names, since, due, pausedUntil, endless }) => ({
      kind: holder.kind,
      names,
      since: day(since),
      due,
      pausedUntil,
      endless,
      late: endless ? 0 : lateness(context, project, due),
    })),
    late:
      project.phase === 'correcting'
        ? lateness(context, project, project.due)
        : (link.stages.find(({ late }) => late !== undefined)?.late?.days ?? 0),
    timeline: timelineOf(aggregate, events, link.stages, context, ({ kind }) => kind === 'technical-condition'),
    lines: await linesOf(aggregate, context, link.assignments, words, investor),
    ending: project.ending === undefined ? undefined : await endingOf(events, words, day, context),
    events: events
      .filter((event) => concerns(event, aggregate))
      .map((event) => ({
        on: day(event.at),
        body: event.body,
        names: namesIn(event.body, context),
        passed: passedIn(event.body, aggregate),
        answeredBy: answererIn(event, aggregate, context, investor),
        by:
          event.actor.kind === 'investor' && event.actor.delegate !== undefined
            ? colleagues.get(event.actor.delegate)
            : undefined,
      }))
      .toReversed(),
    notes: await sharedNotes(ports.projects, events, day),
    questions: await questionsOf(aggregate, words, day),
    suspendedUntil: project.pause?.reviewOn,
    ladder: ladderInShort(events),
    roadMap: roadMapInShort(aggregate, events, context),
    docket: await docketOf(actor, aggregate, context, words),
    unproven: false,
  });
}
