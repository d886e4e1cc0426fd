import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isStale, sessionSeconds, type Session, type Sessions } from '../adapters/table/session-store.ts';
import type { HttpEvent } from './api.ts';
import { cookie, cookieName, cookiesOf } from '#pages/kit/cookies.ts';

const name = 'session';
const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** What proves that a form was made for this session: it follows from what only the browser holds, and does not lead back. */
const formTokenOf = (id: string): string => hashOf(`form|${id}`);

export interface OpenSession extends Session {
  readonly formToken: string;
  readonly stale: boolean;
}

const idIn = (event: HttpEvent): string | undefined => cookiesOf(event).get(cookieName(name));

/** The session of a request's cookie, in real time (a demo's clock does not end it). */
export async function openSession(sessions: Sessions, event: HttpEvent): Promise<OpenSession | undefined> {
  const id = idIn(event);
  if (id === undefined || id === '') return undefined;
  const now = nowSeconds();
  const session = await sessions.find(hashOf(id), now);
  return session && { ...session, formToken: formTokenOf(id), stale: isStale(session, now) };
}

export const isFormToken = ({ formToken }: Pick<OpenSession, 'formToken'>, sent: string | null): boolean =>
  sent !== null && sent.length === formToken.length && timingSafeEqual(Buffer.from(sent), Buffer.from(formToken));

/** Begins a session under a new secret (256 bits) and gives its cookie. */
export async function beginSession(
  sessions: Sessions,
  who: Pick<Session, 'personId' | 'groups' | 'email'>,
): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const now = nowSeconds();
  await sessions.begin(hashOf(id), { ...who, expiresAt: now + sessionSeconds, begunAt: Date.now(), seenAt: now });
  return cookie(name, id, sessionSeconds);
}

export async function endSession(sessions: Sessions, event: HttpEvent): Promise<string> {
  const id = idIn(event);
  if (id !== undefined && id !== '') await sessions.end(hashOf(id));
  return cookie(name, '', 0);
}
