import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transformSync } from 'esbuild';

/** The blocks of govuk-frontend that the components of `pages/` use; everything else of its stylesheet is left out. */
const blocks = new Set([
  'back-link',
  'body',
  'body-l',
  'body-m',
  'body-s',
  'button',
  'button-group',
  'caption-l',
  'caption-m',
  'checkboxes',
  'date-input',
  'details',
  'error-message',
  'error-summary',
  'fieldset',
  'file-upload',
  'form-group',
  'grid-column-full',
  'grid-column-one-half',
  'grid-column-one-third',
  'grid-column-two-thirds',
  'grid-row',
  'heading-l',
  'heading-m',
  'heading-s',
  'heading-xl',
  'hint',
  'input',
  'inset-text',
  'label',
  'link',
  'list',
  'main-wrapper',
  'notification-banner',
  'pagination',
  'panel',
  'radios',
  'section-break',
  'select',
  'skip-link',
  'summary-card',
  'summary-list',
  'table',
  'tag',
  'task-list',
  'template',
  'textarea',
  'visually-hidden',
  'warning-text',
  'width-container',
]);

interface Rule {
  readonly head: string;
  readonly body: string | readonly Rule[];
}

const endOfBlock = (css: string, open: number): number => {
  for (let at = open + 1, depth = 1; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  throw new Error('The stylesheet ends inside a block');
};

function parse(css: string): Rule[] {
  const rules: Rule[] = [];
  for (let at = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
    const end = endOfBlock(css, open);
    const head = css.slice(at, open).replace(/^.*;/s, '').trim();
    const inner = css.slice(open + 1, end);
    rules.push({ head, body: /^@(media|supports)/.test(head) ? parse(inner) : inner });
    at = end + 1;
  }
  return rules;
}

const blockOf = (name: string): string => name.replace(/(__|--).*$/, '');

/** Whether a selector styles something we draw. Their scripts are not ours, so neither is what these switch on. */
function isUsed(selector: string): boolean {
  if (selector.includes('frontend-supported')) return false;
  const names = [...selector.matchAll(/\.govuk-((?:!|\\!)?[\w-]+)/g)].map(([, name = '']) => blockOf(name));
  return names.length > 0 ? names.every((name) => blocks.has(name)) : selector.startsWith(':root');
}

/** Without their typeface (theirs alone by licence), without spare values of variables that are always set. */
const ours = (declarations: string): string =>
  declarations
    .replace(/(^|;)(font-family|-webkit-font-smoothing|-moz-osx-font-smoothing):[^;]*/g, '')
    .replace(/var\((--[\w-]+),[^()]*\)/g, 'var($1)')
    .replace(/^;/, '');

const commas = /,(?![^(]*\))/;

function pick(rules: readonly Rule[]): string {
  return rules
    .map(({ head, body }) => {
      if (typeof body !== 'string') return wrap(head, pick(body));
      // A printed page must not show the addresses of its links: they are secrets.
      if (head.startsWith('@') || body.includes('attr(href)')) return '';
      return wrap(head.split(commas).filter(isUsed).join(','), ours(body));
    })
    .join('');
}

const wrap = (head: string, body: string): string => (head === '' || body === '' ? '' : `${head}{${body}}`);

export function stylesheet(): string {
  const file = createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css');
  const theirs = pick(parse(readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '')));
  const own = readFileSync(new URL('../../pages/styles/own.css', import.meta.url), 'utf8');
  return transformSync(theirs + own, {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
  }).code.trim();
}
