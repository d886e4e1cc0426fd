import { memoryHeadquarters } from './memory-headquarters.ts';
import type { LinePhoto } from '#core/lines/line-photo.ts';
import { memoryForecasts } from './memory-forecasts.ts';
import { createHash } from 'node:crypto';
import { ProjectEvent } from '#core/project/event.ts';
import { FileRecord, ProjectDocument } from '#core/documents/document.ts';
import type { ScanResult } from '#core/documents/document-kind.ts';
import type { PaperContact } from '#core/letter/letter-of-intent.ts';
import type { LetterDraft } from '#core/letter/letter-draft.ts';
import { OutboxMessage, type OutboxRow, type Wait } from '#core/notices/outbox.ts';
import { Obstacle } from '#core/obstacles/obstacle.ts';
import { OfficeNote } from '#core/work/office-note.ts';
import { Assignment, Project, type Aggregate } from '#core/project/project.ts';
import type { Undo } from '#core/project/undo.ts';
import type { Membership, NoticeVersion, StaffPerson, ZoneLine } from '#core/reference/reference.ts';
import type { KeptToken, Note, Proof } from '#core/project/change-builder.ts';
import type { CompleteChange } from '#core/project/complete-change.ts';
import { listedAssignments } from '#core/project/listing.ts';
import { addressOf } from '#core/letter/draft-address.ts';
import type { Guest, Promised } from '#core/forums/forum-record.ts';
import type { Meeting } from '#core/forums/meetings.ts';
import type { Plan } from '#core/forums/plan.ts';
import type { Proposal } from '#core/showcase/proposal.ts';
import type { ShowcaseChange } from '#core/showcase/showcase.ts';
import { countedAs } from '#core/plots/fit.ts';
import type { Plot, PlotChange, RegisteredZone } from '#core/plots/plot.ts';
import type { Moratorium } from '#core/moratoria/moratorium.ts';
import type { FollowUp } from '#core/work/follow-ups.ts';
import { reported, type ZoneObstacle } from '#core/obstacles/zone-obstacle.ts';
import type { Line, LineChange } from '#core/lines/line.ts';
import { nextDraftDay } from '#core/letter/draft-days.ts';
import { nextReminder } from '#core/notices/reminders.ts';
import { windowStart } from '#core/kernel/window.ts';
import {
  addedUp,
  isCounted,
  isOfBoard,
  isPast,
  monthOf,
  quarterOf,
  standingOf,
  type Count,
} from '#core/figures/figures.ts';
import { isBehind, isOpen, lateOf, openAssignments } from '#core/project/standing.ts';
import { waitKey } from '#core/stages/waits.ts';
import type {
  EnteredTask,
  AssignmentNarrowing,
  Email,
  IdempotencyRecord,
  Letter,
  LinkTarget,
  ObstacleLine,
  Page,
  Ports,
  ProjectFilter,
  ProjectNarrowing,
  RowKey,
  Workflow,
  ZoneSetting,
} from '#core/kernel/ports.ts';
import type { Look, SavedFilter } from '#core/work/desk-ports.ts';
import { firstDue, workRow } from '#core/work/work-row.ts';
import { searchWords } from '#core/search/search-messages.ts';
import { runImport, type ImportPorts } from '#core/imports/import-table.ts';
import { memoryImports, serialKey, type MemoryImports } from './memory-imports.ts';
import { people, zones, zoneSetting } from './samples.ts';

/** What DynamoDB takes in one transaction. */
const transactionLimit = 100;

interface Stored {
  readonly aggregate: Aggregate;
  readonly letter: Letter | undefined;
  readonly contact: PaperContact | undefined;
  readonly events: readonly ProjectEvent[];
  readonly notes: ReadonlyMap<string, Note>;
  readonly former: ReadonlyMap<number, PaperContact>;
}

export interface MemoryOptions {
  readonly settings?: readonly ZoneSetting[];
  readonly staff?: readonly StaffPerson[];
  readonly workflow?: Workflow;
  /** What the email service says; throws while it is down. */
  readonly deliver?: (email: Email) => 'sent' | { readonly refused: string };
  /** Told of every change that was written. */
  readonly onCommit?: (change: CompleteChange) => void;
}

/** All that the outside of the use cases is in a test: state that can be looked at, and small true rules about it. */
export interface Memory {
  readonly projects: Map<string, Stored>;
  readonly keys: Map<string, IdempotencyRecord>;
  readonly rows: Map<string, OutboxRow>;
  readonly tokens: Map<string, EnteredTask>;
  readonly counts: Map<string, readonly Count[]>;
  readonly sent: Email[];
  readonly files: Map<string, StoredBytes>;
  readonly fileRecords: Map<string, FileRecord>;
  readonly settings: Map<string, ZoneSetting>;
  readonly notices: NoticeVersion[];
  /** Projects whose company open data may name. */
  readonly named: Set<string>;
}

/** What went through a table: plain JSON. */
const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const byOpening = (a: Assignment, b: Assignment): number =>
  a.openedAt - b.openedAt || (a.assignmentId < b.assignmentId ? -1 : 1);

const rowKey = ({ laneId, rowId }: RowKey): string => `${laneId} ${rowId}`;
const undone = ({ state }: OutboxRow): boolean => state === 'waiting' || state === 'sending';

/** How many items of a table a change writes. */
const itemsOf = ({
  assignments,
  obstacles,
  events,
  notes,
  contact,
  former,
  letter,
  messages,
  counters,
}: CompleteChange) =>
  1 +
  [assignments, obstacles, events, notes, messages].reduce((sum, { length }) => sum + length, 0) +
  [contact, former, letter].filter(Boolean).length +
  new Set(counters.map(({ group }) => group === 'forum')).size;

