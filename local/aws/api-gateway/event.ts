import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Received } from '../http/server.ts';
import type { Match, RouteSpec } from './router.ts';
import { decode, keyOf } from './router.ts';

export type Claims = Readonly<Record<string, string>>;
export type HttpEvent = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt: { claims: Claims; scopes: null } } };
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Payload format 2.0 (API Gateway developer guide, which leaves out: `rawPath` is decoded, cookies leave headers). */
export function httpEvent(
  received: Received,
  { route, pathParameters }: Match<RouteSpec>,
  now: number,
  claims?: Claims,
): HttpEvent {
  const { method, url, body, protocol, sourceIp } = received;
  const [path = '', query = ''] = split(url);
  const rawPath = decode(path) ?? path;
  const routeKey = keyOf(route);
  const headers = flat(received.headers);
  const isBase64Encoded = body.length > 0 && isBinary(headers);
  const cookies = received.headers.cookie?.split(/; */).filter(Boolean);
  const parameters = queryParameters(query);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(parameters ? { queryStringParameters: parameters } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
      domainName: headers['host'] ?? '',
      domainPrefix: 'local',
      http: { method, path: rawPath, protocol, sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: Math.floor(now),
    },
    ...(body.length > 0 ? { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  };
}

const split = (url: string): [string, string] => {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
};

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'cookie' && value !== undefined) result[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return result;
}

/** Only these travel as text; a form's body is base64 too. */
const textual = /^(text\/|application\/(json|xml|javascript)\b)/;
const isBinary = (headers: Record<string, string>): boolean =>
  headers['content-encoding'] !== undefined || !textual.test(headers['content-type'] ?? '');

function queryParameters(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const result: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    result[name] = Object.hasOwn(result, name) ? `${result[name]},${value}` : value;
  return result;
}

function commonLogTime(now: number): string {
  const date = new Date(now);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${date.toISOString().slice(11, 19)} +0000`;
}
