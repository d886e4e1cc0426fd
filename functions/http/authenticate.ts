import * as z from 'zod/mini';
import { staffRoles } from '#core/reference/reference.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { countsSince, holding } from '#core/people/membership.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { begunAt } from '../adapters/table/session-store.ts';
import type { HttpEvent } from './api.ts';
import { groupsInText } from './groups.ts';
import type { OpenSession } from './session.ts';

const absent = z.optional(z.never());

/** Id tokens pass the gateway too; only access tokens count: Cognito's `token_use`, else a `scope` (RFC 9068). */
const Claims = z.intersection(
  z.object({
    sub: z.string().check(z.minLength(1), z.maxLength(128)),
    typ: z.optional(z.string().check(z.refine((typ) => !/^(id|refresh|offline|logout)(\+jwt)?$/i.test(typ)))),
    nonce: absent,
    at_hash: absent,
    c_hash: absent,
    /** Epoch seconds. */
    iat: z.optional(z.coerce.number()),
  }),
  z.union([
    z.object({ token_use: z.literal('access') }),
    z.object({ token_use: absent, scope: z.string().check(z.minLength(1)) }),
  ]),
);

export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>;

/** Somebody the issuer vouches for, since when (epoch ms). */
interface Vouched {
  readonly subject: string;
  readonly groups: readonly string[];
  readonly since: number;
  /** The last instant at which that may have been: tokens tell whole seconds. */
  readonly latest: number;
}

/** Roles in the table decide, groups are a coarse ceiling; a role given after signing in waits. `now`: epoch ms. */
async function staffActor(
  { reference }: Pick<Ports, 'reference'>,
  { subject, groups, since, latest }: Vouched,
  now: number,
): Promise<StaffActor | undefined> {
  const ceiling = staffRoles.filter((role) => groups.includes(role));
  const { personId, memberships, signedOutAt } = await reference.person(subject);
  if (signedOutAt !== undefined && since <= signedOutAt) return undefined;
  return {
    kind: 'staff',
    personId,
    memberships: holding(memberships, now).filter((one) => ceiling.includes(one.role) && countsSince(one, latest)),
  };
}

export async function authenticate(
  ports: Pick<Ports, 'reference'>,
  event: HttpEvent,
  session?: OpenSession,
): Promise<StaffActor | undefined> {
  const now = event.requestContext.timeEpoch;
  // The type promises claims; a route set up without its authorizer would have none.
  const claims = event.requestContext.authorizer?.jwt?.claims as Record<string, unknown> | undefined;
  const parsed = Claims.safeParse(claims);
  if (parsed.success) {
    const { sub: subject, iat = 0 } = parsed.data;
    return staffActor(
      ports,
      { subject, groups: groupsInText(claims?.['cognito:groups']), since: iat * 1000, latest: iat * 1000 + 999 },
      now,
    );
  }
  if (!session) return undefined;
  const since = begunAt(session);
  return staffActor(ports, { subject: session.personId, groups: session.groups, since, latest: since }, now);
}
