import { describe, expect, it } from 'vitest';
import { line, nameLine } from './common.ts';
import { StoredContact, StoredLetter } from '../letter/letter-of-intent.ts';
import { letter } from '#test/support/samples.ts';
import { visible } from './visible.ts';

describe('X22, X23: a name', () => {
  it.each(['\u200b', '\u3164', '\u00ad', '\u2800', '\u200d', '\u200e\u200f', ' \u200b ', '\ufeff'])(
    '%j has nothing to see, and is refused',
    (text) => {
      expect(nameLine(100).safeParse(text).success).toBe(false);
    },
  );

  it.each([
    ['ТОО \u202eKZ LTD\u202c «X»', 'ТОО KZ LTD «X»'],
    ['Те\u00adміртау', 'Теміртау'],
    ['\ufeffAqtöbe Cement ', 'Aqtöbe Cement'],
    ['👩‍🏭', '👩‍🏭'],
    ['3M', '3M'],
    ['مصنع', 'مصنع'],
  ])('%j is %j', (text, name) => {
    expect(nameLine(100).parse(text)).toBe(name);
  });

  it('that was stored before stays readable', () => {
    const { contact, consent: _, ...stored } = letter();
    expect(StoredLetter.parse({ ...stored, company: { ...stored.company, name: '\u200b' } }).company.name).toBe(
      '\u200b',
    );
    expect(StoredContact.parse({ ...contact, name: '\u3164' }).name).toBe('\u3164');
    expect(line(10).parse('\u200b')).toBe('\u200b');
  });

  it('loses nothing that can be seen', () => {
    expect(visible('«Қазақ» oʻzbek Ö-1')).toBe('«Қазақ» oʻzbek Ö-1');
  });
});
