import type { Actor } from '../kernel/actor.ts';
import type { Limit, Limits } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { waitingRow, type OutboxRow } from '../notices/outbox.ts';
import type { Membership, Person, Scope, StaffPerson, StaffRole, Zone } from '../reference/reference.ts';
import {
  isKept,
  waits,
  type AccessAnswer,
  type AccessAsked,
  type AccessRequest,
  type Account,
} from './access-request.ts';
import { give, issueOf } from './add-person.ts';
import { administers, leads, rolesOfScope } from './administered.ts';
import { entryOf, refusal, type AdminPorts, type Asking } from './admin-ports.ts';
import { holding } from './membership.ts';

const asksADay: Limit = { count: 5, seconds: 86_400 };
/** So many of those who can answer are told by email. */
const mostTold = 10;

const placeOf = ({ scope, scopeId }: Scope): Scope => ({ scope, scopeId });

/** An administrator of the place answers everything; the head of an office lets officers in. */
const mayAnswer = (actor: Actor, place: Scope, role: StaffRole, zones: readonly Zone[]): boolean =>
  administers(actor, place, zones) || leads(actor, place, role, zones);

const holds = ({ memberships }: StaffPerson, roles: readonly StaffRole[], now: number): boolean =>
  holding(memberships, now).some(({ role }) => roles.includes(role));

/** Those who can answer and are there today, each once. */
async function answerersOf(
  { administration }: Pick<AdminPorts, 'administration'>,
  { role, ...place }: AccessRequest,
  zones: readonly Zone[],
  now: number,
): Promise<readonly string[]> {
  const regionId =
    place.scope === 'region' ? place.scopeId : zones.find(({ zoneId }) => zoneId === place.scopeId)?.regionId;
  const [there, above] = await Promise.all([
    administration.staffOf(placeOf(place)),
    place.scope === 'region' || regionId === undefined
      ? []
      : administration.staffOf({ scope: 'region', scopeId: regionId }),
  ]);
  const roles: readonly StaffRole[] = role === 'officer' ? ['administrator', 'head'] : ['administrator'];
  const people = [
    ...there.filter((one) => holds(one, roles, now)),
    ...above.filter((one) => holds(one, ['administrator'], now)),
  ];
  return [...new Set(people.map(({ personId }) => personId))].slice(0, mostTold);
}

const tellRow = (request: AccessRequest, to: string | undefined, now: number): OutboxRow =>
  waitingRow(
    { laneId: `access-${request.requestId}`, rowId: `${String(now).padStart(15, '0')}-${to ?? 'answer'}` },
    {
      kind: 'access',
      scope: request.scope,
      scopeId: request.scopeId,
      requestId: request.requestId,
      ...(to !== undefined && { to }),
    },
    now,
  );

const isSame = (one: AccessRequest, other: AccessRequest): boolean =>
  (['scope', 'scopeId', 'role', 'name', 'language', 'text'] as const).every((part) => one[part] === other[part]);

type AskPorts = AdminPorts & { readonly limits: Limits };

/** The one request of an account, and what became of it; undefined after a role was given. */
export async function ownRequest(
  { administration }: Pick<AdminPorts, 'administration'>,
  { subject }: Account,
  now: number,
): Promise<AccessRequest | undefined> {
  const found = await administration.requestOf(subject);
  return found && isKept(found, now) ? found : undefined;
}

/**
 * Asks for a role; whoever can give it is told by email. What was asked before is replaced.
 * Fails with `invalid` (place, role), `not-allowed` (`address-unverified`), `too-many`.
 */
export async function askAccess(
  { administration, ids, limits }: AskPorts,
  { account, now, ...asked }: AccessAsked & { readonly account: Account; readonly now: number },
): Promise<Result<AccessRequest>> {
  const { subject, email, groups, since } = account;
  if (email === undefined) return fail({ kind: 'not-allowed', action: 'ask-access', because: 'address-unverified' });
  const zones = await administration.zones();
  const isThere = zones.some((zone) => (asked.scope === 'zone' ? zone.zoneId : zone.regionId) === asked.scopeId);
  if (!isThere) return fail({ kind: 'invalid', issues: [{ path: 'scopeId', code: 'invalid_value' }] });
  if (!rolesOfScope[asked.scope].includes(asked.role))
    return fail({ kind: 'invalid', issues: [{ path: 'role', code: 'invalid_value' }] });
  const request: AccessRequest = {
    ...asked,
    requestId: ids.hash(`access|${subject}`).slice(0, 32),
    subject,
    email,
    groups: [...groups],
    sessionSince: since,
    askedAt: now,
  };
  const before = await administration.requestOf(subject);
  // The same once more is told nobody twice.
  if (before !== undefined && waits(before, now) && isSame(before, request)) return ok(before);
  if (!(await limits.allow(`access-${request.requestId}`, ids.hash(JSON.stringify(asked)), asksADay, now)))
    return fail({ kind: 'too-many', retryAfterSeconds: asksADay.seconds });
  const told = (await answerersOf({ administration }, request, zones, now)).map((to) => tellRow(request, to, now));
  const written = await administration.write(
    [{ edit: 'ask', request, before }, ...told.map((row) => ({ edit: 'tell' as const, row }))],
    [],
  );
  if (written === 'written') return ok(request);
  // Sent many times in one moment: by now it is there.
  const there = await administration.requestOf(subject);
  return there !== undefined && isSame(there, request)
    ? ok(there)
    : fail({ kind: 'conflict', version: 0, state: 'changed' });
}

