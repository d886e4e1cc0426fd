import * as z from 'zod/mini';
import { staffRoles } from '#core/contracts/reference.ts';
import type { Actor } from '#core/domain/actor.ts';
import { holding } from '#core/domain/membership.ts';
import type { Ports } from '#core/ports/index.ts';
import type { HttpEvent } from './api.ts';
import type { OpenSession } from './session.ts';

/** API Gateway hands an array claim to Lambda as the text `[a b]`. */
export const groupsOf = (claim: unknown): readonly string[] =>
  (typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,]+/) : Array.isArray(claim) ? claim.map(String) : []);

/**
 * An id token is for the site that asked for it and says who somebody is; only an access token opens anything. Both pass the
 * gateway, as an id token's audience is the client; Cognito tells them apart by `token_use`.
 */
const Claims = z.object({ sub: z.string().check(z.minLength(1), z.maxLength(128)), token_use: z.optional(z.literal('access')) });

export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>;

/**
 * Somebody the issuer vouches for becomes an actor: what counts are the roles in the table that hold at that instant; the
 * token's groups are only a coarse ceiling over them. @param now epoch ms
 */
export async function staffActor({ reference }: Pick<Ports, 'reference'>, { subject, groups, now }: { readonly subject: string; readonly groups: readonly string[]; readonly now: number }): Promise<StaffActor> {
  const ceiling = staffRoles.filter((role) => groups.includes(role));
  const { personId, memberships } = await reference.person(subject);
  return { kind: 'staff', personId, memberships: holding(memberships, now).filter(({ role }) => ceiling.includes(role)) };
}

/** The actor of a verified bearer token, or of a session: the same person is the same actor. Undefined without either. */
export async function authenticate(ports: Pick<Ports, 'reference'>, event: HttpEvent, session?: OpenSession): Promise<StaffActor | undefined> {
  const now = event.requestContext.timeEpoch;
  // The type promises claims; a route set up without its authorizer would have none.
  const claims = event.requestContext.authorizer?.jwt?.claims as Record<string, unknown> | undefined;
  const parsed = Claims.safeParse(claims);
  if (parsed.success) return staffActor(ports, { subject: parsed.data.sub, groups: groupsOf(claims?.['cognito:groups']), now });
  return session && staffActor(ports, { subject: session.personId, groups: session.groups, now });
}
