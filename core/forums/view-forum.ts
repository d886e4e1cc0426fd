import * as z from 'zod/mini';
import { MissingView } from '../api/views.ts';
import { dayNumberOf, type LocalDate } from '../calendar/local-date.ts';
import { isCounted } from '../figures/figures.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { DateText } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { ladderOf } from '../ladder/ladder.ts';
import type { Project } from '../project/project.ts';
import { startView } from '../project/project-views.ts';
import { wholeLog } from '../project/whole-log.ts';
import { missing } from '../stages/gate.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { Names, type Forum, type Zone } from '../reference/reference.ts';
import type { Colleague } from '../work/view-colleagues.ts';
import { Stated } from './plan.ts';
import { builtOf, Cohort, cohortAt, type Built } from './cohort.ts';
import type { OutboxMessageState } from '../notices/outbox.ts';
import { forumLane, invitationRowId, Promised, staleAfter, staleOf, type Guest, type Stale } from './forum-record.ts';

export type ForumPorts = Pick<Ports, 'forums' | 'lists' | 'reference' | 'ids' | 'projects'>;

export interface InForum {
  readonly forumId: string;
  readonly actor: Actor;
  readonly now: number;
}

export interface FoundForum {
  readonly context: ZoneContext;
  readonly forum: Forum;
}

const seen = (zones: readonly Zone[], actor: Actor): readonly Zone[] =>
  actor.kind === 'staff' ? zones.filter((zone) => rolesAt(actor.memberships, zone).length > 0) : [];

/** A forum of a zone where the reader has a role; undefined: there is none. */
export async function forumAt(
  ports: Pick<Ports, 'reference'>,
  { forumId, actor, now }: InForum,
): Promise<FoundForum | undefined> {
  const zones = seen(await ports.reference.zones(), actor);
  const zone = zones.find(({ forums }) => forums.some((one) => one.forumId === forumId));
  const context = zone && (await zoneContextOf(ports, zone.zoneId, now));
  const forum = context?.zone.forums.find((one) => one.forumId === forumId);
  return context && forum && { context, forum };
}

/** Letters of a forum: dozens, whatever the zone holds; one that went on as another is not counted twice. */
async function projectsOf({ lists }: Pick<Ports, 'lists'>, zoneId: string, forum: string): Promise<readonly Project[]> {
  const found: Project[] = [];
  let after: string | undefined;
  do {
    const page = await lists.list(zoneId, { by: 'forum', forum }, { limit: 100, after });
    found.push(...page.entries.map(({ project }) => project));
    after = page.next;
  } while (after !== undefined);
  return found.filter((project) => project.mergedInto === undefined && isCounted(project));
}

/** What could start by when, and what the others lack: each the stage it is in, the next to start first. */
const LaunchLine = z.object({
  projectId: z.string(),
  number: z.string(),
  stage: z.string(),
  wantedStart: DateText,
  /** As things stand. */
  expected: DateText,
  /** What it lacks for the stage it is in. */
  missing: z.array(MissingView),
  due: z.optional(DateText),
});

export const CohortView = z.object({
  forumId: z.string(),
  zoneId: z.string(),
  names: Names,
  firstDay: DateText,
  /** Every forum of the zone when it was as old; those that are younger are left out. */
  atThisAge: z.array(z.object({ forumId: z.string(), names: Names, firstDay: DateText, cohort: Cohort })),
  cohort: Cohort,
  /** What others say of it, beside what is counted here of the same day. */
  stated: z.array(
    z.extend(Stated, {
      counted: z.int(),
      /** Theirs less ours. */
      difference: z.int(),
    }),
  ),
  launch: z.array(LaunchLine),
  /** How many could start by the day that was asked for; the list then begins with them. */
  couldStart: z.optional(z.object({ by: DateText, count: z.int() })),
});
export type CohortView = z.infer<typeof CohortView>;

const ageOf = ({ firstDay }: Forum, day: string): number => dayNumberOf(day) - dayNumberOf(firstDay);

/** When the plants of a forum were roofed, and began to produce: of those that have started, which are a few. */
async function builtIn({ projects }: ForumPorts, started: readonly Project[]): Promise<ReadonlyMap<string, Built>> {
  const all = started
    .filter(({ ending }) => ending === 'construction-started')
    .map(async ({ projectId }) => [projectId, builtOf(ladderOf(await wholeLog(projects, projectId)))] as const);
  return new Map(await Promise.all(all));
}

async function cohortOf(ports: ForumPorts, { context, forum }: FoundForum, ageDays: number) {
  const { zoneId } = context.zone;
  const [guests, promises, projects] = await Promise.all([
    ports.forums.guests(zoneId, forum.forumId),
    ports.forums.promises(zoneId, forum.forumId),
    projectsOf(ports, zoneId, forum.forumId),
  ]);
  const built = await builtIn(ports, projects);
  const facts = { forum, guests, promises, projects, built, calendar: context.calendar };
  return { ...facts, cohort: cohortAt(facts, ageDays) };
}

