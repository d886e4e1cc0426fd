import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, type Language, type UtilityNeed } from '../kernel/common.ts';
import { assignmentKinds } from '../stages/facts.ts';
import { noticeKinds } from './notice.ts';
import type { Names } from '../reference/reference.ts';
import { assignmentSpecs } from '../stages/assignment-kind.ts';
import { stageIds } from '../stages/stage-id.ts';
import { dateText, languageTags, numberText } from '../texts/index.ts';
import { audiences, type NoticeAudience } from './notice.ts';
import { escapeHtml } from './html-part.ts';
import type { EmailContent, NoticeContent } from './notice-content.ts';
import { renderNotice } from './render-notice.ts';
import { longestSubject } from './to-email.ts';
import { wordsOf } from './words.ts';

const zone: Names = {
  kk: '«Ақтөбе» АЭА',
  ru: 'СЭЗ «Актобе»',
  en: 'Aqtöbe SEZ',
  uz: '“Oqtoʻbe” EIZ',
  'uz-cyrl': '«Оқтўбе» ЭИЗ',
};
const url = 'https://zone.example.org/l/7f3kQ2m9?a=1&b=2';
const everyAudience: readonly NoticeAudience[] = ['investor', 'party', 'office'];
const notices = noticeKinds.filter((kind) => kind !== 'digest');
const cells = notices.flatMap((notice) =>
  audiences[notice].flatMap((audience) => languages.map((language) => ({ notice, audience, language }))),
);
type Cell = (typeof cells)[number];

const bare = (cell: Cell): NoticeContent => ({
  ...cell,
  number: 'AQT-2025-0001',
  noticeNumber: 'AQT-2025-0001/17',
  zone,
  stage: 'technical-conditions',
});

const full = (cell: Cell): NoticeContent => ({
  ...bare(cell),
  due: '2026-01-12',
  assignment: 'technical-condition',
  about: 'technical-condition',
  line: 'power',
  need: { amount: 4500, unit: 'kilowatts' },
  outcome: 'issued-with-conditions',
  reasonCode: 'no-capacity',
  from: '2026-01-05',
  to: '2026-01-19',
  note: 'First line\nsecond line',
  report: 'The gate is locked',
  who: { kind: 'party', names: zone },
  appeal: 'Write to the akimat',
  actionUrl: url,
});

/** Notices of an assignment that is answered or closed. */
const isSettled = ({ notice }: Cell): boolean =>
  ['assignment-closed', 'answer-recorded', 'answer-received', 'line-answered', 'corrected', 'obstacle-closed'].includes(
    notice,
  );

/** What the words beside a notice are called. */
const noteLabel = (texts: ReturnType<typeof wordsOf>, { notice }: Cell): string =>
  texts.email.quotes[
    notice === 'obstacle-answered' || notice === 'question-answered'
      ? 'answer'
      : notice === 'obstacle-resolved'
        ? 'resolution'
        : notice === 'note-shared'
          ? 'note'
          : 'conditions'
  ];

const count = (text: string, part: string): number => text.split(part).length - 1;

/** Fails unless tags close in order, attributes are quoted, and nothing else holds an angle bracket. */
function expectWellFormed(html: string): void {
  const open: string[] = [];
  const rest = html
    .replace(/^<!doctype html>/, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g, (_, slash: string, name: string) => {
      if (slash) expect(open.pop()).toBe(name);
      else if (!['meta', 'br'].includes(name)) open.push(name);
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
}

const tagsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name = '']) => name));
const visible = (html: string): string => html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, ' ');

function expectWhole({ subject, text, html }: EmailContent): void {
  for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
  expect(subject).not.toMatch(/[\r\n]/);
  expect([...subject].length).toBeLessThanOrEqual(longestSubject);
  expectWellFormed(html);
  expect(Buffer.byteLength(html)).toBeLessThan(12 * 1024);
}

