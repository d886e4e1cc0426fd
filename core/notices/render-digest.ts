import type { Language } from '../contracts/common.ts';
import { countText, dateText, fill, numberText, textsOf, type Texts } from '../texts/index.ts';
import type { Letter, ListEntry } from './letter.ts';
import { assignmentLabel, placeName } from './names.ts';
import type { DigestContent, DigestEntry, EmailContent } from './notice-content.ts';
import { toEmail } from './to-email.ts';

/** Entries a section shows: three full ones stay below the 102 KB at which Gmail cuts an email off. */
export const mostEntries = 40;

const sections = ['escalated', 'overdue', 'soon'] as const;

function entryOf(texts: Texts, language: Language, entry: DigestEntry): ListEntry {
  const { number, due, overdueDays, actionUrl } = entry;
  const parts = [
    number,
    placeName(texts, entry),
    assignmentLabel(texts, entry),
    fill(texts.digest.due, { due: dateText(language, due) }),
    overdueDays > 0 ? countText(language, texts.digest.late, overdueDays) : undefined,
  ];
  return { text: parts.filter((part) => part !== undefined).join(' · '), url: actionUrl };
}

const listsOf = (texts: Texts, content: DigestContent): Letter['lists'] =>
  sections.filter((section) => content[section].length > 0).map((section) => {
    const entries = content[section];
    const hidden = entries.length - mostEntries;
    return {
      title: texts.digest.sections[section],
      entries: entries.slice(0, mostEntries).map((entry) => entryOf(texts, content.language, entry)),
      more: hidden > 0 ? fill(texts.digest.more, { count: numberText(content.language, hidden) }) : undefined,
    };
  });

/**
 * The one email a day of a person, in their language: what was referred to them, what is overdue, what is due soon, each
 * entry with its own link. Sections without entries are left out. Throws a RangeError for dates that do not exist.
 */
export function renderDigest(content: DigestContent): EmailContent {
  const { language, audience, overdue, escalated, soon } = content;
  const texts = textsOf(language);
  const zone = content.zone[language];
  const date = dateText(language, content.date);
  return toEmail({
    language,
    zone,
    subject: fill(texts.digest.subject, {
      zone, date, overdue: numberText(language, overdue.length + escalated.length), soon: numberText(language, soon.length),
    }),
    heading: fill(texts.digest.heading, { date }),
    greeting: texts.email.greeting[audience],
    paragraphs: [texts.digest.intro[audience]],
    rows: [],
    quotes: [],
    lists: listsOf(texts, content),
    closing: [texts.email.questions],
  });
}
