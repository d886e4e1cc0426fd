import { addWorkingDays } from '../calendar/working-days.ts';
import { counts } from '../documents/apply-document.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ChangePorts } from '../project/change-project.ts';
import { hasRole, isAllowed, mayView, rules } from '../project/permissions.ts';
import type { Aggregate } from '../project/project.ts';
import { wholeLog } from '../project/whole-log.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { LadderView, RungView } from './ladder-facts.ts';
import { bodyOf, ladderOf, mayConfirm, mayDispute, mayTakeBack, topOf, type Done, type SaidRung } from './ladder.ts';
import { usedBy } from './climb.ts';

/** The act of acceptance is handed to the State Corporation within three working days (Construction Code of Kazakhstan, art. 117 p. 2(9)). */
const tellWithin = 3;

export interface ViewLadder {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
}

export interface WholeLadder {
  readonly view: LadderView;
  readonly context: ZoneContext;
  readonly company: string;
  /** Whether this reader says rungs once there are some. */
  readonly speaks: boolean;
}

type Words = (noteId: string | undefined) => Promise<string | undefined>;

interface Reading {
  readonly aggregate: Aggregate;
  readonly context: ZoneContext;
  readonly ladder: readonly SaidRung[];
  readonly actor: Actor;
  readonly words: Words;
}

const doneView = async ({ by, at, noteId }: Done, words: Words): Promise<RungView['saidBy']> => {
  const text = await words(noteId);
  return {
    at,
    body: bodyOf(by) ?? 'office',
    ...(by.kind === 'staff' && { personId: by.personId }),
    ...(text !== undefined && { text }),
  };
};

function actionsOf({ aggregate: { project }, ladder, actor }: Reading, one: SaidRung): RungView['actions'] {
  const judges = isAllowed(actor, project, 'judge-rung');
  return [
    ...(judges && mayConfirm(one, actor, project) ? ['confirm' as const] : []),
    ...(judges && mayDispute(one, actor, project) ? ['dispute' as const] : []),
    ...(isAllowed(actor, project, 'say-rung') && mayTakeBack(ladder, one, actor, project)
      ? ['take-back' as const]
      : []),
  ];
}

async function rungView(reading: Reading, one: SaidRung): Promise<RungView> {
  const { aggregate, context, words } = reading;
  const { said, phase, rung, on, documentId, number, state, skipped, isOlder } = one;
  const paper = aggregate.documents.find((each) => each.documentId === documentId && each.sha256 === one.sha256);
  const isTold = rung === 'accepted' && context.zone.country === 'KZ';
  const [saidBy, confirmed, disputed, takenBack] = await Promise.all(
    [one.saidBy, one.confirmed, one.disputed, one.takenBack].map((done) => done && doneView(done, words)),
  );
  if (saidBy === undefined) throw new Error('A rung is said by somebody.');
  return {
    said,
    phase,
    rung,
    on,
    ...(documentId !== undefined && { documentId }),
    ...(number !== undefined && { number }),
    ...(paper && { mediaType: paper.mediaType }),
    state,
    saidBy,
    skipped: [...skipped],
    isOlder,
    ...(isTold && { tellBy: addWorkingDays(context.calendar, on, tellWithin) }),
    ...(confirmed && { confirmed }),
    ...(disputed && { disputed }),
    ...(takenBack && { takenBack }),
    actions: actionsOf(reading, one),
  };
}

/** How far a project is built, out of its log. Fails with `not-found`. */
export async function wholeLadder(
  ports: ChangePorts,
  { projectId, actor, now }: ViewLadder,
): Promise<Result<WholeLadder>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const { project } = aggregate;
  const context = await zoneContextOf(ports, project.zoneId, now);
  if (context === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
  const [log, letter] = await Promise.all([
    wholeLog(ports.projects, projectId, project.version),
    ports.projects.letter(projectId),
  ]);
  const ladder = ladderOf(log);
  const readsWords = hasRole(actor, project, 'read-notes') || actor.kind === 'investor';
  const words: Words = async (noteId) =>
    readsWords && noteId !== undefined ? ports.projects.note(projectId, noteId) : undefined;
  const reading = { aggregate, context, ladder, actor, words };
  const phases = [...new Set([1, ...ladder.map(({ phase }) => phase)])].toSorted((a, b) => a - b);
  const all = await Promise.all(ladder.map((one) => rungView(reading, one)));
  return ok({
    view: {
      projectId,
      number: project.number,
      isOpen: rules['judge-rung'].when(project),
      phases: phases.map((phase) => {
        const top = topOf(ladder, phase);
        return { phase, ...(top && { top: top.rung }), rungs: all.filter((one) => one.phase === phase) };
      }),
      papers: aggregate.documents
        .filter((one) => one.kind === 'ladder-paper' && counts(one) && usedBy(ladder, one.sha256) === undefined)
        .map(({ documentId }) => documentId),
      maySay: isAllowed(actor, project, 'say-rung'),
    },
    context,
    company: letter?.company.name ?? '',
    speaks: hasRole(actor, project, 'say-rung'),
  });
}

/** The same as the API tells it. */
export async function viewLadder(ports: ChangePorts, command: ViewLadder): Promise<Result<LadderView>> {
  const found = await wholeLadder(ports, command);
  return found.ok ? ok(found.value.view) : found;
}