describe.each(cells)('$notice to $audience in $language', (cell) => {
  const texts = wordsOf(cell.language);
  // An approval carries the stage that begins and tells of the one before it.
  const stageName = texts.stages[cell.notice === 'stage-approved' ? 'contract-and-land' : 'technical-conditions'];
  const { heading, action } = (texts.notices[cell.notice] as Record<string, { heading: string; action: string }>)[
    cell.audience
  ]!;

  it('stands with nothing but what every notice has', () => {
    const email = renderNotice(bare(cell));
    expectWhole(email);
    expect(email.subject).toContain('AQT-2025-0001 · ');
    expect(email.subject).toContain(stageName);
    expect(email.sender).toBe(`${zone[cell.language]} · ${texts.email.product}`);
    expect(email.html).not.toContain('href');
    for (const part of [email.text, visible(email.html)]) {
      for (const word of [heading, texts.email.greeting[cell.audience], 'AQT-2025-0001/17', zone[cell.language]])
        expect(part).toContain(word);
      // The office's own mailbox is where replies go: it is not told to write to itself.
      expect(part.includes(texts.email.questions)).toBe(cell.audience !== 'office');
    }
  });

  it('carries all it was given', () => {
    const email = renderNotice(full(cell));
    expectWhole(email);
    expect(email.subject).toContain(`${stageName} (${texts.utilities.power})`);
    // The day of an assignment that is answered or closed would only alarm.
    for (const part of [email.text, email.html])
      expect(part.includes(dateText(cell.language, '2026-01-12'))).toBe(!isSettled(cell));
    expect(email.subject.includes(dateText(cell.language, '2026-01-12'))).toBe(
      !isSettled(cell) && cell.notice !== 'receipt',
    );
    const words = [
      'AQT-2025-0001',
      stageName,
      texts.utilities.power,
      texts.assignments['technical-condition'].name,
      numberText(cell.language, 4500),
      texts.outcomes['issued-with-conditions'],
      texts.reasons['no-capacity'],
      ...['2026-01-05', '2026-01-19'].map((date) => dateText(cell.language, date)),
    ];
    for (const part of [email.text, visible(email.html)]) for (const word of words) expect(part).toContain(word);
  });

  it('has one link, named by what it does, and the address in plain', () => {
    const { text, html } = renderNotice(full(cell));
    expect(text.split('\n').filter((line) => line === url)).toHaveLength(1);
    expect(count(text, url)).toBe(1);
    expect(text).toContain(`${action}:\n${url}`);
    expect(count(html, `href="${escapeHtml(url)}"`)).toBe(1);
    expect(count(html, 'href=')).toBe(1);
    expect(html).toContain(`>${escapeHtml(action)}</a>`);
    expect(count(visible(html), escapeHtml(url))).toBe(1);
  });

  it('names who has an obstacle, or who wrote about it', () => {
    const label =
      texts.email.rows[
        cell.notice === 'obstacle-answered' || cell.notice === 'time-asked'
          ? 'author'
          : cell.notice === 'answer-received'
            ? 'answeredBy'
            : 'owner'
      ];
    expect(renderNotice(full(cell)).text).toContain(`${label}: ${zone[cell.language]}\n`);
    expect(renderNotice({ ...full(cell), who: { kind: 'investor' } }).text).toContain(
      `${label}: ${texts.holders.investor}\n`,
    );
  });

  it("says its language to the reader's program", () => {
    expect(renderNotice(bare(cell)).html).toContain(`<html lang="${languageTags[cell.language]}"`);
  });

  it('quotes the office or a party, never in a receipt', () => {
    const { text, html } = renderNotice(full(cell));
    const quoted = cell.notice !== 'receipt';
    const report = texts.email.quotes[cell.notice === 'question-answered' ? 'question' : 'report'];
    expect(text.includes(`${report}:\n> The gate is locked\n`)).toBe(quoted);
    expect(text.includes(`${noteLabel(texts, cell)}:\n> First line\n> second line\n`)).toBe(quoted);
    expect(text.includes(`${texts.email.quotes.appeal}:\n> Write to the akimat\n`)).toBe(quoted);
    expect(html.includes('First line<br>second line</blockquote>')).toBe(quoted);
    expect(html.includes('Write to the akimat</blockquote>')).toBe(quoted);
  });

  it('makes whatever was typed harmless', () => {
    const evil = '<script>alert(1)</script>"\' onload="x"\r\nBcc: all@example.org\r\n\u0000\u2028{number}&lt;';
    const names = Object.fromEntries(languages.map((language) => [language, evil])) as Names;
    const email = renderNotice({
      ...full(cell),
      number: evil,
      noticeNumber: evil,
      zone: names,
      note: evil,
      appeal: evil,
      actionUrl: 'https://x.example.org/"><script>',
    });
    expect(email.subject).not.toMatch(/\p{Cc}|\u2028/u);
    expect(email.text).not.toMatch(/^Bcc/m);
    expect(email.text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expectWellFormed(email.html);
    expect([...tagsOf(email.html)].filter((tag) => ['script', 'img', 'iframe', 'style', 'form'].includes(tag))).toEqual(
      [],
    );
    expect(tagsOf(email.html)).toEqual(tagsOf(renderNotice(full(cell)).html));
  });
});

describe('whom a notice goes to', () => {
  const wrong = notices.flatMap((notice) =>
    everyAudience
      .filter((audience) => !(audiences[notice] as readonly string[]).includes(audience))
      .map((audience) => ({ notice, audience })),
  );

  it.each(wrong)('$notice is refused to $audience', (pair) => {
    expect(() => renderNotice(bare({ ...pair, language: 'en' }))).toThrow(
      `No notice '${pair.notice}' goes to: ${pair.audience}`,
    );
  });
});

describe('an assignment', () => {
  const asked = assignmentKinds.flatMap((assignment) => languages.map((language) => ({ assignment, language })));
  const audienceOf = (assignment: (typeof assignmentKinds)[number]): NoticeAudience => {
    const { holder } = assignmentSpecs[assignment];
    return holder === 'office' || holder === 'investor' ? holder : 'party';
  };

  it.each(asked)('$assignment in $language asks in words of its own', ({ assignment, language }) => {
    const texts = wordsOf(language);
    const content = {
      ...bare({ notice: 'assignment', audience: audienceOf(assignment), language }),
      assignment,
      due: '2026-01-12',
    };
    const email = renderNotice(content);
    expectWhole(email);
    for (const ask of texts.assignments[assignment].request.split(/\{\w+\}/)) {
      expect(email.text).toContain(ask);
      expect(visible(email.html)).toContain(escapeHtml(ask));
    }
    expect(email.text).toContain(`${texts.email.rows.asked}: ${texts.assignments[assignment].name}\n`);
    expect(email.text).toContain(`${texts.email.rows.answerBy}: ${dateText(language, '2026-01-12')}\n`);
  });

  it.each([
    ['technical-condition', 'gas', 'Gas company'],
    ['plot', undefined, 'Land department'],
    ['architectural-planning', undefined, 'Architecture department'],
    ['financing', undefined, 'Bank'],
    ['council-protocol', undefined, 'Council secretary'],
    ['expertise', undefined, 'Expert review body'],
    [undefined, undefined, 'Responsible party'],
  ] as const)('%s %s is asked of: %s', (assignment, line, name) => {
    const { text } = renderNotice({
      ...bare({ notice: 'assignment', audience: 'party', language: 'en' }),
      assignment,
      line,
    });
    expect(text).toContain(`Who must answer: ${name}\n`);
  });

  it.each([
    ['cure', 'returned your documents with comments (technical conditions, gas)'],
    ['refusal', 'has refused a request (technical conditions, gas)'],
  ] as const)('%s says what it is about', (assignment, words) => {
    const audience = assignment === 'cure' ? 'investor' : 'office';
    const { text } = renderNotice({
      ...bare({ notice: 'assignment', audience, language: 'en' }),
      assignment,
      about: 'technical-condition',
      line: 'gas',
    });
    expect(text).toContain(words);
  });
});

describe('A20: what the office or a party wrote', () => {
  const said = [
    'correction',
    'document-returned',
    'rejected',
    'sent-back',
    'terminated',
    'note-shared',
    'obstacle-answered',
    'obstacle-resolved',
  ] as const;

  it.each(said.flatMap((notice) => languages.map((language) => ({ notice, language }))))(
    '$notice in $language: days, words and button come before other facts',
    ({ notice, language }) => {
      const cell: Cell = { notice, audience: 'investor', language };
      const { rows } = wordsOf(language).email;
      const { text, html } = renderNotice(full(cell));
      for (const part of [text, html]) {
        const button = part.indexOf(part === text ? url : escapeHtml(url));
        expect(part.indexOf('First line')).toBeGreaterThan(0);
        expect(part.indexOf('First line')).toBeLessThan(button);
        expect(part.indexOf(dateText(language, '2026-01-12'))).toBeLessThan(part.indexOf('First line'));
        for (const label of ['project', 'zone', 'stage'] as const)
          expect(part.lastIndexOf(part === text ? `\n${rows[label]}: ` : `>${rows[label]}<`)).toBeGreaterThan(button);
      }
    },
  );
});

describe('a correction', () => {
  const asked = (some: Partial<NoticeContent>): string =>
    renderNotice({ ...bare({ notice: 'correction', audience: 'investor', language: 'en' }), ...some }).text;

  it('of a stage says that the office has returned it', () => {
    const words = 'The zone office has returned your documents for the stage “Technical conditions” for correction.';
    expect(asked({ assignment: 'correction' })).toContain(words);
    expect(asked({})).toContain(words);
  });

  it('of what a party returned says what that was', () => {
    const text = asked({ assignment: 'cure', about: 'technical-condition', line: 'gas' });
    expect(text).toContain('returned your documents with comments (technical conditions, gas)');
    expect(text).not.toContain('zone office has returned');
  });
});

describe('subjects', () => {
  const office = bare({ notice: 'assignment', audience: 'party', language: 'en' });

  it.each<[Partial<NoticeContent>, string]>([
    [
      { assignment: 'technical-condition', line: 'power', due: '2026-01-12' },
      'AQT-2025-0001 · Technical conditions (power) · answer by 12 January 2026',
    ],
    [
      { assignment: 'architectural-planning', due: '2026-01-12' },
      'AQT-2025-0001 · Technical conditions · architectural-planning assignment · answer by 12 January 2026',
    ],
    [
      { notice: 'extended', due: '2026-01-12' },
      'AQT-2025-0001 · Technical conditions · due date extended · due 12 January 2026',
    ],
    [
      { notice: 'stage-approved', audience: 'investor' },
      'AQT-2025-0001 · Participant contract and land plot · stage approved',
    ],
    [
      { notice: 'line-answered', audience: 'investor', line: 'gas', due: '2026-01-12' },
      'AQT-2025-0001 · Technical conditions (gas) · answer on a utility line',
    ],
  ])('%j', (some, subject) => {
    expect(renderNotice({ ...office, ...some }).subject).toBe(subject);
  });

  it.each(languages)('Y3: in %s say no stage and its assignment of the same name twice', (language) => {
    for (const stage of stageIds) {
      for (const assignment of ['documentation', 'expertise'] as const) {
        const parts = renderNotice({ ...office, language, stage, assignment, due: '2026-01-12' })
          .subject.toLowerCase()
          .split(' · ');
        expect(new Set(parts).size, parts.join(' · ')).toBe(parts.length);
      }
    }
  });

  it.each(languages)('in %s keep number, stage and due date whole at any length', (language) => {
    for (const cell of cells.filter((one) => one.language === language)) {
      for (const stage of stageIds) {
        const { subject } = renderNotice({
          ...bare(cell),
          stage,
          due: '2026-09-30',
          assignment: 'documentation-check',
        });
        const about = cell.notice === 'stage-approved' ? (stageIds[stageIds.indexOf(stage) - 1] ?? stage) : stage;
        expect(subject.startsWith(`AQT-2025-0001 · ${wordsOf(language).stages[about]} · `)).toBe(true);
        expect(subject.endsWith(dateText(language, '2026-09-30'))).toBe(!isSettled(cell) && cell.notice !== 'receipt');
        expect(subject.length).toBeLessThanOrEqual(longestSubject);
      }
    }
  });

  it('never hold a control character and never grow too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (number) => {
        const { subject } = renderNotice({ ...office, number });
        expect(subject).not.toMatch(/\p{Cc}|[\u2028\u2029]/u);
        expect([...subject].length).toBeLessThanOrEqual(longestSubject);
      }),
    );
  });
});

