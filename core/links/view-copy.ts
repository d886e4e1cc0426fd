import { companionOf } from '../project/companion.ts';
import { contactOf, type OfficeContact, type Zone } from '../reference/reference.ts';
import { refOf } from '../kernel/actor.ts';
import type { Language } from '../kernel/common.ts';
import { givenAnswers, type GivenAnswer } from '../letter/letter-copy.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import type { Letter } from '../project/project-ports.ts';
import type { Aggregate } from '../project/project.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { changeProject } from '../project/change-project.ts';
import { hasRole, rules } from '../project/permissions.ts';
import { isOpen } from '../project/standing.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { openToAct, type ByLink, type LinkPorts } from './act-by-link.ts';

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
  /** For whoever may have it sent to the address of the letter. */
  readonly email?:
    { readonly sentAt?: number | undefined; readonly offsetMinutes: number; readonly mayNow: boolean } | undefined;
}

const wasSentToday = ({ project: { copySentAt } }: Aggregate, context: ZoneContext): boolean =>
  copySentAt !== undefined && localDateOf(copySentAt, context.calendar.offsetMinutes) === today(context);

/** Nothing goes to an address from which emails came back. */
const isBounced = ({ assignments }: Aggregate): boolean =>
  assignments.some((one) => one.kind === 'bounced-email' && isOpen(one));

function mailOf(aggregate: Aggregate, context: ZoneContext): CopyView['email'] {
  const { project } = aggregate;
  return rules['send-copy'].when(project) && !isBounced(aggregate)
    ? {
        sentAt: project.copySentAt,
        offsetMinutes: context.calendar.offsetMinutes,
        mayNow: !wasSentToday(aggregate, context),
      }
    : undefined;
}

/** The copy by email, to the address of the letter and to no other, once a day at most. Fails as `viewCopy`, `forbidden`, `not-allowed`. */
export async function sendCopy(ports: LinkPorts, command: ByLink): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  if (actor.kind !== 'investor') return fail({ kind: 'link-unknown' });
  if (!hasRole(actor, aggregate.project, 'send-copy')) return fail({ kind: 'forbidden' });
  const { projectId } = aggregate.project;
  return changeProject(ports, { projectId, actor, now: command.now }, (latest, context) => {
    if (mailOf(latest, context) === undefined)
      return fail({ kind: 'not-allowed', action: 'send-copy', because: 'no-address' });
    if (wasSentToday(latest, context)) return ok(undefined);
    const change = changeBuilder(latest, command.now, refOf(actor, latest.project));
    change.emit({ type: 'copy-sent' });
    return ok(change.change());
  });
}

/** Everything an investor has said, to be kept: the letter and each answer, oldest first. Fails as `openToAct`, with `link-unknown` for a party's link. */
export async function viewCopy(ports: LinkPorts, command: ByLink): Promise<Result<CopyView>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  if (actor.kind !== 'investor') return fail({ kind: 'link-unknown' });
  const { project } = aggregate;
  const { projectId } = project;
  const [context, letter, contact, companion] = await Promise.all([
    zoneContextOf(ports, project.zoneId, command.now),
    ports.projects.letter(projectId),
    actor.delegate === undefined ? ports.projects.contact(projectId) : undefined,
    companionOf(ports, project),
  ]);
  if (context === undefined || letter === undefined) return fail({ kind: 'not-found' });
  const day = (at: number): LocalDate => localDateOf(at, context.calendar.offsetMinutes);
  return ok({
    language: contact?.language ?? project.language,
    office: contactOf(context.zone, companion),
    zone: context.zone,
    number: project.number,
    receivedOn: project.receivedOn,
    on: day(command.now),
    letter,
    contact,
    answers: await givenAnswers(ports.projects, aggregate, day),
    ...(hasRole(actor, project, 'send-copy') && { email: mailOf(aggregate, context) }),
  });
}
