import { bodyLimits, isMultipart } from '#core/api/request-bodies.ts';
import type { HttpEvent } from '#functions/http/api.ts';
import type { Trouble } from '#functions/http/problems.ts';

/** No form of ours has a tenth of it: each part costs more than its bytes. */
const mostParts = 200;

/** The same of fields, where none of them is a file. */
const mostFields = 1000;

export interface PostedFile {
  /** The field it was chosen in. */
  readonly field: string;
  readonly name: string;
  readonly content: Uint8Array;
}

type Posted =
  | { readonly ok: true; readonly fields: URLSearchParams; readonly files: readonly PostedFile[] }
  | { readonly ok: false; readonly trouble: Trouble };

/** By what the browser says of where it was sent from. One that says nothing is no browser's: only its own cookies. */
export function isFromOurPage({ headers }: Pick<HttpEvent, 'headers'>, siteUrl = process.env['SITE_URL']): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  // Behind a proxy the host's name may have come without its port.
  return (
    new URL(origin).host === headers['host']?.toLowerCase() ||
    (siteUrl !== undefined && origin === new URL(siteUrl).origin)
  );
}

const lines = (value: string): string => value.replaceAll('\r\n', '\n');

/** Whether a form has more parts than any of ours: by what each must begin with, however its boundary is written. */
function hasTooMany(raw: Buffer): boolean {
  let left = mostParts;
  for (const _ of raw.toString('latin1').matchAll(/content-disposition/gi)) if ((left -= 1) < 0) return true;
  return false;
}

/** A form with files: its texts, and the files that were chosen, those that are empty too. */
async function multipart(raw: Buffer, type: string): Promise<Posted> {
  if (hasTooMany(raw)) return { ok: false, trouble: { kind: 'payload-too-large' } };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (form === undefined) return { ok: false, trouble: { kind: 'malformed' } };
  const fields = new URLSearchParams();
  const files: PostedFile[] = [];
  let left = bodyLimits.form;
  for (const [name, value] of form) {
    left -= name.length + (typeof value === 'string' ? value.length : 0);
    if (left < 0) return { ok: false, trouble: { kind: 'payload-too-large' } };
    if (typeof value === 'string') fields.append(name, lines(value));
    else if (value.size > 0 || value.name !== '')
      files.push({ field: name, name: value.name, content: new Uint8Array(await value.arrayBuffer()) });
  }
  return { ok: true, fields, files };
}

/** The fields of a posted form, repeated ones kept, line breaks as `\n`, and its file if it brought one. */
export async function postedFields(event: HttpEvent): Promise<Posted> {
  if (!isFromOurPage(event)) return { ok: false, trouble: { kind: 'forbidden' } };
  const { body = '', isBase64Encoded } = event;
  const type = event.headers['content-type'] ?? '';
  if (isMultipart(type)) return multipart(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), type);
  if (body !== '' && !/^application\/x-www-form-urlencoded\b/i.test(type))
    return { ok: false, trouble: { kind: 'unsupported-media-type' } };
  const raw = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (raw.split('&', mostFields + 1).length > mostFields) return { ok: false, trouble: { kind: 'payload-too-large' } };
  const fields = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(raw)) fields.append(name, lines(value));
  return { ok: true, fields, files: [] };
}