describe('rows', () => {
  const extended = {
    ...bare({ notice: 'extended', audience: 'investor', language: 'en' }),
    from: '2026-01-05',
    to: '2026-01-19',
  };
  const rows = (content: NoticeContent): readonly string[] =>
    renderNotice(content)
      .text.split('\n')
      .filter((line) => /^[A-Z][\w ]+: ./.test(line));

  it('set off the day to answer by, and nothing else', () => {
    const { html } = renderNotice({
      ...bare({ notice: 'assignment', audience: 'party', language: 'en' }),
      due: '2026-01-12',
    });
    expect([...html.matchAll(/<dd style="[^"]*font-weight:700">([^<]*)</g)].map(([, value]) => value)).toEqual([
      '12 January 2026',
    ]);
  });

  it('tell an extension by its old and its new day, once', () => {
    expect(rows({ ...extended, due: '2026-01-19' }).slice(-2)).toEqual([
      'Previous due date: 5 January 2026',
      'New due date: 19 January 2026',
    ]);
  });

  it('tell a suspension by its day of review', () => {
    expect(rows({ ...extended, notice: 'suspended', from: undefined })).toContain('Suspended until: 19 January 2026');
  });

  it('tell an approval by the stage that is over and the one that begins', () => {
    const lines = rows(bare({ notice: 'stage-approved', audience: 'investor', language: 'en' }));
    expect(lines).toContain('Stage: Participant contract and land plot');
    expect(lines).toContain('Next stage: Technical conditions');
    expect(rows(bare({ notice: 'rejected', audience: 'investor', language: 'en' })).join()).not.toContain('Next stage');
  });

  it('call an answer an answer and a decision a decision', () => {
    expect(
      rows({ ...bare({ notice: 'line-answered', audience: 'investor', language: 'en' }), outcome: 'refused' }),
    ).toContain('Answer: refused');
    expect(
      rows({ ...bare({ notice: 'rejected', audience: 'investor', language: 'en' }), outcome: 'rejected' }),
    ).toContain('Decision: rejected');
  });

  const needs: readonly [UtilityNeed['unit'], string][] = [
    ['kilowatts', '1,200 kW'],
    ['cubicMetresPerHour', '1,200 m³ an hour'],
    ['cubicMetresPerDay', '1,200 m³ a day'],
    ['gigacaloriesPerHour', '1,200 Gcal an hour'],
    ['megabitsPerSecond', '1,200 Mbit/s'],
    ['trucksPerDay', 'trucks a day: 1,200'],
    ['wagonsPerDay', 'wagons a day: 1,200'],
  ];

  it.each(needs)('tell a need in %s as %s', (unit, text) => {
    expect(rows({ ...extended, need: { amount: 1200, unit } })).toContain(`Needed: ${text}`);
  });
});

describe('weight', () => {
  it.each(languages)(
    'in %s stays below 12 KiB with the longest reason and appeal a person can write',
    (language: Language) => {
      const long = 'ө'.repeat(2000);
      const { html } = renderNotice({
        ...full({ notice: 'rejected', audience: 'investor', language }),
        note: long,
        appeal: long.slice(0, 1000),
      });
      expect(Buffer.byteLength(html)).toBeLessThan(12 * 1024);
      const resolved = renderNotice({
        ...bare({ notice: 'obstacle-resolved', audience: 'investor', language }),
        report: long,
        note: long,
        line: 'power',
        actionUrl: url,
      });
      expect(Buffer.byteLength(resolved.html)).toBeLessThan(12 * 1024);
    },
  );
});

describe('escapeHtml', () => {
  it('leaves no sign that HTML reads, and loses none', () => {
    const back: Readonly<Record<string, string>> = {
      '&amp;': '&',
      '&lt;': '<',
      '&gt;': '>',
      '&quot;': '"',
      '&#39;': "'",
    };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ';', '#39', 'amp') }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => back[entity] ?? '')).toBe(text);
      }),
    );
  });
});
