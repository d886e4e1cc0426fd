import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { hasRole, rules } from '../project/permissions.ts';
import type { Aggregate } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { missedRungs, type MissedRung, type Obligations, type ObligationRequest } from './obligation-facts.ts';
import {
  behindOn,
  daysOf,
  dueOf,
  missingOn,
  periodsOf,
  reportOf,
  tellAfter,
  visitFor,
  visitWithin,
} from './obligations.ts';

interface Acting {
  readonly aggregate: Aggregate;
  readonly context: ZoneContext;
  readonly actor: Actor;
}
type Of<Act extends ObligationRequest['act']> = Extract<ObligationRequest, { act: Act }>;
type Judged = Result<Change | undefined>;

const invalid = (...issues: Issue[]) => fail({ kind: 'invalid', issues });
const notAllowed = (because: string) => fail({ kind: 'not-allowed', action: 'obligations', because });
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const begin = ({ aggregate, context, actor }: Acting) =>
  changeBuilder(aggregate, context.now, refOf(actor, aggregate.project));

const inFuture = (on: string, { context }: Acting): boolean => on > today(context);
const future = invalid({ path: 'on', code: 'in-future' });

function plan(acting: Acting, { every, year, figures, launchBy }: Of<'plan'>): Judged {
  const { obligations } = acting.aggregate.project;
  // What is reported by quarters cannot be planned by years.
  if (obligations && obligations.reports.length > 0 && obligations.every !== every)
    return invalid({ path: 'every', code: 'invalid_value' });
  if (Object.keys(figures).length === 0) return invalid({ path: 'figures', code: 'missing' });
  const change = begin(acting);
  change.emit({ type: 'obligations-planned', every, year, figures, ...(launchBy !== undefined && { launchBy }) });
  return ok(change.change());
}

function periodIssue(obligations: Obligations, period: string, { context }: Acting): Issue | undefined {
  if (!periodsOf(obligations).includes(period)) return { path: 'period', code: 'invalid_value' };
  return daysOf(period).to >= today(context) ? { path: 'period', code: 'not-yet' } : undefined;
}

function report(acting: Acting, obligations: Obligations, { period, figures }: Of<'report'>): Judged {
  const issue = periodIssue(obligations, period, acting);
  if (issue) return invalid(issue);
  if (Object.keys(figures).length === 0) return invalid({ path: 'figures', code: 'missing' });
  const known = reportOf(obligations, period);
  if (known && same(known.reported, figures)) return ok(undefined);
  if (known?.confirmed) return notAllowed('confirmed');
  const change = begin(acting);
  change.emit({ type: 'obligations-reported', period, figures });
  return ok(change.change());
}

function confirm(acting: Acting, obligations: Obligations, { period, figures, words }: Of<'confirm'>): Judged {
  const known = reportOf(obligations, period);
  if (known === undefined) return notAllowed('not-reported');
  if (known.confirmed && same(known.confirmed, figures)) return ok(undefined);
  const { actor } = acting;
  // Whoever entered it from paper does not vouch for it as well.
  if (actor.kind === 'staff' && known.enteredBy === actor.personId) return fail({ kind: 'forbidden' });
  if (!same(known.reported, figures) && words === undefined) return invalid({ path: 'words', code: 'missing' });
  const change = begin(acting);
  const noteId = words === undefined ? {} : { noteId: change.note(words) };
  change.emit({ type: 'obligations-confirmed', period, figures, ...noteId });
  return ok(change.change());
}

function prove(acting: Acting, { number, on }: Of<'prove'>): Judged {
  if (inFuture(on, acting)) return future;
  if (same(acting.aggregate.project.obligations?.proven, { number, on })) return ok(undefined);
  const change = begin(acting);
  change.emit({ type: 'obligations-proven', number, on });
  return ok(change.change());
}

