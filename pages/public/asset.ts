import files from '#pages/assets/files.json' with { type: 'json' };
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { secure } from '#functions/http/responses.ts';
import { compressed } from '../kit/serve-page.ts';

const stem = (name: string): string => name.replace(/-[0-9a-f]{10}(\.\w+)$/, '$1');

/** Its name says its text, so browsers keep it for ever; during a roll-out a page of another version gets ours. */
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
