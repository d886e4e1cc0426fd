import { createHash } from 'node:crypto';
import type { DocumentKind, MediaType } from '#core/documents/document-kind.ts';
import type { HostClient } from './host-client.ts';

export interface HeldFile {
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly content: Uint8Array<ArrayBuffer>;
}

export const signedSheet: HeldFile = {
  fileName: 'letter-of-intent.pdf',
  mediaType: 'application/pdf',
  content: new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

/** What a camera writes begins so; nothing else of it is a picture. */
export const photoOfWorks: HeldFile = {
  fileName: 'works.jpg',
  mediaType: 'image/jpeg',
  content: new Uint8Array([
    0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
  ]),
};

export const linkIn = (url: string): string => url.split('/l/')[1] ?? '';

export const said = ({ fileName, mediaType, content }: HeldFile) => ({
  fileName,
  mediaType,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** Sends a file to the store with the form the API gave, as a browser would. Rejects with the store's own words. */
export async function sendToStore(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  { content }: HeldFile,
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([content]));
  const sent = await fetch(url, { method: 'POST', body });
  if (!sent.ok) throw new Error(`The store did not take it: ${String(sent.status)} ${await sent.text()}`);
}

interface Announcement {
  readonly fileId: string;
  readonly form: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

export async function uploadByLink(
  client: Pick<HostClient, 'anonymously'>,
  link: string,
  kind: DocumentKind,
  file: HeldFile = signedSheet,
): Promise<{ readonly documentId: string; readonly version: number; readonly state: string }> {
  const path = `/api/links/${link}/documents`;
  const { fileId, form } = await client.anonymously<Announcement>(path, { kind, ...said(file) });
  await sendToStore(form, file);
  return client.anonymously(`${path}/${fileId}`, {});
}
