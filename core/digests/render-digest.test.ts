import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/common.ts';
import type { Names } from '../reference/reference.ts';
import { countText, dateText, fill } from '../texts/index.ts';
import { needText } from '../texts/need-text.ts';
import { audiences } from '../notices/notice.ts';
import { escapeHtml } from '../notices/html-part.ts';
import type { DigestContent, DigestEntry } from '../notices/notice-content.ts';
import { mostEntries, renderDigest } from './render-digest.ts';
import { longestSubject } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';

const zone: Names = { kk: 'Аймақ', ru: 'Зона', en: 'Zone', uz: 'Zona', 'uz-cyrl': 'Зона' };

const entry = (at: number, some: Partial<DigestEntry> = {}): DigestEntry => ({
  number: `AQT-2025-${String(at).padStart(4, '0')}`,
  stage: 'technical-conditions',
  assignment: 'technical-condition',
  line: 'power',
  due: '2026-01-12',
  overdueDays: 0,
  actionUrl: `https://zone.example.org/p/${at}-end`,
  ...some,
});

const digest = ({ overdue = [], soon = [], escalated = [], ...some }: Partial<DigestContent> = {}): DigestContent => ({
  audience: 'office',
  language: 'en',
  zone,
  moreZones: [],
  date: '2026-01-15',
  overdue,
  soon,
  escalated,
  counts: { overdue: overdue.length, soon: soon.length, escalated: escalated.length },
  ...some,
});

const cells = audiences.digest.flatMap((audience) => languages.map((language) => ({ audience, language })));

