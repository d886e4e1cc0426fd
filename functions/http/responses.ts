import type { HttpAnswer } from './api.ts';

/** Headers of every answer: nothing is cached, framed, sniffed or told to third parties. */
export const secure = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

export const json = (statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...secure, ...headers },
  body: JSON.stringify(body),
});
