import type { Language, Utility } from '../kernel/common.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { Aggregate, Assignment, Project } from '../project/project.ts';
import type { Actor } from '../kernel/actor.ts';
import { projectOfAssignment } from '../stages/assignment-id.ts';
import type { LocalDate } from './local-date.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayView } from '../project/permissions.ts';
import { isOpen } from '../project/standing.ts';
import type { StageId } from '../stages/stage-id.ts';
import type { Ports } from '../kernel/ports.ts';
import { openToAct, type ByLink, type LinkPorts } from '../links/act-by-link.ts';
import { listAssignments, type InZone } from '../project/list-projects.ts';

/** One due date: an assignment, or the decision on a stage. Nothing personal, and no words of anybody. */
export interface CalendarEntry {
  /** The same for the same thing, whenever it is asked for. */
  readonly id: string;
  /** Grows with every change of the project: a calendar that has the entry takes the newer one. */
  readonly sequence: number;
  readonly due: LocalDate;
  readonly number: string;
  readonly stage: StageId;
  /** Absent for the stage itself. */
  readonly assignment?: AssignmentKind;
  readonly line?: Utility | undefined;
  readonly isOver: boolean;
  readonly url: string;
}

export interface CalendarView {
  readonly language?: Language;
  readonly number: string;
  readonly entries: readonly CalendarEntry[];
}

const mostEntries = 500;

const entryOf = (
  { number, version }: Pick<Project, 'number' | 'version'>,
  one: Assignment,
  url: string,
): CalendarEntry => ({
  id: one.assignmentId,
  sequence: version,
  due: isOpen(one) ? (one.awaitedUntil ?? one.pausedUntil ?? one.due) : one.due,
  number,
  stage: one.stage,
  assignment: one.kind,
  line: one.line,
  isOver: !isOpen(one),
  url,
});

/** Those of the running stage and, struck out, those that stood in a calendar: decided, standing still, ended. */
function ofStages({ project }: Aggregate, url: string): readonly CalendarEntry[] {
  const { projectId, version, number, phase, pause, receivedOn } = project;
  return Object.entries(project.stages)
    .filter(([, { openedAt }]) => openedAt !== undefined)
    .map(([name]) => {
      const stage = name as StageId;
      const runs = stage === project.stage && phase === 'open' && pause === undefined && project.due !== undefined;
      const due = (stage === project.stage ? project.due : undefined) ?? project.actual[stage] ?? receivedOn;
      return { id: `${projectId}_${stage}`, sequence: version, due, number, stage, isOver: !runs, url };
    });
}

/** The due dates behind a link: an investor's own and the stage's, a party's one assignment. Fails as `openToAct` does. */
export async function viewLinkCalendar(ports: LinkPorts, command: ByLink): Promise<Result<CalendarView>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { target, actor, aggregate } = opened.value;
  const { project, assignments } = aggregate;
  const url = await ports.links.urlOf(target);
  if (actor.kind !== 'party') {
    const own = assignments.filter(({ holder }) => holder.kind === 'investor').map((one) => entryOf(project, one, url));
    return ok({ language: project.language, number: project.number, entries: [...own, ...ofStages(aggregate, url)] });
  }
  const parties = (await ports.reference.setting(project.zoneId))?.parties ?? [];
  const entries = assignments
    .filter(({ assignmentId }) => assignmentId === actor.assignmentId)
    .map((one) => entryOf(project, one, url));
  const language = parties.find(({ partyId }) => partyId === actor.partyId)?.language ?? project.language;
  return ok({ language, number: project.number, entries });
}

type OfficePorts = Pick<Ports, 'projects' | 'reference' | 'lists'> & {
  readonly links: Pick<Ports['links'], 'officeUrlOf'>;
};

/** Every due date of a project and its stages, for its staff: what is over is struck out. Fails with `not-found`. */
export async function viewProjectCalendar(
  { projects, links }: OfficePorts,
  { projectId, actor }: { readonly projectId: string; readonly actor: Actor },
): Promise<Result<CalendarView>> {
  const aggregate = await projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const own = aggregate.assignments
    .filter(({ kind }) => kind !== 'office-decision')
    .map((one) => entryOf(aggregate.project, one, links.officeUrlOf({ projectId, assignmentId: one.assignmentId })));
  return ok({
    number: aggregate.project.number,
    entries: [...own, ...ofStages(aggregate, links.officeUrlOf({ projectId }))],
  });
}

/** What a zone's office must answer, the most urgent first, at most 500, and whether there is more: an index query and a read of 100 items a page. Fails with `not-found`. */
export async function viewOfficeCalendar(
  ports: OfficePorts,
  command: Omit<InZone, 'page'>,
): Promise<Result<{ readonly entries: readonly CalendarEntry[]; readonly isCut: boolean }>> {
  const entries: CalendarEntry[] = [];
  let after: string | undefined;
  do {
    const page = await listAssignments(ports, { ...command, holder: 'office', page: { limit: 100, after } });
    if (!page.ok) return page;
    const lines = await ports.lists.lines([
      ...new Set(page.value.entries.map(({ assignmentId }) => projectOfAssignment(assignmentId) ?? '')),
    ]);
    const projects = new Map(lines.map(({ project }) => [project.projectId, project]));
    entries.push(
      ...page.value.entries.flatMap((one) => {
        const projectId = projectOfAssignment(one.assignmentId) ?? '';
        const project = projects.get(projectId);
        return project
          ? [entryOf(project, one, ports.links.officeUrlOf({ projectId, assignmentId: one.assignmentId }))]
          : [];
      }),
    );
    after = page.value.next;
  } while (after !== undefined && entries.length < mostEntries);
  return ok({ entries, isCut: after !== undefined });
}
