import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectLineView } from '#core/api/views.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { linkFromMail } from '#test/support/walk.ts';

let host: TestHost;
const names = [
  'ТОО «Мега-Агат»',
  'Mega Stroy LLP',
  'ЖШС «Ақтөбе Жылу»',
  'ТОО Хромтау',
  'Qo‘qon tekstil MChJ',
  'Qoʻqon shisha',
  'Қўқон мева',
  "Qo'qon metall",
  'Бөкей ордасы',
  'Stepnye Zori',
  'Oʻzbek–Qozoq savdo',
  'Ақ жол',
  'Агат',
] as const;
const numbers = new Map<string, string>();
const references = new Map<string, string>();
const bin = (at: number): string => `01034000${String(1000 + at)}`;

beforeAll(async () => {
  host = await openHost();
  for (const [at, name] of names.entries()) {
    const { projectId, number } = await host.submit({ company: { country: 'KZ', name, number: bin(at) } });
    references.set(name, number);
    await host.settle();
    await host.ask(`/api/links/${await linkFromMail(host, projectId, 'c.')}/confirm`, { body: {} });
    numbers.set(name, (await host.project(projectId)).number);
  }
});
afterAll(() => host.close());

const search = async (text: string, more = ''): Promise<readonly ProjectLineView[]> => {
  const { body, status } = await host.ask<{ entries: ProjectLineView[] }>(
    `/api/projects?zone=aqtobe&limit=100&q=${encodeURIComponent(text)}${more}`,
    { as: 'officer' },
  );
  expect(status, text).toBe(200);
  return body.entries;
};
const found = async (text: string): Promise<readonly string[]> => (await search(text)).map(({ company }) => company);

const kokand = ['Qo‘qon tekstil MChJ', 'Qoʻqon shisha', 'Қўқон мева', "Qo'qon metall"];

describe('search', () => {
  it.each(["Qo'qon", 'Qoʻqon', 'Qo‘qon', 'Qo’qon', 'Qo`qon', 'Қўқон', 'Qoqon', 'Кукон', 'QOQON', 'қўқ'])(
    'D20: %s finds all four of Qoʻqon, however each is written',
    async (text) => {
      expect((await found(text)).toSorted()).toEqual(kokand.toSorted());
    },
  );

  it.each<readonly [string, string]>([
    ['Бокей', 'Бөкей ордасы'],
    ['Bokey', 'Бөкей ордасы'],
    ['Актобе', 'ЖШС «Ақтөбе Жылу»'],
    ['Aktobe', 'ЖШС «Ақтөбе Жылу»'],
    ['Aqtobe', 'ЖШС «Ақтөбе Жылу»'],
    ['Степные', 'Stepnye Zori'],
    ['Stepnye', 'Stepnye Zori'],
    ['ozbek', 'Oʻzbek–Qozoq savdo'],
    ["O'zbek", 'Oʻzbek–Qozoq savdo'],
    ['Khromtau', 'ТОО Хромтау'],
    ['ТОО Актобе', 'ЖШС «Ақтөбе Жылу»'],
    ['Ақ-Жол', 'Ақ жол'],
    ['ТОО «Мега-Агат»', 'ТОО «Мега-Агат»'],
    ['товарищество с ограниченной ответственностью «Мега-Агат»', 'ТОО «Мега-Агат»'],
    ['агат мега', 'ТОО «Мега-Агат»'],
  ])('S7 D20 X47: %s finds %s and nothing else', async (text, company) => {
    expect(await found(text)).toEqual([company]);
  });

  it('X47: every word is required, and the legal form is none', async () => {
    expect(await found('ТОО Мега')).toEqual(
      ['Mega Stroy LLP', 'ТОО «Мега-Агат»'].toSorted((a, b) =>
        (numbers.get(a) ?? '') < (numbers.get(b) ?? '') ? -1 : 1,
      ),
    );
    expect(await found('Мега Актобе')).toEqual([]);
  });

  it('S7: the whole name comes first, then names that have the word', async () => {
    expect(await found('Агат')).toEqual(['Агат', 'ТОО «Мега-Агат»']);
  });

  it('S7 A28: a number in every way in which it is typed, its last digits too', async () => {
    const number = numbers.get('Агат') ?? '';
    const [code = '', year = '', serial = ''] = number.split('-');
    expect(number).toMatch(/^AQT-\d{4}-\d{4}$/);
    for (const text of [
      number,
      `${code.toLowerCase()} ${year} ${serial}`,
      `${code}${year}${serial}`,
      `${code}-${year}-${String(Number(serial))}`,
      `АҚТ ${year} ${serial}`,
      `${year} ${serial}`,
      `${code} ${serial}`,
      ` ${number} `,
    ]) {
      expect(await found(text), text).toEqual(['Агат']);
    }
    const reference = references.get('Агат') ?? '';
    expect(reference).not.toBe(number);
    for (const text of [reference, reference.replaceAll('-', ' ').toLowerCase(), reference.split('-').at(-1) ?? ''])
      expect(await found(text), text).toEqual(['Агат']);
    for (const text of [serial, String(Number(serial))]) expect((await found(text))[0], text).toBe('Агат');
  });

  it('S7: a company number, its beginning, and with spaces', async () => {
    const last = bin(names.length - 1);
    for (const text of [last, `${last.slice(0, 6)} ${last.slice(6)}`, `БСН ${last}`])
      expect(await found(text), text).toEqual(['Агат']);
    expect(await found('0103')).toHaveLength(names.length);
  });

  it('S7: comes page after page in one order, each project once, also narrowed', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await host.ask<{ entries: ProjectLineView[]; next?: string }>(
        `/api/projects?zone=aqtobe&limit=5&q=0103${after}`,
        { as: 'officer' },
      );
      seen.push(...body.entries.map(({ number }) => number));
      if (body.next === undefined) break;
      after = `&after=${encodeURIComponent(body.next)}`;
    }
    expect(seen).toEqual([...numbers.values()].toSorted());
    expect(await search('0103', '&sector=metals')).toEqual([]);
    expect(await search('0103', '&stage=letter-of-intent')).toHaveLength(names.length);
  });

  it.each([' ', '—', '#', 'ТОО ТОО', '%', "'", '𝕏', 'a'.repeat(100), 'a b c d e f g h i j k l m n'])(
    'S7: %j is no fault',
    async (text) => {
      expect(Array.isArray(await search(text))).toBe(true);
    },
  );

  it('S7: the page of the office finds so too', async () => {
    const { get } = await visitorOf(host, 'officer');
    const { text } = await get(`/office?zone=aqtobe&q=${encodeURIComponent('Актобе жылу')}`);
    expect(text).toContain('Ақтөбе Жылу');
    expect(text).not.toContain('Хромтау');
  });
});