const mayAttach = ({ fileRecords }: Memory, { attached }: CompleteChange): boolean =>
  attached.every(({ fileId, scan }) => {
    const record = fileRecords.get(fileId);
    return record !== undefined && record.attached === undefined && scan.includes(record.scan);
  });

function attach({ fileRecords }: Memory, change: CompleteChange): void {
  for (const { fileId, attached } of change.attached) {
    const record = fileRecords.get(fileId);
    if (record)
      fileRecords.set(fileId, { ...record, owner: { kind: 'project', projectId: attached.projectId }, attached });
  }
}

/** Removes rows that nobody has tried; false, and all stay, where one is not there so. */
function takeBack({ rows }: Memory, unsent: readonly RowKey[]): boolean {
  const isUntried = (key: RowKey): boolean => {
    const row = rows.get(rowKey(key));
    return row?.state === 'waiting' && row.attempts === 0;
  };
  if (!unsent.every(isUntried)) return false;
  for (const key of unsent) rows.delete(rowKey(key));
  return true;
}

function projectsPort(
  memory: Memory,
  numbers: Map<string, number>,
  onCommit: (change: CompleteChange) => void,
): Ports['projects'] {
  const undos = new Map<string, Undo>();
  const proofs = new Map<string, Proof>();
  const load = (projectId: string): Aggregate | undefined => {
    const aggregate = memory.projects.get(projectId)?.aggregate;
    return (
      aggregate &&
      throughJson({
        project: Project.parse(aggregate.project),
        assignments: aggregate.assignments.map((one) => Assignment.parse(one)).toSorted(byOpening),
        documents: aggregate.documents.map((one) => ProjectDocument.parse(one)),
        obstacles: aggregate.obstacles.map((one) => Obstacle.parse(one)),
      })
    );
  };
  const commit: Ports['projects']['commit'] = async (change) => {
    // Others get their turn, then everything at once.
    await Promise.resolve();
    const { after, also, serial, idempotency } = change;
    const { projectId, zoneId } = after.project;
    const stored = memory.projects.get(projectId);
    const versionOf = (one: CompleteChange) =>
      memory.projects.get(one.after.project.projectId)?.aggregate.project.version;
    if (versionOf(change) !== change.upon || (also && versionOf(also) !== also.upon)) return 'conflict';
    if (idempotency && memory.keys.has(idempotency.keyHash)) return 'conflict';
    if (!mayAttach(memory, change)) return 'conflict';
    if (serial && serial.last !== (numbers.get(serialKey(serial)) ?? 0) + 1) return 'conflict';
    if (change.upon !== undefined && itemsOf(change) > transactionLimit)
      throw new RangeError('More than one transaction takes');
    if (change.token && !isLatest(memory, projectId, change.token)) return 'conflict';
    const proved = change.proof && proofs.get(`${zoneId} ${change.proof.sha256}`);
    if (JSON.stringify(proved) !== JSON.stringify(change.proof?.seen)) return 'conflict';
    if (change.unsent && !takeBack(memory, change.unsent)) return 'conflict';
    if (change.token) memory.tokens.set(tokenKey(projectId, change.token.wait), change.token.task);
    if (change.undo) undos.set(projectId, throughJson(change.undo));
    else if (change.unsent) undos.delete(projectId);
    if (serial) numbers.set(serialKey(serial), serial.last);
    memory.projects.set(projectId, {
      aggregate: throughJson(after),
      letter: change.letter ?? stored?.letter,
      contact: change.contact ?? stored?.contact,
      events: [...(stored?.events ?? []), ...change.events.map((event) => throughJson(ProjectEvent.parse(event)))],
      notes: new Map([...(stored?.notes ?? []), ...change.notes.map((note): [string, Note] => [note.noteId, note])]),
      former: new Map([
        ...(stored?.former ?? []),
        ...(change.former ? [[change.former.linkVersion, change.former.contact] as const] : []),
      ]),
    });
    if (idempotency) memory.keys.set(idempotency.keyHash, idempotency);
    attach(memory, change);
    if (change.proof) proofs.set(`${zoneId} ${change.proof.sha256}`, change.proof.proof);
    if (change.named === true) memory.named.add(projectId);
    if (change.named === false) memory.named.delete(projectId);
    for (const row of change.messages)
      memory.rows.set(rowKey(row), { ...row, errand: throughJson(OutboxMessage.parse(row.errand)) });
    memory.counts.set(zoneId, addedUp([...(memory.counts.get(zoneId) ?? []), ...change.counters]));
    onCommit(change);
    return also ? commit(also) : 'committed';
  };
  return {
    load: async (projectId) => load(projectId),
    letter: async (projectId) => memory.projects.get(projectId)?.letter,
    contact: async (projectId) => memory.projects.get(projectId)?.contact,
    written: async (projectId) => {
      const { letter, contact } = memory.projects.get(projectId) ?? {};
      return { letter, contact };
    },
    formerContact: async (projectId, linkVersion) => memory.projects.get(projectId)?.former.get(linkVersion),
    undo: async (projectId) => undos.get(projectId),
    note: async (projectId, noteId) => memory.projects.get(projectId)?.notes.get(noteId)?.text,
    officeNotes: async (projectId, { limit }) => ({
      entries: [...(memory.projects.get(projectId)?.notes.values() ?? [])]
        .filter(({ office }) => office)
        .map(({ office, ...note }) => OfficeNote.parse({ ...note, ...office }))
        .toReversed()
        .slice(0, limit),
    }),
    events: async (projectId, { limit, after = '0' }) => {
      const all = memory.projects.get(projectId)?.events ?? [];
      const entries = all.slice(Number(after), Number(after) + limit);
      const end = Number(after) + entries.length;
      return end < all.length ? { entries, next: String(end) } : { entries };
    },
    latestEvents: async (projectId, { limit, before = Infinity }) =>
      (memory.projects.get(projectId)?.events ?? [])
        .filter(({ sequence }) => sequence < before)
        .toReversed()
        .slice(0, limit),
    commit,
    commitAll: async (changes) => {
      const states: ('committed' | 'conflict')[] = [];
      for (const change of changes) states.push(await commit(change));
      return states;
    },
    idempotency: async (keyHash) => memory.keys.get(keyHash),
    known: async (keyHashes) =>
      new Map(
        keyHashes.flatMap((keyHash) => {
          const record = memory.keys.get(keyHash);
          return record ? [[keyHash, record] as const] : [];
        }),
      ),
    lastNumber: async (zoneId, year) => numbers.get(serialKey({ zoneId, year })) ?? 0,
    proof: async (zoneId, sha256) => proofs.get(`${zoneId} ${sha256}`),
    giveWay: async () => Promise.resolve(),
  };
}

