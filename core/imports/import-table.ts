import { refOf, rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { secondsLeft } from '../kernel/window.ts';
import { waitingRow, type OutboxRow } from '../notices/outbox.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { timetableFigures, type TimetableFigures } from '../timetable/timetable.ts';
import { plainWord, type Cells, type RowIssue } from './cells.ts';
import { tableIn } from './columns.ts';
import type { ImportRows } from './csv.ts';
import type { Import, ImportKind, Imports, ImportView } from './import.ts';
import type { KindPorts, KindRules, Writing } from './kinds.ts';
import { lineRows } from './line-rows.ts';
import { milestoneRows } from './milestone-rows.ts';
import { plotRows } from './plot-rows.ts';
import { projectRows } from './project-rows.ts';
import { showcaseRows } from './showcase-rows.ts';

export type ImportPorts = KindPorts & Pick<Ports, 'outbox' | 'limits'> & { readonly imports: Imports };

/** Who brings in what an office has kept elsewhere (ours). */
const importRoles = ['head', 'administrator'] as const;
/** Of the rows that are wrong a page shows these, and the file of them. */
const mostIssues = 1000;
const mostChanges = 400;
const inAnHour = { count: 60, seconds: 3600 } as const;

const rulesOf = (kind: ImportKind, now: number): KindRules =>
  ({
    projects: projectRows,
    milestones: milestoneRows,
    lines: lineRows(now),
    plots: plotRows(now),
    showcase: showcaseRows(now),
  })[kind];

const mayImport = (actor: Actor, place: { readonly zoneId: string; readonly regionId: string }): boolean =>
  actor.kind === 'staff' && importRoles.some((role) => rolesAt(actor.memberships, place).includes(role));

/** Zones into which somebody may import. */
export const importZones = async ({ reference }: Pick<Ports, 'reference'>, actor: Actor) =>
  (await reference.zones()).filter((zone) => mayImport(actor, zone));

async function zonesFor(ports: Pick<Ports, 'reference'>, actor: Actor, now: number): Promise<readonly ZoneContext[]> {
  const found = await Promise.all(
    (await importZones(ports, actor)).map(({ zoneId }) => zoneContextOf(ports, zoneId, now)),
  );
  return found.flatMap((one) => one ?? []);
}

export interface LookAtTable {
  readonly kind: ImportKind;
  /** Of rows that name none. */
  readonly zoneId: string;
  readonly isPublic: boolean;
  readonly rows: ImportRows;
  readonly actor: Actor;
  readonly now: number;
}

/**
 * What importing a table would do, row by row; nothing of it is written. A row of a zone in which the reader may not import is refused like
 * any other. Fails with `not-found` (no role in the zone), `forbidden`, `too-many`.
 */
export async function lookAtTable(ports: ImportPorts, command: LookAtTable): Promise<Result<Import>> {
  const { kind, zoneId, isPublic, rows, actor, now } = command;
  const zone = (await ports.reference.setting(zoneId))?.zone;
  if (zone === undefined || actor.kind !== 'staff' || rolesAt(actor.memberships, zone).length === 0)
    return fail({ kind: 'not-found' });
  if (!mayImport(actor, zone)) return fail({ kind: 'forbidden' });
  const importId = ports.ids.projectId();
  if (!(await ports.limits.allow(`imports-${actor.personId}`, ports.ids.hash(importId), inAnHour, now)))
    return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(now, inAnHour.seconds) });
  const contexts = await zonesFor(ports, actor, now);
  const byName = new Map(
    contexts.flatMap((one) =>
      [one.zone.zoneId, ...Object.values(one.zone.names)].map((name) => [plainWord(name), one]),
    ),
  );
  const zoneOf = (cells: Cells): ZoneContext | undefined => {
    const named = cells.text('zone');
    return byName.get(plainWord(named ?? zoneId)) ?? cells.wrong('zone', 'unknown-zone');
  };
  const issues: RowIssue[] = [];
  const table = tableIn(kind, rows, issues);
  const rules = rulesOf(kind, now);
  const read = rules.read({ rows: table.rows, zoneOf, isPublic, issues });
  const compared = await rules.compare(ports, read, issues);
  const toWrite = compared.filter(({ standing }) => standing !== 'same').map(({ row }) => row);
  const parts = Array.from({ length: Math.ceil(toWrite.length / rules.rowsAPart) }, (_, at) =>
    toWrite.slice(at * rules.rowsAPart, (at + 1) * rules.rowsAPart),
  );
  const count = (standing: string): number => compared.filter((one) => one.standing === standing).length;
  const changes = compared.flatMap((row) => row.changes ?? []);
  const one: Import = {
    importId,
    kind,
    zoneIds: [...new Set([zoneId, ...read.map((row) => row.zoneId)])],
    by: refOf(actor, zone, importRoles),
    at: now,
    state: 'looked-at',
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      refused: new Set(issues.map(({ row }) => row)).size,
    },
    issues: issues.toSorted((a, b) => a.row - b.row).slice(0, mostIssues),
    ...(changes.length > 0 && { changes: changes.slice(0, mostChanges) }),
    unknown: [...table.unknown],
    parts: parts.length,
    next: 0,
    failed: [],
  };
  await ports.imports.begin(one, parts);
  return ok(one);
}

