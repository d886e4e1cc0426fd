import type { Money } from '../kernel/common.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { headDecides } from '../project/permissions.ts';
import { neededLines } from '../lines/need.ts';
import type { ZoneLine } from '../reference/reference.ts';
import { identityOf } from '../search/identity.ts';
import { assignmentOf } from '../stages/assignment-id.ts';
import { stageIndex, type StageId } from '../stages/stage-id.ts';
import type { Assignment } from '../project/project.ts';
import type { Look, WorkEntry } from './desk-ports.ts';
import type { Sector } from '../letter/sector.ts';
import { kindsOf, type OpenLine, type WorkRow } from './work-row.ts';

/** Projects that are read, filtered and sorted for one request (decision 0043), and assignments on a page. */
export const mostRows = 1000;
export const pageRows = 50;

export const workColumns = ['company', 'number', 'stage', 'worth', 'jobs', 'received', 'due', 'worker'] as const;
export type WorkColumn = (typeof workColumns)[number];

/** How a decision of the office stands: it can be made, by the head alone, or waits for others. */
export const workStandings = ['ready', 'head', 'waiting'] as const;
export type WorkStanding = (typeof workStandings)[number];

/** Nobody has taken it. */
export const nobody = 'nobody';

/** Which open assignments of a zone; everything named must hold. */
export interface WorkQuery {
  /** 'office', 'investor' or a party's id; absent: everybody's. */
  readonly holder?: string | undefined;
  readonly stage?: StageId | undefined;
  readonly overdue?: boolean | undefined;
  /** Who works on it: an id, or `nobody`. */
  readonly worker?: string | undefined;
  readonly standing?: WorkStanding | undefined;
  readonly changed?: boolean | undefined;
}

export interface WorkOrder {
  readonly column: WorkColumn;
  readonly descending: boolean;
}

/** One row of the work list. */
export interface WorkLine extends Pick<Assignment, 'kind' | 'line' | 'about'> {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly company: string;
  readonly number: string;
  readonly stage: StageId;
  readonly sector: Sector;
  readonly worth: Money;
  readonly jobs: number;
  readonly received: LocalDate;
  readonly due: LocalDate;
  readonly late: boolean;
  readonly pausedUntil?: LocalDate | undefined;
  readonly extended?: OpenLine['extended'];
  /** Because of which its clock stands. */
  readonly moratorium?: string | undefined;
  readonly who: string;
  readonly assignee?: string | undefined;
  readonly sentAgain: number;
  readonly marks: readonly (WorkRow['marks'][number] | 'duplicate' | 'same-plot')[];
  readonly standing?: Exclude<WorkStanding, 'head'>;
  /** Something came since the reader looked last. */
  readonly isNew: boolean;
}