function outboxPort({ rows }: Memory): Ports['outbox'] {
  const partition = (laneId: string) =>
    [...rows.values()].filter((row) => row.laneId === laneId).toSorted((a, b) => (a.rowId < b.rowId ? -1 : 1));
  const change = (key: RowKey, next: Partial<OutboxRow>): void => {
    const row = rows.get(rowKey(key));
    if (row) rows.set(rowKey(key), { ...row, ...next });
  };
  return {
    waiting: async (laneId) => partition(laneId).filter(undone),
    emails: async (laneId) =>
      partition(laneId).filter(({ errand: { kind } }) => ['email', 'digest', 'invitation'].includes(kind)),
    dueLanes: async (now, limit) => {
      const due = [...rows.values()]
        .filter((row) => undone(row) && row.nextAttemptAt <= now)
        .toSorted((a, b) => a.nextAttemptAt - b.nextAttemptAt);
      return [...new Set(due.map(({ laneId }) => laneId))].slice(0, limit);
    },
    claim: async (row, now, until) => {
      const found = rows.get(rowKey(row));
      const free =
        found?.attempts === row.attempts && undone(found) && (found.state === 'waiting' || found.nextAttemptAt <= now);
      if (free) change(row, { state: 'sending', attempts: row.attempts + 1, nextAttemptAt: until });
      return free;
    },
    remove: async (row) => {
      rows.delete(rowKey(row));
    },
    index: async (row, _found, done) => {
      for (const one of [row, ...done]) rows.delete(rowKey(one));
      return 'done';
    },
    mark: async (key, state, because) => {
      const row = rows.get(rowKey(key));
      if (!row) throw new Error(`No row ${rowKey(key)}`);
      // What became of an email may be told before its sender has said that it is sent.
      const stands = state === 'sent' ? !undone(row) : state === 'unreached' && !undone(row) && row.state !== 'sent';
      if (!stands) change(key, { state, ...(because && { because }) });
    },
    putOff: async (row, nextAttemptAt, attempts, because) => {
      const found = rows.get(rowKey(row));
      if (found && undone(found))
        change(row, { state: 'waiting', attempts, nextAttemptAt, ...(because && { because }) });
    },
    queue: async (row) => {
      if (!rows.has(rowKey(row)))
        rows.set(rowKey(row), { ...row, errand: throughJson(OutboxMessage.parse(row.errand)) });
    },
  };
}

const tokenKey = (projectId: string, wait: Wait): string => `${projectId} ${waitKey(wait)}`;

/** Whether no later token of the wait is kept. */
function isLatest({ tokens }: Memory, projectId: string, { wait, task }: KeptToken): boolean {
  const known = tokens.get(tokenKey(projectId, wait));
  const places = (['generation', 'redrive', 'enteredAt', 'attempt'] as const).map(
    (name) => task[name] - (known?.[name] ?? 0),
  );
  return known === undefined || (places.find((one) => one !== 0) ?? 0) >= 0;
}

const tokensPort = (memory: Memory): Ports['tokens'] => ({
  store: async (projectId, wait, task) => {
    if (isLatest(memory, projectId, { wait, task })) memory.tokens.set(tokenKey(projectId, wait), task);
  },
  find: async (projectId, wait) => memory.tokens.get(tokenKey(projectId, wait))?.token,
});

/** What the table's index of due dates holds of a project. */
function duesOf({ project, assignments }: Aggregate): readonly string[] {
  if (project.pause) return [project.pause.reviewOn];
  return project.phase === 'ended' ? [] : assignments.filter(isOpen).map(({ due, pausedUntil }) => pausedUntil ?? due);
}

const duePort = ({ projects }: Memory): Ports['due'] => ({
  projects: async (zoneId, until, after): Promise<Page<string>> => {
    const entries = [...projects.values()]
      .filter(({ aggregate }) => aggregate.project.zoneId === zoneId)
      .flatMap(({ aggregate }) => duesOf(aggregate).map((due) => ({ due, projectId: aggregate.project.projectId })))
      .filter(({ due }) => due <= until)
      .toSorted((a, b) => (a.due < b.due ? -1 : 1))
      .map(({ projectId }) => projectId);
    // Pages of two, so that whoever forgets the second one is found out.
    const from = Number(after ?? 0);
    return { entries: entries.slice(from, from + 2), ...(from + 2 < entries.length && { next: String(from + 2) }) };
  },
  reminders: async (zoneId, { from, until }): Promise<Page<string>> => ({
    entries: [...projects.values()]
      .map(({ aggregate }) => aggregate.project)
      .filter((project) => {
        const day = nextReminder(project);
        return project.zoneId === zoneId && day !== undefined && from <= day && day <= until;
      })
      .map(({ projectId }) => projectId),
  }),
});