function visit(acting: Acting, { visit: opened }: Obligations, { on, words }: Of<'visit'>): Judged {
  if (opened === undefined) return notAllowed('no-visit');
  if (opened.on !== undefined)
    return opened.on === on ? ok(undefined) : fail({ kind: 'conflict', version: 0, state: 'visited' });
  if (inFuture(on, acting)) return future;
  const change = begin(acting);
  change.emit({ type: 'obligations-visited', on, noteId: change.note(words) });
  return ok(change.change());
}

/** After the visit, while the reports are still missing. */
function breach(acting: Acting, obligations: Obligations, { number, on, cureDays, words }: Of<'breach'>): Judged {
  const { context } = acting;
  const known = obligations.breach;
  if (known) return known.number === number && known.on === on ? ok(undefined) : notAllowed('done');
  const visited = obligations.visit?.on;
  if (visited === undefined) return notAllowed('no-visit');
  if (behindOn(obligations, today(context), context.calendar).length === 0) return notAllowed('reported');
  if (inFuture(on, acting)) return future;
  if (on < visited) return invalid({ path: 'on', code: 'before-step' });
  const change = begin(acting);
  const noteId = change.note(words);
  change.emit({ type: 'obligations-breach', number, on, cureUntil: addDays(on, cureDays), noteId });
  return ok(change.change());
}

function judge(acting: Acting, request: ObligationRequest): Judged {
  if (request.act === 'plan') return plan(acting, request);
  const { obligations } = acting.aggregate.project;
  if (obligations === undefined) return notAllowed('not-planned');
  switch (request.act) {
    case 'report':
      return report(acting, obligations, request);
    case 'confirm':
      return confirm(acting, obligations, request);
    case 'prove':
      return prove(acting, request);
    case 'visit':
      return visit(acting, obligations, request);
    case 'breach':
      return breach(acting, obligations, request);
  }
}

export interface ActOnObligations {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ObligationRequest;
}

/** Twice is once. Fails with `not-found`, `forbidden`, `not-allowed` (`not-planned`, `not-reported`, `confirmed`, `no-visit`, `reported`), `conflict`, `invalid`. */
export const actOnObligations = (
  ports: ChangePorts,
  { projectId, actor, now, request }: ActOnObligations,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, (aggregate, context) => {
    const action = request.act === 'report' ? 'report-obligations' : 'keep-obligations';
    if (!hasRole(actor, aggregate.project, action)) return fail({ kind: 'forbidden' });
    if (!rules[action].when(aggregate.project)) return notAllowed('not-started');
    return judge({ aggregate, context, actor }, request);
  });

/** Who is told of a report that is missing by today, further than was told. */
function rungFor(period: string, told: MissedRung | undefined, context: ZoneContext): MissedRung | undefined {
  const due = dueOf(period, context.calendar);
  const reached = missedRungs.findLast(
    (rung) => addWorkingDays(context.calendar, due, tellAfter[rung]) < today(context),
  );
  const isFurther = reached !== undefined && missedRungs.indexOf(reached) > (told ? missedRungs.indexOf(told) : -1);
  return isFurther ? reached : undefined;
}

/** On working days: reports are asked for and missed, and two that are missing open a visit. */
export function passObligationsDay(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { project } = aggregate;
  const { obligations } = project;
  const on = today(context);
  if (obligations === undefined || !rules['keep-obligations'].when(project) || !context.calendar.isWorkingDay(on))
    return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  for (const period of missingOn(obligations, on)) {
    const known = obligations.missing.find((one) => one.period === period);
    const due = dueOf(period, context.calendar);
    const rung = rungFor(period, known?.rung, context);
    if (rung) change.emit({ type: 'obligations-missed', period, due, rung });
    else if (known === undefined) change.emit({ type: 'obligations-asked', period, due });
  }
  const first = visitFor(obligations, on, context.calendar);
  if (first !== undefined && obligations.visit?.period !== first)
    change.emit({
      type: 'obligations-visit-opened',
      period: first,
      until: addWorkingDays(context.calendar, on, visitWithin),
    });
  return change.change().events.length === 0 ? undefined : change.change();
}