export interface ForumView extends FoundForum {
  readonly guests: readonly Guest[];
  readonly promises: readonly Promised[];
  readonly cohort: CohortView;
  readonly staff: readonly Colleague[];
  readonly today: string;
}

const launchLines = 10;

/** The next to start as things stand, how many by a day, and what each of the first lacks. */
async function launchOf(
  { projects }: ForumPorts,
  context: ZoneContext,
  all: readonly Project[],
  by: LocalDate | undefined,
): Promise<Pick<CohortView, 'launch' | 'couldStart'>> {
  const ahead = all
    .flatMap((project) => {
      const expected = startView(project, context)?.expected;
      return expected === undefined ? [] : [{ project, expected }];
    })
    .toSorted((a, b) => (a.expected < b.expected ? -1 : 1));
  const launch = await Promise.all(
    ahead.slice(0, launchLines).map(async ({ project: { projectId, number, stage, wantedStart, due }, expected }) => {
      const aggregate = await projects.load(projectId);
      return {
        projectId,
        number,
        stage,
        wantedStart,
        expected,
        missing: aggregate ? [...missing(aggregate, context.lines, today(context))] : [],
        ...(due !== undefined && { due }),
      };
    }),
  );
  return {
    launch,
    ...(by !== undefined && { couldStart: { by, count: ahead.filter(({ expected }) => expected <= by).length } }),
  };
}

/** A forum with its guests, what was signed and what came of it. @param ageDays calendar days since its first day; absent: today's. @param by counts those that could start by that day. Fails with `not-found`. */
export async function viewForum(
  ports: ForumPorts,
  command: InForum & { readonly ageDays?: number | undefined; readonly by?: LocalDate | undefined },
): Promise<Result<ForumView>> {
  const found = await forumAt(ports, command);
  if (found === undefined) return fail({ kind: 'not-found' });
  const { context, forum } = found;
  const day = today(context);
  const ageDays = Math.max(0, Math.min(command.ageDays ?? Number.MAX_SAFE_INTEGER, ageOf(forum, day)));
  const [own, plan, staff, others] = await Promise.all([
    cohortOf(ports, found, ageDays),
    ports.forums.plan(context.zone.zoneId, forum.forumId),
    ports.reference.staff(context.zone),
    Promise.all(
      context.zone.forums
        .filter((one) => one.forumId !== forum.forumId && ageOf(one, day) >= ageDays)
        .map(async (one) => ({ one, ...(await cohortOf(ports, { context, forum: one }, ageDays)) })),
    ),
  ]);
  const { guests, promises, projects, cohort } = own;
  const launch = await launchOf(ports, context, projects, command.by);
  const stated = (plan?.stated ?? []).map((one) => {
    const then = cohortAt(own, Math.max(0, ageOf(forum, one.asOf)));
    const counted = then.steps.find(({ step }) => step === one.step)?.count ?? 0;
    return { ...one, counted, difference: one.count - counted };
  });
  return ok({
    ...found,
    guests,
    promises,
    today: day,
    staff: staff.map(({ personId, name, memberships }) => ({
      personId,
      name,
      role: rolesAt(memberships, context.zone)[0],
    })),
    cohort: {
      forumId: forum.forumId,
      zoneId: context.zone.zoneId,
      names: forum.names,
      firstDay: forum.firstDay,
      cohort,
      atThisAge: others.map(({ one: { forumId, names, firstDay }, cohort: theirs }) => ({
        forumId,
        names,
        firstDay,
        cohort: theirs,
      })),
      stated,
      ...launch,
    },
  });
}

/** What became of the invitation of each guest who was sent one; of those of whom nothing is known yet nothing. */
export async function invitationsOf(
  { outbox }: Pick<Ports, 'outbox'>,
  { context, forum, guests }: ForumView,
): Promise<ReadonlyMap<string, OutboxMessageState>> {
  const rows = await outbox.emails(forumLane(context.zone.zoneId, forum.forumId));
  const states = new Map(rows.map(({ rowId, state }) => [rowId, state]));
  return new Map(
    guests.flatMap(({ guestId }) => {
      const state = states.get(invitationRowId(guestId));
      return state === undefined ? [] : [[guestId, state] as const];
    }),
  );
}

const stales = Object.keys(staleAfter) as [Stale, ...Stale[]];

export const PromisesView = z.object({ promises: z.array(z.extend(Promised, { stale: z.optional(z.enum(stales)) })) });
export type PromisesView = z.infer<typeof PromisesView>;

/** What was signed at the forums of a zone, that which nobody looked after for longest first. Fails with `not-found`. */
export async function listPromises(
  ports: ForumPorts,
  { zoneId, actor, now }: { readonly zoneId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<PromisesView>> {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined || seen([context.zone], actor).length === 0) return fail({ kind: 'not-found' });
  const promises = await ports.forums.promises(zoneId);
  return ok({
    promises: promises
      .toSorted((a, b) => (a.verifiedOn < b.verifiedOn ? -1 : 1))
      .map((one) => {
        const stale = staleOf(one, today(context));
        return { ...one, ...(stale && { stale }) };
      }),
  });
}