describe.each(cells)('digest to $audience in $language', ({ audience, language }) => {
  const words = wordsOf(language);
  const content = digest({
    audience,
    language,
    escalated: [entry(1, { overdueDays: 6 })],
    overdue: [entry(2, { overdueDays: 3, stage: 'council-approval', assignment: 'council-protocol', line: undefined })],
    soon: [entry(3)],
  });
  const { subject, text, html } = renderDigest(content);

  it('says whose it is, of which day and how much', () => {
    expect(subject).toContain(zone[language]);
    expect(subject).toContain(dateText(language, '2026-01-15'));
    expect(subject).toMatch(/: 2 · .*: 1$/);
    for (const part of [text, html]) {
      expect(part).toContain(words.email.greeting[audience]);
      expect(part).toContain(words.digest.intro[audience]);
      expect(part.includes(escapeHtml(words.digest.stops))).toBe(audience === 'investor' || audience === 'party');
      expect(part).not.toMatch(/undefined|[{}]/);
    }
  });

  it('S5, S11: names company, need and due date; what is new comes first, once, and staff get a link to their list', () => {
    const company = `ТОО “Laminate”\r\n${'x'.repeat(200)}`;
    const some = { company, need: { amount: 820, unit: 'kilowatts' as const } };
    const office = digest({
      audience,
      language,
      listUrl: 'https://zone.example.org/office',
      overdue: [
        entry(1, { ...some, overdueDays: 3 }),
        entry(2, { ...some, overdueDays: 1, due: '2026-01-14', isNew: true }),
      ],
      soon: [entry(3, { ...some, due: '2026-01-16', isNew: true, unconfirmed: true })],
    });
    const email = renderDigest(office);
    const order = [
      words.digest.sections.fresh,
      'AQT-2025-0002',
      'AQT-2025-0003',
      words.digest.sections.overdue,
      'AQT-2025-0001',
      words.digest.workList,
    ];
    for (const part of [email.text, email.html]) {
      const places = order.map((word) => part.indexOf(word));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(part).not.toContain(words.digest.sections.soon);
      expect(part).toContain('AQT-2025-0001 · ТОО “Laminate” x');
      expect(part).toContain(
        `… · ${words.stages['technical-conditions']} (${words.utilities.power}) · ${needText(language, some.need)} · `,
      );
      expect(part.split(words.digest.unconfirmed)).toHaveLength(2);
    }
    expect(email.subject).toContain(fill(words.digest.subject.fresh, { count: '2' }));
  });

  it('has each entry once, with stage, line or assignment, due date, delay and link', () => {
    for (const part of [text, html]) {
      for (const at of [1, 2, 3]) expect(part.split(`https://zone.example.org/p/${at}-end`)).toHaveLength(2);
      expect(part).toContain(`AQT-2025-0001 · ${words.stages['technical-conditions']} (${words.utilities.power}) · `);
      expect(part).toContain(
        `AQT-2025-0002 · ${words.stages['council-approval']} · ${words.assignments['council-protocol'].name} · `,
      );
      expect(part).toContain(countText(language, words.digest.late, 6));
      expect(part).toContain(countText(language, words.digest.late, 3));
      expect(part).not.toContain(countText(language, words.digest.late, 0));
      expect(part).toContain(dateText(language, '2026-01-12'));
    }
  });

  it('puts what was referred first, then what is overdue, then what is due soon', () => {
    for (const part of [text, html]) {
      const places = (['escalated', 'overdue', 'soon'] as const).map((section) =>
        part.indexOf(words.digest.sections[section]),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
    }
  });
});

describe('digest', () => {
  it('A12: leaves empty sections out, and what there is none of out of the subject', () => {
    const { text, html, subject } = renderDigest(digest({ soon: [entry(1)] }));
    expect(subject).toBe('Zone · 15 January 2026 · due soon: 1');
    for (const part of [text, html]) {
      expect(part).toContain('Due soon');
      expect(part).not.toMatch(/Overdue|Referred/);
    }
  });

  it('takes an entry without a link', () => {
    const { text, html } = renderDigest(digest({ soon: [entry(1, { actionUrl: undefined })] }));
    expect(text).toContain('AQT-2025-0001');
    expect(html).not.toContain('href');
  });

  it('stays below 102 KB, the size at which Gmail cuts, and tells how many it does not show', () => {
    const company = 'Ж'.repeat(200);
    const many = Array.from({ length: 1500 }, (_, at) =>
      entry(at + 1, {
        company,
        overdueDays: 3,
        stage: 'contract-and-land',
        assignment: 'contract',
        worker: 'colleague',
        actionUrl: `https://zone.example.org/office/assignments/${'a'.repeat(60)}`,
      }),
    );
    const fresh = many.map((one) => ({ ...one, isNew: true }));
    const { text, html, subject } = renderDigest(
      digest({ language: 'ru', overdue: many, soon: many, escalated: [...fresh, ...many] }),
    );
    expect(html.split('<li').length - 1).toBe(4 * mostEntries);
    expect(text.split('Не показано здесь: 1\u00a0475')).toHaveLength(5);
    expect(html.split('Не показано здесь: 1\u00a0475')).toHaveLength(5);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(subject).toContain('4\u00a0500');
  });

  it('R9: tells the true count of what it was not even given', () => {
    const listed = Array.from({ length: 200 }, (_, at) => entry(at + 1, { overdueDays: 3 }));
    const { subject, text, html } = renderDigest(
      digest({ overdue: listed, counts: { overdue: 2000, soon: 0, escalated: 0 } }),
    );
    expect(subject).toMatch(/: 2,000$/);
    for (const part of [text, html]) expect(part).toContain('Not shown here: 1,975');
  });

  it('shows all when there is just room', () => {
    const { text } = renderDigest(digest({ soon: Array.from({ length: mostEntries }, (_, at) => entry(at + 1)) }));
    expect(text).toContain(`AQT-2025-00${mostEntries}`);
    expect(text).not.toContain('Not shown');
  });

  it('makes names of zones harmless', () => {
    const evil = '<b>\r\nBcc: all@example.org';
    const names = Object.fromEntries(languages.map((language) => [language, evil.repeat(20)])) as Names;
    const { subject, text, html } = renderDigest(digest({ zone: names, soon: [entry(1)] }));
    expect(subject).not.toMatch(/[\r\n]/);
    expect([...subject].length).toBeLessThanOrEqual(longestSubject);
    expect(text).not.toMatch(/^Bcc/m);
    expect(html).not.toContain('<b>');
  });
});
