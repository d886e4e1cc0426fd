import { randomBytes } from 'node:crypto';
import { network } from '#core/kernel/window.ts';
import type { Ports } from '#core/kernel/ports.ts';
import type { KeptForms } from '#functions/adapters/table/form-store.ts';
import { formTokenField } from '#pages/frame.ts';
import { typedBeforePage } from '#pages/problem-page.tsx';
import { addressOf } from '#pages/routes.ts';
import type { HttpEvent } from '#functions/http/api.ts';
import { cookie, cookieName, cookiesOf, typedName as name } from './cookies.ts';
import { redirect, render, type Reply, type Visit } from './visit.ts';

/** So long may signing in anew take. */
const keptSeconds = 3600;
/** Forms that one network may leave behind in an hour: whoever posts them need not be of the staff (ours). */
const leftAnHour = { count: 60, seconds: 3600 } as const;
const mark = 'typed';

const nameOf = (secret: string, { rawPath }: HttpEvent): string => `typed|${secret}|${rawPath}`;

/** Where a form waits while its sender signs in anew; functions without a part of it keep none. */
export interface Waiting extends Partial<Pick<Ports, 'limits' | 'ids'>> {
  readonly forms?: KeptForms;
}

async function keep(
  { forms, limits, ids }: Waiting,
  { event, fields, files, now }: Visit,
  secret: string,
): Promise<boolean> {
  const typed = new URLSearchParams(fields);
  typed.delete(formTokenField);
  if (!forms || !limits || !ids || files.length > 0 || typed.size === 0) return false;
  const sender = `typed-ip-${ids.hash(network(event.requestContext.http.sourceIp))}`;
  return (await limits.allow(sender, ids.hash(secret), leftAnHour, now)) && forms.keep(nameOf(secret, event), typed);
}

const marked = (here: string): string => `${here}${here.includes('?') ? '&' : '?'}${mark}`;

/** For this browser alone, by a secret in its cookie. One with a file is not kept: it would have to be chosen again. */
export async function keepForSignIn(waiting: Waiting, visit: Visit): Promise<Reply> {
  const secret = randomBytes(32).toString('base64url');
  return (await keep(waiting, visit, secret))
    ? redirect(addressOf('/sign-in', {}, { to: marked(visit.frame().here) }), [cookie(name, secret, keptSeconds)])
    : redirect('/sign-in');
}

/** @param page what the reader gets at this address: who may not see it is given nothing back */
export async function givenBack({ forms }: Waiting, { event, query, frame }: Visit, page: Reply): Promise<Reply> {
  const secret = cookiesOf(event).get(cookieName(name));
  if (forms === undefined || !query.has(mark) || secret === undefined || page.kind !== 'page' || page.status !== 200)
    return page;
  const typed = await forms.find(nameOf(secret, event));
  return typed ? render(typedBeforePage(frame(), typed)) : page;
}

/** A form that carries the proof of another session of the same browser: shown once more with that of this one. */
export const underNewSession = ({ fields, frame }: Visit): Reply => render(typedBeforePage(frame(), fields), 403);