function referencePort(memory: Memory, staff: readonly StaffPerson[]): Ports['reference'] {
  const scoped = (zone: { zoneId: string; regionId: string }, { scope, scopeId }: Membership) =>
    scopeId === (scope === 'zone' ? zone.zoneId : zone.regionId);
  return {
    setting: async (zoneId) => memory.settings.get(zoneId),
    party: async (zoneId, partyId) => memory.settings.get(zoneId)?.parties.find((one) => one.partyId === partyId),
    forget: () => undefined,
    zones: async () => [...memory.settings.values()].map(({ zone }) => zone),
    noticeAt: async ({ zoneId }, name, at) =>
      memory.notices.findLast((one) => one.zoneId === zoneId && one.name === name && one.at <= at),
    reportLine: async (line: ZoneLine) => {
      const found = memory.settings.get(line.zoneId);
      if (found)
        memory.settings.set(line.zoneId, {
          ...found,
          lines: [...found.lines.filter(({ utility }) => utility !== line.utility), line],
        });
    },
    person: async (personId) => ({
      personId,
      memberships: staff.find((one) => one.personId === personId)?.memberships ?? [],
    }),
    staff: async (zone) => staff.filter(({ memberships }) => memberships.some((one) => scoped(zone, one))),
    addressOf: async (personId) => staff.find((one) => one.personId === personId),
    roleChanges: async () => [],
    accessRequest: async () => undefined,
    accessRequests: async () => [],
    names: async (personIds) =>
      new Map(
        staff.flatMap(({ personId, name }) =>
          name !== undefined && personIds.includes(personId) ? [[personId, name]] : [],
        ),
      ),
  };
}

function linesPort({ settings, rows }: Memory): Ports['lines'] {
  const photos = new Map<string, readonly LinePhoto[]>();
  const kept = new Map<string, { readonly line: Line; readonly changes: readonly LineChange[] }>();
  return {
    find: async (lineId) => kept.get(lineId)?.line,
    all: async (lineIds) => lineIds.flatMap((id) => kept.get(id)?.line ?? []),
    changes: async (lineId, most) => (kept.get(lineId)?.changes ?? []).toReversed().slice(0, most),
    photos: async (lineId, most) => (photos.get(lineId) ?? []).toReversed().slice(0, most),
    photo: async (lineId, fileId) => photos.get(lineId)?.find((one) => one.fileId === fileId),
    keepPhoto: async (lineId, photo) => {
      photos.set(lineId, [...(photos.get(lineId) ?? []), photo]);
    },
    alarm: async (lineId, on) => {
      const found = kept.get(lineId);
      if (found) kept.set(lineId, { ...found, line: { ...found.line, alarmed: on } });
    },
    write: async (line, known, change, row) => {
      const before = kept.get(line.lineId);
      if ((before?.line.version ?? 0) !== line.version - 1) return 'conflict';
      kept.set(line.lineId, throughJson({ line, changes: [...(before?.changes ?? []), change] }));
      const found = settings.get(line.zoneId);
      if (found) {
        const others = found.lines.filter(({ lineId }) => lineId !== line.lineId);
        settings.set(line.zoneId, { ...found, lines: [...others, known] });
      }
      if (row) rows.set(rowKey(row), row);
      return 'written';
    },
  };
}

function memoryForums({ rows }: Memory): Ports['forums'] {
  const guests = new Map<string, Guest>();
  const promises = new Map<string, Promised>();
  const plans = new Map<string, Plan>();
  const meetings = new Map<string, Meeting>();
  const slots = new Set<string>();
  const isNext = (kept: { readonly version: number } | undefined, { version }: { readonly version: number }) =>
    (kept?.version ?? 0) === version - 1;
  return {
    guests: async (zoneId, forumId) =>
      [...guests.values()].filter((one) => one.zoneId === zoneId && one.forumId === forumId),
    plan: async (_zoneId, forumId) => plans.get(forumId),
    meetings: async (_zoneId, forumId) => [...meetings.values()].filter((one) => one.forumId === forumId),
    guest: async (_zoneId, _forumId, guestId) => guests.get(guestId),
    promises: async (zoneId, forumId) =>
      [...promises.values()].filter((one) => one.zoneId === zoneId && one.forumId === (forumId ?? one.forumId)),
    commit: async (change) => {
      const fits =
        change.guests.every((one) => isNext(guests.get(one.guestId), one)) &&
        change.promises.every((one) => isNext(promises.get(one.promiseId), one)) &&
        (!change.plan || isNext(plans.get(change.forumId), change.plan)) &&
        (!change.meeting ||
          (isNext(meetings.get(change.meeting.meeting.meetingId), change.meeting.meeting) &&
            !change.meeting.take.some((name) => slots.has(`${change.forumId}#${name}`))));
      if (!fits) return 'conflict';
      for (const one of change.guests) guests.set(one.guestId, one);
      for (const one of change.promises) promises.set(one.promiseId, one);
      for (const row of change.rows ?? []) rows.set(rowKey(row), row);
      if (change.plan) plans.set(change.forumId, change.plan);
      if (change.meeting) {
        meetings.set(change.meeting.meeting.meetingId, change.meeting.meeting);
        for (const name of change.meeting.free) slots.delete(`${change.forumId}#${name}`);
        for (const name of change.meeting.take) slots.add(`${change.forumId}#${name}`);
      }
      return 'committed';
    },
  };
}

