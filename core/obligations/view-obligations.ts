import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import { contractOf } from '../docket/steps.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { ladderOf, stands } from '../ladder/ladder.ts';
import { carriedOver } from '../letter/expansion.ts';
import { openToAct, type ByLink, type LinkPorts, type Opened } from '../links/act-by-link.ts';
import type { ChangePorts } from '../project/change-project.ts';
import { isAllowed, mayView, rules } from '../project/permissions.ts';
import type { Aggregate, Project } from '../project/project.ts';
import { wholeLog } from '../project/whole-log.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { zoneTypeOn } from '../reference/zone-type.ts';
import { startOfConstruction } from '../stages/stage-id.ts';
import { actOnObligations } from './change-obligations.ts';
import type { Obligations, ObligationRequest, ObligationsView, PeriodView } from './obligation-facts.ts';
import {
  addedFigures,
  behindOn,
  daysOf,
  dueOf,
  inYear,
  periodsOf,
  reportOf,
  restOf,
  yearOfPeriod,
} from './obligations.ts';

export interface ViewObligations {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
}

export interface WholeObligations {
  readonly view: ObligationsView;
  readonly company: string;
  readonly project: Project;
}

const none: Obligations = { every: 'year', years: [], reports: [], missing: [] };

/** The same period of the year before. */
const periodBefore = (period: string): string => `${String(yearOfPeriod(period) - 1)}${period.slice(4)}`;

function stateOf(obligations: Obligations, period: string, { calendar, ...context }: ZoneContext): PeriodView['state'] {
  const report = reportOf(obligations, period);
  if (report) return report.confirmed ? 'confirmed' : 'reported';
  const on = today({ calendar, ...context });
  if (daysOf(period).to >= on) return 'to-come';
  return dueOf(period, calendar) < on ? 'not-reported' : 'awaited';
}

function periodView(obligations: Obligations, period: string, context: ZoneContext): PeriodView {
  const report = reportOf(obligations, period);
  const before = reportOf(obligations, periodBefore(period));
  const yearBefore = before?.confirmed ?? before?.reported;
  return {
    period,
    ...daysOf(period),
    due: dueOf(period, context.calendar),
    state: stateOf(obligations, period, context),
    ...(report && { reported: report.reported }),
    ...(report?.confirmed && { confirmed: report.confirmed }),
    ...(yearBefore && { yearBefore }),
  };
}

function yearViews(obligations: Obligations, periods: readonly PeriodView[]): ObligationsView['years'] {
  return obligations.years.map(({ year, planned }) => {
    const own = inYear(obligations, year);
    const reported = addedFigures(own.map((one) => one.reported));
    const confirmed = addedFigures(own.flatMap((one) => one.confirmed ?? []));
    return {
      year,
      planned,
      ...(reported && { reported }),
      ...(confirmed && { confirmed, rest: restOf(planned, confirmed) }),
      notReported: periods
        .filter((one) => yearOfPeriod(one.period) === year && one.state === 'not-reported')
        .map(({ period }) => period),
    };
  });
}

/** Years from the contract until the rest of the money is proven: for projects above 15,000,000 MCI one more (Law 242-VI, art. 18 p. 17). */
const proofYears = { usual: 2, large: 3 } as const;

/** In special economic zones of Kazakhstan alone; elsewhere no law asks for it. */
function moneyOf(
  signedOn: LocalDate | undefined,
  { proven }: Obligations,
  context: ZoneContext,
): Pick<ObligationsView, 'money'> {
  const on = today(context);
  if (signedOn === undefined || zoneTypeOn(context.zone, on) !== 'kz-sez') return {};
  const due = addMonths(signedOn, 12 * proofYears.usual);
  const dueIfLarge = addMonths(signedOn, 12 * proofYears.large);
  return { money: { due, dueIfLarge, isLate: proven === undefined && due < on, ...(proven && { proven }) } };
}

