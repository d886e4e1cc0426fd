import { createHash } from 'node:crypto';
import type { DocumentKind, MediaType } from '#core/documents/document-kind.ts';

const beginnings: Readonly<Record<MediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff, 0xe0],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/zip': [0x50, 0x4b, 0x03, 0x04],
  'application/pkcs7-signature': [
    0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, 0xa0,
  ],
};

/** A file that begins as its type does; another text makes another file. */
export const fileOf = (
  text = 'signed',
  mediaType: MediaType = 'application/pdf',
  bytes = 0,
): Uint8Array<ArrayBuffer> => {
  const content = Buffer.concat([Buffer.from(beginnings[mediaType]), Buffer.from(text)]);
  return new Uint8Array(Buffer.concat([content, Buffer.alloc(Math.max(0, bytes - content.length))]));
};

const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What is said of a file before it comes. */
export const announced = (
  content: Uint8Array,
  kind: DocumentKind = 'signed-letter',
  mediaType: MediaType = 'application/pdf',
) => ({
  kind,
  fileName: 'Letter of a representative.pdf',
  bytes: content.length,
  sha256: sha256Of(content),
  mediaType,
});
