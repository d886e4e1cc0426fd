import type { Contract } from '../docket/docket-facts.ts';
import type { TakenOverBuilt } from '../ladder/ladder-facts.ts';
import type { ActorRef, EventBody, ProjectEvent, StageDates } from './event.ts';
import type { PaperLetter } from '../letter/letter-of-intent.ts';
import { yearOf, type LocalDate } from '../calendar/local-date.ts';
import { planDates } from '../calendar/durations.ts';
import { rebuild } from './apply.ts';
import { complete, type CompleteChange } from './complete-change.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';
import type { Ports } from '../kernel/ports.ts';
import { withStart } from '../lines/move-starts.ts';
import { withMoratoria } from '../moratoria/follow-moratoria.ts';
import { openStage } from '../stages/open-stage.ts';
import { together, type Change } from './change-builder.ts';
import { attempts } from './change-project.ts';
import { projectNumber } from '../letter/number.ts';
import type { Zone } from '../reference/reference.ts';
import { letterSubmitted, nextNumber, unknownForum } from '../letter/submit-letter.ts';
import { typeIn, type ZoneContext } from './zone-context.ts';
import { zoneContextOf } from './zone-context-of.ts';

export interface TakeOver {
  readonly letter: PaperLetter;
  readonly stage: StageId;
  readonly receivedOn: LocalDate;
  /** Where it is signed already. */
  readonly contract?: Contract | undefined;
  /** Where its construction has started already. */
  readonly built?: TakenOverBuilt | undefined;
  readonly now: number;
  readonly imported?: FromFile | undefined;
}

/** Who brought it, by what the same row is known when it comes again, and the running number reserved for it. */
interface FromFile {
  readonly by: ActorRef;
  readonly key: string;
  readonly body: string;
  readonly serial: number;
}

type TakeOverPorts = Pick<Ports, 'projects' | 'reference' | 'ids'>;
type TakenOver = Result<{ readonly projectId: string; readonly number: string }>;

async function numberFor(
  ports: Pick<Ports, 'projects'>,
  { zoneId, code }: Pick<Zone, 'zoneId' | 'code'>,
  { receivedOn, imported }: TakeOver,
): Promise<{ readonly named: { readonly number: string }; readonly running?: number }> {
  const year = yearOf(receivedOn);
  if (imported === undefined) return nextNumber(ports, { zoneId, code, year });
  return { named: { number: projectNumber(code, year, imported.serial) } };
}

function baselineFrom(context: ZoneContext, receivedOn: LocalDate): StageDates {
  const planned = planDates(context.calendar, context.durations, receivedOn, typeIn(context));
  if (planned.kind === 'no-duration') throw new Error(`No duration in force: ${planned.country} ${planned.stage}`);
  return Object.fromEntries(stageIds.map((each) => [each, planned.roadMap[each].due])) as StageDates;
}

function zoneFor({ letter }: TakeOver, context: ZoneContext | undefined): Result<ZoneContext> {
  if (context === undefined) return fail({ kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] });
  const unknown = unknownForum(letter, context);
  return unknown ? fail({ kind: 'invalid', issues: [unknown] }) : ok(context);
}

/** Its stage is open from the first, whenever its run arrives there. */
function opened(taken: Change, context: ZoneContext): Change {
  const opening = openStage(taken.after, context);
  return opening ? together(taken, withStart(withMoratoria(opening, context), context)) : taken;
}

