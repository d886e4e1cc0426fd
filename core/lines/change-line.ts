import { refOf, rolesAt, type Actor } from '../kernel/actor.ts';
import type { ActorRef } from '../project/event.ts';
import type { Ports } from '../kernel/ports.ts';
import { waitingRow, type OutboxRow } from '../notices/outbox.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { utilities, type Utility } from '../kernel/common.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import { toLatin } from '../texts/uzbek-latin.ts';
import {
  beforeOf,
  lineMilestones,
  zoneLineOf,
  type Line,
  type LineChange,
  type LineMilestone,
  type LineRequest,
  type Milestone,
} from './line.ts';

export interface ChangeLine {
  readonly lineId: string;
  readonly request: LineRequest;
  readonly actor: Actor;
  readonly now: number;
}

type LinePorts = Pick<Ports, 'reference' | 'lines'>;

const isKind = (lineId: string): boolean => utilities.includes(lineId as Utility);

const changedMilestones = (found: Line | undefined, { milestones = {} }: LineRequest): Line['milestones'] =>
  Object.fromEntries(
    lineMilestones.flatMap((one): (readonly [LineMilestone, Milestone])[] => {
      const [was, now] = [found?.milestones[one], milestones[one]];
      const baseline = was?.baseline ?? now?.baseline ?? now?.expected;
      if (now) return [[one, { ...now, ...(baseline !== undefined && { baseline }) }]];
      return was ? [[one, was]] : [];
    }),
  );

/** A year that is told anew replaces what was told of it. */
function changedMoney(found: Line | undefined, { money = [] }: LineRequest, on: string): Line['money'] {
  const told = money.map((one) => ({ ...one, on }));
  const kept = (found?.money ?? []).filter((one) => !told.some(({ year }) => year === one.year));
  return [...kept, ...told].toSorted((a, b) => a.year - b.year);
}

function changed(
  lineId: string,
  found: Line | undefined,
  request: LineRequest,
  context: ZoneContext,
): Line | undefined {
  const utility = found?.utility ?? request.utility;
  const partyId = request.partyId ?? found?.partyId;
  const names = request.names ? { ...request.names, uz: toLatin(request.names['uz-cyrl']) } : found?.names;
  if (utility === undefined || partyId === undefined || names === undefined) return undefined;
  const [capacity, serves] = [request.capacity ?? found?.capacity, request.serves ?? found?.serves];
  return {
    lineId,
    zoneId: context.zone.zoneId,
    utility,
    names,
    partyId,
    ...(capacity !== undefined && { capacity }),
    ...(serves !== undefined && { serves }),
    milestones: changedMilestones(found, request),
    money: changedMoney(found, request, today(context)),
    ...(found?.alarmed !== undefined && { alarmed: found.alarmed }),
    version: (found?.version ?? 0) + 1,
  };
}

function milestoneIssues(line: Line, found: Line | undefined, context: ZoneContext): readonly Issue[] {
  return lineMilestones.flatMap((one): Issue[] => {
    const [now, was] = [line.milestones[one], found?.milestones[one]];
    if (now === undefined) return [];
    const at = (field: string, code: string): Issue => ({ path: `milestones.${one}.${field}`, code });
    const before = line.milestones[beforeOf(line.milestones, one) ?? one];
    const { expected, actual } = now;
    return [
      ...(actual !== undefined && actual > today(context) ? [at('actual', 'in-future')] : []),
      ...(expected !== undefined && expected !== was?.expected && actual === undefined && expected < today(context)
        ? [at('expected', 'not-in-future')]
        : []),
      ...(expected !== undefined && isTooFar(context, expected) ? [at('expected', 'too-late')] : []),
      ...(actual === undefined &&
      expected !== undefined &&
      expected !== was?.expected &&
      before !== now &&
      (before?.actual ?? before?.expected ?? expected) > expected
        ? [at('expected', 'before-predecessor')]
        : []),
      ...(now.after !== undefined && lineMilestones.indexOf(now.after) >= lineMilestones.indexOf(one)
        ? [at('after', 'invalid_value')]
        : []),
    ];
  });
}

function issuesOf(line: Line, found: Line | undefined, request: LineRequest, context: ZoneContext): readonly Issue[] {
  const years = (request.money ?? []).map(({ year }) => year);
  const party = context.parties.find(({ partyId }) => partyId === line.partyId);
  return [
    ...(found === undefined && (isKind(line.lineId) || !line.lineId.startsWith(`${line.zoneId}-`))
      ? [{ path: 'lineId', code: 'line-id' }]
      : []),
    ...(found !== undefined && request.utility !== undefined && request.utility !== found.utility
      ? [{ path: 'utility', code: 'invalid_value' }]
      : []),
    ...(party === undefined || (party.endedOn !== undefined && line.partyId !== found?.partyId)
      ? [{ path: 'partyId', code: 'unknown-party' }]
      : []),
    ...(new Set(years).size < years.length ? [{ path: 'money', code: 'year-twice' }] : []),
    ...milestoneIssues(line, found, context),
  ];
}

