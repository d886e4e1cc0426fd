import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { secure } from '#functions/http/responses.ts';
import { compressed } from '../../kit/serve-page.ts';

interface Answered {
  readonly type: string;
  readonly sha256: string;
  readonly seconds: number;
  readonly text: () => Promise<string>;
}

/** Of a night for a year: it never changes. */
export const keptSeconds = { now: 300, night: 31_536_000 } as const;

export async function answerOf(event: HttpEvent, { type, sha256, seconds, text }: Answered): Promise<HttpAnswer> {
  const tag = `W/"${sha256.slice(0, 32)}"`;
  const age = `max-age=${String(seconds)}`;
  const headers = {
    ...secure,
    'content-type': type,
    'cache-control': `public, ${age}`,
    etag: tag,
    vary: 'accept-encoding',
  };
  const seen = (event.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  return seen.includes(tag)
    ? { statusCode: 304, headers }
    : compressed(event, { statusCode: 200, headers, body: await text() });
}