/** A zone of the register for each of two offices. */
const registered = ['alpha', 'beta'].map((zoneId): RegisteredZone => ({
  registerId: zoneId,
  zoneId,
  regionId: 'north',
  names: { kk: zoneId, ru: zoneId, en: zoneId, uz: zoneId, 'uz-cyrl': zoneId },
  kind: 'sez',
  founder: 'government',
  hectares: 60,
  since: 2021,
  box: [57, 50, 58, 51],
  priorities: { on: '2025-03-01', sectors: ['food'] },
}));

function plotsPort(): Ports['plots'] {
  const kept = new Map<string, Plot>();
  const zones = new Map(registered.map((zone) => [zone.registerId, zone]));
  const changes: PlotChange[] = [];
  return {
    register: async () => [...zones.values()],
    counts: async () =>
      new Map(
        [...zones.keys()].map((registerId) => [
          registerId,
          [...kept.values()]
            .filter((one) => one.registerId === registerId)
            .map((one) => ({ ...countedAs(one), plots: 1, hectares: one.hectares })),
        ]),
      ),
    ofProject: async (projectId) => [...kept.values()].filter((one) => one.projectId === projectId),
    find: async (plotId) => kept.get(plotId),
    bySize: async (registerId, from, most) =>
      [...kept.values()]
        .filter((one) => one.registerId === registerId && one.hectares >= from)
        .toSorted((a, b) => a.hectares - b.hectares)
        .slice(0, most),
    changes: async (plotId) => changes.filter(({ plot }) => plot.plotId === plotId).toReversed(),
    write: async (plot, before, change) => {
      if (kept.get(plot.plotId)?.version !== before?.version) return 'conflict';
      kept.set(plot.plotId, plot);
      changes.push(change);
      return 'written';
    },
    writeZone: async (zone, before) => {
      if (zones.get(zone.registerId)?.version !== before?.version) return 'conflict';
      zones.set(zone.registerId, zone);
      return 'written';
    },
  };
}

function showcasePort({ rows }: Memory): Ports['showcase'] {
  const kept = new Map<string, ShowcaseChange>();
  const apart = new Map<string, Proposal>();
  return {
    list: async (zoneId) => [...kept.values()].map(({ listed }) => listed).filter(({ item }) => item.zoneId === zoneId),
    unconfirmed: async (proposalId) => apart.get(proposalId),
    propose: async (proposal, row) => {
      if (!apart.has(proposal.proposalId)) apart.set(proposal.proposalId, proposal);
      if (!rows.has(rowKey(row))) rows.set(rowKey(row), row);
    },
    load: async (itemId) => kept.get(itemId),
    commit: async (change) => {
      const { itemId, version } = change.item;
      if ((kept.get(itemId)?.item.version ?? 0) !== version - 1) return 'conflict';
      kept.set(itemId, change);
      if (change.confirmed !== undefined) apart.delete(change.confirmed);
      for (const row of change.rows) rows.set(rowKey(row), row);
      return 'committed';
    },
  };
}

function followUpPort(): Ports['followUps'] {
  const kept = new Map<string, FollowUp>();
  return {
    open: async (zoneId) => [...kept.values()].filter((one) => one.zoneId === zoneId && one.done === undefined),
    find: async (_, followUpId) => kept.get(followUpId),
    write: async (one) => {
      if ((kept.get(one.followUpId)?.version ?? 0) !== one.version - 1) return 'conflict';
      kept.set(one.followUpId, one);
      return 'written';
    },
  };
}

function zoneObstaclePort({ settings }: Memory): Ports['zoneObstacles'] {
  const kept = new Map<string, ZoneObstacle>();
  const name = (zoneId: string, obstacleId: string) => `${zoneId} ${obstacleId}`;
  return {
    all: async (zoneId) => [...kept.values()].filter((one) => one.zoneId === zoneId).toReversed(),
    find: async (zoneId, obstacleId) => kept.get(name(zoneId, obstacleId)),
    write: async (one) => {
      const { zoneId, version, obstacle } = one;
      if ((kept.get(name(zoneId, obstacle.obstacleId))?.version ?? 0) !== version - 1) return 'conflict';
      kept.set(name(zoneId, obstacle.obstacleId), one);
      const found = settings.get(zoneId);
      const others = found?.zoneObstacles.filter((other) => other.obstacle.obstacleId !== obstacle.obstacleId) ?? [];
      const open = obstacle.state === 'open' ? [reported(one)] : [];
      if (found) settings.set(zoneId, { ...found, zoneObstacles: [...others, ...open] });
      return 'written';
    },
  };
}

function moratoriaPort({ settings, rows }: Memory): Ports['moratoria'] {
  const kept = new Map<string, Moratorium>();
  return {
    find: async (moratoriumId) => kept.get(moratoriumId),
    write: async (moratorium, zoneIds, waiting) => {
      const { moratoriumId, version } = moratorium;
      if ((kept.get(moratoriumId)?.version ?? 0) !== version - 1) return 'conflict';
      kept.set(moratoriumId, moratorium);
      for (const zoneId of zoneIds) {
        const found = settings.get(zoneId);
        const others = found?.moratoria.filter((one) => one.moratoriumId !== moratoriumId) ?? [];
        if (found) settings.set(zoneId, { ...found, moratoria: [...others, moratorium] });
      }
      for (const row of waiting) rows.set(rowKey(row), row);
      return 'written';
    },
  };
}

