import { isEntrepreneurInSez } from '../documents/document-rules.ts';
import type { Aggregate } from './project.ts';
import type { ProjectView } from '../api/views.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasRole, mayReadContact, mayView } from './permissions.ts';
import type { Ports } from '../kernel/ports.ts';
import { projectView } from './project-views.ts';
import { holderTime, type HolderTime } from '../figures/holder-time.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import { withoutTakenBack } from './undo.ts';
import { wholeLog } from './whole-log.ts';
import type { ZoneContext } from './zone-context.ts';
import { zoneContextOf } from './zone-context-of.ts';
import { withDocketWords } from '../docket/docket-view.ts';
import { wholeCorrection } from '../letter/view-correction.ts';

export interface ViewProject {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
}

async function withQuestion(
  projects: Ports['projects'],
  { project, assignments }: Aggregate,
  view: ProjectView['assignments'][number],
): Promise<ProjectView['assignments'][number]> {
  const found = assignments.find(({ assignmentId }) => assignmentId === view.assignmentId);
  const words = async (noteId: string | undefined) => noteId && projects.note(project.projectId, noteId);
  const [question, note] = await Promise.all([words(found?.noteId), words(found?.answer?.noteId)]);
  return {
    ...view,
    ...(question && { question }),
    ...(view.answer && { answer: { ...view.answer, ...(note && { note }) } }),
  };
}

function withWords(
  { projects }: Pick<Ports, 'projects'>,
  aggregate: Aggregate,
  views: ProjectView['assignments'],
): Promise<ProjectView['assignments']> {
  const { project, assignments } = aggregate;
  return Promise.all(
    views.map(async (view) => {
      const assignment =
        view.stage === project.stage
          ? assignments.find(({ assignmentId }) => assignmentId === view.assignmentId)
          : undefined;
      if (view.kind === 'question') return withQuestion(projects, aggregate, view);
      if (view.timeAsked !== undefined && assignment?.timeAskedNote !== undefined) {
        const reason = await projects.note(project.projectId, assignment.timeAskedNote);
        return { ...view, ...(reason !== undefined && { timeReason: reason }) };
      }
      const given = assignment?.answer;
      if (given === undefined || view.answer === undefined) return view;
      const note = given.noteId === undefined ? undefined : await projects.note(project.projectId, given.noteId);
      const corrected = given.corrected && (await wholeCorrection({ projects }, project.projectId, given.corrected));
      return {
        ...view,
        answer: { ...view.answer, ...(note !== undefined && { note }), ...(corrected && { corrected }) },
      };
    }),
  );
}

interface Looked {
  readonly view: ProjectView;
  readonly aggregate: Aggregate;
  readonly context: ZoneContext;
}

async function look(
  ports: Pick<Ports, 'projects' | 'reference'>,
  { projectId, actor, now }: ViewProject,
): Promise<Result<Looked>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const [context, { letter, contact }] = await Promise.all([
    zoneContextOf(ports, aggregate.project.zoneId, now),
    mayReadContact(actor, aggregate.project)
      ? ports.projects.written(projectId)
      : ports.projects.letter(projectId).then((letter) => ({ letter, contact: undefined })),
  ]);
  if (context === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
  const view = projectView(actor, aggregate, letter?.company.name ?? '', context);
  const whole: ProjectView = {
    ...view,
    ...(hasRole(actor, aggregate.project, 'read-notes') && {
      assignments: await withWords(ports, aggregate, view.assignments),
      ...(view.docket && {
        docket: await withDocketWords(view.docket, (noteId) => ports.projects.note(projectId, noteId)),
      }),
    }),
    ...(letter && {
      companyDetails: letter.company,
      ...(isEntrepreneurInSez(aggregate.project.answers) && { entrepreneurInSez: true as const }),
      production: letter.production,
      utilities: letter.utilities,
      financing: letter.financing,
    }),
    ...(contact && { contact }),
  };
  return ok({ view: whole, aggregate, context });
}

/** One project for staff and leadership; the contact only for those who work with the investor. */
export async function viewProject(
  ports: Pick<Ports, 'projects' | 'reference'>,
  command: ViewProject,
): Promise<Result<ProjectView>> {
  const looked = await look(ports, command);
  return looked.ok ? ok(looked.value.view) : looked;
}

/** The same with its days and whose they were, for which its log is read. */
export async function viewProjectInTime(
  ports: Pick<Ports, 'projects' | 'reference'>,
  command: ViewProject,
): Promise<Result<{ readonly view: ProjectView; readonly timeline: Timeline; readonly time: readonly HolderTime[] }>> {
  const [looked, events] = await Promise.all([look(ports, command), wholeLog(ports.projects, command.projectId)]);
  if (!looked.ok) return looked;
  const { view, aggregate, context } = looked.value;
  const log = withoutTakenBack(events);
  return ok({
    view,
    timeline: timelineOf(aggregate, log, view.stages, context),
    time: holderTime(aggregate, log, context),
  });
}