/** Projects whose names are one company's, in whatever script and without legal form. */
function duplicates(entries: readonly WorkEntry[]): ReadonlySet<string> {
  const known = new Map<string, Set<string>>();
  for (const { projectId, company } of entries) {
    const { words } = identityOf({ country: '', name: company, number: '' });
    if (words.length === 0) continue;
    for (const at of [0, -1]) {
      const name = words.map((keys) => keys.at(at)).join(' ');
      known.set(name, (known.get(name) ?? new Set()).add(projectId));
    }
  }
  return new Set([...known.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}

/** Projects whose letters ask for a plot that another one's asks for too. */
function samePlots(entries: readonly WorkEntry[]): ReadonlySet<string> {
  const asked = Map.groupBy(entries, ({ row }) => row.plotId);
  asked.delete(undefined);
  return new Set(
    [...asked.values()].filter(({ length }) => length > 1).flatMap((some) => some.map((one) => one.projectId)),
  );
}

const isDated = (lines: readonly ZoneLine[], { projectId, row }: WorkEntry): boolean =>
  neededLines(lines, { projectId, lines: kindsOf(row), needs: row.said })
    .filter(({ stage }) => stage === row.stage)
    .every(({ line }) => (line?.report.state ?? 'not-ready') !== 'not-ready');

export interface ZoneWork {
  readonly entries: readonly WorkEntry[];
  /** Of the zone, as reported. */
  readonly lines: readonly ZoneLine[];
  readonly since?: number | undefined;
}

/** Everything open in a zone, a line each, by due date. */
export function workLines({ entries, lines, since }: ZoneWork): readonly WorkLine[] {
  const [alike, samePlot] = [duplicates(entries), samePlots(entries)];
  const lineOf = ({ projectId, company, row }: WorkEntry, one: OpenLine): WorkLine[] => {
    const assignmentId = `${projectId}_${one.id}`;
    const asked = assignmentOf(assignmentId);
    if (asked === undefined) return [];
    const pausedUntil = [one.pausedUntil, row.suspendedUntil].filter((day) => day !== undefined).toSorted();
    return [
      {
        ...asked,
        projectId,
        assignmentId,
        company,
        number: row.number,
        stage: row.stage,
        sector: row.sector,
        worth: row.worth,
        jobs: row.jobs,
        received: row.received,
        due: one.due,
        late: one.late === true,
        pausedUntil: pausedUntil.at(-1),
        extended: one.extended,
        moratorium: one.moratorium,
        who: one.who,
        assignee: one.assignee,
        sentAgain: one.sentAgain ?? 0,
        marks: [
          ...row.marks,
          ...(alike.has(projectId) ? (['duplicate'] as const) : []),
          ...(samePlot.has(projectId) ? (['same-plot'] as const) : []),
        ],
        ...(asked.kind === 'office-decision' && {
          standing:
            row.ready && isDated(lines, { projectId, company, row }) ? ('ready' as const) : ('waiting' as const),
        }),
        isNew: since !== undefined && Math.max(one.since, row.news ?? 0) > since,
      },
    ];
  };
  return entries
    .flatMap((entry) => entry.row.open.flatMap((one) => lineOf(entry, one)))
    .toSorted((a, b) => compareText(a.due, b.due) || compareText(a.assignmentId, b.assignmentId));
}

const isOfHead = ({ standing, stage }: WorkLine): boolean => standing === 'ready' && headDecides(stage);

export const fitsWork =
  ({ holder, stage, overdue, worker, standing, changed }: WorkQuery) =>
  (line: WorkLine): boolean =>
    (holder === undefined || line.who === holder) &&
    (stage === undefined || line.stage === stage) &&
    (overdue !== true || line.late) &&
    (worker === undefined || (line.assignee ?? nobody) === worker) &&
    (standing === undefined || (standing === 'head' ? isOfHead(line) : line.standing === standing)) &&
    (changed !== true || line.isNew);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How names are compared in the reader's language, and what people are called. */
export interface Alphabet {
  readonly compare: (one: string, other: string) => number;
  readonly nameOf: (personId: string) => string;
}

const comparisons: Readonly<Record<WorkColumn, (a: WorkLine, b: WorkLine, alphabet: Alphabet) => number>> = {
  company: (a, b, { compare }) => compare(a.company, b.company),
  number: (a, b) => compareText(a.number, b.number),
  stage: (a, b) => stageIndex(a.stage) - stageIndex(b.stage) || compareText(a.kind, b.kind),
  // Amounts of different currencies are never compared.
  worth: (a, b) => compareText(a.worth.currency, b.worth.currency) || a.worth.amountMinor - b.worth.amountMinor,
  jobs: (a, b) => a.jobs - b.jobs,
  received: (a, b) => compareText(a.received, b.received),
  due: (a, b) => compareText(a.due, b.due),
  worker: (a, b, { compare, nameOf }) =>
    Number(a.assignee === undefined) - Number(b.assignee === undefined) ||
    compare(nameOf(a.assignee ?? ''), nameOf(b.assignee ?? '')) ||
    compareText(a.who, b.who),
};

/** The lines by a column; equal ones by due date. */
export const inOrder = (
  lines: readonly WorkLine[],
  { column, descending }: WorkOrder,
  alphabet: Alphabet,
): readonly WorkLine[] =>
  lines.toSorted((a, b) => (descending ? -1 : 1) * comparisons[column](a, b, alphabet) || compareText(a.due, b.due));

/** Milliseconds (ours): who comes back after so long looks anew; within, a look is noted so often and no more. */
const visitMs = 30 * 60_000;
const notedMs = 5 * 60_000;

/** What is to be noted of a look at an instant; undefined: nothing is written. */
export function nextLook(look: Look | undefined, now: number): Look | undefined {
  if (look === undefined) return { at: now, since: now };
  const away = now - look.at;
  return away >= visitMs ? { at: now, since: look.at } : away >= notedMs ? { at: now, since: look.since } : undefined;
}
