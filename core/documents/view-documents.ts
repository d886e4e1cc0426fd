import { isInZone } from '../stages/definition.ts';
import type { DocumentList, DocumentView, VersionView } from './document-views.ts';
import type { FileRecord, ProjectDocument } from './document.ts';
import { documentKinds, type DocumentKind } from './document-kind.ts';
import type { Language } from '../kernel/common.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { companionOf } from '../project/companion.ts';
import { contactOf, type OfficeContact } from '../reference/reference.ts';
import type { Actor } from '../kernel/actor.ts';
import { localDateOf } from '../calendar/local-date.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayBeHeld } from './judge-document.ts';
import { mayBeReturned, mayUpload, mayDownload, mayReplace, seesDocument, seesName } from './document-rights.ts';
import { answersOf, askedKinds, documentRules, kindsOfParty } from './document-rules.ts';
import { hasRole, isAllowed } from '../project/permissions.ts';
import { standingOf, threadsOf } from '../stages/slots.ts';
import type { Letter } from '../kernel/ports.ts';
import type { DocumentPorts, AtProject } from './project-documents.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

interface Reading {
  readonly actor: Actor;
  readonly aggregate: Aggregate;
  readonly records: ReadonlyMap<string, FileRecord>;
  readonly offsetMinutes: number;
}

function versionView({ actor, aggregate, records, offsetMinutes }: Reading, document: ProjectDocument): VersionView {
  const { version, state, at, by, bytes, mediaType, fileId } = document;
  const fileName = seesName(actor, document) ? records.get(fileId)?.fileName : undefined;
  return {
    version,
    state,
    bytes,
    mediaType,
    on: localDateOf(at, offsetMinutes),
    by: by.kind,
    ...(fileName !== undefined && { fileName }),
    mayDownload: mayDownload(actor, aggregate, document),
    ...(document.returned && {
      returned: { on: localDateOf(document.returned.at, offsetMinutes), reasonCode: document.returned.reasonCode },
    }),
    mayReturn: isAllowed(actor, aggregate.project, 'return-document') && mayBeReturned(aggregate, document),
  };
}

export interface DocumentsView {
  readonly list: DocumentList;
  readonly number: string;
  readonly company: string;
  readonly language: Language | undefined;
  /** For those outside it. */
  readonly office: OfficeContact | undefined;
  readonly mayHold: readonly DocumentKind[];
  /** Those of a company from elsewhere are taken legalised and translated. */
  readonly isForeign: boolean;
  readonly assignments: readonly Pick<Assignment, 'assignmentId' | 'kind' | 'line' | 'about'>[];
}

function askedOf({ actor, aggregate: { project, assignments } }: Reading, letter: Letter): readonly DocumentKind[] {
  if (actor.kind !== 'party') {
    const left = new Set(Object.values(project.stages).flatMap(({ without = [] }) => without));
    return askedKinds(project.stage, answersOf(letter, project.answers?.zoneType)).filter((kind) => !left.has(kind));
  }
  const assignment = assignments.find(({ assignmentId }) => assignmentId === actor.assignmentId);
  return assignment ? kindsOfParty(assignment.kind).filter((kind) => !documentRules[kind].many) : [];
}

const place = (actor: Actor): string | undefined => (actor.kind === 'party' ? actor.assignmentId : undefined);

