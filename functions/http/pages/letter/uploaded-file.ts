import { createHash } from 'node:crypto';
import type { SignedLetter } from '#core/contracts/letter-of-intent.ts';
import type * as z from 'zod/mini';
import { largestFileBytes } from '#web/letter/signed-page.tsx';
import type { HttpEvent } from '../../api.ts';

export interface Uploaded {
  readonly letter: z.infer<typeof SignedLetter>;
  readonly bytes: Uint8Array;
}

/** none: nothing was chosen. */
export type Upload = { readonly kind: 'file'; readonly file: Uploaded } | { readonly kind: 'none' | 'wrong-kind' | 'too-big' };

/** How the files begin that a letter may be: what a name or a browser says of a file proves nothing. */
const beginnings: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], // PNG
];

const isKnown = (bytes: Uint8Array): boolean => beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));

/** A name that is one line of at most 120 characters, without the path some browsers put before it. */
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim().slice(-120) || 'letter';

/** The file of a posted `multipart/form-data`, checked by its bytes. */
export async function uploadedFile({ body = '', isBase64Encoded, headers }: HttpEvent): Promise<Upload> {
  const raw = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const form = await new Response(raw, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData().catch(() => undefined);
  const found = form?.get('file');
  if (!(found instanceof File) || found.size === 0) return { kind: 'none' };
  if (found.size > largestFileBytes) return { kind: 'too-big' };
  const bytes = new Uint8Array(await found.arrayBuffer());
  if (!isKnown(bytes)) return { kind: 'wrong-kind' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'file', file: { letter: { fileName: plainName(found.name), sha256, bytes: bytes.length }, bytes } };
}