/** What waits to be answered at a place by this reader, oldest first. Fails as `placeFor`. */
export async function listAccess(
  { administration }: AdminPorts,
  { actor, place, now }: Asking & { readonly place: Scope },
): Promise<Result<readonly AccessRequest[]>> {
  const zones = await administration.zones();
  const roles = rolesOfScope[place.scope].filter((role) => mayAnswer(actor, place, role, zones));
  if (roles.length === 0) return fail(refusal(actor, place, zones));
  const waiting = (await administration.requestsAt(place)).filter((one) => roles.includes(one.role) && waits(one, now));
  return ok(waiting.toSorted((a, b) => a.askedAt - b.askedAt));
}

interface AnswerAccess extends Asking {
  readonly place: Scope;
  readonly requestId: string;
}

/** One of them, to be answered. Fails as `listAccess`. */
export async function viewAccess(
  ports: AdminPorts,
  command: AnswerAccess,
): Promise<Result<{ readonly request: AccessRequest; readonly roles: readonly StaffRole[] }>> {
  const listed = await listAccess(ports, command);
  if (!listed.ok) return listed;
  const request = listed.value.find(({ requestId }) => requestId === command.requestId);
  if (request === undefined) return fail({ kind: 'not-found' });
  const zones = await ports.administration.zones();
  const { actor, place } = command;
  return ok({ request, roles: rolesOfScope[place.scope].filter((role) => mayAnswer(actor, place, role, zones)) });
}

/** Whom the role is given to: who this account is already, who is awaited under its address, or somebody new. */
async function personFor(
  { administration, ids }: AdminPorts,
  { subject, email, name, language }: AccessRequest,
): Promise<{ readonly person: Person; readonly isNew: boolean; readonly isLinked: boolean } | undefined> {
  const knownId = await administration.personIdOfSubject(subject);
  const foundId = knownId ?? (await administration.personIdOf(ids.hash(email)));
  const person = foundId === undefined ? undefined : await administration.person(foundId);
  if (foundId !== undefined && person === undefined) return undefined;
  // The address is somebody's who signs in by another account.
  if (knownId === undefined && person?.signedIn) return undefined;
  return {
    person: person ?? {
      personId: ids.personId(),
      name,
      email,
      language,
      version: 0,
      signedIn: true,
      memberships: [] as Membership[],
    },
    isNew: person === undefined,
    isLinked: knownId !== undefined,
  };
}

/**
 * Gives the role, from that moment on and in the session in which it was asked for, or refuses; the asker is told by email.
 * Fails as `viewAccess` and `giveRole`, with `forbidden` (a role the reader cannot give), `not-allowed` (`address-taken`).
 */
export async function answerAccess(
  ports: AdminPorts,
  { answer, ...command }: AnswerAccess & { readonly answer: AccessAnswer },
): Promise<Result<AccessRequest>> {
  const seen = await viewAccess(ports, command);
  if (!seen.ok) return seen;
  const { request, roles } = seen.value;
  const { actor, now, place } = command;
  if (answer.answer === 'refuse') {
    const refused = { ...request, refused: { at: now, reason: answer.reason } };
    const written = await ports.administration.write(
      [
        { edit: 'ask', request: refused, before: request },
        { edit: 'tell', row: tellRow(request, undefined, now) },
      ],
      [
        entryOf(ports, { actor, now }, place, {
          what: 'access-refused',
          about: request.requestId,
          changes: [{ field: 'role', before: request.role }],
        }),
      ],
    );
    return written === 'written' ? ok(refused) : fail({ kind: 'conflict', version: 0, state: 'changed' });
  }
  if (!roles.includes(answer.role)) return fail({ kind: 'forbidden' });
  const given = { place: placeOf(place), role: answer.role, from: answer.from, until: answer.until };
  const issue = issueOf(given);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const whom = await personFor(ports, request);
  if (whom === undefined) return fail({ kind: 'not-allowed', action: 'give-role', because: 'address-taken' });
  const { person, isNew, isLinked } = whom;
  const changed = await give(
    ports,
    { actor, now, ...given, isNew, asked: { request, isLinked } },
    isLinked ? person : { ...person, signedIn: true },
    await ports.administration.zones(),
  );
  return changed.ok ? ok(request) : changed;
}
