import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hardCoded, sentencesIn } from './hard-coded.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .toSorted();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the search finds', () => {
  it.each([
    ['text between tags', '<p>Hello</p>', 'Hello'],
    ['a text of another alphabet', '<p>Сәлем</p>', 'Сәлем'],
    ['a text in braces', "<p>{'Hello'}</p>", 'Hello'],
    ['one branch', "<p>{isLate ? 'late' : words.due}</p>", 'late'],
    ['what follows a condition', "<p>{isLate && 'late'}</p>", 'late'],
    ['a piece of a template', '<p>{`${count} projects`}</p>', 'projects'],
    ['an attribute', '<img alt="A map" />', 'A map'],
    ['an attribute in braces', "<nav aria-label={'Pages'} />", 'Pages'],
    ['a property of a component', '<Field label="Name" />', 'Name'],
    ['a property of an object', "const choice = { value: 'a', text: 'First' };", 'First'],
  ])('%s', (_, source, text) => {
    expect(hardCoded(source).map((one) => one.text)).toEqual([text]);
  });

  it.each([
    ['texts', '<p title={words.title}>{words.hello}</p>'],
    ['signs', '<p> · {count}: — </p>'],
    ['classes and ids', '<p class="govuk-body" id="x" name={`a.${b}`} />'],
    ['what is compared', "<p>{kind === 'late' && words.late}</p>"],
    ['what is looked up', "<p>{words['late']}</p>"],
  ])('nothing in %s', (_, source) => {
    expect(hardCoded(source)).toEqual([]);
  });

  it('sentences in code, but not in errors or markup', () => {
    expect(sentencesIn("const a = 'Please wait.';", 'a.ts')).toHaveLength(1);
    expect(sentencesIn("const a = 'хат';", 'a.ts')).toHaveLength(1);
    expect(
      sentencesIn('throw new Error(\'No such zone\'); const a = `<p class="one two">${words.a}</p>`;', 'a.ts'),
    ).toEqual([]);
  });
});

it('there are views to look at', () => {
  expect(files('pages/**/*.tsx').length).toBeGreaterThan(40);
});

/** The form of a project's number, the same in every language. */
const sample = /^[A-Z]{3}-\d{4}-\d{4}$/;

describe('no text is hard-coded in', () => {
  it.each(files('pages/**/*.{ts,tsx}').filter((file) => !file.startsWith('pages/assets')))('%s', (file) => {
    expect(hardCoded(read(file), file).filter(({ text }) => !sample.test(text))).toEqual([]);
  });
});

/** Where pages, emails, files and problem documents are made. */
const made = [
  'core/notices/**/*.ts',
  'core/*/compose-*.ts',
  'functions/http/**/*.ts',
  'functions/events/**/*.ts',
  'pages/**/*.{ts,tsx}',
]
  .flatMap((pattern) => files(pattern))
  .filter((file) => !file.startsWith('functions/http/openapi'));

/** Words that protocols fix, by the file that says them. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  'pages/kit/calendar-file.ts': ['Due dates'],
  'pages/kit/elsewhere.ts': ['public, max-age=86400'],
  'pages/kit/issuer.ts': ['openid email'],
  'functions/events/record-delivery.ts': [
    'Email Delivered',
    'Email Bounced',
    'Email Complaint Received',
    'Email Rejected',
  ],
  'functions/events/record-scan.ts': ['GuardDuty Malware Protection Object Scan Result'],
  'pages/public/open-data/handler.ts': ['public, max-age='],
  'pages/public/asset.ts': ['public, max-age=31536000, immutable'],
  'pages/kit/serve-page.ts': ['accept-language, accept-encoding, cookie'],
  'pages/documents/upload-places.ts': ['инвес', 'компа', 'немес', 'құрыл', 'қурил'],
  'pages/scripts/upload.ts': ['.upload form'],
  'pages/scripts/site.ts': ['govuk-error-message too-big'],
  'pages/layout.tsx': ['width=device-width, initial-scale=1'],
};
/** Declarations of styles and of the policy of a page, an image in an address, names of classes. */
const technical = /^(?:[\w-]+:[^;]*;)+|^[\w-]+:[^;]+$|^default-src|^data:|^(?:(?:govuk-|[a-z]+(?:__|--))[\w-]+ ?)+$/;

describe('no sentence is written into', () => {
  it.each(made)('%s', (file) => {
    expect(
      sentencesIn(read(file), file).filter(({ text }) => !technical.test(text) && !fixed[file]?.includes(text)),
    ).toEqual([]);
  });
});
