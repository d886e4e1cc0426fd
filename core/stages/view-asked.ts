import type { UtilityNeed } from '../kernel/common.ts';
import type { ReasonCode } from './decision.ts';
import type { Assignment } from '../project/project.ts';
import { contactOf, type Names, type OfficeContact } from '../reference/reference.ts';
import type { AssignmentView, ObstacleView } from '../api/views.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Letter } from '../kernel/ports.ts';
import { answererOf, type Answerer } from './answerer.ts';
import { openLink, type ByLink, type LinkPorts } from '../links/act-by-link.ts';
import { needOf } from './need-of.ts';
import { obstacleViews } from '../obstacles/obstacle-views.ts';
import { assignmentView } from '../project/project-views.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

/** What one party is asked for one project. Days are the zone's. */
export interface AskedView {
  readonly number: string;
  readonly zone: Names;
  readonly office: OfficeContact;
  readonly language: keyof Names;
  readonly assignment: AssignmentView;
  readonly pausedUntil?: LocalDate | undefined;
  readonly suspended: boolean;
  readonly answeredOn?: LocalDate | undefined;
  /** Why, and in which words, where the party itself said so; what the office wrote down from paper is its own record. */
  readonly given?: { readonly reasonCode?: ReasonCode | undefined; readonly words?: string | undefined } | undefined;
  readonly answeredBy?: Answerer | undefined;
  /** The letter without its contact: a party needs the plant's figures, not the person. */
  readonly letter: Letter;
  readonly obstacles: readonly ObstacleView[];
  readonly offsetMinutes: number;
  readonly need?: UtilityNeed | undefined;
}

const answeredOn = ({ answer }: Assignment, offsetMinutes: number): LocalDate | undefined =>
  answer && localDateOf(answer.at, offsetMinutes);

/** The words of the reader's own answer: never those of a party that had the assignment before, or of the office. */
async function givenBy(
  { projects }: LinkPorts,
  projectId: string,
  partyId: string,
  { answer }: Assignment,
): Promise<AskedView['given']> {
  if (answer?.actor.kind !== 'party' || answer.actor.partyId !== partyId) return undefined;
  return {
    reasonCode: answer.reasonCode,
    words: answer.noteId === undefined ? undefined : await projects.note(projectId, answer.noteId),
  };
}

/** The assignment behind a party's link. Looking changes nothing. Fails as `openLink`, with `link-unknown` also for an investor's link. */
export async function viewAsked(ports: LinkPorts, command: ByLink): Promise<Result<AskedView>> {
  const opened = await openLink(ports, command);
  if (!opened.ok) return opened;
  const { actor, target, aggregate } = opened.value;
  if (actor.kind !== 'party' || target.kind !== 'assignment') return fail({ kind: 'link-unknown' });
  const { project, assignments } = aggregate;
  const assignment = assignments.find(({ assignmentId }) => assignmentId === target.assignmentId);
  const [context, letter] = await Promise.all([
    zoneContextOf(ports, project.zoneId, command.now),
    ports.projects.letter(project.projectId),
  ]);
  if (!assignment || !context || !letter) throw new Error(`Project ${project.projectId} is not whole`);
  return ok({
    number: project.number,
    zone: context.zone.names,
    office: contactOf(context.zone),
    language: context.parties.find(({ partyId }) => partyId === actor.partyId)?.language ?? context.zone.language,
    assignment: assignmentView(actor, aggregate, assignment, context),
    pausedUntil: assignment.pausedUntil,
    suspended: project.pause !== undefined,
    given: await givenBy(ports, project.projectId, actor.partyId, assignment),
    answeredBy:
      assignment.answer && answererOf(assignment.answer, assignment.holder, context, { company: letter.company.name }),
    answeredOn: answeredOn(assignment, context.calendar.offsetMinutes),
    letter,
    obstacles: obstacleViews(actor, aggregate, context).filter(({ state }) => state === 'open'),
    offsetMinutes: context.calendar.offsetMinutes,
    need: needOf(letter.utilities, assignment.line),
  });
}
