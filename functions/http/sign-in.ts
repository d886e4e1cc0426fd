import { staffRoles } from '#core/reference/reference.ts';
import { formTokenField } from '#pages/frame.ts';
import { staffMenu } from '#pages/staff-menu.ts';
import { signInPage } from '#pages/public/sign-in/page.tsx';
import { addressOf } from '#pages/routes.ts';
import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { firstSignIns } from '../adapters/table/sign-in-link.ts';
import { usedSessions } from '../adapters/table/session-store.ts';
import { httpFunction } from './http-function.ts';
import { cookie, cookieName, cookiesOf, languageCookie, typedName } from '#pages/kit/cookies.ts';
import type { Issuer } from '#pages/kit/issuer.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import { chosenLanguage, redirect, problem, render, type Reply, type Visit } from '#pages/kit/visit.ts';
import { beginSession, endSession, isFormToken, openSession } from './session.ts';

const site = environment('SITE_URL');
const sessions = usedSessions(documentClient(), environment('TABLE_NAME'));
const arrivals = firstSignIns(documentClient(), environment('TABLE_NAME'));
const [issuerUrl, clientId] = [environment('ISSUER_URL'), environment('CLIENT_ID')];
let known: Promise<Issuer> | undefined;
const issuer = () =>
  (known ??= import('#pages/kit/issuer.ts').then(({ issuerOf }) =>
    issuerOf(issuerUrl, clientId, `${site}/sign-in/callback`),
  ));
/** How long somebody may take at the issuer's page. */
const leavingSeconds = 900;

/** A path of this site, or nothing: an address from outside must not decide where we lead. */
export function ownPath(wanted: string | null): string | undefined {
  if (wanted === null || !URL.canParse(wanted, site)) return undefined;
  const url = new URL(wanted, site);
  // `/.//elsewhere` is a path of ours, and what is left of it the address of another site.
  return url.origin === new URL(site).origin && /^\/(?!\/)/.test(wanted) && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : undefined;
}

const signIn = ({ frame, query }: Visit): Reply => {
  const to = ownPath(query.get('to'));
  const start = addressOf('/sign-in/start', {}, { to });
  return render(signInPage(frame(), { start, isOut: query.has('out') }));
};

async function start({ query }: Visit): Promise<Reply> {
  const { to, leaving } = await (await issuer()).leave();
  const kept = JSON.stringify({ ...leaving, to: ownPath(query.get('to')) });
  return redirect(to, [cookie('leaving', Buffer.from(kept).toString('base64url'), leavingSeconds)]);
}

/** What the browser kept while it was away; anything may be in a cookie. */
function leavingOf({ event }: Visit): { state: string; verifier: string; to?: string } | undefined {
  try {
    const kept: unknown = JSON.parse(
      Buffer.from(cookiesOf(event).get(cookieName('leaving')) ?? '', 'base64url').toString('utf8'),
    );
    const { state, verifier, to } = kept as Record<string, unknown>;
    if (typeof state !== 'string' || typeof verifier !== 'string') return undefined;
    return { state, verifier, ...(typeof to === 'string' && { to }) };
  } catch {
    return undefined;
  }
}

async function callback(visit: Visit): Promise<Reply> {
  const leaving = leavingOf(visit);
  const who = leaving && (await (await issuer()).arrive(visit.event.rawQueryString, leaving));
  if (!who) return problem({ kind: 'unauthorized' });
  await arrivals.carryOver(who.personId);
  if (who.email !== undefined) await arrivals.link(who.personId, who.email);
  // What this browser had open before is nobody's any longer.
  await endSession(sessions, visit.event);
  const landing =
    staffMenu(
      'en',
      staffRoles.filter((role) => who.groups.includes(role)),
    )[0]?.href ?? addressOf('/office/access', {});
  const language = chosenLanguage(visit.event).language === undefined && (await arrivals.languageOf(who.personId));
  return redirect(ownPath(leaving.to ?? null) ?? landing, [
    await beginSession(sessions, who),
    ...(language ? [languageCookie(language)] : []),
    cookie('leaving', '', 0),
  ]);
}

async function signOut({ event, fields }: Visit): Promise<Reply> {
  const session = await openSession(sessions, event);
  if (session && !isFormToken(session, fields.get(formTokenField))) return problem({ kind: 'forbidden' });
  // Whoever signs in next at this browser may be somebody else.
  return redirect('/sign-in?out', [await endSession(sessions, event), cookie(typedName, '', 0)]);
}

/** Notes that somebody is still there, for pages whose function may not write, and leads back to theirs. */
async function stay({ event, query }: Visit): Promise<Reply> {
  const to = ownPath(query.get('to')) ?? '/';
  return redirect((await openSession(sessions, event)) ? to : addressOf('/sign-in', {}, { to }));
}

async function signOutEverywhere(visit: Visit): Promise<Reply> {
  const session = await openSession(sessions, visit.event);
  if (session && isFormToken(session, visit.fields.get(formTokenField)))
    await arrivals.signOut(session.personId, Date.now());
  return signOut(visit);
}

export const handler = httpFunction<'sign-in'>(() => Promise.resolve({ operations: {}, handlers: {} }), {
  'GET /sign-in': (event) => servePage(event, signIn),
  'GET /sign-in/start': (event) => servePage(event, start),
  'GET /sign-in/callback': (event) => servePage(event, callback),
  'GET /sign-in/stay': (event) => servePage(event, stay),
  'POST /sign-out/everywhere': (event) => servePage(event, signOutEverywhere),
  'POST /sign-out': (event) => servePage(event, signOut),
});