function fits(filter: ProjectFilter, { aggregate: { project, ...rest }, letter }: Stored): boolean {
  switch (filter.by) {
    case 'zone':
      return true;
    case 'stage':
      return (project.ending ?? project.stage) === filter.stage;
    case 'forum':
      return project.forum === filter.forum && (filter.standing ?? standingOf(project)) === standingOf(project);
    case 'sector':
      return project.sector === filter.sector && (filter.standing ?? standingOf(project)) === standingOf(project);
    case 'start': {
      const planned = project.baseline?.['construction-start'];
      if (project.ending !== undefined) return false;
      if (filter.standing === 'unconfirmed' || !isCounted(project))
        return filter.standing === 'unconfirmed' && !isCounted(project);
      return (
        planned !== undefined &&
        (filter.quarter ?? quarterOf(planned)) === quarterOf(planned) &&
        isBehind({ project, ...rest }) === (filter.standing === 'behind')
      );
    }
    case 'overdue':
      return lateOf({ project, ...rest }).length > 0;
    case 'holder':
      return openAssignments({ project, ...rest }).some(
        ({ holder }) => (holder.kind === 'party' ? holder.partyId : holder.kind) === filter.holder,
      );
    case 'search':
      return [project.number, project.reference, letter?.company.number, letter?.company.name].some((text) =>
        text?.startsWith(filter.text),
      );
  }
}

const openObstacles = (projects: Memory['projects'], zoneId: string): readonly ObstacleLine[] =>
  [...projects.values()]
    .filter(({ aggregate }) => aggregate.project.zoneId === zoneId)
    .flatMap(
      ({
        aggregate: {
          project: { projectId },
          obstacles,
        },
      }) => obstacles.filter(({ state }) => state === 'open').map((obstacle) => ({ projectId, obstacle })),
    )
    .toSorted((a, b) => a.obstacle.raisedAt - b.obstacle.raisedAt);

const openWork = (
  projects: Memory['projects'],
  zoneId: string,
  { stage, overdueOn }: AssignmentNarrowing,
): Assignment[] =>
  [...projects.values()]
    .filter(({ aggregate }) => aggregate.project.zoneId === zoneId)
    .flatMap(({ aggregate }) => openAssignments(aggregate))
    .filter((one) => (stage === undefined || one.stage === stage) && (overdueOn === undefined || one.overdue))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));

const alsoFits = ({ stage, forum, sector, overdue, happened }: ProjectNarrowing, stored: Stored): boolean =>
  (happened === undefined ||
    (isCounted(stored.aggregate.project) && monthOf(stored.aggregate.project, happened.what) === happened.month)) &&
  (stage === undefined || fits({ by: 'stage', stage }, stored)) &&
  (forum === undefined || fits({ by: 'forum', forum }, stored)) &&
  (sector === undefined || fits({ by: 'sector', sector }, stored)) &&
  (overdue !== true || fits({ by: 'overdue' }, stored));

const listsPort = ({ projects }: Memory): Ports['lists'] => ({
  list: async (zoneId, filter, _, also = {}) => ({
    entries: [...projects.values()]
      .filter((stored) => stored.aggregate.project.zoneId === zoneId && fits(filter, stored) && alsoFits(also, stored))
      .map(({ aggregate: { project }, letter }) => ({ project, company: letter?.company.name ?? '' })),
  }),
  running: async (zoneId, also) => ({
    entries: [...projects.values()]
      .filter(
        (stored) =>
          stored.aggregate.project.zoneId === zoneId &&
          stored.aggregate.project.ending === undefined &&
          alsoFits(also, stored),
      )
      .map(({ aggregate: { project }, letter }) => ({ project, company: letter?.company.name ?? '' }))
      .toSorted((a, b) => ((a.project.due ?? '9') < (b.project.due ?? '9') ? -1 : 1)),
  }),
  assignments: async (zoneId, holder, { limit, after = '0' }, also = {}) => {
    const all = openWork(projects, zoneId, also).filter(
      (one) => (one.holder.kind === 'party' ? one.holder.partyId : one.holder.kind) === holder,
    );
    const end = Number(after) + limit;
    return { entries: all.slice(Number(after), end), ...(end < all.length && { next: String(end) }) };
  },
  asked: async (zoneId, partyId, answeredSince) => {
    const entries = [...projects.values()]
      .filter(({ aggregate: { project } }) => project.zoneId === zoneId)
      .flatMap(({ aggregate, letter }) =>
        listedAssignments(aggregate)
          .filter(
            ({ listing }) =>
              listing?.holder === partyId &&
              (answeredSince === undefined
                ? listing.answeredAt === undefined
                : (listing.answeredAt ?? 0) >= answeredSince),
          )
          .map(({ assignment }) => ({
            project: aggregate.project,
            company: letter?.company.name ?? '',
            assignment,
            needs: letter?.utilities,
          })),
      )
      .toSorted(({ assignment: a }, { assignment: b }) =>
        answeredSince === undefined ? (a.due < b.due ? -1 : 1) : (b.answer?.at ?? 0) - (a.answer?.at ?? 0),
      );
    return { entries: entries.slice(0, 300), more: entries.length > 300 };
  },
  taken: async (zoneId, personId, _, also = {}) => ({
    entries: openWork(projects, zoneId, also).filter(({ assignee }) => assignee === personId),
  }),
  work: async (zoneId, _, most = Infinity) => ({
    entries: [...projects.values()]
      .flatMap(({ aggregate, letter }) => {
        const row = aggregate.project.zoneId === zoneId ? workRow(aggregate) : undefined;
        return row ? [{ projectId: aggregate.project.projectId, company: letter?.company.name ?? '', row }] : [];
      })
      .toSorted((a, b) => (firstDue(a.row) < firstDue(b.row) ? -1 : 1))
      .slice(0, most),
  }),
  papers: async (ids, withContacts) =>
    new Map(
      ids.flatMap((id) => {
        const { letter, contact } = projects.get(id) ?? {};
        return letter ? [[id, { letter, ...(withContacts && { contact }) }] as const] : [];
      }),
    ),
  obstacles: async (zoneId) => ({ entries: openObstacles(projects, zoneId) }),
  dockets: async (zoneId) => ({
    entries: [...projects.values()].flatMap(({ aggregate: { project }, letter }) =>
      project.zoneId === zoneId && project.docket?.state === 'open'
        ? [{ project, company: letter?.company.name ?? '' }]
        : [],
    ),
  }),
  obstacleCount: async (zoneId) => openObstacles(projects, zoneId).length,
  havingWord: async (zoneId, word) =>
    [...projects.values()].flatMap(({ aggregate: { project }, letter }) =>
      letter && project.zoneId === zoneId && searchWords(letter, project.number, project.reference).includes(word)
        ? [project.projectId]
        : [],
    ),
  lines: async (projectIds) =>
    projectIds.flatMap((projectId) => {
      const stored = projects.get(projectId);
      return stored ? [{ project: stored.aggregate.project, company: stored.letter?.company.name ?? '' }] : [];
    }),
});

