import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/common.ts';
import { zones } from '#test/support/samples.ts';
import { writtenLanguages } from '../reference/reference.ts';
import {
  noticeNames,
  ownIssues,
  ownWords,
  OwnTexts,
  placeholdersOf,
  productWords,
  type NoticeName,
} from './own-words.ts';
import { productTexts } from './notice-texts.ts';
import { renderNotice } from './render-notice.ts';
import { sampleEmails } from './sample-notice.ts';

const name: NoticeName = 'rejected.investor';
const texts = (change: object = {}): OwnTexts => {
  const words = { ...productWords('en', name), ...change };
  return { kk: words, ru: words, en: words, 'uz-cyrl': words } as OwnTexts;
};
const version = (own: OwnTexts | object, of: NoticeName = name) => ({
  zoneId: 'alpha',
  name: of,
  at: 1,
  by: 'chief',
  texts: own as OwnTexts,
});
const codes = (own: object): readonly string[] => [
  ...new Set(ownIssues(name, own as OwnTexts).map(({ code }) => code)),
];

describe('words of a zone for a notice', () => {
  it.each(noticeNames)('may begin with those of the product: %s', (one) => {
    expect(OwnTexts.safeParse(productTexts(one)).error).toBeUndefined();
    expect(ownIssues(one, productTexts(one))).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['with the stage that it must name', { opening: 'At {stage} we said no to {number}.' }, []],
    ['that drop the stage', { opening: 'We said no.' }, ['dropped-placeholder']],
    ['with the stage in the heading alone', { heading: 'No at {stage}', opening: 'We said no.' }, []],
    ['with a placeholder nobody knows', { opening: '{stage} {company}' }, ['unknown-placeholder']],
    ['with one of another alphabet', { opening: '{stage} {номер}' }, ['unknown-placeholder']],
    ['with one of another notice', { opening: '{stage} {kept}' }, ['unknown-placeholder']],
    ['with a brace that is left open', { opening: '{stage} {number' }, ['unknown-placeholder']],
    ['with a placeholder in the subject', { subject: 'no {number}' }, ['unknown-placeholder']],
    ['with a placeholder in the last line', { closing: '{stage}' }, ['unknown-placeholder']],
    ['with a link', { opening: '{stage}: https://example.org' }, ['web-address']],
    ['with a link in the subject', { subject: 'www.example.org' }, ['web-address']],
    ['without their sentences', { opening: undefined }, ['missing', 'dropped-placeholder']],
    ['without their last line', { closing: undefined }, ['missing']],
    ['with a subject of two lines', { subject: 'no\r\nBcc: all@example.org' }, ['missing']],
    ['with a subject that is too long', { subject: 'n'.repeat(61) }, ['missing']],
  ])('%s', (_, change, expected) => {
    expect(codes(texts(change))).toEqual(expected);
  });

  it.each(writtenLanguages)('are never without %s', (language) => {
    const { [language]: _, ...rest } = texts();
    expect(ownIssues(name, rest)).toEqual([{ path: `texts.${language}.`, code: 'missing' }]);
    for (const reader of languages) expect(ownWords(name, version(rest), reader)).toBeUndefined();
  });

  it('give way to the product’s when a release has changed the placeholders', () => {
    const own = version(texts({ opening: 'No at {stage}.' }));
    expect(ownWords(name, own, 'en')?.opening).toBe('No at {stage}.');
    const { known, needed } = placeholdersOf(name);
    expect(ownWords(name, own, 'en', { known: [...known, 'day'], needed: [...needed, 'day'] })).toBeUndefined();
    expect(ownWords(name, own, 'en', { known: ['number'], needed: [] })).toBeUndefined();
  });
});

describe('an email in the zone’s own words', () => {
  const evil = '<b onload="x">no</b> & {stage}';
  const cell = {
    notice: 'rejected',
    audience: 'investor',
    number: 'ALP-2026-0001',
    noticeNumber: 'ALP-2026-0001/1',
    zone: zones.alpha.names,
    stage: 'expertise',
    actionUrl: 'https://zone.example.org/l/x',
  } as const;

  it.each(languages)('in %s has them, and whatever else it had', (language) => {
    const own = { kk: 'Қазақша', ru: 'Русский', en: 'English', 'uz-cyrl': 'Ўзбекча' };
    const all = Object.fromEntries(
      Object.entries(own).map(([one, word]) => [
        one,
        {
          subject: `${word} 1`,
          heading: `${word} 2`,
          opening: `${word} {stage}.\n\n${word} {number}.`,
          closing: `${word} 3.`,
        },
      ]),
    );
    const words = ownWords(name, version(all), language);
    const [mine, product] = [renderNotice({ ...cell, language, own: words }), renderNotice({ ...cell, language })];
    const word = language === 'uz' ? 'Oʻzbekcha' : own[language];
    expect(mine.subject).toContain(`${word} 1`);
    for (const part of [`\n\n${word} 2\n`, `${word} ALP-2026-0001.`, `${word} 3.`])
      expect(`\n\n${mine.text}`).toContain(part);
    expect(mine.text).not.toMatch(/[{}]/);
    const facts = (text: string): readonly string[] =>
      text.split('\n').filter((line) => /^[^.?]{1,30}: |^https/.test(line));
    expect(facts(mine.text)).toEqual(facts(product.text));
    expect(mine.html.split('href=').length).toBe(product.html.split('href=').length);
  });

  it('is plain text', () => {
    const { html } = renderNotice({
      ...cell,
      language: 'en',
      own: ownWords(name, version(texts({ heading: evil, opening: evil })), 'en'),
    });
    expect(html).toContain('&lt;b onload=&quot;x&quot;&gt;no&lt;/b&gt; &amp; ');
    expect(html).not.toContain('<b ');
  });
});

describe('the sample of a notice', () => {
  it.each(noticeNames)('%s is an email in every language', (one) => {
    const emails = sampleEmails(zones.alpha, one, undefined, '2026-01-12');
    expect(emails.map(({ language }) => language)).toEqual([...languages]);
    for (const { subject, text } of emails) {
      expect(subject).toContain('ALP-2026-0001');
      expect(text).not.toMatch(/undefined|[{}]/);
    }
  });
});
