import { splitRows, type Letter, type ListEntry } from './letter.ts';
import { linesOf } from './one-line.ts';

const quoted = (text: string): string =>
  linesOf(text)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const entry = ({ text, url }: ListEntry): string => [`- ${text}`, ...(url === undefined ? [] : [url])].join('\n');

export function textPart(letter: Letter): string {
  const { heading, greeting, paragraphs, quotes, lists, action, closing, zone, everything } = letter;
  const { above, below } = splitRows(letter);
  const rowLines = (rows: Letter['rows']): string => rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
  const blocks = [
    heading,
    greeting,
    ...paragraphs,
    rowLines(above),
    ...quotes.map(({ label, text }) => `${label}:\n${quoted(text)}`),
    ...lists.flatMap(({ title, entries, more }) => [`${title}:`, ...entries.map(entry), more ?? '']),
    action ? `${action.label}:\n${action.url}` : '',
    rowLines(below),
    [...closing, zone].join('\n'),
    everything ? `${everything.label}:\n${everything.url}` : '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
