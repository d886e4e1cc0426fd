import type { Language } from '../contracts/common.ts';
import { countText, dateText, fill, numberText } from '../texts/index.ts';
import type { Letter, ListEntry } from './letter.ts';
import { assignmentLabel, placeName } from './names.ts';
import type { DigestContent, DigestEntry, EmailContent } from './notice-content.ts';
import { toEmail } from './to-email.ts';
import { wordsOf, type Words } from './words.ts';

/** Entries a section shows: three full ones stay below the 102 KB at which Gmail cuts an email off. */
export const mostEntries = 40;

const sections = ['escalated', 'overdue', 'soon'] as const;

function entryOf(words: Words, language: Language, entry: DigestEntry): ListEntry {
  const { number, due, overdueDays, worker, actionUrl } = entry;
  const parts = [
    number,
    placeName(words, entry),
    assignmentLabel(words, entry),
    fill(words.digest.due, { due: dateText(language, due) }),
    overdueDays > 0 ? countText(language, words.digest.late, overdueDays) : undefined,
    worker && words.digest.worker[worker],
  ];
  return { text: parts.filter((part) => part !== undefined).join(' · '), url: actionUrl };
}

const listsOf = (words: Words, content: DigestContent): Letter['lists'] =>
  sections.filter((section) => content[section].length > 0).map((section) => {
    const entries = content[section];
    const hidden = content.counts[section] - Math.min(entries.length, mostEntries);
    return {
      title: words.digest.sections[section],
      entries: entries.slice(0, mostEntries).map((entry) => entryOf(words, content.language, entry)),
      more: hidden > 0 ? fill(words.digest.more, { count: numberText(content.language, hidden) }) : undefined,
    };
  });

/**
 * The one email a day of a person, in their language: what was referred to them, what is overdue, what is due soon, each
 * entry in one section and with its own link. Sections without entries are left out. Throws a RangeError for dates that do not exist.
 */
export function renderDigest(content: DigestContent): EmailContent {
  const { language, audience, counts: { overdue, escalated, soon } } = content;
  const words = wordsOf(language);
  const zone = content.zone[language];
  const further = content.moreZones.length;
  const date = dateText(language, content.date);
  return toEmail({
    language,
    zone: [content.zone, ...content.moreZones].map((names) => names[language]).join(' · '),
    subject: fill(words.digest.subject, {
      zone: further > 0 ? `${zone} + ${numberText(language, further)}` : zone, date, overdue: numberText(language, overdue + escalated), soon: numberText(language, soon),
    }),
    heading: fill(words.digest.heading, { date }),
    greeting: words.email.greeting[audience],
    paragraphs: [words.digest.intro[audience]],
    rows: [],
    quotes: [],
    lists: listsOf(words, content),
    closing: [words.email.questions],
  });
}
