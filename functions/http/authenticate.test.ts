import { describe, expect, it } from 'vitest';
import type { HttpEvent } from './api.ts';
import { authenticate } from './authenticate.ts';

const officer = { personId: 'p', scope: 'zone', scopeId: 'alpha', role: 'officer' } as const;
const past = { ...officer, scopeId: 'beta', until: '2026-01-11' } as const;
const ahead = { ...officer, scopeId: 'gamma', from: '2026-01-13' } as const;
const timeEpoch = Date.parse('2026-01-12T23:00:00+05:00');
/** Epoch ms at which somebody signed out everywhere. */
const out = 1_768_000_000_500;
const reference = {
  person: (subject: string) =>
    Promise.resolve(
      subject === 'gone'
        ? { personId: 'p', memberships: [officer], signedOutAt: out }
        : { personId: subject, memberships: subject === 'p' ? [officer, past, ahead] : [] },
    ),
} as unknown as Parameters<typeof authenticate>[0]['reference'];
const bearer = (claims: Record<string, unknown> | undefined) =>
  ({ requestContext: { timeEpoch, authorizer: claims && { jwt: { claims } } } }) as unknown as HttpEvent;
const known = { sub: 'p', 'cognito:groups': '[officer head]', scope: 'openid email' };
const cognito = { sub: 'p', 'cognito:groups': '[officer head]', token_use: 'access' };
const staff = { kind: 'staff', personId: 'p', memberships: [officer] };

describe('a bearer token', () => {
  it.each([
    ['S9: for access, as Cognito says it', cognito, staff],
    ['S9: for access, with a scope (Keycloak)', { ...known, typ: 'Bearer' }, staff],
    ['S9: for access, with a scope (RFC 9068)', known, staff],
    ['S9: that only says who somebody is, as Cognito says it', { ...known, token_use: 'id' }, undefined],
    ['S9: that only says who somebody is, by its type (Keycloak)', { ...known, typ: 'ID' }, undefined],
    ['S9: to get others by', { ...known, typ: 'Refresh' }, undefined],
    ['S9: made for a sign-in that was asked for', { ...known, nonce: 'n' }, undefined],
    ['S9: that vouches for an access token', { ...known, at_hash: 'h' }, undefined],
    ['S9: that vouches for a code', { ...cognito, c_hash: 'h' }, undefined],
    ['S9: that says nothing of what it is for', { sub: 'p', 'cognito:groups': '[officer head]' }, undefined],
    ['S9: with a scope and another use', { ...known, token_use: 'other' }, undefined],
    [
      'S10: with one group that has a role in its name',
      { ...cognito, 'cognito:groups': 'x officer' },
      { ...staff, memberships: [] },
    ],
    [
      'S10: with one group that a comma divides',
      { ...cognito, 'cognito:groups': '[x,officer]' },
      { ...staff, memberships: [] },
    ],
    ['of nobody', { 'cognito:groups': '[officer]', token_use: 'access' }, undefined],
    [
      'whose groups are no roles of the person',
      { ...known, 'cognito:groups': '[head]' },
      { ...staff, memberships: [] },
    ],
    ['S16: from before they signed out everywhere', { ...cognito, sub: 'gone', iat: '1768000000' }, undefined],
    ['S16: from after it', { ...cognito, sub: 'gone', iat: '1768000001' }, staff],
    ['S16: of a day it does not tell', { ...cognito, sub: 'gone' }, undefined],
  ])('%s', async (_, claims, expected) => {
    expect(await authenticate({ reference }, bearer(claims))).toEqual(expected);
  });

  it('S13: has no role that was given after it, and has it from the same second on', async () => {
    const given = { ...officer, givenAt: 1_768_000_000_500 };
    const ports = {
      reference: { person: () => Promise.resolve({ personId: 'p', memberships: [given] }) },
    } as unknown as Parameters<typeof authenticate>[0];
    const roles = async (event: HttpEvent, begunAt?: number) =>
      (
        await authenticate(
          ports,
          event,
          begunAt === undefined
            ? undefined
            : { personId: 'p', groups: ['officer'], expiresAt: 0, formToken: 'f', stale: false, begunAt },
        )
      )?.memberships.length;
    expect([
      await roles(bearer({ ...cognito, iat: '1767999999' })),
      await roles(bearer({ ...cognito, iat: '1768000000' })),
      await roles(bearer(cognito)),
    ]).toEqual([0, 1, 0]);
    expect([
      await roles(bearer(undefined), 1_767_999_999_999),
      await roles(bearer(undefined), 1_768_000_000_501),
    ]).toEqual([0, 1]);
  });

  it('is not needed by a session, and without either there is nobody', async () => {
    expect(
      await authenticate({ reference }, bearer(undefined), {
        personId: 'p',
        groups: ['officer'],
        expiresAt: 0,
        formToken: 'f',
        stale: false,
      }),
    ).toEqual(staff);
    expect(await authenticate({ reference }, bearer(undefined))).toBeUndefined();
  });

  it.each([
    ['S16: from before they signed out everywhere', { begunAt: out - 1 }, undefined],
    ['S16: of the release before, likewise', { expiresAt: Math.floor(out / 1000) + 12 * 3600 }, undefined],
    ['S16: from after it', { begunAt: out + 1 }, staff],
  ])('a session %s', async (_, begun, expected) => {
    expect(
      await authenticate({ reference }, bearer(undefined), {
        personId: 'gone',
        groups: ['officer'],
        expiresAt: 0,
        formToken: 'f',
        stale: false,
        ...begun,
      }),
    ).toEqual(expected);
  });
});
