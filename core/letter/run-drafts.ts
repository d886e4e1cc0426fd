import type { LetterDraft } from './letter-draft.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { deletedBy, draftDay, draftReminderDue } from './draft-days.ts';
import { mailboxOf } from '../kernel/mailbox.ts';
import type { Ports } from '../kernel/ports.ts';

type DraftDayPorts = Pick<Ports, 'drafts' | 'linkErrands' | 'limits' | 'ids'>;

/** Reminders of letters that one mailbox gets in a day: its address is what somebody typed (ours). */
const remindersADay = { count: 3, seconds: 86_400 } as const;

/** Of a letter whose time is over the day is left, so that its link can say so. */
const emptied = ({ draftId, version, language }: LetterDraft, deletedOn: LocalDate): LetterDraft => ({
  draftId,
  version: version + 1,
  language,
  fields: {},
  documents: [],
  deletedOn,
});

/** Noted before it is queued: a run that breaks off in between rather sends one too few than the same twice. */
async function remind(
  { drafts, linkErrands: linkMessages, limits, ids }: DraftDayPorts,
  draft: LetterDraft,
  now: number,
): Promise<void> {
  const { address, draftId, version } = draft;
  const reminded = draftReminderDue(draft, draftDay(now));
  if (address === undefined || reminded === undefined) return;
  const allowed = await limits.allow(
    `draft-remind-to-${ids.hash(mailboxOf(address))}`,
    ids.hash(draftId),
    remindersADay,
    now,
  );
  // Somebody who changes it at this moment has new days before them.
  if (allowed && (await drafts.save({ ...draft, version: version + 1, reminded })) === 'saved')
    await linkMessages.queue('ending', draftId, now);
}

async function bring(ports: DraftDayPorts, draftId: string, now: number): Promise<void> {
  const draft = await ports.drafts.find(draftId);
  if (draft === undefined) return;
  const over = deletedBy(draft, now);
  if (over === undefined) await remind(ports, draft, now);
  else await ports.drafts.save(emptied(draft, over));
}

/** Reminds of letters that nobody has handed in, and deletes those whose time is over. One that fails is told of and left to tomorrow. */
export async function runDrafts(
  ports: DraftDayPorts,
  now: number,
  onFailure: (draftId: string, error: unknown) => void,
): Promise<void> {
  const due: string[] = [];
  let after: string | undefined;
  do {
    const page = await ports.drafts.due(draftDay(now), after);
    due.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  for (const draftId of due) {
    try {
      await bring(ports, draftId, now);
    } catch (error) {
      onFailure(draftId, error);
    }
  }
}
