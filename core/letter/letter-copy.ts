import type { LocalDate } from '../calendar/local-date.ts';
import type { Language, Utility } from '../kernel/common.ts';
import type { Letter, Projects } from '../project/project-ports.ts';
import type { Aggregate, Answer, Assignment } from '../project/project.ts';
import type { Zone } from '../reference/reference.ts';
import { letterTexts } from '../texts/areas/letter.ts';
import { correctionTexts } from '../texts/areas/correction.ts';
import type { TextFact } from '../texts/given-facts.ts';
import { languageNames } from '../texts/index.ts';
import { fieldText } from '../texts/letter-field-text.ts';
import { letterFields, type LetterField } from './letter-correction.ts';
import type { PaperContact } from './letter-of-intent.ts';

/** What an investor answered, and when. */
export interface GivenAnswer extends Pick<Answer, 'outcome' | 'facts'> {
  readonly assignmentId: string;
  readonly kind: Assignment['kind'];
  readonly line?: Utility | undefined;
  readonly on: LocalDate;
  readonly words?: string | undefined;
}

/** Each answer that an investor gave, oldest first. */
export async function givenAnswers(
  projects: Pick<Projects, 'note'>,
  { project: { projectId }, assignments }: Aggregate,
  day: (at: number) => LocalDate,
): Promise<readonly GivenAnswer[]> {
  const given = assignments.filter(
    ({ holder, answer }) => holder.kind === 'investor' && answer?.actor.kind === 'investor',
  );
  const answers = await Promise.all(
    given.map(async ({ assignmentId, kind, line, answer }): Promise<readonly GivenAnswer[]> => {
      if (answer === undefined) return [];
      const { outcome, facts, noteId, at } = answer;
      const words = noteId === undefined ? undefined : await projects.note(projectId, noteId);
      return [{ assignmentId, kind, line, outcome, facts, on: day(at), words }];
    }),
  );
  return answers.flat();
}

/** A part of the copy under its heading. */
export interface CopySection {
  readonly title: string;
  readonly facts: readonly TextFact[];
}

const parts = ['company', 'production', 'utilities', 'land'] as const;

const partOf = (field: LetterField): (typeof parts)[number] => {
  if (field.startsWith('company.')) return 'company';
  if (field.startsWith('utilities.')) return 'utilities';
  return field === 'landHectares' || field === 'wantedStart' ? 'land' : 'production';
};

interface Written {
  readonly letter: Letter;
  readonly zone: Pick<Zone, 'names' | 'forums'>;
  /** For whom it is to be told; absent for others. */
  readonly contact?: PaperContact | undefined;
}

function contactFacts(language: Language, { letter, zone, contact }: Written): readonly TextFact[] {
  const { labels } = letterTexts(language);
  const forum = letter.forum && zone.forums.find(({ forumId }) => forumId === letter.forum)?.names[language];
  const facts: readonly (readonly [string, string | undefined])[] = contact
    ? [
        [labels.contactName, contact.name],
        [labels.email, contact.email],
        [labels.phone, contact.phone],
        [labels.language, languageNames[contact.language]],
        [labels.forum, forum],
      ]
    : [];
  return facts.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]));
}

/** The letter as it stands, under the headings of its form. */
export function letterSections(language: Language, written: Written): readonly CopySection[] {
  const { letter, zone } = written;
  const words = letterTexts(language);
  const names = correctionTexts(language).fields;
  const needed = (field: LetterField): boolean =>
    partOf(field) !== 'utilities' || Object.keys(letter.utilities).some((line) => field === `utilities.${line}`);
  const factsOf = (part: (typeof parts)[number]): readonly TextFact[] =>
    letterFields
      .filter((field) => partOf(field) === part && needed(field))
      .map((field) => ({ term: names[field], value: fieldText(language, letter, field) ?? '' }));
  const noNeeds: TextFact = { term: words.steps.utilities, value: words.noNeeds };
  const sections = parts.map((part): CopySection => {
    const facts = factsOf(part);
    const place = { term: words.labels.zoneId, value: zone.names[language] };
    return {
      title: words.steps[part],
      facts: part === 'company' ? [place, ...facts] : facts.length === 0 ? [noNeeds] : facts,
    };
  });
  const contact = contactFacts(language, written);
  return contact.length === 0 ? sections : [...sections, { title: words.steps.contact, facts: contact }];
}