const linkPrefix = 'https://zone.example.org/l/';

const links: Ports['links'] = {
  urlOf: async (target) => linkPrefix + Buffer.from(JSON.stringify(target)).toString('base64url'),
  officeUrlOf: ({ projectId, assignmentId }) => `https://zone.example.org/office/${assignmentId ?? projectId ?? ''}`,
  read: async (link) => {
    try {
      return JSON.parse(Buffer.from(link.replace(linkPrefix, ''), 'base64url').toString()) as LinkTarget;
    } catch {
      return undefined;
    }
  },
};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function draftsPort(drafts: Map<string, LetterDraft>): Ports['drafts'] {
  return {
    find: async (draftId) => drafts.get(draftId),
    save: async (draft) => {
      if ((drafts.get(draft.draftId)?.version ?? 0) !== draft.version - 1) return 'conflict';
      drafts.set(draft.draftId, draft);
      return 'saved';
    },
    giveWay: async () => Promise.resolve(),
    due: async (until) => ({
      entries: [...drafts.values()]
        .filter((draft) => (nextDraftDay(draft) ?? '9') <= until)
        .map(({ draftId }) => draftId),
    }),
  };
}

function linkMessagesPort({ rows, projects }: Memory, drafts: ReadonlyMap<string, LetterDraft>): Ports['linkErrands'] {
  const queue = (laneId: string, errand: OutboxRow['errand'], now: number): void => {
    const row: OutboxRow = {
      laneId,
      rowId: String(now),
      errand,
      state: 'waiting',
      attempts: 0,
      createdAt: now,
      nextAttemptAt: now,
    };
    if (!rows.has(rowKey(row))) rows.set(rowKey(row), row);
  };
  return {
    queue: async (to, id, now) => {
      queue(`link-${id}`, { kind: 'link', to, id }, now);
    },
    ofAddress: async (addressHash) => ({
      projectIds: [...projects]
        .filter(([, { contact }]) => contact?.email !== undefined && hash(contact.email) === addressHash)
        .map(([projectId]) => projectId),
      draftIds: [...drafts.values()]
        .filter((draft) => draft.submitted === undefined && hash(addressOf(draft) ?? '') === addressHash)
        .map(({ draftId }) => draftId),
    }),
    ask: async (id, asked, now) => {
      queue(`asked-${id}`, { kind: 'link-asked', ...asked }, now);
    },
  };
}

function desksPort(): Ports['desks'] {
  const looks = new Map<string, Look>();
  const kept = new Map<string, readonly SavedFilter[]>();
  const without = (personId: string, filterId: string) =>
    (kept.get(personId) ?? []).filter((one) => one.filterId !== filterId);
  return {
    find: async (personId, zoneId) => {
      const look = looks.get(`${personId} ${zoneId}`);
      return { ...(look && { look }), filters: kept.get(personId) ?? [] };
    },
    look: async (personId, zoneId, look) => void looks.set(`${personId} ${zoneId}`, look),
    save: async (personId, filter) => void kept.set(personId, [...without(personId, filter.filterId), filter]),
    forget: async (personId, filterId) => void kept.set(personId, without(personId, filterId)),
  };
}

function limitsPort(): Ports['limits'] {
  const seen = new Map<string, Set<string>>();
  const amounts = new Map<string, number>();
  const keyOf = (sender: string, { seconds }: { readonly seconds: number }, now: number) =>
    `${sender} ${String(windowStart(now, seconds))}`;
  return {
    allow: async (sender, thing, { count, seconds }, now) => {
      const key = `${sender} ${String(windowStart(now, seconds))}`;
      const things = seen.get(key) ?? new Set();
      if (things.size >= count && !things.has(thing)) return false;
      seen.set(key, things.add(thing));
      return true;
    },
    spend: async (sender, amount, budget, now) => {
      const key = keyOf(sender, budget, now);
      if ((amounts.get(key) ?? 0) + amount > budget.amount) return false;
      amounts.set(key, (amounts.get(key) ?? 0) + amount);
      return true;
    },
    giveBack: async (sender, amount, budget, spentAt) => {
      const key = keyOf(sender, budget, spentAt);
      const spent = amounts.get(key) ?? 0;
      if (spent >= amount) amounts.set(key, spent - amount);
    },
    spent: async (sender, budget, now) => amounts.get(keyOf(sender, budget, now)) ?? 0,
  };
}

