import type { Language } from '../kernel/common.ts';
import type { OutboxRow } from '../notices/outbox.ts';
import type { Assignment } from '../project/project.ts';
import type { Party, Zone } from '../reference/reference.ts';
import { projectOfAssignment } from '../stages/assignment-id.ts';
import { linksAnEmail } from './party-links.ts';
import { assignmentLabel, placeName } from '../notices/names.ts';
import { everythingIn, questionsIn } from '../notices/letter.ts';
import { toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { dateText } from '../texts/dates.ts';
import { fill } from '../texts/fill.ts';
import { linkEmailTexts } from '../texts/areas/link-emails.ts';
import type { Email, Ports } from '../kernel/ports.ts';
import { heldTarget, partyPageTarget } from './link-targets.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';

export interface ListPorts {
  readonly lists: Pick<Ports['lists'], 'assignments' | 'lines'>;
}

/** One thing a party still has to answer, with its project's number and company. */
export interface Held {
  readonly assignment: Assignment;
  readonly number: string;
  readonly company: string;
}

/** What a party has to answer, by due date, a page at a time; `next` goes on. What went to somebody else meanwhile is left out. */
export async function heldPage(
  { lists }: ListPorts,
  { zoneId, partyId }: Pick<Party, 'zoneId' | 'partyId'>,
  after?: string,
): Promise<{ readonly held: readonly Held[]; readonly next?: string | undefined }> {
  const { entries, next } = await lists.assignments(zoneId, partyId, { limit: linksAnEmail, after });
  const own = entries.filter(({ holder }) => holder.kind === 'party' && holder.partyId === partyId);
  const projectOf = ({ assignmentId }: Assignment): string => projectOfAssignment(assignmentId) ?? '';
  const lines = new Map(
    (await lists.lines([...new Set(own.map(projectOf))])).map((line) => [line.project.projectId, line]),
  );
  return {
    held: own.map((assignment) => {
      const line = lines.get(projectOf(assignment));
      return { assignment, number: line?.project.number ?? '', company: line?.company ?? '' };
    }),
    next,
  };
}

/** One line of the list: project, place, what is asked, for whom, by when. */
function lineText(language: Language, { assignment, number, company }: Held): string {
  const words = wordsOf(language);
  const { stage, line, kind, due } = assignment;
  const label = assignmentLabel(words, { stage, line, assignment: kind });
  return [
    number,
    placeName(words, { stage, line }),
    label,
    company,
    fill(words.email.answerBy, { due: dateText(language, due) }),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** The email that brings a party all it has to answer with links that open now. */
export async function composePartyLinks(
  { links }: Pick<Ports, 'links'>,
  row: OutboxRow,
  {
    zone,
    party,
    held,
  }: {
    readonly zone: Pick<Zone, 'names' | 'mailbox' | 'replyTo' | 'office'>;
    readonly party: Party;
    readonly held: readonly Held[];
  },
): Promise<Email> {
  const { language } = party;
  const text = linkEmailTexts(language).party;
  const { email } = wordsOf(language);
  const entries = await Promise.all(
    held.map(async (one) => ({
      text: lineText(language, one),
      url: await links.urlOf(heldTarget(one.assignment, party)),
    })),
  );
  const content = toEmail({
    language,
    zone: zone.names[language],
    subject: fill(text.subject, { zone: zone.names[language] }),
    heading: text.heading,
    greeting: email.greeting.party,
    paragraphs: text.paragraphs,
    rows: [],
    quotes: [],
    lists: [{ title: text.action, entries }],
    action: undefined,
    closing: questionsIn(language, zone.office),
    everything: everythingIn(language, await links.urlOf(partyPageTarget(party))),
  });
  return {
    ...content,
    to: party.email,
    cc: party.colleagues,
    replyTo: replyAddressOf(zone),
    language,
    notice: 'party-links',
    row,
  };
}
