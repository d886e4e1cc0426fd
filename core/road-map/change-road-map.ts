import { refOf, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import type { Ids } from '../kernel/ports.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import type { ActorRef } from '../project/event.ts';
import { hasRole, rules, type Action } from '../project/permissions.ts';
import type { Aggregate } from '../project/project.ts';
import { wholeLog } from '../project/whole-log.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import { canonical, keptOf, type Kept } from './kept.ts';
import { candidatesOf, isBy, type Candidate } from './people.ts';
import type { Entry, RoadMapRequest } from './road-map-facts.ts';
import { frozenRows, rowsOf, type Row } from './rows.ts';

export type RoadMapPorts = ChangePorts & { readonly ids: Pick<Ids, 'hash'> };

type Request<Act extends RoadMapRequest['act']> = Extract<RoadMapRequest, { act: Act }>;

/** A road map as a rule sees it. */
interface Drawn {
  readonly aggregate: Aggregate;
  readonly context: ZoneContext;
  readonly kept: Kept;
  readonly candidates: readonly Candidate[];
  readonly rows: readonly Row[];
}

type Judged = Result<Change | undefined>;

const invalid = (issues: readonly Issue[]) => fail({ kind: 'invalid', issues });
const notAllowed = (because: string) => fail({ kind: 'not-allowed', action: 'road-map', because });

export async function drawnOf(
  { projects, reference, ids }: RoadMapPorts,
  aggregate: Aggregate,
  context: ZoneContext,
): Promise<Drawn> {
  const { project } = aggregate;
  const [log, staff] = await Promise.all([
    wholeLog(projects, project.projectId, project.version),
    reference.staff(context.zone),
  ]);
  const kept = keptOf(log);
  const candidates = candidatesOf(project, context, staff, ids.hash);
  return { aggregate, context, kept, candidates, rows: rowsOf(aggregate, context, kept, candidates) };
}

/** What is wrong with what was typed of a row or a holder; `at`: where it was typed. */
function issuesOf({ context, candidates }: Drawn, entry: Entry, at: string, row?: Row): readonly Issue[] {
  const issue = (part: keyof Entry, code: string): Issue => ({ path: `${at}.${part}`, code });
  const { target, person, deputy } = entry;
  const isKnown = (name: string | undefined): boolean =>
    name === undefined || candidates.some((one) => one.person === name);
  return [
    ...(target !== undefined && row?.state === 'done' ? [issue('target', 'invalid_value')] : []),
    ...(target !== undefined && target < today(context) ? [issue('target', 'not-in-future')] : []),
    ...(target !== undefined && isTooFar(context, target) ? [issue('target', 'too-late')] : []),
    ...(isKnown(person) ? [] : [issue('person', 'invalid_value')]),
    ...(isKnown(deputy) ? [] : [issue('deputy', 'invalid_value')]),
    ...(deputy !== undefined && deputy === person ? [issue('deputy', 'same-person')] : []),
  ];
}

function fill(drawn: Drawn, { filled }: Request<'fill'>, by: ActorRef): Judged {
  const { aggregate, context, kept, rows } = drawn;
  const issues = [
    ...Object.entries(filled.holders).flatMap(([name, pair]) => issuesOf(drawn, pair, `holders.${name}`)),
    ...Object.entries(filled.rows).flatMap(([name, entry]) => {
      const row = rows.find((one) => one.row === name);
      // What has been said of a row that was met meanwhile stays as it is.
      const isSame = JSON.stringify(kept.filled.rows[name]) === JSON.stringify(entry);
      if (row === undefined || isSame) return isSame ? [] : [{ path: `rows.${name}`, code: 'invalid_value' }];
      return issuesOf(drawn, entry, `rows.${name}`, row);
    }),
  ];
  if (issues.length > 0) return invalid(issues);
  if (JSON.stringify(filled) === JSON.stringify(kept.filled)) return ok(undefined);
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'road-map-filled', filled });
  return ok(change.change());
}

/** What stands in the way of an approval, by row: 'council-approval.deputy'. */
const lacking = (rows: readonly Row[]): readonly Issue[] =>
  rows.flatMap(({ row, lacks }) => lacks.map((part) => ({ path: `${row}.${part}`, code: 'missing' })));

function approve({ aggregate, context, rows }: Drawn, by: ActorRef, hash: Ids['hash']): Judged {
  const issues = lacking(rows);
  if (issues.length > 0) return invalid(issues);
  const { projectId } = aggregate.project;
  const frozen = frozenRows(rows);
  const dates = frozen.flatMap(({ row, date }) =>
    rows.some((one) => one.row === row && one.kind === undefined) && date !== undefined ? [[row, date] as const] : [],
  );
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({
    type: 'road-map-approved',
    baseline: { ...aggregate.project.baseline, ...Object.fromEntries(dates) },
    hash: hash(canonical(projectId, frozen)),
    rows: [...frozen],
  });
  return ok(change.change());
}

