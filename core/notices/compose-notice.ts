import type { Language } from '../kernel/common.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import type { ProjectNotice } from './notice.ts';
import type { OutboxRow } from './outbox.ts';
import type { Aggregate } from '../project/project.ts';
import type { Party } from '../reference/reference.ts';
import type { NoticeContent } from './notice-content.ts';
import { docketLaws, type Article, type DocketLaw } from '../docket/law.ts';
import { zoneTypeOn } from '../reference/zone-type.ts';
import { dayOf } from '../project/with.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { receivedOn } from '../calendar/working-days.ts';
import { stageRecord } from '../project/apply.ts';
import { termOf } from '../stages/deadlines.ts';
import { lackingDocuments } from '../documents/needed-documents.ts';
import { noticeName, ownWords } from './own-words.ts';
import { delegateContact } from '../project/delegate.ts';
import { renderNotice } from './render-notice.ts';
import { copyOf } from './copy-sections.ts';
import { companionOf } from '../project/companion.ts';
import { isUnproven } from '../project/permissions.ts';
import type { Email, LinkTarget, Ports, ZoneSetting } from '../kernel/ports.ts';
import { investorTarget, isHeldBy, partyPageTarget, partyTarget } from '../links/link-targets.ts';
import { needOf } from '../stages/need-of.ts';
import { firstStage } from '../stages/stage-id.ts';
import { appealIn, replyAddressOf } from '../reference/zone-replies.ts';

const first = ([letter = '']: string): string => `${letter}…`;

