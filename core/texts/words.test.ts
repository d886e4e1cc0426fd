import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../kernel/common.ts';
import { countText, dateText, fill, numberText } from './index.ts';
import { issueText, problemTextsOf } from './areas/problems.ts';
import { emailTextsOf } from './areas/emails.ts';
import { placesOf } from './fill.ts';
import { issueCodes } from './areas/problems.ts';

describe('fill', () => {
  it('puts in every value, also twice, and numbers', () => {
    expect(fill('{a} of {b}, {a}', { a: 1, b: 'two' })).toBe('1 of two, 1');
  });

  it('does not read braces of a value again', () => {
    expect(fill('{a}', { a: '{b}', b: 'no' })).toBe('{b}');
  });

  it('puts signs of replacement in as they are', () => {
    expect(fill('{a}', { a: '$& $1' })).toBe('$& $1');
  });

  it.each(['due', 'constructor', 'toString'])('throws when {%s} has no value', (name) => {
    expect(() => fill(`x {${name}}`, {})).toThrow(`No value for {${name}}`);
  });

  it('tells the places of a template', () => {
    expect(placesOf('{b} {a} {b}')).toEqual(['b', 'a']);
    expect(placesOf('none')).toEqual([]);
  });
});

describe('dateText', () => {
  it.each<[Language, string]>([
    ['kk', '2026 жылғы 12 қаңтар'],
    ['ru', '12 января 2026 года'],
    ['en', '12 January 2026'],
    ['uz', '2026-yil 12-yanvar'],
    ['uz-cyrl', '2026 йил 12 январь'],
  ])('%s: %s', (language, text) => {
    expect(dateText(language, '2026-01-12')).toBe(text);
  });

  const months: Readonly<Record<Language, string>> = {
    kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
    ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    en: 'January February March April May June July August September October November December',
    uz: 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr',
    'uz-cyrl': 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  };

  it.each(languages)('%s names all twelve months', (language) => {
    const dates = Array.from({ length: 12 }, (_, month) =>
      dateText(language, `2026-${String(month + 1).padStart(2, '0')}-05`),
    );
    expect(dates).toHaveLength(12);
    months[language].split(' ').forEach((name, month) => {
      expect(dates[month]).toContain(name);
    });
    expect(new Set(dates).size).toBe(12);
  });

  it.each(['2026-02-30', '12.01.2026', ''])('refuses %s', (date) => {
    expect(() => dateText('en', date)).toThrow(RangeError);
  });
});

describe('numberText', () => {
  it.each<[Language, string]>([
    ['kk', '4\u00a0500,5'],
    ['ru', '4\u00a0500,5'],
    ['en', '4,500.5'],
    ['uz', '4\u00a0500,5'],
    ['uz-cyrl', '4\u00a0500,5'],
  ])('%s', (language, text) => {
    expect(numberText(language, 4500.5)).toBe(text);
  });
});

describe('countText', () => {
  it.each<[Language, number, string]>([
    ['en', 1, '1 working day late'],
    ['en', 5, '5 working days late'],
    ['ru', 1, 'просрочено на 1 рабочий день'],
    ['ru', 3, 'просрочено на 3 рабочих дня'],
    ['ru', 5, 'просрочено на 5 рабочих дней'],
    ['ru', 11, 'просрочено на 11 рабочих дней'],
    ['ru', 21, 'просрочено на 21 рабочий день'],
    ['kk', 1, '1 жұмыс күніне кешікті'],
    ['kk', 5, '5 жұмыс күніне кешікті'],
    ['uz', 5, '5 ish kuniga kechikdi'],
    ['uz-cyrl', 5, '5 иш кунига кечикди'],
  ])('%s %d', (language, count, text) => {
    expect(countText(language, emailTextsOf(language).digest.late, count)).toBe(text);
  });
});

describe('issueText', () => {
  it('has words of its own for every code', () => {
    expect(new Set(issueCodes.map((code) => issueText('en', code))).size).toBe(issueCodes.length);
  });

  it.each(['constructor', 'never-heard-of'])('gives %s the general words', (code) => {
    expect(issueText('en', code)).toBe(problemTextsOf('en').issues.custom);
  });
});
