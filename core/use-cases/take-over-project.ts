import type { EventBody, ProjectEvent, StageDates } from '../contracts/event.ts';
import type { LetterOfIntent } from '../contracts/letter-of-intent.ts';
import { yearOf, type LocalDate } from '../domain/calendar/local-date.ts';
import { planDates } from '../domain/calendar/durations.ts';
import { rebuild } from '../domain/project/apply.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { stageIds, type StageId } from '../domain/stage-id.ts';
import type { Ports } from '../ports/index.ts';
import { letterSubmitted, projectNumber, unknownForum } from './submit-letter.ts';
import { settingOf } from './setting-of.ts';

export interface TakeOver {
  readonly letter: LetterOfIntent;
  readonly stage: StageId;
  /** The day the letter was received, long ago. */
  readonly receivedOn: LocalDate;
  readonly now: number;
}

/**
 * An office begins with projects that are already under way: each enters at the stage it has reached, with a road map from
 * the day its letter came. The log says that it was taken over. Fails with `invalid` for an unknown zone or forum.
 */
export async function takeOverProject(ports: Pick<Ports, 'projects' | 'reference' | 'ids'>, command: TakeOver): Promise<Result<{ projectId: string; number: string }>> {
  const { letter: { contact, consent: _, ...letter }, stage, receivedOn, now } = command;
  const setting = await settingOf(ports, letter.zoneId, now);
  if (setting === undefined) return fail({ kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] });
  const unknown = unknownForum(command.letter, setting);
  if (unknown) return fail({ kind: 'invalid', issues: [unknown] });
  const planned = planDates(setting.calendar, setting.durations, receivedOn);
  if (planned.kind === 'no-duration') throw new Error(`No duration in force: ${planned.country} ${planned.stage}`);
  const baseline = Object.fromEntries(stageIds.map((each) => [each, planned.roadMap[each].due])) as StageDates;
  const year = yearOf(receivedOn);
  const number = projectNumber(setting.zone.code, year, await ports.projects.nextNumber(letter.zoneId, year));
  const projectId = ports.ids.projectId();
  const submitted = { ...letterSubmitted(command.letter, setting, number), receivedOn } as EventBody;
  const bodies: EventBody[] = [submitted, { type: 'taken-over', stage, baseline }];
  const events = bodies.map((body, at): ProjectEvent => ({ projectId, sequence: at + 1, at: now, actor: { kind: 'system' }, body }));
  const after = rebuild(events);
  if (after === undefined) throw new Error('A log of two events has a state');
  if (await ports.projects.commit({ before: undefined, after, events, notes: [] }, { letter, contact }) === 'conflict') throw new Error(`Project ${projectId} exists`);
  return ok({ projectId, number });
}
