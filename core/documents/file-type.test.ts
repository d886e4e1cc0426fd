import { describe, expect, it } from 'vitest';
import { documentKinds } from './document-kind.ts';
import { beginningBytes, refusalOf, typeOf, typesOf } from './file-type.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('X27: a PDF is known where readers look for it', () => {
  it.each([
    ['at once', bytes('%PDF-1.7\n')],
    ['after the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], '%PDF-1.4')],
    ['after line breaks', bytes('\r\n\r\n%PDF-1.4')],
    ['after both', bytes([0xef, 0xbb, 0xbf], '\r\n %PDF-1.4')],
    ['at the last place', bytes(' '.repeat(beginningBytes - 1), '%PDF-1.4')],
  ])('%s', (_, content) => {
    expect(typeOf(content)).toBe('application/pdf');
  });

  it.each([
    ['after a page of HTML', bytes('<script>x</script>%PDF-1.4')],
    ['after a program', bytes('MZ\0\0%PDF-1.4')],
    ['too late', bytes(' '.repeat(beginningBytes), '%PDF-1.4')],
    ['nothing but blanks', bytes(' '.repeat(2000))],
    ['nothing at all', bytes('')],
  ])('not %s', (_, content) => {
    expect(typeOf(content)).toBeUndefined();
  });
});

const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const cms = bytes(
  [0x30, 0x82, 0x0a, 0xf0],
  oid,
  [0xa0, 0x82, 0x0a, 0xe1, 0x30, 0x82, 0x0a, 0xdd, 0x02, 0x01, 0x01, 0x31, 0x0f, 0x30, 0x0d, 0x06],
);
const base64 = Buffer.from(cms).toString('base64');

describe('X30: an electronic signature is known by its bytes', () => {
  it.each([
    ['of a usual length', cms],
    ['short', bytes([0x30, 0x40], oid)],
    ['of up to 255 bytes', bytes([0x30, 0x81, 0xc8], oid)],
    ['with a PDF in it', bytes([0x30, 0x83, 0x12, 0x34, 0x56], oid, '%PDF-1.7')],
    ['whose end is marked', bytes([0x30, 0x80], oid, [0xa0, 0x80])],
    ['in base64', bytes(base64)],
    ['in base64 by lines', bytes(base64.replace(/.{16}/g, '$&\r\n'))],
    ['between lines that say CMS', bytes(`-----BEGIN CMS-----\r\n${base64}\r\n-----END CMS-----`)],
    ['that say PKCS7, after the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], `-----BEGIN PKCS7-----\n${base64}\n`)],
  ])('%s', (_, content) => {
    expect(typeOf(content)).toBe('application/pkcs7-signature');
  });

  it.each([
    ['a certificate', bytes([0x30, 0x82, 0x03, 0x00, 0x30, 0x82, 0x02, 0x00], oid)],
    ['enveloped data', bytes([0x30, 0x82, 0x0a, 0xf0], oid.with(-1, 0x03))],
    ['what it lies in later', bytes('MZ', [...cms])],
    ['the sequence alone', bytes([0x30])],
    ['a length of too many bytes', bytes([0x30, 0x8f], oid)],
    ['a certificate between lines', bytes(`-----BEGIN CERTIFICATE-----\n${base64}`)],
    ['lines with nothing', bytes('-----BEGIN CMS-----\n')],
    ['a text', bytes('These are only words, and many of them.')],
    ['other base64', bytes('TVqQAAMAAAAEAAAA//8AALgAAAAAAAAAQAAAAAAAAAA')],
  ])('not %s', (_, content) => {
    expect(typeOf(content)).toBeUndefined();
  });

  it('is taken as a signature and as nothing else, and nothing else is taken as one', () => {
    expect(documentKinds.filter((kind) => typesOf(kind).includes('application/pkcs7-signature'))).toEqual([
      'electronic-signature',
    ]);
    expect(typesOf('electronic-signature')).toEqual(['application/pkcs7-signature']);
  });
});

it.each([
  ['X29', 'letter.pdf', 0, 'empty-file'],
  ['X31', 'Хат.DOCX', 9, 'word-file'],
  ['X31', 'letter.doc', 9, 'word-file'],
  ['A5', 'IMG_1.HEIC', 9, 'heic-file'],
  ['X30', 'letter.pdf.p7s', 9, 'signature-file'],
  ['X30', 'letter.cms', 9, 'signature-file'],
  ['X31', 'letter.zip', 9, 'wrong-file-type'],
  ['X31', 'letter', 9, 'wrong-file-type'],
])('%s: %s of %d bytes is refused as %s', (_, fileName, bytes, code) => {
  expect(refusalOf({ kind: 'signed-letter', fileName, bytes })).toBe(code);
});

it('X30: a signature in the place of a document, and a document in the place of a signature, are refused by what is to be done', () => {
  expect(
    refusalOf({ kind: 'signed-letter', fileName: 'letter', bytes: 9, mediaType: 'application/pkcs7-signature' }),
  ).toBe('signature-file');
  expect(
    refusalOf({ kind: 'electronic-signature', fileName: 'letter.pdf', bytes: 9, mediaType: 'application/pdf' }),
  ).toBe('not-a-signature');
  expect(refusalOf({ kind: 'electronic-signature', fileName: 'letter.p7s', bytes: 0 })).toBe('empty-file');
});
