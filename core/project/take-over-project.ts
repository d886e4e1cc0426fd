import type { Contract } from '../docket/docket-facts.ts';
import type { TakenOverBuilt } from '../ladder/ladder-facts.ts';
import type { ActorRef, EventBody, ProjectEvent, StageDates } from './event.ts';
import type { PaperLetter } from '../letter/letter-of-intent.ts';
import { yearOf, type LocalDate } from '../calendar/local-date.ts';
import { planDates } from '../calendar/durations.ts';
import { rebuild } from './apply.ts';
import { complete } from './complete-change.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';
import type { Ports } from '../kernel/ports.ts';
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
  /** From a file: who brought it, by what the same row is known when it comes again, and the running number reserved for it. */
  readonly imported?:
    { readonly by: ActorRef; readonly key: string; readonly body: string; readonly serial: number } | undefined;
}

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

/** At the stage it has reached, with a road map from the day its letter came; from a file each row once. Fails with `invalid` (zone, forum). */
export async function takeOverProject(
  ports: Pick<Ports, 'projects' | 'reference' | 'ids'>,
  command: TakeOver,
): Promise<Result<{ projectId: string; number: string }>> {
  const {
    letter: { contact, consent: _, ...letter },
    stage,
    receivedOn,
    contract,
    built,
    now,
    imported,
  } = command;
  const keyHash = imported && ports.ids.hash(imported.key);
  const bodyHash = imported && ports.ids.hash(imported.body);
  const context = await zoneContextOf(ports, letter.zoneId, now);
  if (context === undefined) return fail({ kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] });
  const unknown = unknownForum(command.letter, context);
  if (unknown) return fail({ kind: 'invalid', issues: [unknown] });
  const baseline = built ? {} : baselineFrom(context, receivedOn);
  const projectId = ports.ids.projectId();
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { named, running } = await numberFor(ports, context.zone, command);
    // Its key is new as a rule, and a condition of what is written.
    const earlier = keyHash === undefined || attempt === 1 ? undefined : await ports.projects.idempotency(keyHash);
    if (earlier) return ok({ projectId: earlier.projectId, number: earlier.number });
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
    const idempotency = keyHash !== undefined &&
      bodyHash !== undefined && { keyHash, bodyHash, projectId, number: named.number, at: now, forEver: true as const };
    const change = complete(
      { before: undefined, after, events, notes: [], ...(running !== undefined && { running }) },
      { letter, contact, ...(idempotency && { idempotency }) },
    );
    if ((await ports.projects.commit(change)) === 'committed') return ok({ projectId, number: named.number });
    await ports.projects.giveWay(attempt);
  }
  throw new Error(`Project ${projectId} exists, or its number is always taken`);
}