const entryOf = ({ target, person, deputy }: Entry): Entry => ({
  ...(target !== undefined && { target }),
  ...(person !== undefined && { person }),
  ...(deputy !== undefined && { deputy }),
});

/** Of a row that was approved; parts that stay as they are, are no change. */
function ask(drawn: Drawn, request: Request<'change'>, by: ActorRef): Judged {
  const { aggregate, context, kept, rows } = drawn;
  const row = rows.find((one) => one.row === request.row);
  if (row === undefined) return invalid([{ path: 'row', code: 'invalid_value' }]);
  const entry: Entry = Object.fromEntries(
    Object.entries(entryOf(request)).filter(([part, value]) => row[part as keyof Entry] !== value),
  );
  const isAsked = kept.changes.some(
    (one) =>
      one.answered === undefined && one.row === row.row && JSON.stringify(entryOf(one)) === JSON.stringify(entry),
  );
  if (isAsked) return ok(undefined);
  if (row.state === 'done') return notAllowed('done');
  if (Object.keys(entry).length === 0) return invalid([{ path: 'target', code: 'missing' }]);
  const { person = row.person, deputy = row.deputy } = entry;
  const issues = issuesOf(drawn, { ...entry, ...(person && { person }), ...(deputy && { deputy }) }, '')
    .map(({ path, code }) => ({ path: path.slice(1), code }))
    // Who answered for it until now may be here no longer.
    .filter(({ path }) => path in entry || path === 'deputy');
  if (issues.length > 0) return invalid(issues);
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({
    type: 'road-map-change-asked',
    row: row.row,
    ...entry,
    reason: request.reason,
    noteId: change.note(request.words),
  });
  return ok(change.change());
}

/** Somebody above: of the head or the headquarters, and not whoever asked. */
function answer({ aggregate, context, kept }: Drawn, request: Request<'answer'>, by: ActorRef): Judged {
  const asked = kept.changes.find(({ change }) => change === request.change);
  if (asked === undefined) return invalid([{ path: 'change', code: 'invalid_value' }]);
  if (asked.answered !== undefined)
    return asked.answered.accepted === request.accepted ? ok(undefined) : notAllowed('answered');
  if (isBy(asked.by, by)) return fail({ kind: 'forbidden' });
  if (!request.accepted && request.words === undefined) return invalid([{ path: 'words', code: 'missing' }]);
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({
    type: 'road-map-change-answered',
    change: asked.change,
    accepted: request.accepted,
    ...(request.words !== undefined && { noteId: change.note(request.words) }),
  });
  return ok(change.change());
}

const actionOf: Readonly<Record<RoadMapRequest['act'], Action>> = {
  fill: 'fill-road-map',
  approve: 'approve-road-map',
  change: 'change-road-map',
  answer: 'answer-road-map',
};

function perform(drawn: Drawn, request: RoadMapRequest, by: ActorRef, hash: Ids['hash']): Judged {
  switch (request.act) {
    case 'fill':
      return fill(drawn, request, by);
    case 'approve':
      return approve(drawn, by, hash);
    case 'change':
      return ask(drawn, request, by);
    case 'answer':
      return answer(drawn, request, by);
  }
}

export interface ActOnRoadMap {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: RoadMapRequest;
}

/** Approved twice is once. Fails with `not-found`, `forbidden`, `not-allowed`, `conflict`, `invalid` (of an approval: what each row lacks). */
export const actOnRoadMap = (
  ports: RoadMapPorts,
  { projectId, actor, now, request }: ActOnRoadMap,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project } = aggregate;
    const action = actionOf[request.act];
    if (!hasRole(actor, project, action)) return fail({ kind: 'forbidden' });
    if (request.act === 'approve' && project.roadMap !== undefined) return ok(undefined);
    if (!rules[action].when(project))
      return notAllowed(
        project.ending ?? (project.roadMap ? 'approved' : project.accepted ? 'not-approved' : 'not-accepted'),
      );
    const seen = 'version' in request ? request.version : undefined;
    if (seen !== undefined && seen !== project.version)
      return fail({ kind: 'conflict', version: project.version, state: project.phase });
    return perform(await drawnOf(ports, aggregate, context), request, refOf(actor, project), ports.ids.hash);
  });
