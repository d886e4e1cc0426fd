import { calendarOf } from '../calendar/calendar.ts';
import { localDateOf } from '../calendar/local-date.ts';
import type { Language } from '../kernel/common.ts';
import type { Ports, ZoneSetting } from '../kernel/ports.ts';
import { givenAnswers, letterSections, type CopySection, type GivenAnswer } from '../letter/letter-copy.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import type { Aggregate } from '../project/project.ts';
import { emailTextsOf } from '../texts/areas/emails.ts';
import { capital } from '../texts/capital.ts';
import { givenFacts } from '../texts/given-facts.ts';
import { dateText, textsOf } from '../texts/index.ts';
import { assignmentName } from './names.ts';
import type { NoticeContent } from './notice-content.ts';

function answerSection(language: Language, { kind, line, on, outcome, facts = {}, words }: GivenAnswer): CopySection {
  const texts = textsOf(language);
  const { rows, quotes } = emailTextsOf(language).email;
  return {
    title: `${capital(language, assignmentName(texts, kind, line))} · ${dateText(language, on)}`,
    facts: [
      { term: rows.answer, value: texts.outcomes[outcome] },
      ...givenFacts(language, kind, facts),
      ...(words === undefined ? [] : [{ term: quotes.explanation, value: words }]),
    ],
  };
}

/** What the investor has said, for them alone. */
export async function copyOf(
  { projects }: Pick<Ports, 'projects'>,
  aggregate: Aggregate,
  { zone }: ZoneSetting,
  contact: PaperContact,
): Promise<NoticeContent['copy']> {
  const letter = await projects.letter(aggregate.project.projectId);
  if (letter === undefined) return undefined;
  const { offsetMinutes } = calendarOf(zone.country, zone.overrides);
  const answers = await givenAnswers(projects, aggregate, (at) => localDateOf(at, offsetMinutes));
  return [
    ...letterSections(contact.language, { letter, zone, contact }),
    ...answers.map((answer) => answerSection(contact.language, answer)),
  ];
}
