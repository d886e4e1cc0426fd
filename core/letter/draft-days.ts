import type { LetterDraft } from './letter-draft.ts';
import { addDays, localDateOf, type LocalDate } from '../calendar/local-date.ts';

/** Days that a letter is kept after it was last changed (ours); the emails and pages say so. */
const draftDays = 30;
const draftReminderDays = [7, 1] as const;

/** The time of every zone. */
const offsetMinutes = 300;

export const draftDay = (now: number): LocalDate => localDateOf(now, offsetMinutes);

type Kept = Pick<LetterDraft, 'savedAt' | 'deletedOn' | 'submitted' | 'address' | 'reminded'>;

/** The day on which a letter that nobody changes is deleted; undefined for one that is handed in or was saved before this was written down. */
export const deletionDay = ({ savedAt, deletedOn, submitted }: Kept): LocalDate | undefined =>
  deletedOn ??
  (submitted !== undefined || savedAt === undefined ? undefined : addDays(draftDay(savedAt), draftDays + 1));

/** The last day on which it can be gone on with. */
export const keptUntil = (draft: Kept): LocalDate | undefined => {
  const day = deletionDay(draft);
  return day === undefined ? undefined : addDays(day, -1);
};

export function deletedBy(draft: Kept, now: number): LocalDate | undefined {
  const day = deletionDay(draft);
  return day !== undefined && day <= draftDay(now) ? day : undefined;
}

/** The day on which time next brings something to a letter: a reminder, where its link was sent anywhere, or its end. */
export function nextDraftDay(draft: Kept): LocalDate | undefined {
  const day = deletionDay(draft);
  if (day === undefined || draft.deletedOn !== undefined) return undefined;
  const before = draftReminderDays.find((days) => days < (draft.reminded ?? Infinity));
  return draft.address === undefined || before === undefined ? day : addDays(day, -before);
}

/** The reminder that is due: the latest whose day has come. Those that were missed before it are not caught up. */
export function draftReminderDue(draft: Kept, today: LocalDate): number | undefined {
  const day = deletionDay(draft);
  if (day === undefined || draft.deletedOn !== undefined || draft.address === undefined || today >= day)
    return undefined;
  return draftReminderDays.findLast((days) => days < (draft.reminded ?? Infinity) && addDays(day, -days) <= today);
}
