import type { DocumentKind, MediaType } from '../contracts/document-kind.ts';

/** How the files begin that we take: what a name or a browser says of a file proves nothing. */
const beginnings: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** The kind of a file by its first bytes; undefined for one that we do not take. */
export const typeOf = (content: Uint8Array): MediaType | undefined =>
  beginnings.find(([, beginning]) => beginning.every((byte, at) => content[at] === byte))?.[0];

const readable: readonly MediaType[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** Kinds of files a document may be: what everybody can read; many drawings also packed together. */
export const typesOf = (kind: DocumentKind): readonly MediaType[] => (kind === 'design-volumes' ? [...readable, 'application/zip'] : readable);

/** A name as one line of at most 120 characters, without the path some browsers put before it, and without what turns the direction of letters: `fdp.exe` must not read `exe.pdf`. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, '').trim().slice(-120).trim() || 'file';

const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'], 'image/jpeg': ['.jpg', '.jpeg'], 'image/png': ['.png'], 'application/zip': ['.zip'],
};

/** A name under which a file is saved: its ending says what the file is, for a computer opens it by that. What begins as a PDF may run as `.hta`. */
export const nameAs = (name: string, type: MediaType): string =>
  (endings[type].some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[type][0]}`);
