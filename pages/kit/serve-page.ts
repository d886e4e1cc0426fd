import { gzipSync } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import { isForEverybody } from '#pages/layout.tsx';
import { problemPage } from '#pages/problem-page.tsx';
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { problemOf, retryAfter, type Trouble } from '#functions/http/problems.ts';
import { secure } from '#functions/http/responses.ts';
import { languageCookie } from './cookies.ts';
import { postedFields } from './posted.ts';
import { chosenLanguage, nothingPosted, visitOf, type Reply, type Visit } from './visit.ts';

/** Nothing but our own style, script and forms; a page that sends files to the store says where that is. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The form's origin is told to ourselves only: addresses hold links. */
const pageHeaders = {
  ...secure,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  vary: 'accept-language, accept-encoding, cookie',
} as const;

const headersOf = (connects: string | undefined) =>
  connects === undefined
    ? pageHeaders
    : { ...pageHeaders, 'content-security-policy': `${policy}; connect-src 'self' ${connects}` };

/** Where search engines may look, nothing tells them not to. */
function robotsIn(
  { rawPath }: HttpEvent,
  status: number,
  { 'x-robots-tag': tag, ...headers }: ReturnType<typeof headersOf>,
) {
  return status === 200 && isForEverybody(rawPath) ? headers : { ...headers, 'x-robots-tag': tag };
}

/** Text compressed, if the reader takes it: API Gateway's HTTP API compresses nothing. */
export function compressed(event: HttpEvent, { body = '', headers, ...answer }: HttpAnswer): HttpAnswer {
  if (body.length < 1000 || !/\bgzip\b/.test(event.headers['accept-encoding'] ?? ''))
    return { ...answer, headers: headers ?? {}, body };
  return {
    ...answer,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Whether a form came at a bad moment, to be sent again as it is; a file would have to be chosen anew. */
const isResendable = ({ event, files }: Visit, { kind }: Trouble): boolean =>
  kind === 'busy' && event.requestContext.http.method === 'POST' && files.length === 0;

export function answerOf(visit: Visit, reply: Reply): HttpAnswer {
  const { event } = visit;
  const { language, isNew } = chosenLanguage(event);
  const chosen = language !== undefined && isNew ? [languageCookie(language)] : [];
  switch (reply.kind) {
    case 'go':
      return { statusCode: 303, headers: { ...secure, location: reply.to }, cookies: [...chosen, ...reply.cookies] };
    case 'file': {
      const headers = {
        ...secure,
        'content-type': reply.type,
        'content-disposition': `attachment; filename="${reply.name}"`,
      };
      return { statusCode: 200, headers, body: Buffer.from(reply.bytes).toString('base64'), isBase64Encoded: true };
    }
    case 'json':
      return {
        statusCode: reply.status,
        headers: { ...secure, 'content-type': 'application/json' },
        body: JSON.stringify(reply.body),
      };
    case 'page': {
      const body = `<!doctype html>${renderToString(reply.document)}`;
      return compressed(event, {
        statusCode: reply.status,
        headers: robotsIn(event, reply.status, headersOf(reply.connects)),
        cookies: [...chosen, ...reply.cookies],
        body,
      });
    }
    case 'problem': {
      const frame = visit.frame(reply.preferred, reply.office);
      const told = problemOf(reply.trouble, frame.language, event.requestContext.requestId);
      const { headers, ...answer } = answerOf(visit, {
        kind: 'page',
        status: told.status,
        document: problemPage(frame, told, {
          typed: reply.typed ?? visit.fields,
          isResendable: isResendable(visit, reply.trouble),
        }),
        cookies: [],
      });
      return { ...answer, headers: { ...headers, ...retryAfter(reply.trouble) } };
    }
  }
}

/** Serves one page for anybody: who may see what is the handler's own question to a use case. */
export async function servePage(
  event: HttpEvent,
  handler: (visit: Visit) => Promise<Reply> | Reply,
): Promise<HttpAnswer> {
  if (event.requestContext.http.method === 'GET') {
    const visit = visitOf(event, nothingPosted);
    return answerOf(visit, await handler(visit));
  }
  const posted = await postedFields(event);
  const visit = visitOf(event, posted.ok ? posted : nothingPosted);
  return answerOf(visit, posted.ok ? await handler(visit) : { kind: 'problem', trouble: posted.trouble });
}