/** An email address as its owner knows it again and nobody else can write to it: 'a…@e….org'. */
function maskedAddress(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${first(name)}@${first(domain)}${domain.slice(domain.lastIndexOf('.'))}`;
}

type ComposePorts = Pick<Ports, 'projects' | 'reference' | 'links'>;

interface Reader {
  readonly email: string;
  readonly language: Language;
}

/** The address of a notice's reader, looked up when it is sent; undefined when it was erased or the party is gone. */
function readerOf(
  { recipient }: ProjectNotice,
  { zone }: ZoneSetting,
  contact: PaperContact | undefined,
  party: Party | undefined,
): Reader | undefined {
  switch (recipient.to) {
    case 'investor':
    case 'former-investor':
      return contact?.email === undefined ? undefined : { ...contact, email: contact.email };
    case 'office':
      return { email: zone.mailbox, language: zone.language };
    case 'party':
      return party;
  }
}

/** While it is to be done: the link that could before no longer opens. Where all waits for it, every link confirms. */
const confirms = (notice: ProjectNotice['notice'], { project }: Aggregate): boolean =>
  notice === 'receipt' ||
  notice === 'invited' ||
  notice === 'confirm-reminder' ||
  notice === 'address-corrected' ||
  (notice === 'new-link' && !project.confirmed) ||
  isUnproven(project);

/** What the link of a notice opens, by the version that holds when the email is put together. */
function targetOf(
  { notice, recipient, assignmentId }: ProjectNotice,
  aggregate: Aggregate,
  party: Party | undefined,
): LinkTarget | undefined {
  if (recipient.to === 'investor')
    return investorTarget(aggregate, confirms(notice, aggregate) ? 'confirm' : 'track', recipient.delegate);
  if (party === undefined || assignmentId === undefined) return undefined;
  // What is asked of them anew has a link of its own.
  if (notice === 'reopened') return undefined;
  const isOver = notice === 'assignment-closed' && !isHeldBy(aggregate, assignmentId, party.partyId);
  return isOver ? undefined : partyTarget(aggregate, assignmentId, party);
}

/** A reminder that waited until the address was confirmed, or the project had ended, asks for nothing any more. */
const isIdle = ({ notice }: ProjectNotice, { project: { confirmed, phase } }: Aggregate): boolean =>
  notice === 'confirm-reminder' && (confirmed || phase === 'ended');

/** The copy, and the page of an obstacle, lie below that of the link; a party that no longer has it sees its assignment alone. */
const placeBelow = ({ notice, obstacleId }: ProjectNotice): string =>
  notice === 'copy-sent'
    ? '/copy'
    : obstacleId === undefined || notice === 'obstacle-closed'
      ? ''
      : `/obstacles/${obstacleId}`;

const asksForDocuments = ({ notice, assignment }: ProjectNotice): boolean =>
  notice === 'document-returned' || (notice === 'assignment' && assignment === 'documents');

/** What the office itself has to answer; everything else it is told is about the project. */
const asksOffice: readonly ProjectNotice['notice'][] = ['assignment', 'extended', 'ready-for-decision'];

async function urlOf(
  { links }: Pick<Ports, 'links'>,
  notice: ProjectNotice,
  aggregate: Aggregate,
  party: Party | undefined,
): Promise<string | undefined> {
  const { projectId } = aggregate.project;
  const { notice: kind, assignmentId: named, to } = notice;
  const extend = kind === 'time-asked' && named !== undefined && to !== undefined ? { target: named, to } : undefined;
  if (notice.recipient.to === 'office')
    return links.officeUrlOf({
      extend,
      projectId,
      obstacleId: notice.obstacleId,
      assignmentId: asksOffice.includes(notice.notice) ? notice.assignmentId : undefined,
    });
  const target = targetOf(notice, aggregate, party);
  const below = asksForDocuments(notice) && !isUnproven(aggregate.project) ? '/documents' : placeBelow(notice);
  return target && `${await links.urlOf(target)}${below}`;
}

/** The number of an outgoing notice: the project's, the event that brought it, its place: 'AQT-2025-0001/17-1'. */
const numberOf = ({ rowId }: OutboxRow, { project }: Aggregate): string =>
  `${project.number}/${rowId
    .split('-')
    .map((part) => Number(part))
    .join('-')}`;

async function detailsOf(ports: ComposePorts, notice: ProjectNotice, projectId: string) {
  const words = async (noteId: string | undefined) => (noteId ? ports.projects.note(projectId, noteId) : undefined);
  const [note, appeal, report, refusal, letter] = await Promise.all([
    words(notice.noteId),
    words(notice.appealNoteId),
    words(notice.reportNoteId),
    words(notice.refusalNoteId),
    notice.recipient.to === 'investor' || notice.recipient.to === 'former-investor'
      ? undefined
      : ports.projects.letter(projectId),
  ]);
  const present = notice.recipient.to === 'former-investor' ? await ports.projects.contact(projectId) : undefined;
  return {
    note,
    appeal,
    report,
    refusal,
    company: letter?.company.name,
    need: letter && needOf(letter.utilities, notice.line),
    newAddress: present?.email === undefined ? undefined : maskedAddress(present.email),
  };
}

async function whoOf(
  { projects }: ComposePorts,
  { notice, who }: ProjectNotice,
  { parties }: ZoneSetting,
  projectId: string,
  contact: PaperContact | undefined,
): Promise<NoticeContent['who']> {
  if (who?.kind === 'party')
    return { kind: who.kind, names: parties.find(({ partyId }) => partyId === who.partyId)?.names };
  if (who?.kind !== 'investor' || notice !== 'answer-received') return who && { kind: who.kind };
  const company = (await projects.letter(projectId))?.company.name;
  return { kind: who.kind, named: [contact?.name, company].filter((one) => one !== undefined).join(', ') || undefined };
}

async function contactOf(
  { projects }: ComposePorts,
  { recipient }: ProjectNotice,
  projectId: string,
): Promise<PaperContact | undefined> {
  if (recipient.to === 'former-investor') return projects.formerContact(projectId, recipient.linkVersion);
  if (recipient.to !== 'investor') return undefined;
  return recipient.delegate === undefined
    ? projects.contact(projectId)
    : delegateContact(projects, projectId, recipient.delegate);
}

const reasonOf = ({ moratoriumId }: ProjectNotice, { moratoria }: ZoneSetting): Pick<NoticeContent, 'note'> =>
  moratoriumId === undefined ? {} : { note: moratoria.find((one) => one.moratoriumId === moratoriumId)?.reason };

const appealable: readonly ProjectNotice['notice'][] = [
  'terminated',
  'start-reminder',
  'breach-act',
  'docket-decided',
  'contract-ended',
];

/** On what a notice of a docket stands. */
function articleOf({ notice, docket }: ProjectNotice, { articles }: DocketLaw): Article | undefined {
  if (docket?.ground !== undefined) return articles[docket.ground];
  if (notice === 'contract-ended') return articles.sublease;
  return notice === 'start-reminder' || notice === 'breach-act' ? articles.cure : undefined;
}

const ofNewLetter: readonly ProjectNotice['notice'][] = ['receipt', 'letter-received'];

/** On which day a letter counts as received, and by when the office answers it. Its stage opens only after these notices are written; the date follows from the day of receipt. */
function answerDue(
  { notice }: ProjectNotice,
  { project }: Aggregate,
  found: ZoneSetting,
  now: number,
): Pick<NoticeContent, 'due' | 'receivedOn'> {
  const isFirst =
    project.stage === firstStage && project.ending === undefined && stageRecord(project, project.stage).round === 1;
  if (!ofNewLetter.includes(notice) || !isFirst) return {};
  const context = { ...found, now, calendar: calendarOf(found.zone.country, found.zone.overrides) };
  return {
    receivedOn: project.receivedOn,
    due: project.phase === 'open' && project.due !== undefined ? project.due : termOf(project, context).due,
  };
}

const answerReceived = (
  { notice }: ProjectNotice,
  { zone }: ZoneSetting,
  at: number,
): Pick<NoticeContent, 'receivedOn'> =>
  notice === 'answer-received' ? { receivedOn: receivedOn(calendarOf(zone.country, zone.overrides), at) } : {};

/** An email from a notice that waited in the outbox; undefined when nobody is left to read it. */
export async function composeNotice(
  ports: ComposePorts,
  row: OutboxRow,
  notice: ProjectNotice,
): Promise<Email | undefined> {
  const { laneId: projectId } = row;
  const aggregate = await ports.projects.load(projectId);
  const context = aggregate && (await ports.reference.setting(aggregate.project.zoneId));
  if (aggregate === undefined || context === undefined || isIdle(notice, aggregate)) return undefined;
  const contact = await contactOf(ports, notice, projectId);
  // Its address and the version that its link carries must be of the same moment.
  const party =
    notice.recipient.to === 'party'
      ? await ports.reference.party(aggregate.project.zoneId, notice.recipient.partyId)
      : undefined;
  const reader = readerOf(notice, context, contact, party);
  if (reader === undefined || notice.notice === 'digest') return undefined;
  const kind = {
    notice: notice.notice,
    audience: notice.recipient.to === 'former-investor' ? 'investor' : notice.recipient.to,
  } as const;
  const name = noticeName(kind);
  // As the zone said it when the notice was written: a second try, and whoever reads it again, finds the same words.
  const version = await ports.reference.noticeAt(context.zone, name, row.createdAt);
  const content: NoticeContent = {
    ...notice,
    ...(await detailsOf(ports, notice, projectId)),
    ...reasonOf(notice, context),
    // The forms of these ask for no route: the zone's own is told.
    ...(appealable.includes(notice.notice) && { appeal: appealIn(context.zone, reader.language) }),
    ...(notice.docket && {
      docket: {
        ...notice.docket,
        article: articleOf(notice, docketLaws[zoneTypeOn(context.zone, dayOf(aggregate.project, row.createdAt))]),
      },
    }),
    ...answerDue(notice, aggregate, context, row.createdAt),
    ...answerReceived(notice, context, row.createdAt),
    ...kind,
    language: reader.language,
    own: ownWords(name, version, reader.language),
    number: aggregate.project.number,
    noticeNumber: numberOf(row, aggregate),
    zone: context.zone.names,
    office: context.zone.office,
    who: await whoOf(ports, notice, context, projectId, contact),
    ...(notice.assignment === 'documents' && { documents: lackingDocuments(aggregate).map(({ kind }) => kind) }),
    ...(notice.notice === 'copy-sent' && contact && { copy: await copyOf(ports, aggregate, context, contact) }),
    companion: notice.recipient.to === 'investor' ? await companionOf(ports, aggregate.project) : undefined,
    actionUrl: await urlOf(ports, notice, aggregate, party),
    everythingUrl: party && (await ports.links.urlOf(partyPageTarget(party))),
  };
  return {
    ...renderNotice(content),
    to: reader.email,
    cc: party?.colleagues,
    replyTo: replyAddressOf(context.zone),
    language: reader.language,
    notice: notice.notice,
    row,
  };
}
