import { describe, expect, it } from 'vitest';
import { beginningBytes, refusalOf, typeOf } from './file-type.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('X27: a PDF is known where readers look for it', () => {
  it.each([
    ['at once', bytes('%PDF-1.7\n')], ['after the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], '%PDF-1.4')], ['after line breaks', bytes('\r\n\r\n%PDF-1.4')],
    ['after both', bytes([0xef, 0xbb, 0xbf], '\r\n %PDF-1.4')], ['at the last place', bytes(' '.repeat(beginningBytes - 1), '%PDF-1.4')],
  ])('%s', (_, content) => {
    expect(typeOf(content)).toBe('application/pdf');
  });

  it.each([
    ['after a page of HTML', bytes('<script>x</script>%PDF-1.4')], ['after a program', bytes('MZ\0\0%PDF-1.4')], ['too late', bytes(' '.repeat(beginningBytes), '%PDF-1.4')],
    ['nothing but blanks', bytes(' '.repeat(2000))], ['nothing at all', bytes('')],
  ])('not %s', (_, content) => {
    expect(typeOf(content)).toBeUndefined();
  });
});

it.each([
  ['X29', 'letter.pdf', 0, 'empty-file'], ['X31', 'Хат.DOCX', 9, 'word-file'], ['X31', 'letter.doc', 9, 'word-file'], ['A5', 'IMG_1.HEIC', 9, 'heic-file'],
  ['X30', 'letter.pdf.p7s', 9, 'signature-file'], ['X30', 'letter.cms', 9, 'signature-file'], ['X31', 'letter.zip', 9, 'wrong-file-type'], ['X31', 'letter', 9, 'wrong-file-type'],
])('%s: %s of %d bytes is refused as %s', (_, name, size, code) => {
  expect(refusalOf(name, size)).toBe(code);
});
