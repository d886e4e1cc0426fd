import * as z from 'zod/mini';
import { isTooFar } from '../stages/farthest-dates.ts';
import { acting, rolesAt, type Actor } from '../kernel/actor.ts';
import { DateText, Identifier, Instant, paragraph } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasRole, mayView } from '../project/permissions.ts';
import type { Project } from '../project/project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';

/** Something that somebody of the office does about a project on a day: no answer is awaited, nobody outside hears of it. */
export const FollowUp = z.object({
  followUpId: Identifier,
  zoneId: Identifier,
  projectId: z.string(),
  number: z.string(),
  text: z.string(),
  on: DateText,
  /** Who does it, and who said so. */
  who: z.string(),
  by: z.string(),
  at: Instant,
  version: z.int(),
  done: z.optional(z.object({ by: z.string(), at: Instant })),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** `who`: of the office; left out, whoever sends it. */
export const MakeFollowUpRequest = z.object({
  text: paragraph(1000),
  on: DateText,
  who: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
});
export type MakeFollowUpRequest = z.infer<typeof MakeFollowUpRequest>;

export const ActOnFollowUpRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('done') }),
  z.object({ act: z.literal('move'), on: DateText }),
]);
export type ActOnFollowUpRequest = z.infer<typeof ActOnFollowUpRequest>;

export const FollowUpsView = z.object({ followUps: z.array(FollowUp) });

export interface FollowUps {
  /** Those of a zone that are not done. */
  readonly open: (zoneId: string) => Promise<readonly FollowUp[]>;
  readonly find: (zoneId: string, followUpId: string) => Promise<FollowUp | undefined>;
  /** `conflict`: it is not as it was seen. One that is done goes out of the table some time later. */
  readonly write: (one: FollowUp) => Promise<'written' | 'conflict'>;
}

interface OnProject {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
}

type FollowUpPorts = Pick<Ports, 'projects' | 'reference' | 'followUps'>;
type Staff = Extract<Actor, { kind: 'staff' }>;

/** The office of its zone. Fails with `not-found`, `forbidden`. */
async function opened(
  ports: Pick<Ports, 'projects' | 'reference'>,
  { projectId, actor, now }: OnProject,
): Promise<Result<{ readonly project: Project; readonly context: ZoneContext; readonly actor: Staff }>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const { project } = aggregate;
  if (actor.kind !== 'staff' || !hasRole(actor, project, 'add-note')) return fail({ kind: 'forbidden' });
  const context = await zoneContextOf(ports, project.zoneId, now);
  return context ? ok({ project, context, actor }) : fail({ kind: 'not-found' });
}

const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });

function dayIssue(context: ZoneContext, on: string) {
  if (on < today(context)) return invalid('on', 'in-the-past');
  return isTooFar(context, on) ? invalid('on', 'too-late') : undefined;
}

const byDay = (a: FollowUp, b: FollowUp): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.followUpId < b.followUpId ? -1 : 1;

/** For oneself or a colleague; sent twice it is one. Fails with `not-found`, `forbidden`, `invalid`. */
export async function makeFollowUp(
  ports: FollowUpPorts & Pick<Ports, 'ids'>,
  { request, ...on }: OnProject & { readonly request: MakeFollowUpRequest },
): Promise<Result<FollowUp>> {
  const found = await opened(ports, on);
  if (!found.ok) return found;
  const { project, context, actor } = found.value;
  const { text, on: day, who = actor.personId } = request;
  const staff = await ports.reference.staff(context.zone);
  const isThere = staff.some(
    ({ personId, memberships }) =>
      personId === who && rolesAt(memberships, context.zone).some((role) => acting.some((one) => one === role)),
  );
  if (!isThere) return invalid('who', 'invalid_value');
  const wrong = dayIssue(context, day);
  if (wrong) return wrong;
  const { projectId, zoneId, number } = project;
  const followUpId = `f-${ports.ids
    .hash(JSON.stringify([projectId, actor.personId, who, day, text]))
    .slice(0, 20)
    .toLowerCase()}`;
  const known = await ports.followUps.find(zoneId, followUpId);
  if (known) return ok(known);
  const one: FollowUp = {
    ...{ followUpId, zoneId, projectId, number, text, on: day, who },
    ...{ by: actor.personId, at: context.now, version: 1 },
  };
  await ports.followUps.write(one);
  return ok(one);
}

/** Whoever does it, whoever made it, and the head of the office. */
const mayAct = (actor: Staff, { who, by }: FollowUp, { zone }: ZoneContext): boolean =>
  actor.personId === who || actor.personId === by || rolesAt(actor.memberships, zone).includes('head');

/** Done, or moved to another day; twice is once. Fails with `not-found`, `forbidden` (a colleague’s), `invalid`, `conflict` (done, changed meanwhile). */
export async function actOnFollowUp(
  ports: FollowUpPorts,
  { followUpId, request, ...on }: OnProject & { readonly followUpId: string; readonly request: ActOnFollowUpRequest },
): Promise<Result<FollowUp>> {
  const found = await opened(ports, on);
  if (!found.ok) return found;
  const { project, context, actor } = found.value;
  const one = await ports.followUps.find(project.zoneId, followUpId);
  if (one?.projectId !== project.projectId) return fail({ kind: 'not-found' });
  if (!mayAct(actor, one, context)) return fail({ kind: 'forbidden' });
  const { version } = one;
  if (request.act === 'done' ? one.done !== undefined : one.on === request.on) return ok(one);
  if (one.done) return fail({ kind: 'conflict', version, state: 'closed' });
  const wrong = request.act === 'move' ? dayIssue(context, request.on) : undefined;
  if (wrong) return wrong;
  const change = request.act === 'done' ? { done: { by: actor.personId, at: context.now } } : { on: request.on };
  const after: FollowUp = { ...one, ...change, version: version + 1 };
  return (await ports.followUps.write(after)) === 'written'
    ? ok(after)
    : fail({ kind: 'conflict', version, state: 'changed' });
}

/** All of a project that are not done, the next first, for its office. Fails with `not-found`, `forbidden`. */
export async function followUpsOf(ports: FollowUpPorts, on: OnProject): Promise<Result<readonly FollowUp[]>> {
  const found = await opened(ports, on);
  if (!found.ok) return found;
  const all = await ports.followUps.open(found.value.project.zoneId);
  return ok(all.filter(({ projectId }) => projectId === on.projectId).toSorted(byDay));
}

/** The reader's own in a zone, the next first. Fails with `not-found`, `forbidden`. */
export async function myFollowUps(
  ports: Pick<Ports, 'reference' | 'followUps'>,
  { zoneId, actor, now }: { readonly zoneId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<{ readonly context: ZoneContext; readonly followUps: readonly FollowUp[] }>> {
  const context = await zoneContextOf(ports, zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || actor.kind !== 'staff' || roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.some((role) => role === 'officer' || role === 'head')) return fail({ kind: 'forbidden' });
  const all = await ports.followUps.open(zoneId);
  return ok({ context, followUps: all.filter(({ who }) => who === actor.personId).toSorted(byDay) });
}