function actionsOf({ project }: Aggregate, obligations: Obligations, actor: Actor, behind: number) {
  const keeps = isAllowed(actor, project, 'keep-obligations');
  const { visit, breach, reports, years } = obligations;
  const isVisited = visit?.on !== undefined;
  const may: Readonly<Record<ObligationsView['actions'][number], boolean>> = {
    plan: keeps,
    report: isAllowed(actor, project, 'report-obligations') && years.length > 0,
    confirm: keeps && reports.some(({ confirmed }) => confirmed === undefined),
    prove: keeps && years.length > 0,
    visit: keeps && visit !== undefined && !isVisited,
    breach: keeps && isVisited && behind > 0 && breach === undefined,
  };
  return (Object.keys(may) as (keyof typeof may)[]).filter((act) => may[act]);
}

/** What a project's contract promises by year, and what is reported and confirmed of it. Fails with `not-found`. */
export async function wholeObligations(
  ports: ChangePorts,
  { projectId, actor, now }: ViewObligations,
): Promise<Result<WholeObligations>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const { project } = aggregate;
  const context = await zoneContextOf(ports, project.zoneId, now);
  if (context === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
  const [log, letter] = await Promise.all([
    wholeLog(ports.projects, projectId, project.version),
    ports.projects.letter(projectId),
  ]);
  const { obligations = none } = project;
  const contract = contractOf(aggregate);
  const started = project.actual[startOfConstruction];
  const launched = ladderOf(log).find((one) => stands(one) && one.rung === 'production')?.on;
  const periods = periodsOf(obligations).map((period) => periodView(obligations, period, context));
  const behind = behindOn(obligations, today(context), context.calendar).length;
  return ok({
    company: letter?.company.name ?? '',
    project,
    view: {
      projectId,
      number: project.number,
      isOpen: rules['keep-obligations'].when(project),
      ...(project.obligations && { every: obligations.every }),
      start: { ...(contract && { promised: contract.startBy }), ...(started !== undefined && { actual: started }) },
      launch: {
        ...(obligations.launchBy !== undefined && { promised: obligations.launchBy }),
        ...(launched !== undefined && { actual: launched }),
      },
      ...moneyOf(contract?.date, obligations, context),
      years: yearViews(obligations, periods),
      periods,
      behind,
      ...(obligations.visit && { visit: obligations.visit }),
      ...(obligations.breach && { breach: obligations.breach }),
      actions: actionsOf(aggregate, obligations, actor, behind),
    },
  });
}

/** The same as the API tells it. */
export async function viewObligations(ports: ChangePorts, command: ViewObligations): Promise<Result<ObligationsView>> {
  const found = await wholeObligations(ports, command);
  return found.ok ? ok(found.value.view) : found;
}

/** The investor's alone: a party's link has no right to it (`forbidden`). */
async function ofInvestor<Value>(
  ports: LinkPorts,
  by: ByLink,
  act: (opened: Opened) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = await openToAct(ports, by);
  if (!opened.ok) return opened;
  return opened.value.actor.kind === 'investor' ? act(opened.value) : fail({ kind: 'forbidden' });
}

/** `carried`: with what the letter for an expansion begins, once the plant is being built. */
export interface InvestorsObligations extends WholeObligations {
  readonly carried?: ReturnType<typeof carriedOver> | undefined;
}

export const obligationsByLink = (ports: LinkPorts, by: ByLink): Promise<Result<InvestorsObligations>> =>
  ofInvestor(ports, by, async ({ actor, target: { projectId } }) => {
    const found = await wholeObligations(ports, { projectId, actor, now: by.now });
    if (!found.ok || !found.value.view.isOpen) return found;
    const isContact = actor.kind === 'investor' && actor.delegate === undefined;
    const [letter, contact] = await Promise.all([
      ports.projects.letter(projectId),
      isContact ? ports.projects.contact(projectId) : undefined,
    ]);
    return ok({ ...found.value, ...(letter && { carried: carriedOver(letter, contact) }) });
  });

export const reportByLink = (
  ports: LinkPorts,
  { request, ...by }: ByLink & { readonly request: ObligationRequest },
): Promise<Result<Aggregate>> =>
  ofInvestor(ports, by, ({ actor, target: { projectId } }) =>
    actOnObligations(ports, { projectId, actor, now: by.now, request }),
  );