/** A file as the store holds it, and where: what is kept no longer depends on incoming. */
export interface StoredBytes {
  readonly content: Uint8Array;
  readonly places: ReadonlySet<'incoming' | 'kept'>;
}

const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const filesPort = ({ files }: Memory): Ports['files'] => ({
  uploadForm: async ({ fileId, type, sha256 }) => ({
    url: 'https://files.example.org/',
    fields: { key: `incoming/${fileId}`, 'Content-Type': type, 'x-amz-checksum-sha256': sha256 },
  }),
  put: async ({ fileId, bytes, sha256 }, content) => {
    if (content.length !== bytes || sha256Of(content) !== sha256) throw new Error('Not the bytes of the file');
    files.set(fileId, { content, places: new Set([...(files.get(fileId)?.places ?? []), 'incoming']) });
  },
  look: async (fileId) => {
    const found = files.get(fileId);
    return (
      found && { bytes: found.content.length, beginning: found.content.slice(0, 64), sha256: sha256Of(found.content) }
    );
  },
  keep: async (fileId) => {
    const found = files.get(fileId);
    if (found) files.set(fileId, { ...found, places: new Set([...found.places, 'kept']) });
    return found ? 'kept' : 'gone';
  },
  downloadUrl: async (fileId, { fileName }) =>
    `https://files.example.org/kept/${fileId}?as=${encodeURIComponent(fileName)}`,
  remove: async (fileId) => {
    files.delete(fileId);
  },
});

const fileRecordsPort = ({ fileRecords }: Memory): Ports['fileRecords'] => ({
  find: async (fileId) => fileRecords.get(fileId),
  findAll: async (fileIds) => fileIds.flatMap((fileId) => fileRecords.get(fileId) ?? []),
  begin: async (record) => {
    if (fileRecords.has(record.fileId)) throw new Error(`File ${record.fileId} is there`);
    fileRecords.set(record.fileId, throughJson(FileRecord.parse(record)));
  },
  noteScan: async (fileId, result: ScanResult) => {
    const record = fileRecords.get(fileId);
    if (record && (record.scan === 'waiting' || result === 'infected'))
      fileRecords.set(fileId, { ...record, scan: result });
    return fileRecords.get(fileId);
  },
});

type RunImport = (of: Parameters<typeof runImport>[1], now: number) => Promise<void>;

/** The ports of the use cases in memory: versions conflict, messages are rows, tokens replace each other, as in the table. */
export function memoryPorts({
  settings = Object.values(zones).map((zone) => zoneSetting(zone)),
  staff = people,
  workflow,
  deliver = () => 'sent',
  onCommit = () => undefined,
}: MemoryOptions = {}): Ports & MemoryImports & { readonly memory: Memory } & { readonly runImport: RunImport } {
  const memory: Memory = {
    projects: new Map(),
    keys: new Map(),
    rows: new Map(),
    tokens: new Map(),
    counts: new Map(),
    sent: [],
    files: new Map(),
    fileRecords: new Map(),
    settings: new Map(settings.map((one) => [one.zone.zoneId, one])),
    notices: [],
    named: new Set(),
  };
  const drafts = new Map<string, LetterDraft>();
  let made = 0;
  const numbers = new Map<string, number>();
  const ports = {
    memory,
    projects: projectsPort(memory, numbers, onCommit),
    lists: listsPort(memory),
    reference: referencePort(memory, staff),
    counts: {
      of: async (zoneId) => (memory.counts.get(zoneId) ?? []).filter((count) => !isPast(count) && !isOfBoard(count)),
      past: async (zoneId) => (memory.counts.get(zoneId) ?? []).filter(isPast),
      board: async (zoneId) => (memory.counts.get(zoneId) ?? []).filter(isOfBoard),
    },
    due: duePort(memory),
    links,
    lines: linesPort(memory),
    ...memoryImports(numbers),
    headquarters: memoryHeadquarters(),
    forecasts: memoryForecasts(),
    forums: memoryForums(memory),
    moratoria: moratoriaPort(memory),
    zoneObstacles: zoneObstaclePort(memory),
    followUps: followUpPort(),
    plots: plotsPort(),
    showcase: showcasePort(memory),
    drafts: draftsPort(drafts),
    linkErrands: linkMessagesPort(memory, drafts),
    tokens: tokensPort(memory),
    workflow: workflow ?? { start: async () => undefined, answer: async () => 'gone' },
    outbox: outboxPort(memory),
    emails: {
      send: async (email) => {
        const said = deliver(email);
        if (said === 'sent') memory.sent.push(email);
        return said;
      },
    },
    files: filesPort(memory),
    fileRecords: fileRecordsPort(memory),
    desks: desksPort(),
    limits: limitsPort(),
    ids: {
      projectId: () => `p${String((made += 1))}`,
      personId: () => `s${String((made += 1))}`,
      fileId: () => `f${String((made += 1)).padStart(12, '0')}`,
      hash,
    },
  } satisfies ImportPorts & Ports & { readonly memory: Memory };
  return { ...ports, runImport: (of, now) => runImport(ports, of, now) };
}
