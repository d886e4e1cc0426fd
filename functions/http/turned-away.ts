import { fileRoutes, isMultipart, mostBytes } from '#core/api/request-bodies.ts';
import type { HttpEvent } from './api.ts';
import { intakeOf } from './intake.ts';
import type { Trouble } from './problems.ts';

/** How long a body is: as it is here, and as it was said to be where a host has not passed it on. */
function bodyBytes({ body = '', isBase64Encoded, headers }: HttpEvent): number {
  const said = Number(headers['content-length'] ?? 0);
  return Math.max(Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8'), Number.isFinite(said) ? said : 0);
}

/** They look or let go, and are served while nothing is taken in. */
const harmless: ReadonlySet<string> = new Set(['POST /sign-out', 'POST /api/admin/zones/{zoneId}/preview']);
const announcing: ReadonlySet<string> = new Set([
  'POST /api/links/{link}/documents',
  'POST /api/projects/{projectId}/documents',
]);

const fullFor = { 'no-room': 3600, 'read-only': 600 } as const;
export const full = (kind: keyof typeof fullFor) => ({ kind, retryAfterSeconds: fullFor[kind] });

function notTaken(event: HttpEvent): Trouble | undefined {
  const { routeKey } = event;
  const intake = intakeOf(event);
  if (intake === 'all' || !routeKey.startsWith('POST ') || harmless.has(routeKey)) return undefined;
  if (intake === 'nothing') return full('read-only');
  const bringsFile =
    announcing.has(routeKey) || (fileRoutes.has(routeKey) && isMultipart(event.headers['content-type']));
  return bringsFile ? full('no-room') : undefined;
}

export function turnedAway(event: HttpEvent): Trouble | undefined {
  const { routeKey } = event;
  if (routeKey === '$default') return undefined;
  const type = event.headers['content-type'];
  if (isMultipart(type) && !fileRoutes.has(routeKey)) return { kind: 'unsupported-media-type' };
  if (bodyBytes(event) > mostBytes(routeKey, type)) return { kind: 'payload-too-large' };
  return notTaken(event);
}