const nextRow = ({ importId, next }: Import, now: number): OutboxRow =>
  waitingRow(
    { laneId: `import-${importId}`, rowId: String(next).padStart(6, '0') },
    { kind: 'import', importId, next },
    now,
  );

async function ownImport(
  { imports, reference }: Pick<ImportPorts, 'imports' | 'reference'>,
  importId: string,
  actor: Actor,
): Promise<Import | undefined> {
  const one = await imports.find(importId);
  if (one === undefined || actor.kind !== 'staff' || one.by.kind !== 'staff' || one.by.personId !== actor.personId)
    return undefined;
  const settings = await Promise.all(one.zoneIds.map((zoneId) => reference.setting(zoneId)));
  return settings.every((setting) => setting !== undefined && mayImport(actor, setting.zone)) ? one : undefined;
}

/** Writes what was looked at, behind the answer; confirmed twice it is written once. Fails with `not-found` (not theirs, or no longer their right). */
export async function confirmImport(
  ports: ImportPorts,
  { importId, actor, now }: { readonly importId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<Import>> {
  const one = await ownImport(ports, importId, actor);
  if (one === undefined) return fail({ kind: 'not-found' });
  if (one.state !== 'looked-at') return ok(one);
  const { changes: _shown, ...rest } = one;
  const running: Import = { ...rest, state: one.parts === 0 ? 'done' : 'running' };
  const isFirst = await ports.imports.go(running, one);
  if (isFirst && running.state === 'running') await ports.outbox.queue(nextRow(running, now));
  return ok(running);
}

/** What writing needs beside looking. */
type RunPorts = ImportPorts & Pick<Ports, 'workflow'>;

async function writePart(ports: RunPorts, { importId, kind, by }: Import, part: number, now: number) {
  const { rows, serials } = await ports.imports.part(importId, part);
  const reserve: Writing['reserve'] = (...taken) => ports.imports.reserve({ importId, part }, ...taken);
  return rulesOf(kind, now).write(ports, rows, {
    by,
    now,
    serials,
    reserve,
    start: (input) => ports.workflow.start(input),
  });
}

/** Writes some parts of an import and leaves the rest to the next message. A part that was written before is written again, which changes nothing. */
export async function runImport(
  ports: RunPorts,
  { importId, next }: { readonly importId: string; readonly next: number },
  now: number,
): Promise<void> {
  const found = await ports.imports.find(importId);
  if (found?.state !== 'running' || found.next > next) return;
  const rules = rulesOf(found.kind, now);
  const until = Math.min(found.parts, next + rules.partsAtOnce);
  const failed: RowIssue[] = [];
  for (let part = next; part < until; part += 1) failed.push(...(await writePart(ports, found, part, now)));
  const after: Import = {
    ...found,
    next: until,
    state: until === found.parts ? 'done' : 'running',
    failed: [...found.failed, ...failed].slice(0, mostIssues),
  };
  if (after.state === 'running') await ports.outbox.queue(nextRow(after, now));
  await ports.imports.go(after, found);
  for (let part = next; part < until; part += 1) await ports.imports.forget(importId, part);
}

async function figuresOf(
  { timetables, reference }: Pick<ImportPorts, 'timetables' | 'reference'>,
  { zoneIds }: Import,
  now: number,
): Promise<TimetableFigures> {
  const all = await Promise.all(
    zoneIds.map(async (zoneId) => {
      const [context, milestones] = await Promise.all([
        zoneContextOf({ reference }, zoneId, now),
        timetables.of(zoneId),
      ]);
      return context ? timetableFigures(milestones, today(context)) : undefined;
    }),
  );
  const sum = { milestones: 0, late: 0, onTime: 0, ahead: 0, unexplained: 0 };
  for (const one of all)
    for (const name of ['milestones', 'late', 'onTime', 'ahead', 'unexplained'] as const) sum[name] += one?.[name] ?? 0;
  return sum;
}

/** An import as whoever began it sees it; for others it does not exist (`not-found`). */
export async function viewImport(
  ports: Pick<ImportPorts, 'imports' | 'reference' | 'timetables'>,
  { importId, actor, now }: { readonly importId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<ImportView>> {
  const one = await ownImport(ports, importId, actor);
  if (one === undefined) return fail({ kind: 'not-found' });
  const { kind, state, counts, issues, changes, unknown, failed, parts, next } = one;
  return ok({
    ...{ importId, kind, state, counts, issues, unknown, failed },
    ...(changes && { changes }),
    written: state === 'done' ? 100 : parts === 0 ? 0 : Math.floor((next / parts) * 100),
    ...(kind === 'milestones' && state === 'done' && { timetable: await figuresOf(ports, one, now) }),
  });
}
