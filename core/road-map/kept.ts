import { stageOfAssignment, assignmentOf } from '../stages/assignment-id.ts';
import { utilities, type Utility } from '../kernel/common.ts';
import { assignmentKinds, type AssignmentKind } from '../stages/facts.ts';
import { firstStage, stageIds, type StageId } from '../stages/stage-id.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ActorRef, EventBody, ProjectEvent } from '../project/event.ts';
import { withoutTakenBack } from '../project/undo.ts';
import type { Entry, Filled, FrozenRow } from './road-map-facts.ts';

export type RoadMapBody = Extract<EventBody, { type: `road-map-${string}` }>;
export type RowChangeAsked = Extract<RoadMapBody, { type: 'road-map-change-asked' }>;

interface By {
  readonly at: number;
  readonly by: ActorRef;
}

export interface RowChange extends By, Omit<RowChangeAsked, 'type'> {
  /** The sequence of the event that asked for it. */
  readonly change: number;
  readonly answered?: (By & { readonly accepted: boolean; readonly noteId?: string | undefined }) | undefined;
}

/** All of a road map that cannot be computed, as the log has it. */
export interface Kept {
  readonly filled: Filled;
  readonly approved?: (By & { readonly hash: string; readonly rows: readonly FrozenRow[] }) | undefined;
  readonly changes: readonly RowChange[];
  /** After the approval: what was changed of a row, the last word of each part. */
  readonly now: Readonly<Record<string, Entry>>;
}

const nothing: Kept = { filled: { holders: {}, rows: {} }, changes: [], now: {} };

/** What a row of the log is called: a stage, or what is asked in it. */
export const rowOf = (stage: StageId, kind?: string, line?: string): string =>
  [stage, kind, line].filter((part) => part !== undefined).join('.');

/** The other way round; undefined for what is no stage. */
export function rowParts(row: string): {
  readonly stage: StageId;
  readonly kind?: AssignmentKind;
  readonly line?: Utility;
} {
  const [stage, kind, line] = row.split('.');
  return {
    stage: stageIds.find((one) => one === stage) ?? firstStage,
    ...(isAssignmentKind(kind) && { kind }),
    ...(isUtility(line) && { line }),
  };
}

const isAssignmentKind = (text: string | undefined): text is AssignmentKind =>
  (assignmentKinds as readonly (string | undefined)[]).includes(text);
const isUtility = (text: string | undefined): text is Utility =>
  (utilities as readonly (string | undefined)[]).includes(text);

function rowOfAssignment(assignmentId: string): string | undefined {
  const stage = stageOfAssignment(assignmentId);
  const found = assignmentOf(assignmentId);
  if (stage === undefined || found === undefined || found.about !== undefined) return undefined;
  return found.kind === 'office-decision' ? rowOf(stage) : rowOf(stage, found.kind, found.line);
}

const parts = ({ target, person, deputy }: Entry): Entry => ({
  ...(target !== undefined && { target }),
  ...(person !== undefined && { person }),
  ...(deputy !== undefined && { deputy }),
});

const changed = (kept: Kept, row: string, entry: Entry): Kept => ({
  ...kept,
  now: { ...kept.now, [row]: { ...kept.now[row], ...entry } },
});

function answered(kept: Kept, body: Extract<RoadMapBody, { type: 'road-map-change-answered' }>, by: By): Kept {
  const { accepted, noteId } = body;
  const changes = kept.changes.map((one) =>
    one.change === body.change ? { ...one, answered: { ...by, accepted, noteId } } : one,
  );
  const change = changes.find((one) => one.change === body.change);
  return accepted && change ? changed({ ...kept, changes }, change.row, parts(change)) : { ...kept, changes };
}

function step(kept: Kept, { sequence, at, actor, body }: ProjectEvent): Kept {
  const by = { at, by: actor };
  switch (body.type) {
    case 'road-map-filled':
      return { ...kept, filled: body.filled };
    case 'road-map-approved':
      return body.hash === undefined || body.rows === undefined
        ? kept
        : { ...kept, approved: { ...by, hash: body.hash, rows: body.rows } };
    case 'road-map-change-asked': {
      const { type: _, ...asked } = body;
      return { ...kept, changes: [...kept.changes, { ...asked, ...by, change: sequence }] };
    }
    case 'road-map-change-answered':
      return answered(kept, body, by);
    default:
      return kept;
  }
}

/** The road map of a log, oldest first. A day that somebody above has moved (`extended`) is the row's from then on. */
export function keptOf(log: readonly ProjectEvent[]): Kept {
  let stage: StageId | undefined;
  let kept = nothing;
  for (const event of withoutTakenBack(log)) {
    const { body } = event;
    if (body.type === 'stage-opened') stage = body.stage;
    if (body.type === 'extended' && kept.approved !== undefined) {
      const row = body.assignmentId === undefined ? stage : rowOfAssignment(body.assignmentId);
      if (row !== undefined) kept = changed(kept, row, { target: body.to as LocalDate });
    } else kept = step(kept, event);
  }
  return kept;
}

/** What is hashed: the project, and each row with its day, person and deputy, in the order of their names. */
export const canonical = (projectId: string, rows: readonly FrozenRow[]): string =>
  JSON.stringify([
    projectId,
    ...rows
      .map(({ row, date = '', person = '', deputy = '' }) => [row, date, person, deputy] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
