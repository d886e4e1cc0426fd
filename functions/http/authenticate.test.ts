import { describe, expect, it } from 'vitest';
import type { HttpEvent } from './api.ts';
import { authenticate } from './authenticate.ts';

const officer = { personId: 'p', scope: 'zone', scopeId: 'alpha', role: 'officer' } as const;
const past = { ...officer, scopeId: 'beta', until: '2026-01-11' } as const;
const ahead = { ...officer, scopeId: 'gamma', from: '2026-01-13' } as const;
const timeEpoch = Date.parse('2026-01-12T23:00:00+05:00');
const reference = { person: (personId: string) => Promise.resolve({ personId, memberships: personId === 'p' ? [officer, past, ahead] : [] }) } as unknown as Parameters<typeof authenticate>[0]['reference'];
const bearer = (claims: Record<string, unknown> | undefined) => ({ requestContext: { timeEpoch, authorizer: claims && { jwt: { claims } } } }) as unknown as HttpEvent;
const known = { sub: 'p', 'cognito:groups': '[officer head]' };
const staff = { kind: 'staff', personId: 'p', memberships: [officer] };

describe('a bearer token', () => {
  it.each([
    ['for access', { ...known, token_use: 'access' }, staff],
    ['of an issuer without that claim', known, staff],
    ['that only says who somebody is', { ...known, token_use: 'id' }, undefined],
    ['of nobody', { 'cognito:groups': '[officer]', token_use: 'access' }, undefined],
    ['whose groups are no roles of the person', { ...known, 'cognito:groups': '[head]' }, { ...staff, memberships: [] }],
  ])('%s', async (_, claims, expected) => {
    expect(await authenticate({ reference }, bearer(claims))).toEqual(expected);
  });

  it('is not needed by a session, and without either there is nobody', async () => {
    expect(await authenticate({ reference }, bearer(undefined), { personId: 'p', groups: ['officer'], expiresAt: 0, formToken: 'f' })).toEqual(staff);
    expect(await authenticate({ reference }, bearer(undefined))).toBeUndefined();
  });
});
