import { documentKinds, type DocumentKind } from './document-kind.ts';
import type { ProjectDocument } from './document.ts';
import type { Aggregate } from '../project/project.ts';
import { stages } from '../stages/definition.ts';
import { stageIds, stageIndex } from '../stages/stage-id.ts';
import { documentRules, isAskedOf } from './document-rules.ts';
import { threadsOf } from '../stages/slots.ts';

/** One document that the project needs now. `held`: the office has it on paper; `waiting`: a scanner has not told yet. */
export interface NeededDocument {
  readonly kind: DocumentKind;
  readonly state: 'there' | 'held' | 'waiting' | 'missing' | 'refused' | 'returned';
  readonly returned?: ProjectDocument['returned'];
}

/** The last stage whose documents are looked through together: they are asked for until it is decided. */
const application = stageIds.findIndex((stage) => stages[stage].gate === 'documents');

/** Those of the running stage; until the council decides, all of the application. Earlier ones were judged. */
function askedNow({
  project: { stage, answers, stages: records },
}: Pick<Aggregate, 'project'>): readonly DocumentKind[] {
  const at = stageIndex(stage);
  return documentKinds.filter((kind) => {
    const rule = documentRules[kind];
    const { from } = rule;
    // A letter that was accepted needs no other signature, also where an office took the project over from paper.
    if (kind === 'signed-letter' && stage !== from) return false;
    if (from !== undefined && records[from]?.without?.includes(kind)) return false;
    if (from === undefined || !isAskedOf(rule, answers)) return false;
    return at <= application ? stageIndex(from) <= at : stageIndex(from) === at;
  });
}

function standingIn(versions: readonly ProjectDocument[]): NeededDocument['state'] {
  const latest = versions.findLast(({ state }) => state !== 'refused');
  if (latest === undefined) return versions.length === 0 ? 'missing' : 'refused';
  if (latest.returned) return 'returned';
  return latest.state === 'waiting' ? 'waiting' : 'there';
}

/** Best first: of several documents of one kind the best one counts. */
const order: readonly NeededDocument['state'][] = ['there', 'waiting', 'returned', 'refused', 'missing'];

function neededOf({ project, documents }: Aggregate, kind: DocumentKind): NeededDocument {
  const threads = threadsOf(documents.filter((one) => one.kind === kind));
  const states = threads.map(({ versions }) => standingIn(versions));
  const state = order.find((one) => states.includes(one)) ?? 'missing';
  if (state !== 'there' && (project.held?.includes(kind) || (kind === 'signed-letter' && project.signed)))
    return { kind, state: 'held' };
  const returned =
    state === 'returned'
      ? documents.findLast((one) => one.kind === kind && one.returned !== undefined)?.returned
      : undefined;
  return { kind, state, ...(returned && { returned }) };
}

/** Every document the project needs now, with how it stands; what the office returned is needed whatever stage asked for it. */
export function neededDocuments(aggregate: Aggregate): readonly NeededDocument[] {
  const { project, documents } = aggregate;
  if (project.phase === 'ended') return [];
  const asked = askedNow(aggregate);
  const wrong = new Set(
    documents.filter(({ returned, kind }) => returned !== undefined && !asked.includes(kind)).map(({ kind }) => kind),
  );
  return [
    ...asked.map((kind) => neededOf(aggregate, kind)),
    ...[...wrong].map((kind) => neededOf(aggregate, kind)).filter(({ state }) => state === 'returned'),
  ];
}

export const isLacking = ({ state }: NeededDocument): boolean =>
  state === 'missing' || state === 'refused' || state === 'returned';

export const lackingDocuments = (aggregate: Aggregate): readonly NeededDocument[] =>
  neededDocuments(aggregate).filter(isLacking);
