import type { PreviewView, SettingChange } from './administration.ts';
import type { StageView } from '../api/views.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { askedBy } from '../figures/late-holders.ts';
import { changed, changeIssue } from './setting-change.ts';
import type { LateAssignments } from '../figures/late-ports.ts';
import type { Ports, ProjectLine } from '../kernel/ports.ts';
import { stageViews } from '../project/project-views.ts';
import type { AdminPorts } from './admin-ports.ts';
import { contextAt, settingFor, type ChangeSetting } from './change-setting.ts';
import { stageIndex, startOfConstruction, type StageId } from '../stages/stage-id.ts';

export interface PreviewPorts extends Pick<AdminPorts, 'administration'> {
  readonly lists: Pick<Ports['lists'], 'list' | 'lines'>;
  readonly due: Pick<LateAssignments, 'on'>;
}

/** What one look reads: so many projects, a hundred a page, and so many due dates of one day. */
const looksAt = { projects: 500, page: 100, told: 50 } as const;

type Move = PreviewView['moved'][number];

const startOf = (views: readonly StageView[]): StageView | undefined =>
  views.find(({ stage }) => stage === startOfConstruction);

function lateness(before: StageView | undefined, after: StageView | undefined): Move['late'] {
  const baseline = before?.baseline;
  if (baseline === undefined || before === undefined || after === undefined) return undefined;
  const [was, is] = [before.target > baseline, after.target > baseline];
  return was === is ? undefined : is ? 'becomes' : 'no-more';
}

/** How the expected dates of one project move, by the rule that its page uses; undefined when none does. */
function moveOf({ project, company }: ProjectLine, before: ZoneContext, after: ZoneContext): Move | undefined {
  if (project.phase === 'ended') return undefined;
  const [was, is] = [before, after].map((context) =>
    stageViews({ project, assignments: [], documents: [], obstacles: [] }, context),
  ) as [StageView[], StageView[]];
  const at = was.findIndex(({ target, state }, place) => state !== 'done' && target !== is[place]?.target);
  const [first, moved] = [was[at], is[at]];
  if (first === undefined || moved === undefined) return undefined;
  const late = lateness(startOf(was), startOf(is));
  const { projectId, number } = project;
  return {
    projectId,
    number,
    company,
    stage: first.stage,
    before: first.target,
    after: moved.target,
    startBefore: startOf(was)?.target ?? first.target,
    startAfter: startOf(is)?.target ?? moved.target,
    ...(late && { late }),
  };
}

async function linesOf({ lists }: PreviewPorts, zoneId: string, from: string | undefined) {
  const lines: ProjectLine[] = [];
  let after = from;
  do {
    const page = await lists.list(
      zoneId,
      { by: 'zone' },
      { limit: looksAt.page, ...(after !== undefined && { after }) },
    );
    lines.push(...page.entries);
    after = page.next;
  } while (after !== undefined && lines.length < looksAt.projects);
  return { lines, next: after };
}

const freed = (change: SettingChange): string | undefined =>
  change.change === 'set-day' && !change.working
    ? change.date
    : change.change === 'clear-day'
      ? change.date
      : undefined;

async function dueOn(
  { due, lists }: PreviewPorts,
  zoneId: string,
  day: string,
): Promise<Pick<PreviewView, 'told' | 'toldMore'>> {
  const { entries, more } = await due.on(zoneId, day, looksAt.told);
  const lines = await lists.lines([...new Set(entries.map(({ projectId }) => projectId))]);
  const numbers = new Map(lines.map(({ project }) => [project.projectId, project.number]));
  const told = entries.flatMap(({ projectId, assignmentId }) => {
    const [asked, number] = [askedBy(assignmentId), numbers.get(projectId)];
    return asked && number !== undefined ? [{ projectId, number, assignmentId, ...asked }] : [];
  });
  return { told, toldMore: more };
}

/** Whom a change of what a stage asks can touch: those that begin it later. A stage that runs keeps what it asked. */
function touched(lines: readonly ProjectLine[], stage: StageId): Pick<PreviewView, 'ahead' | 'keep'> {
  const open = lines.filter(({ project: { phase } }) => phase !== 'ended');
  const begins = ({ project }: ProjectLine): boolean =>
    stageIndex(project.stage) < stageIndex(stage) || (project.stage === stage && project.phase === 'entering');
  return {
    ahead: open.filter(begins).map(({ project: { projectId, number }, company }) => ({ projectId, number, company })),
    keep: open.filter((line) => line.project.stage === stage && !begins(line)).length,
  };
}

/** Writes nothing. Exact for the projects looked at; `next` goes on. Fails as the change itself would. */
export async function previewChange(
  ports: PreviewPorts,
  { after: from, ...command }: ChangeSetting & { readonly after?: string | undefined },
): Promise<Result<PreviewView>> {
  const { now, zoneId, change } = command;
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const before = contextAt(found.value, now);
  const issue = changeIssue(before, change);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const after = contextAt(changed(found.value, change), now);
  const day = freed(change);
  const isFree = day !== undefined && before.calendar.isWorkingDay(day) && !after.calendar.isWorkingDay(day);
  const [{ lines, next }, told] = await Promise.all([
    linesOf(ports, zoneId, from),
    isFree && from === undefined ? dueOn(ports, zoneId, day) : { told: [], toldMore: false },
  ]);
  const moved = lines.flatMap((line) => moveOf(line, before, after) ?? []);
  if (change.change === 'set-asked' || change.change === 'withdraw-asked')
    return ok({
      looked: lines.length,
      moved: [],
      ...(next !== undefined && { next }),
      ...told,
      ...touched(lines, change.stage),
    });
  return ok({ looked: lines.length, moved, ...(next !== undefined && { next }), ...told });
}
