import { emailTextsOf } from '../texts/areas/emails.ts';
import { htmlPart } from './html-part.ts';
import type { Letter } from './letter.ts';
import type { EmailContent } from './notice-content.ts';
import { oneLine } from './one-line.ts';
import { textPart } from './text-part.ts';

/** Long subjects are cut by mail programs and by filters (ours; RFC 5322 bounds a line at 998 octets). */
export const longestSubject = 150;

const longestZone = 60;

export const cut = (text: string, longest = longestSubject): string => {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
};

/** Only quotes have lines of their own: anywhere else a line break would let a value pass for something we say. */
const onLines = (letter: Letter): Letter => ({
  ...letter,
  subject: cut(oneLine(letter.subject)),
  zone: oneLine(letter.zone),
  heading: oneLine(letter.heading),
  paragraphs: letter.paragraphs.map(oneLine),
  rows: letter.rows.map((row) => ({ ...row, value: oneLine(row.value) })),
  lists: letter.lists.map((list) => ({
    ...list,
    entries: list.entries.map((entry) => ({ ...entry, text: oneLine(entry.text) })),
  })),
  closing: letter.closing.map(oneLine),
});

/** Lists of emails show little of a sender, and SES bounds it: the zone first, the product after it (ours). */
const senderOf = ({ language, zone }: Letter): string =>
  `${cut(zone, longestZone)} · ${emailTextsOf(language).email.product}`;

export function toEmail(letter: Letter): EmailContent {
  const safe = onLines(letter);
  return { sender: senderOf(safe), subject: safe.subject, text: textPart(safe), html: htmlPart(safe) };
}