/** Its first events with all that follows. From a file it needs no errand: who brings it starts its run, and its words come with it. */
function begun(
  { hash }: Pick<Ports['ids'], 'hash'>,
  command: TakeOver,
  context: ZoneContext,
  {
    projectId,
    named,
    running,
  }: { readonly projectId: string; readonly named: { readonly number: string }; readonly running?: number },
): CompleteChange {
  const { stage, receivedOn, contract, built, now, imported } = command;
  const { contact, consent: _, ...letter } = command.letter;
  const baseline = built ? {} : baselineFrom(context, receivedOn);
  const enteredBy = imported?.by.kind === 'staff' ? imported.by.personId : undefined;
  const submitted = { ...letterSubmitted(command.letter, context, named, { enteredBy }), receivedOn } as EventBody;
  const bodies: EventBody[] = [
    submitted,
    {
      type: 'taken-over',
      stage,
      baseline,
      ...(contract && { contract }),
      ...(built && { built }),
      ...(imported && { imported: true }),
    },
  ];
  const events = bodies.map((body, at): ProjectEvent => ({
    projectId,
    sequence: at + 1,
    at: now,
    actor: imported?.by ?? { kind: 'system' },
    body,
  }));
  const after = rebuild(events);
  if (after === undefined) throw new Error('A log of two events has a state');
  const taken: Change = { before: undefined, after, events, notes: [], ...(running !== undefined && { running }) };
  return complete(imported ? opened(taken, context) : taken, {
    letter,
    contact,
    ...(imported && {
      idempotency: {
        ...{ keyHash: hash(imported.key), bodyHash: hash(imported.body), projectId, number: named.number, at: now },
        forEver: true,
      },
      withoutErrands: true,
    }),
  });
}

/** At the stage it has reached, with a road map from the day its letter came; from a file each row once. Fails with `invalid` (zone, forum). */
export async function takeOverProject(ports: TakeOverPorts, command: TakeOver): Promise<TakenOver> {
  const { letter, imported, now } = command;
  const context = zoneFor(command, await zoneContextOf(ports, letter.zoneId, now));
  if (!context.ok) return context;
  const projectId = ports.ids.projectId();
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { named, running } = await numberFor(ports, context.value.zone, command);
    // Its key is new as a rule, and a condition of what is written.
    const earlier =
      imported && attempt > 1 ? await ports.projects.idempotency(ports.ids.hash(imported.key)) : undefined;
    if (earlier) return ok({ projectId: earlier.projectId, number: earlier.number });
    const change = begun(ports.ids, command, context.value, {
      ...{ projectId, named },
      ...(running !== undefined && { running }),
    });
    if ((await ports.projects.commit(change)) === 'committed') return ok({ projectId, number: named.number });
    await ports.projects.giveWay(attempt);
  }
  throw new Error(`Project ${projectId} exists, or its number is always taken`);
}

type Brought = TakeOver & { readonly imported: FromFile };

/** Rows of a file, several in one transaction; those of one that did not hold each by itself. Their runs are started by whoever brings them. */
export async function takeOverTogether(
  ports: TakeOverPorts,
  commands: readonly Brought[],
): Promise<readonly TakenOver[]> {
  const zoneIds = [...new Set(commands.map(({ letter }) => letter.zoneId))];
  const contexts = new Map(
    await Promise.all(
      zoneIds.map(async (zoneId) => [zoneId, await zoneContextOf(ports, zoneId, commands[0]?.now ?? 0)] as const),
    ),
  );
  const made = commands.map((command) => {
    const context = zoneFor(command, contexts.get(command.letter.zoneId));
    if (!context.ok) return context;
    const number = projectNumber(context.value.zone.code, yearOf(command.receivedOn), command.imported.serial);
    return ok(begun(ports.ids, command, context.value, { projectId: ports.ids.projectId(), named: { number } }));
  });
  const changes = made.flatMap((one) => (one.ok ? [one.value] : []));
  const written = new Map((await ports.projects.commitAll(changes)).map((state, at) => [changes[at], state]));
  return Promise.all(
    made.map(async (one, at): Promise<TakenOver> => {
      if (!one.ok) return one;
      const { projectId, number } = one.value.after.project;
      const command = commands[at];
      return written.get(one.value) === 'committed' || command === undefined
        ? ok({ projectId, number })
        : takeOverProject(ports, command);
    }),
  );
}
