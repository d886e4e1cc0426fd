import { contactOf, type OfficeContact, type Zone } from '../reference/reference.ts';
import type { Language, Utility } from '../kernel/common.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import type { Letter } from '../project/project-ports.ts';
import type { Answer, Assignment } from '../project/project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { openToAct, type ByLink, type LinkPorts } from './act-by-link.ts';

/** What an investor answered, and when. */
export interface GivenAnswer extends Pick<Answer, 'outcome' | 'facts'> {
  readonly assignmentId: string;
  readonly kind: Assignment['kind'];
  readonly line?: Utility | undefined;
  readonly on: LocalDate;
  readonly words?: string | undefined;
}

export interface CopyView {
  readonly language: Language;
  readonly office: OfficeContact;
  readonly zone: Zone;
  readonly number: string;
  readonly receivedOn: LocalDate;
  readonly on: LocalDate;
  /** As it stands now, with what was corrected. */
  readonly letter: Letter;
  /** For the contact alone, not for colleagues. */
  readonly contact?: PaperContact | undefined;
  readonly answers: readonly GivenAnswer[];
}

/** Everything an investor has said, to be kept: the letter and each answer, oldest first. Fails as `openToAct`, with `link-unknown` for a party's link. */
export async function viewCopy(ports: LinkPorts, command: ByLink): Promise<Result<CopyView>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  if (actor.kind !== 'investor') return fail({ kind: 'link-unknown' });
  const { project } = aggregate;
  const { projectId } = project;
  const [context, letter, contact] = await Promise.all([
    zoneContextOf(ports, project.zoneId, command.now),
    ports.projects.letter(projectId),
    actor.delegate === undefined ? ports.projects.contact(projectId) : undefined,
  ]);
  if (context === undefined || letter === undefined) return fail({ kind: 'not-found' });
  const day = (at: number): LocalDate => localDateOf(at, context.calendar.offsetMinutes);
  const given = aggregate.assignments.filter(
    ({ holder, answer }) => holder.kind === 'investor' && answer?.actor.kind === 'investor',
  );
  const answers = await Promise.all(
    given.map(async ({ assignmentId, kind, line, answer }): Promise<readonly GivenAnswer[]> => {
      if (answer === undefined) return [];
      const { outcome, facts, noteId, at } = answer;
      const words = noteId === undefined ? undefined : await ports.projects.note(projectId, noteId);
      return [{ assignmentId, kind, line, outcome, facts, on: day(at), words }];
    }),
  );
  return ok({
    language: contact?.language ?? project.language,
    office: contactOf(context.zone),
    zone: context.zone,
    number: project.number,
    receivedOn: project.receivedOn,
    on: day(command.now),
    letter,
    contact,
    answers: answers.flat(),
  });
}