/** What of a line can be told by a value; of who is responsible only that it is somebody else. */
function factsOf(line: Line | undefined): ReadonlyMap<string, string> {
  if (line === undefined) return new Map();
  const { names, partyId, capacity, serves, milestones, money } = line;
  const facts: (readonly [string, string | undefined])[] = [
    ['names', names.en],
    ['partyId', partyId],
    ['capacity', capacity === undefined ? undefined : String(capacity)],
    ['serves', serves?.join(', ')],
    ...lineMilestones.flatMap((one) =>
      (['expected', 'actual', 'responsible', 'after', 'reason'] as const).map(
        (field) => [`${one}.${field}`, milestones[one]?.[field]] as const,
      ),
    ),
    ...money.flatMap(({ year, currency, ...sums }) =>
      (['allocated', 'committed', 'spent'] as const).map(
        (field) => [`${String(year)}.${field}`, `${String(sums[field])} ${currency}`] as const,
      ),
    ),
  ];
  return new Map(facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function differences(before: Line | undefined, after: Line): LineChange['changes'] {
  const [was, now] = [factsOf(before), factsOf(after)];
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((field) => {
    if (was.get(field) === now.get(field)) return [];
    if (field.endsWith('.responsible')) return [{ field }];
    const [old, fresh] = [was.get(field), now.get(field)];
    return [{ field, ...(old !== undefined && { before: old }), ...(fresh !== undefined && { after: fresh }) }];
  });
}

/** A line as a request makes it, with nothing written. Fails with `invalid`, `conflict` (another version was seen). */
export function judgeLine(
  lineId: string,
  found: Line | undefined,
  request: LineRequest,
  context: ZoneContext,
): Result<Line> {
  const version = found?.version ?? 0;
  if (request.version !== version) return fail({ kind: 'conflict', version, state: 'changed' });
  const line = changed(lineId, found, request, context);
  if (line === undefined) {
    const missing = (['names', 'utility', 'partyId'] as const).filter((name) => request[name] === undefined);
    return fail({ kind: 'invalid', issues: missing.map((path) => ({ path, code: 'missing' })) });
  }
  const issues = issuesOf(line, found, request, context);
  return issues.length > 0 ? fail({ kind: 'invalid', issues }) : ok(line);
}

/** In a partition of the line's own: the starts of projects follow behind the answer. */
function lineMovedRow({ lineId, zoneId, utility, version }: Line, now: number): OutboxRow {
  const place = { laneId: `line-${lineId}`, rowId: String(version).padStart(6, '0') };
  return waitingRow(place, { kind: 'line-moved', zoneId, utility, lineId }, now);
}

/** Writes a judged line with the entry of its log; where its day moved, the starts of the projects that need it follow. */
export async function writeLine(
  { lines }: Pick<Ports, 'lines'>,
  found: Line | undefined,
  line: Line,
  { by, why, context }: { readonly by: ActorRef; readonly why: string; readonly context: ZoneContext },
): Promise<Result<Line>> {
  const { now } = context;
  const change: LineChange = { version: line.version, at: now, by, why, changes: [...differences(found, line)] };
  const known = zoneLineOf(line, today(context));
  const was = found && zoneLineOf(found, known.reportedOn);
  const isMoved = JSON.stringify([was?.report, was?.serves]) !== JSON.stringify([known.report, known.serves]);
  const written = await lines.write(line, known, change, isMoved ? lineMovedRow(line, now) : undefined);
  return written === 'written' ? ok(line) : fail({ kind: 'conflict', version: line.version, state: 'changed' });
}

/** The office enters a line or changes it. Fails with `not-found` (no role there), `forbidden`, `invalid`, `conflict`. */
export async function changeLine(ports: LinePorts, { lineId, request, actor, now }: ChangeLine): Promise<Result<Line>> {
  const found = await ports.lines.find(lineId);
  const zoneId = found?.zoneId ?? request.zoneId;
  const context = zoneId === undefined ? undefined : await zoneContextOf(ports, zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.includes('officer') && !roles.includes('head')) return fail({ kind: 'forbidden' });
  const judged = judgeLine(lineId, found, request, context);
  if (!judged.ok) return judged;
  return writeLine(ports, found, judged.value, { by: refOf(actor, context.zone), why: request.why, context });
}
