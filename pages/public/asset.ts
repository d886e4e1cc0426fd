import files from '#pages/assets/files.json' with { type: 'json' };
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { secure } from '#functions/http/responses.ts';
import { compressed } from '../kit/serve-page.ts';

const stem = (name: string): string => name.replace(/-[0-9a-f]{10}(\.\w+)$/, '$1');

/**
 * A stylesheet or script. Its name says its text, so a browser keeps it for ever; while a new version is rolled out, a page of
 * another version gets ours for the moment.
 */
export function asset(event: HttpEvent): HttpAnswer {
  const name = event.pathParameters?.['name'] ?? '';
  const file = files.find((one) => one.name === name) ?? files.find((one) => stem(one.name) === stem(name));
  if (!file) return { statusCode: 404, headers: { ...secure, 'content-type': 'text/plain' } };
  const cache = file.name === name ? 'public, max-age=31536000, immutable' : 'no-store';
  return compressed(event, {
    statusCode: 200,
    headers: { ...secure, 'content-type': file.type, 'cache-control': cache, vary: 'accept-encoding' },
    body: file.text,
  });
}
