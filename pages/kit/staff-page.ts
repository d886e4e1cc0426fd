import type { Ports } from '#core/kernel/ports.ts';
import { addressOf, type PageFunction, type PagePath, type PageRoute } from '#pages/routes.ts';
import { formTokenField, type StaffFrame } from '#pages/frame.ts';
import { staffMenu } from '#pages/staff-menu.ts';
import { BadPageToken } from '#functions/adapters/table/paging.ts';
import type { Account } from '#core/people/access-request.ts';
import { begunAt, type Sessions } from '#functions/adapters/table/session-store.ts';
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { authenticate, type StaffActor } from '#functions/http/authenticate.ts';
import { languageOf } from '#functions/http/language.ts';
import type { Page, Pages } from '#functions/http/http-function.ts';
import { badPageToken } from '#functions/http/problems.ts';
import { isFormToken, openSession } from '#functions/http/session.ts';
import { postedFields } from './posted.ts';
import type { FormHandlers } from './review-flow.ts';
import { answerOf } from './serve-page.ts';
import { givenBack, keepForSignIn, underNewSession, type Waiting } from './typed-before.ts';
import { chosenLanguage, redirect, nothingPosted, problem, visitOf, type Reply, type Visit } from './visit.ts';

export interface StaffVisit extends Visit {
  readonly actor: StaffActor;
  /** As the issuer vouches for them. */
  readonly account: Account;
}

export type StaffHandler = (visit: StaffVisit) => Promise<Reply> | Reply;

type FormRoutes<Path extends PagePath> = Readonly<Record<`GET ${Path}` | `POST ${Path}`, StaffHandler>>;

interface StaffPorts extends Pick<Ports, 'reference'>, Waiting {
  readonly sessions: Sessions;
}

/** Where somebody who is not signed in goes, and comes back from to the page they wanted, with what they had filled in. */
const signInFirst = async (waiting: Waiting, visit: Visit): Promise<Reply> =>
  visit.event.requestContext.http.method === 'GET'
    ? redirect(addressOf('/sign-in', {}, { to: visit.frame().here }))
    : keepForSignIn(waiting, visit);

/** A function that may not write has it noted elsewhere that somebody is still there, and goes on from there. */
const noteFirst = ({ frame }: Visit): Reply => redirect(addressOf('/sign-in/stay', {}, { to: frame().here }));

/** Serves one page for staff: by their session alone, and a form only with the session's own proof. */
export async function serveStaffPage(ports: StaffPorts, event: HttpEvent, handler: StaffHandler): Promise<HttpAnswer> {
  const posted =
    event.requestContext.http.method === 'GET' ? { ok: true as const, ...nothingPosted } : await postedFields(event);
  const sent = posted.ok ? posted : nothingPosted;
  const session = await openSession(ports.sessions, event);
  const actor = session && (await authenticate(ports, event, session));
  const stranger = visitOf(event, sent);
  if (!session || !actor) return answerOf(stranger, await signInFirst(ports, stranger));
  if (session.stale && event.requestContext.http.method === 'GET') return answerOf(stranger, noteFirst(stranger));
  const language = chosenLanguage(event).language ?? languageOf(event.headers['accept-language']);
  const staff: StaffFrame = {
    formToken: session.formToken,
    menu: staffMenu(
      language,
      actor.memberships.map(({ role }) => role),
    ),
  };
  const { personId: subject, email, groups } = session;
  const account = { subject, email, groups, since: begunAt(session) };
  const visit = { ...visitOf(event, sent, staff), actor, account };
  if (!posted.ok) return answerOf(visit, { kind: 'problem', trouble: posted.trouble });
  if (event.requestContext.http.method === 'GET')
    return answerOf(visit, await givenBack(ports, visit, await handler(visit)));
  const proof = sent.fields.get(formTokenField);
  if (isFormToken(session, proof)) return answerOf(visit, await handler(visit));
  return answerOf(
    visit,
    proof === null || visit.files.length > 0
      ? { kind: 'problem', trouble: { kind: 'forbidden' } }
      : underNewSession(visit),
  );
}

/** An address that was tampered with is told so in the frame of the staff. */
const guarded =
  (handler: StaffHandler): StaffHandler =>
  async (visit) => {
    try {
      return await handler(visit);
    } catch (error) {
      if (error instanceof BadPageToken) return problem(badPageToken);
      throw error;
    }
  };

export const staffPages = <Function extends PageFunction>(
  ports: StaffPorts,
  handlers: Readonly<Record<PageRoute<Function>, StaffHandler>>,
): Pages<Function> =>
  Object.fromEntries(
    Object.entries<StaffHandler>(handlers).map(([route, handler]): [string, Page] => [
      route,
      (event) => serveStaffPage(ports, event, guarded(handler)),
    ]),
  ) as Pages<Function>;

/** Pages, and forms by their path, whose code is loaded by the first request for them. */
export function staffOnDemand<Ports>(ports: Ports) {
  const loaded = <Handlers>(load: () => Promise<(ports: Ports) => Handlers>) => {
    let handlers: Promise<Handlers> | undefined;
    return () => (handlers ??= load().then((made) => made(ports)));
  };
  return {
    page: (load: () => Promise<(ports: Ports) => StaffHandler>): StaffHandler => {
      const handler = loaded(load);
      return async (visit) => (await handler())(visit);
    },
    form: <Path extends PagePath>(path: Path, load: () => Promise<(ports: Ports) => FormHandlers>) => {
      const handlers = loaded(load);
      const look: StaffHandler = async (visit) => (await handlers()).look(visit);
      const send: StaffHandler = async (visit) => (await handlers()).send(visit);
      return { [`GET ${path}`]: look, [`POST ${path}`]: send } as FormRoutes<Path>;
    },
  };
}
