import type { HttpEvent } from '../api.ts';
import type { Trouble } from '../problems.ts';

/** A form's fields are far smaller; a body without end is no form. */
const mostBytes = 200_000;

type Posted = { readonly ok: true; readonly fields: URLSearchParams } | { readonly ok: false; readonly trouble: Trouble };

/**
 * Whether a form came from a page of ours: what the browser itself says of where it was sent from. A request that says nothing
 * was not made by a browser, so it carries nobody's cookies but its own.
 */
export function isFromOurPage({ headers }: Pick<HttpEvent, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === headers['host']);
}

/** The fields of a posted form, repeated ones kept, line breaks as `\n`. A form with a file is read by the page that takes it. */
export function postedFields(event: HttpEvent): Posted {
  if (!isFromOurPage(event)) return { ok: false, trouble: { kind: 'forbidden' } };
  const { body = '' } = event;
  if (/^multipart\/form-data\b/i.test(event.headers['content-type'] ?? '')) return { ok: true, fields: new URLSearchParams() };
  if (body.length > mostBytes) return { ok: false, trouble: { kind: 'payload-too-large' } };
  if (body !== '' && !/^application\/x-www-form-urlencoded\b/i.test(event.headers['content-type'] ?? '')) return { ok: false, trouble: { kind: 'unsupported-media-type' } };
  const raw = event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  const fields = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(raw)) fields.append(name, value.replaceAll('\r\n', '\n'));
  return { ok: true, fields };
}
