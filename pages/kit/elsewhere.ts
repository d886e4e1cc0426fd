import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { json, secure } from '#functions/http/responses.ts';
import { problemOf } from '#functions/http/problems.ts';
import { languageOf } from '#functions/http/language.ts';
import { answerOf } from './serve-page.ts';
import { nothingPosted, visitOf } from './visit.ts';

/** Three pages are for everybody; what stands behind links is not asked for at all. */
const robots = 'User-agent: *\nAllow: /$\nAllow: /figures\nAllow: /open-data\nAllow: /assets/\nDisallow: /\n';

/** The address without empty segments, and so without a slash at its end; always one of this site. */
function tidied({ rawPath, rawQueryString }: HttpEvent): string {
  const path = `/${rawPath
    .split('/')
    .filter((segment) => segment !== '')
    .map(encodeURIComponent)
    .join('/')}`;
  return rawQueryString === '' ? path : `${path}?${rawQueryString}`;
}

/** What no route takes: an address with a slash too many leads to the one without; anything else is told in the reader's words. */
export function elsewhere(event: HttpEvent): HttpAnswer {
  const {
    rawPath,
    requestContext: {
      http: { method },
    },
  } = event;
  const looks = method === 'GET';
  if (looks && rawPath === '/robots.txt')
    return {
      statusCode: 200,
      headers: { ...secure, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
      body: robots,
    };
  if (looks && rawPath !== '/' && (rawPath.endsWith('/') || rawPath.includes('//')))
    return { statusCode: 301, headers: { ...secure, location: tidied(event) }, body: '' };
  if (!rawPath.startsWith('/api/'))
    return answerOf(visitOf(event, nothingPosted), { kind: 'problem', trouble: { kind: 'not-found' } });
  const problem = problemOf(
    { kind: 'not-found' },
    languageOf(event.headers['accept-language']),
    event.requestContext.requestId,
  );
  return json(problem.status, problem, { 'content-type': 'application/problem+json' });
}