function documentsOf(reading: Reading, asked: readonly DocumentKind[]): readonly DocumentView[] {
  const { actor, aggregate } = reading;
  const threads = threadsOf(aggregate.documents.filter((one) => seesDocument(actor, aggregate, one)));
  const there = threads.map(({ documentId, kind, versions }): DocumentView => {
    const latest = versions.at(-1);
    return {
      kind,
      documentId,
      state: versions.findLast(({ state }) => state !== 'refused')?.returned ? 'returned' : standingOf(versions),
      asked: asked.includes(kind),
      ...(latest?.assignmentId !== undefined && { assignmentId: latest.assignmentId }),
      mayBring: latest !== undefined && mayReplace(actor, aggregate, latest),
      versions: versions.map((one) => versionView(reading, one)),
    };
  });
  // A party's own paper is missing until it brings its own, whatever the project has of that kind.
  const has = (kind: DocumentKind) =>
    there.some((one) => one.kind === kind && (actor.kind !== 'party' || one.assignmentId === actor.assignmentId));
  const isHeld = (kind: DocumentKind) => actor.kind !== 'party' && aggregate.project.held?.includes(kind) === true;
  const missing = asked
    .filter((kind) => !has(kind))
    .map((kind): DocumentView => ({
      kind,
      state: isHeld(kind) ? 'held' : 'missing',
      asked: actor.kind !== 'party',
      mayBring: mayUpload(actor, aggregate, kind, place(actor)),
      versions: [],
    }));
  const order = ({ kind }: DocumentView) => documentKinds.indexOf(kind);
  return [...there, ...missing].toSorted((a, b) => order(a) - order(b));
}

/** Papers of a party come with its assignment; the office adds them there. */
const isFree = (actor: Actor, kind: DocumentKind): boolean =>
  actor.kind === 'party' || documentRules[kind].byParty.length === 0 || documentRules[kind].byInvestor;

/** The documents of a project that a reader may see, with what their page tells of it. Fails as the page would. */
export async function viewDocuments(ports: DocumentPorts, at: AtProject): Promise<Result<DocumentsView>> {
  const seen = await seenDocuments(ports, at);
  if (!seen.ok) return seen;
  const { documents, mayAdd, ...rest } = seen.value;
  return ok({ ...rest, list: { documents: [...documents], mayAdd, scanning: ports.scanning } });
}

interface SeenDocuments extends Omit<DocumentsView, 'list'> {
  readonly documents: readonly DocumentView[];
  readonly mayAdd: DocumentKind[];
}

/** The documents of a project that a reader may see, and what they may bring. Fails with `not-found`, `forbidden` for those who only read figures. */
export async function seenDocuments(
  ports: Pick<DocumentPorts, 'projects' | 'reference' | 'fileRecords'>,
  { projectId, actor, now }: AtProject,
): Promise<Result<SeenDocuments>> {
  const [aggregate, letter] = await Promise.all([ports.projects.load(projectId), ports.projects.letter(projectId)]);
  const context = aggregate && (await zoneContextOf(ports, aggregate.project.zoneId, now));
  if (!aggregate || !letter || !context || !hasRole(actor, aggregate.project, 'view'))
    return fail({ kind: 'not-found' });
  if (!hasRole(actor, aggregate.project, 'view-documents')) return fail({ kind: 'forbidden' });
  const records = await ports.fileRecords.findAll(aggregate.documents.map(({ fileId }) => fileId));
  const reading = {
    actor,
    aggregate,
    records: new Map(records.map((one) => [one.fileId, one])),
    offsetMinutes: context.calendar.offsetMinutes,
  };
  const documents = documentsOf(reading, askedOf(reading, letter));
  const mayAdd = documentKinds.filter(
    (kind) =>
      isFree(actor, kind) &&
      isInZone(documentRules[kind], aggregate.project.answers?.zoneType) &&
      mayUpload(actor, aggregate, kind, place(actor)) &&
      (documentRules[kind].many || !documents.some((one) => one.kind === kind)),
  );
  const { project } = aggregate;
  const companion = actor.kind === 'investor' ? await companionOf(ports, project) : undefined;
  const ofParty = context.parties.find(({ partyId }) => actor.kind === 'party' && partyId === actor.partyId);
  return ok({
    documents,
    mayAdd,
    number: project.number,
    company: letter.company.name,
    language: actor.kind === 'staff' ? undefined : (ofParty?.language ?? project.language),
    office: actor.kind === 'staff' ? undefined : contactOf(context.zone, companion),
    isForeign: answersOf(letter).isForeign,
    mayHold: isAllowed(actor, project, 'hold-original') ? mayBeHeld(aggregate) : [],
    assignments: aggregate.assignments.map(({ assignmentId, kind, line, about }) => ({
      assignmentId,
      kind,
      line,
      about,
    })),
  });
}
