import { overdueDays } from '../calendar/clock-pause.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Language, UtilityNeed } from '../kernel/common.ts';
import type { AskedLine, Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { LineReport } from '../project/project-action.ts';
import type { Assignment } from '../project/project.ts';
import { isOpen } from '../project/standing.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { contactOf, type OfficeContact, type Names, type Party } from '../reference/reference.ts';
import type { Outcome } from '../stages/decision.ts';
import { needOf } from '../stages/need-of.ts';
import type { ByLink } from './act-by-link.ts';
import { addressVersionOf, linkVersionOf, partyLinkEnd } from './link-status.ts';
import { heldTarget } from './link-targets.ts';

/** One thing that a party is asked, or has answered: no more of its project than the page of its own link shows. */
export interface AskedRow extends Pick<Assignment, 'assignmentId' | 'stage' | 'kind' | 'line' | 'due' | 'pausedUntil'> {
  /** Its clock stands, and nobody knows until when. */
  readonly endless?: boolean | undefined;
  readonly number: string;
  readonly company: string;
  readonly need?: UtilityNeed | undefined;
  /** Working days past the due date; 0 while it is not late, or its clock stands. */
  readonly daysLate: number;
  readonly answered?: { readonly on: LocalDate; readonly outcome: Outcome } | undefined;
  /** The page of its own link. Absent where that no longer opens, or was renewed: then only the email that brought it leads there. */
  readonly url?: string | undefined;
}

export interface PartyView {
  readonly zone: Names;
  readonly party: Names;
  readonly language: Language;
  /** Where questions go. */
  readonly office: OfficeContact;
  readonly on: LocalDate;
  /** What is open, due soonest first; or what was answered, the latest first. */
  readonly rows: readonly AskedRow[];
  /** There is more than is shown. */
  readonly more: boolean;
  /** Lines of the zone that it builds. */
  readonly lines: readonly { readonly lineId: string; readonly names: Names; readonly report: LineReport }[];
}

const answeredFor = 365 * 86_400_000;

/** What the index still names of another holder, or in another state, is left out. */
const isTheirs = ({ assignment }: AskedLine, { partyId }: Party, answered: boolean): boolean =>
  assignment.holder.kind === 'party' && assignment.holder.partyId === partyId && isOpen(assignment) !== answered;

/** Who came by an email that went astray must not come by a link that was renewed because of it. */
const isRenewed = (assignment: Assignment): boolean => linkVersionOf(assignment) > (assignment.ownLinksFrom ?? 0);

async function rowOf(
  { links }: Pick<Ports, 'links'>,
  { project, company, assignment, needs }: AskedLine,
  party: Party,
  context: ZoneContext,
): Promise<AskedRow> {
  const { assignmentId, stage, kind, line, due, pausedUntil, state, answer } = assignment;
  const address = addressVersionOf(party);
  const link = { version: linkVersionOf(assignment), address };
  const opens = !isRenewed(assignment) && partyLinkEnd(assignment, link, address, context.now) === undefined;
  const stands = state !== 'open' || project.pause !== undefined;
  return {
    assignmentId,
    stage,
    kind,
    line,
    due,
    pausedUntil,
    endless: assignment.moratorium !== undefined && pausedUntil === undefined,
    number: project.number,
    company,
    need: needs && needOf(needs, line),
    daysLate: stands ? 0 : overdueDays(context.calendar, due, today(context)),
    answered: answer && { on: localDateOf(answer.at, context.calendar.offsetMinutes), outcome: answer.outcome },
    url: opens ? await links.urlOf(heldTarget(assignment, party)) : undefined,
  };
}

/** The party of a link to all that it is asked. Fails with `link-unknown`, `link-replaced` after its address became another, `link-expired` when it is asked nothing more. */
export async function openParty(
  ports: Pick<Ports, 'links' | 'reference'>,
  { link, now }: ByLink,
): Promise<Result<{ readonly party: Party; readonly context: ZoneContext }>> {
  const target = await ports.links.read(link);
  if (target?.kind !== 'party') return fail({ kind: 'link-unknown' });
  const { zoneId, partyId, address = 0 } = target;
  const [party, context] = await Promise.all([
    ports.reference.party(zoneId, partyId),
    zoneContextOf(ports, zoneId, now),
  ]);
  if (party === undefined || context === undefined) return fail({ kind: 'link-unknown' });
  if (addressVersionOf(party) !== address) return fail({ kind: 'link-replaced' });
  return party.endedOn === undefined ? ok({ party, context }) : fail({ kind: 'link-expired' });
}

/**
 * All that a party is asked in its zone, or what it has answered in twelve months. Fails as `openParty`.
 */
export async function viewParty(
  ports: Pick<Ports, 'links' | 'lists' | 'reference'>,
  { link, now, answered }: ByLink & { readonly answered: boolean },
): Promise<Result<PartyView>> {
  const target = await ports.links.read(link);
  if (target?.kind !== 'party') return fail({ kind: 'link-unknown' });
  const { zoneId, partyId } = target;
  const [opened, found] = await Promise.all([
    openParty(ports, { link, now }),
    ports.lists.asked(zoneId, partyId, answered ? now - answeredFor : undefined),
  ]);
  if (!opened.ok) return opened;
  const { party, context } = opened.value;
  const theirs = found.entries.filter((one) => isTheirs(one, party, answered));
  return ok({
    zone: context.zone.names,
    party: party.names,
    language: party.language,
    office: contactOf(context.zone),
    on: today(context),
    lines: context.lines.flatMap(({ lineId, names, report, partyId: builder }) =>
      lineId !== undefined && names && builder === party.partyId ? [{ lineId, names, report }] : [],
    ),
    rows: await Promise.all(theirs.map((one) => rowOf(ports, one, party, context))),
    more: found.more,
  });
}
