import type { AssignmentKind } from '#core/stages/facts.ts';
import type { AssignmentView } from '#core/api/views.ts';
import type { LetterOfIntent, SubmitLetterResponse } from '#core/letter/letter-of-intent.ts';
import { headDecides } from '#core/project/permissions.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { goodAnswer } from './answers.ts';
import { uploadByLink, linkIn } from './upload.ts';
import type { HostClient, MailboxEmail, Project } from './host-client.ts';

export interface WalkObserver {
  readonly did: (who: string, what: string, project: Project) => void;
  readonly emailed: (email: MailboxEmail) => void;
}

export interface WalkOptions {
  readonly client: HostClient;
  readonly letter: LetterOfIntent;
  readonly idempotencyKey: string;
  readonly officer: string;
  readonly head: string;
  readonly observer: WalkObserver;
}

/** More answers than the longest path needs: a walk that does not arrive must end. */
const mostSteps = 80;

/** Both countries keep UTC+5. */
const offsetMinutes = 300;

const linkTo = (emails: readonly MailboxEmail[], start: string): string | undefined =>
  emails
    .toReversed()
    .flatMap(({ links }) => links)
    .find((link) => link.includes(`/l/${start}`))
    ?.split('/l/')[1]
    ?.split('/')[0];

async function answerAs(
  { client, officer, head }: WalkOptions,
  emails: readonly MailboxEmail[],
  project: Project,
  assignment: AssignmentView,
  now: number,
): Promise<string> {
  const { holder, assignmentId, kind } = assignment;
  if (kind === 'documents') {
    await client.asStaff(officer, `/api/projects/${project.projectId}/original`, {
      kinds: project.missing.flatMap(({ what, name }) => (what === 'document' ? [name] : [])),
    });
    return officer;
  }
  const decision = goodAnswer(kind, localDateOf(now, offsetMinutes));
  if (holder.kind === 'office') {
    const account = kind === 'office-decision' && headDecides(project.stage) ? head : officer;
    await client.asStaff(account, `/api/assignments/${assignmentId}/decision`, { decision });
    return account;
  }
  const link = linkTo(emails, holder.kind === 'party' ? `a.${assignmentId}.` : `t.${project.projectId}.`);
  if (link === undefined) throw new Error(`No email leads ${holder.kind} to ${assignmentId}`);
  await client.anonymously(`/api/links/${link}/decision`, { decision, assignmentId });
  return holder.kind === 'party' ? holder.partyId : 'investor';
}

/** What is to be answered next: anything but the office's decision first; that one when nothing is missing. */
function nextOf({ assignments, missing }: Project): AssignmentView | undefined {
  const open = assignments.filter(({ state }) => state === 'open');
  const decision: AssignmentKind = 'office-decision';
  return (
    open.find(({ kind }) => kind !== decision) ??
    (missing.length === 0 ? open.find(({ kind }) => kind === decision) : undefined)
  );
}

/** Parties and the investor act only through links of the mailbox, the office by the API. Rejects when it is stuck. */
export async function walk(options: WalkOptions): Promise<Project> {
  const { client, letter, idempotencyKey, officer, observer } = options;
  const emails: MailboxEmail[] = [];
  let last = (await client.emails()).at(-1)?.id;
  const look = async (projectId: string): Promise<readonly [Project, number]> => {
    const now = await client.settle();
    for (const email of await client.emails(last)) {
      last = email.id;
      emails.push(email);
      observer.emailed(email);
    }
    return [await client.asStaff<Project>(officer, `/api/projects/${projectId}`), now];
  };
  const { projectId, trackingUrl } = await client.anonymously<SubmitLetterResponse>('/api/letters-of-intent', letter, {
    'idempotency-key': idempotencyKey,
  });
  await uploadByLink(client, linkIn(trackingUrl), 'signed-letter');
  const [submitted] = await look(projectId);
  observer.did('investor', 'letter of intent, signed letter', submitted);
  const confirm = linkTo(emails, `c.${projectId}.`);
  if (confirm === undefined) throw new Error('The receipt leads nowhere');
  await client.anonymously(`/api/links/${confirm}/confirm`, {});
  for (let step = 0; step < mostSteps; step += 1) {
    const [project, now] = await look(projectId);
    const next = nextOf(project);
    if (next === undefined) return project;
    const who = await answerAs(options, emails, project, next, now);
    observer.did(who, [next.kind, next.line].filter((part) => part !== undefined).join(': '), project);
  }
  throw new Error(`Not at its end after ${String(mostSteps)} answers: ${submitted.number}`);
}
