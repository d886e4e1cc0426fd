import type { HttpAnswer } from './api.ts';

export const secure = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // What stands behind a link or a sign-in is for nobody else; the two pages for everybody take it off.
  'x-robots-tag': 'noindex',
} as const;

export const json = (
  statusCode: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...secure, ...headers },
  body: JSON.stringify(body),
});
