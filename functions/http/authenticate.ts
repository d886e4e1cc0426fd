import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod/mini';
import { staffRoles } from '#core/contracts/reference.ts';
import type { Actor } from '#core/domain/actor.ts';
import type { Ports } from '#core/ports/index.ts';

/** API Gateway hands an array claim to Lambda as the text `[a b]`. */
const groupsOf = (claim: unknown): readonly string[] =>
  (typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,]+/) : Array.isArray(claim) ? claim.map(String) : []);

const Claims = z.object({ sub: z.string().check(z.minLength(1), z.maxLength(128)) });

/**
 * A verified token becomes an actor: what counts are the memberships in the table; the token's groups are only a coarse ceiling
 * over the roles. Undefined without a usable subject.
 */
export async function authenticate({ reference }: Pick<Ports, 'reference'>, event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<Actor | undefined> {
  // The type promises claims; a route set up without its authorizer would have none.
  const claims = event.requestContext.authorizer?.jwt?.claims as Record<string, unknown> | undefined;
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return undefined;
  const groups = groupsOf(claims?.['cognito:groups']);
  const ceiling = staffRoles.filter((role) => groups.includes(role));
  const memberships = (await reference.memberships(parsed.data.sub)).filter(({ role }) => ceiling.includes(role));
  return { kind: 'staff', personId: parsed.data.sub, memberships };
}
