import type { Decision } from '#core/stages/decision.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { AssignmentView } from '#core/api/views.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { stageIndex, type StageId } from '#core/stages/stage-id.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import type { Project } from '#local/demo/host-client.ts';
import type { Reply, World } from './host.ts';

/** Staff of a zone by account. */
export interface Staff {
  readonly officer: string;
  readonly head: string;
}

export const aqtobe: Staff = { officer: 'officer', head: 'head' };
export const kokand: Staff = { officer: 'officer-kokand', head: 'head-kokand' };

/** More answers than any test's path needs. */
const mostSteps = 120;
const offsetMinutes = 300;

export const linkOf = (url: string): string => url.split('/l/')[1]?.split('/')[0] ?? '';

/** The link of the latest email of a project that leads to a place: 'c.' confirm, 't.' track, 'a.<assignment>.' answer. */
export async function linkFromMail(world: World, projectId: string, start: string): Promise<string> {
  const links = (await world.mailOf(projectId))
    .toReversed()
    .flatMap((email) => email.links.filter((link) => linkOf(link).startsWith(start)));
  const [latest] = links;
  if (latest === undefined) throw new Error(`No email of ${projectId} leads to ${start}`);
  return linkOf(latest);
}

/** The link of whoever holds an assignment outside the office, from their own mailbox. */
export const holderLink = (world: World, { holder, assignmentId, projectId }: AssignmentView): Promise<string> =>
  linkFromMail(world, projectId, holder.kind === 'party' ? `a.${assignmentId}.` : 't.');

/** Answers an open assignment as its holder: by the link in their mailbox, or at the office. Any status is an answer. */
export async function answer(
  world: World,
  assignment: AssignmentView,
  decision: Decision,
  { officer, head }: Staff = aqtobe,
): Promise<Reply> {
  const { holder, assignmentId, kind, stage } = assignment;
  if (holder.kind !== 'office') {
    return world.ask(`/api/links/${await holderLink(world, assignment)}/decision`, {
      body: { decision, assignmentId },
    });
  }
  const forHead =
    kind === 'office-decision' &&
    (stage === 'council-approval' || !['approved', 'returned', 'rejected'].includes(decision.outcome));
  return world.ask(`/api/assignments/${assignmentId}/decision`, {
    as: forHead || decision.outcome === 'not-needed' ? head : officer,
    body: { decision },
  });
}

export const today = async (world: World): Promise<string> => localDateOf(await world.settle(), offsetMinutes);

const isOpen = ({ state }: AssignmentView): boolean => state === 'open' || state === 'paused';

export function openOne(project: Project, kind: AssignmentKind, line?: string): AssignmentView {
  const found = project.assignments.find(
    (one) => isOpen(one) && one.kind === kind && (line === undefined || one.line === line),
  );
  if (found === undefined) throw new Error(`${project.number} in ${project.stage} has no open ${kind} ${line ?? ''}`);
  return found;
}

export const openKinds = ({ assignments }: Project): readonly string[] =>
  assignments
    .filter(isOpen)
    .map(({ kind, line }) => (line ? `${kind} ${line}` : kind))
    .toSorted();

/** The originals of all that the stage needs lie with the office. */
export const holdOriginals = (
  world: World,
  { projectId, missing }: Pick<Project, 'projectId' | 'missing'>,
  { officer }: Staff = aqtobe,
): Promise<Reply> =>
  world.ask(`/api/projects/${projectId}/original`, {
    as: officer,
    body: { kinds: missing.flatMap(({ what, name }) => (what === 'document' ? [name] : [])) },
  });

/** One good answer brought a project on: which, and how the project stood before. */
export interface Step {
  readonly stage: StageId;
  readonly kind: AssignmentKind;
}

/**
 * Drives a project with good answers until it stands as `until` says, or nothing is left to answer; gives the steps. Parties
 * and the investor act through their emails alone. Rejects when an answer is refused.
 */
export async function drive(
  world: World,
  projectId: string,
  until: (project: Project) => boolean,
  staff: Staff = aqtobe,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (let count = 0; count < mostSteps; count += 1) {
    const day = await today(world);
    const project = await world.project(projectId, staff.officer);
    if (until(project)) return steps;
    const open = project.assignments.filter(isOpen);
    const next = open.find(({ kind }) => kind !== 'office-decision') ?? open[0];
    if (next === undefined) return steps;
    const { status, body } =
      next.kind === 'documents'
        ? await holdOriginals(world, project, staff)
        : await answer(world, next, goodAnswer(next.kind, day), staff);
    if (status !== 200) throw new Error(`${next.kind} in ${project.stage}: ${JSON.stringify(body)}`);
    steps.push({ stage: next.stage, kind: next.kind });
  }
  throw new Error(`${projectId} did not arrive`);
}

export const inStage =
  (stage: StageId) =>
  (project: Project): boolean =>
    project.phase === 'open' && stageIndex(project.stage) >= stageIndex(stage);

/** A stage at which only the office's decision is left. */
export const ready =
  (stage: StageId) =>
  (project: Project): boolean =>
    inStage(stage)(project) && project.missing.length === 0 && openKinds(project).join() === 'office-decision';

/** Hands in a letter, confirms its address by the link in the receipt, and drives it until it stands as told. */
export async function letterAt(
  world: World,
  until: (project: Project) => boolean,
  change: Parameters<World['submit']> = [],
  staff: Staff = aqtobe,
): Promise<Project> {
  const { projectId } = await world.submit(...change);
  await world.settle();
  const confirmed = await world.ask(`/api/links/${await linkFromMail(world, projectId, 'c.')}/confirm`, { body: {} });
  if (confirmed.status !== 200) throw new Error(`The address was not confirmed: ${JSON.stringify(confirmed.body)}`);
  await drive(world, projectId, until, staff);
  return world.project(projectId, staff.officer);
}
