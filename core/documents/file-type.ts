import type { DocumentKind, MediaType } from './document-kind.ts';

/** 1.2.840.113549.1.7.2, with its tag and length: what follows is signed data (RFC 5652). */
const signedData: readonly number[] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** The sequence that holds all, the length of its length, its length. */
const mostHeader = 6;

/** Where the content of the outermost sequence begins; undefined where there is none. */
function contentAt([tag, length]: Uint8Array): number | undefined {
  if (tag !== 0x30 || length === undefined) return undefined;
  // Below 0x80 the byte is the length itself; 0x80 says that an end is marked; above, in how many bytes the length is written.
  const at = 2 + (length > 0x80 ? length - 0x80 : 0);
  return at <= mostHeader ? at : undefined;
}

function isSignedData(content: Uint8Array): boolean {
  const from = contentAt(content);
  return from !== undefined && signedData.every((byte, at) => content[from + at] === byte);
}

const headings = /^\s*-----BEGIN (?:CMS|PKCS7|PKCS #7 SIGNED DATA)-----\s/;

function unwrapped(text: string): Uint8Array | undefined {
  const written = text.replace(headings, '').replace(/\s/g, '').slice(0, 32);
  return /^[A-Za-z0-9+/]{32}$/.test(written)
    ? Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0))
    : undefined;
}

/** CMS signed data as NCALayer and E-IMZO write it: bytes, base64, or base64 between lines. Validity is not told. */
function isSignature(beginning: Uint8Array): boolean {
  if (isSignedData(beginning)) return true;
  const content = unwrapped(new TextDecoder().decode(beginning));
  return content !== undefined && isSignedData(content);
}

const pdf: readonly number[] = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** How the files begin that we take: what a name or a browser says of a file proves nothing. */
const beginnings: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', pdf],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** How far into a file readers look for the beginning of a PDF: some programs put a mark of the byte order or empty lines before it. */
export const beginningBytes = 1024;

const startsAt = (content: Uint8Array, beginning: readonly number[], from: number): boolean =>
  beginning.every((byte, at) => content[from + at] === byte);

/** What may stand before a PDF: the mark of UTF-8, spaces, line breaks, nought. Anything else is another file with a PDF inside. */
const isBlank = (byte: number): boolean => [0xef, 0xbb, 0xbf, 0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(byte);

function isLatePdf(content: Uint8Array): boolean {
  const from = content.subarray(0, beginningBytes).findIndex((byte) => !isBlank(byte));
  return from > 0 && startsAt(content, pdf, from);
}

/** The kind of a file by its first bytes; undefined for one that we do not take. */
export function typeOf(content: Uint8Array): MediaType | undefined {
  const atOnce = beginnings.find(([, beginning]) => startsAt(content, beginning, 0))?.[0];
  if (atOnce !== undefined) return atOnce;
  if (isLatePdf(content)) return 'application/pdf';
  return isSignature(content.subarray(0, beginningBytes)) ? 'application/pkcs7-signature' : undefined;
}

interface Untaken {
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly bytes: number;
  readonly mediaType?: MediaType | undefined;
}

/** Why a file is not taken, by what its name says it is: only to tell what to do about it. */
export function refusalOf({
  kind,
  fileName,
  bytes,
  mediaType,
}: Untaken): 'empty-file' | 'word-file' | 'heic-file' | 'signature-file' | 'not-a-signature' | 'wrong-file-type' {
  if (bytes < 1) return 'empty-file';
  if (kind === 'electronic-signature') return 'not-a-signature';
  if (mediaType === 'application/pkcs7-signature') return 'signature-file';
  if (/\.(?:docx?|odt|rtf|xlsx?|ods)$/i.test(fileName)) return 'word-file';
  if (/\.hei[cf]$/i.test(fileName)) return 'heic-file';
  return /\.(?:p7s|p7m|cms|sig)$/i.test(fileName) ? 'signature-file' : 'wrong-file-type';
}

const readable: readonly MediaType[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** Kinds of files a document may be: what everybody can read; many drawings also packed together. A signature is nothing else, and nothing else is one. */
export function typesOf(kind: DocumentKind): readonly MediaType[] {
  if (kind === 'electronic-signature') return ['application/pkcs7-signature'];
  return kind === 'design-volumes' ? [...readable, 'application/zip'] : readable;
}

/** A name as one line of at most 120 characters, without the path some browsers put before it, and without what turns the direction of letters: `fdp.exe` must not read `exe.pdf`. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, '')
    .trim()
    .slice(-120)
    .trim() || 'file';

const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'application/zip': ['.zip'],
  'application/pkcs7-signature': ['.p7s', '.p7m', '.cms', '.sig'],
};

/** A name under which a file is saved: its ending says what the file is, for a computer opens it by that. What begins as a PDF may run as `.hta`. */
export const nameAs = (name: string, type: MediaType): string =>
  endings[type].some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[type][0]}`;
