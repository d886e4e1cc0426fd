import { languageTags } from '../texts/index.ts';
import { splitRows, type Letter, type ListEntry } from './letter.ts';
import { linesOf } from './one-line.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** No colours: `color-scheme` lets mail programs choose. Relative lengths, words break: never wider than 320 px. */
const styles = {
  html: 'color-scheme:light dark',
  body: 'margin:0;padding:16px;font-family:system-ui,-apple-system,Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere',
  frame: 'max-width:36em;margin:0 auto',
  zone: 'margin:0 0 16px;font-size:14px',
  h1: 'margin:0 0 16px;font-size:24px;line-height:1.25',
  h2: 'margin:24px 0 8px;font-size:18px;line-height:1.25',
  rows: 'margin:16px 0;padding:8px 0;border-top:1px solid #888;border-bottom:1px solid #888',
  row: 'margin:8px 0',
  label: 'font-size:14px',
  value: 'margin:0',
  strong: 'margin:0;font-weight:700',
  quote: 'margin:0;padding:0 0 0 12px;border-left:4px solid #888',
  list: 'margin:0;padding:0 0 0 20px',
  entry: 'margin:0 0 8px',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#00665e;color:#fff;font-weight:700;text-decoration:none',
  small: 'font-size:14px',
} as const;

const element = (name: string, style: string, content: string): string =>
  `<${name} style="${style}">${content}</${name}>`;
const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
const quote = (text: string): string => element('blockquote', styles.quote, linesOf(text).map(escapeHtml).join('<br>'));

const rowsOf = (rows: Letter['rows']): string =>
  rows.length === 0
    ? ''
    : element(
        'dl',
        styles.rows,
        rows
          .map(({ label, value, strong }) =>
            element(
              'div',
              styles.row,
              element('dt', styles.label, escapeHtml(label)) +
                element('dd', strong ? styles.strong : styles.value, escapeHtml(value)),
            ),
          )
          .join(''),
      );

const entryOf = ({ text, url }: ListEntry): string =>
  element(
    'li',
    styles.entry,
    url === undefined ? escapeHtml(text) : `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`,
  );

const listsOf = ({ lists }: Letter): string =>
  lists
    .map(({ title, entries, more }) =>
      [
        element('h2', styles.h2, escapeHtml(title)),
        element('ul', styles.list, entries.map(entryOf).join('')),
        more === undefined ? '' : paragraph(more),
      ].join(''),
    )
    .join('');

const actionOf = ({ action }: Letter): string =>
  action === undefined
    ? ''
    : [
        `<p><a href="${escapeHtml(action.url)}" style="${styles.button}">${escapeHtml(action.label)}</a></p>`,
        element('p', styles.small, `${escapeHtml(action.copyAddress)}<br>${escapeHtml(action.url)}`),
      ].join('');

const everythingOf = ({ everything }: Letter): string =>
  everything === undefined
    ? ''
    : element('p', styles.small, `<a href="${escapeHtml(everything.url)}">${escapeHtml(everything.label)}</a>`);

export function htmlPart(letter: Letter): string {
  const lang = languageTags[letter.language];
  const main = [
    element('p', styles.zone, escapeHtml(letter.zone)),
    element('h1', styles.h1, escapeHtml(letter.heading)),
    paragraph(letter.greeting),
    ...letter.paragraphs.map(paragraph),
    rowsOf(splitRows(letter).above),
    ...letter.quotes.map(({ label, text }) => element('h2', styles.h2, escapeHtml(label)) + quote(text)),
    listsOf(letter),
    actionOf(letter),
    rowsOf(splitRows(letter).below),
    element('p', styles.small, letter.closing.map(escapeHtml).join('<br>')),
    everythingOf(letter),
  ].join('');
  return [
    `<!doctype html><html lang="${lang}" style="${styles.html}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(letter.subject)}</title></head><body style="${styles.body}">`,
    // Some mail programs keep only what is inside the body: the language stands there once more.
    `<div lang="${lang}" style="${styles.frame}">${main}</div></body></html>`,
  ].join('');
}
