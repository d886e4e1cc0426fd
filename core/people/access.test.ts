import { describe, expect, it } from 'vitest';
import type { Membership, StaffRole } from '../reference/reference.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Limits } from '../kernel/ports.ts';
import { known, memoryAdministration } from '#test/support/memory-administration.ts';
import { at, membership, staff } from '#test/support/samples.ts';
import { answerAccess, askAccess, listAccess, ownRequest } from './access.ts';
import { keptSeconds, type Account, type AccessAnswer } from './access-request.ts';

const now = at('2026-01-12');
const alpha = { scope: 'zone', scopeId: 'alpha' } as const;
const north = { scope: 'region', scopeId: 'north' } as const;
const role = (of: StaffRole, place: Pick<Membership, 'scope' | 'scopeId'> = alpha) => ({ ...place, role: of });
const admin: Actor = staff({ ...membership('administrator'), personId: 'chief', ...north });
const zoneAdmin: Actor = staff({ ...membership('administrator'), personId: 'zoe', ...alpha });
const head: Actor = staff({ ...membership('head'), personId: 'hana', ...alpha });
const people = [
  known('chief', role('administrator', north)),
  known('zoe', role('administrator')),
  known('hana', role('head')),
  known('olga', role('officer')),
];
const account: Account = { subject: 'sub-1', email: 'new@example.org', groups: ['officer'], since: 1000 };
const asked = { ...alpha, role: 'officer', name: 'New', language: 'kk' } as const;
const kindOf = (result: {
  readonly ok: boolean;
  readonly failure?: { readonly kind: string; readonly because?: string };
}) => (result.ok ? 'done' : (result.failure?.because ?? result.failure?.kind));

function office(more: readonly Parameters<typeof known>[] = []) {
  let left = 5;
  const limits = { allow: async () => (left -= 1) >= 0 } as unknown as Limits;
  return { ...memoryAdministration([...people, ...more.map((one) => known(...one))]), limits };
}
const ask = (ports: ReturnType<typeof office>, more: object = {}, who: Account = account) =>
  askAccess(ports, { ...asked, account: who, now, ...more });
async function answered(ports: ReturnType<typeof office>, actor: Actor, answer: AccessAnswer, place = asked) {
  const [request] = ports.memory.requests.values();
  return answerAccess(ports, { actor, now, place, requestId: request?.requestId ?? '', answer });
}

describe('asking for a role', () => {
  it.each<[string, object, Account, string]>([
    ['in a zone', {}, account, 'done'],
    ['in a region', { ...north, role: 'leadership' }, account, 'done'],
    ['of an officer of a whole region', { ...north }, account, 'invalid'],
    ['where there is no zone', { scopeId: 'nowhere' }, account, 'invalid'],
    ['with an address nobody has verified', {}, { ...account, email: undefined }, 'address-unverified'],
  ])('%s', async (_, more, who, expected) => {
    const ports = office();
    expect(kindOf(await ask(ports, more, who))).toBe(expected);
    expect(ports.memory.requests.size).toBe(expected === 'done' ? 1 : 0);
    expect(ports.memory.rows.length > 0).toBe(expected === 'done');
  });

  it.each<[string, object, readonly string[]]>([
    ['an officer: administrators and the head', {}, ['zoe', 'hana', 'chief']],
    ['a head: administrators', { role: 'head' }, ['zoe', 'chief']],
    ['of a region: its administrators', { ...north, role: 'leadership' }, ['chief']],
  ])('tells those who can answer: %s', async (_, more, expected) => {
    const ports = office();
    await ask(ports, more);
    expect(ports.memory.rows.map(({ errand }) => (errand.kind === 'access' ? errand.to : '')).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  it('is one request of an account, five times a day, and gone after thirty days', async () => {
    const ports = office();
    for (const name of ['A', 'B', 'C', 'D', 'E']) expect(kindOf(await ask(ports, { name }))).toBe('done');
    expect(kindOf(await ask(ports, { name: 'F' }))).toBe('too-many');
    expect((await ownRequest(ports, account, now))?.name).toBe('E');
    const later = now + keptSeconds * 1000;
    expect(await ownRequest(ports, account, later)).toBeUndefined();
    expect(await listAccess(ports, { actor: admin, now: later, place: alpha })).toEqual({ ok: true, value: [] });
  });
});

describe('who answers', () => {
  it.each<[string, Actor, object, string]>([
    ['an administrator of the region', admin, {}, 'done'],
    ['an administrator of the zone', zoneAdmin, { role: 'head' }, 'done'],
    ['the head an officer', head, {}, 'done'],
    ['the head not a head', head, { role: 'head' }, 'not-found'],
    ['an administrator of the zone not one of the region', zoneAdmin, { ...north, role: 'leadership' }, 'forbidden'],
    ['an officer nobody', staff({ ...membership('officer'), ...alpha }), {}, 'forbidden'],
    ['a head elsewhere', staff({ ...membership('head'), scope: 'zone', scopeId: 'gamma' }), {}, 'not-found'],
  ])('%s', async (_, actor, more, expected) => {
    const ports = office();
    await ask(ports, more);
    const [request] = ports.memory.requests.values();
    const { scope, scopeId, role: wanted } = request ?? asked;
    expect(
      kindOf(
        await answerAccess(ports, {
          actor,
          now,
          place: { scope, scopeId },
          requestId: request?.requestId ?? '',
          answer: { answer: 'give', role: wanted },
        }),
      ),
    ).toBe(expected);
  });

  it('the head gives no other role than that of an officer', async () => {
    const ports = office();
    await ask(ports);
    expect(kindOf(await answered(ports, head, { answer: 'give', role: 'head' }))).toBe('forbidden');
    expect(ports.memory.requests.size).toBe(1);
  });
});

describe('a role that was asked for', () => {
  it('makes somebody known, by the account that asked, and is told as such', async () => {
    const ports = office();
    await ask(ports);
    expect(kindOf(await answered(ports, head, { answer: 'give', role: 'officer', until: '2026-12-31' }))).toBe('done');
    const personId = ports.memory.subjects.get('sub-1') ?? '';
    expect(ports.memory.people.get(personId)).toMatchObject({
      name: 'New',
      email: 'new@example.org',
      signedIn: true,
      memberships: [{ ...alpha, role: 'officer', until: '2026-12-31' }],
    });
    expect(ports.memory.requests.size).toBe(0);
    const [told] = ports.memory.rows.flatMap(({ errand }) => (errand.kind === 'roles' ? [errand.told] : []));
    expect(told).toMatchObject({ personId, by: 'hana', asked: true });
    expect(ports.memory.trail.map(({ what }) => what)).toEqual(['person-added', 'role-given']);
  });

  it('goes to who is known by the account already', async () => {
    const ports = office([['anna']]);
    ports.memory.subjects.set('sub-1', 'anna');
    await ask(ports);
    await answered(ports, admin, { answer: 'give', role: 'officer' });
    expect(ports.memory.people.get('anna')?.memberships).toMatchObject([{ role: 'officer' }]);
    expect(ports.memory.people.size).toBe(people.length + 1);
  });

  it('does not go to somebody who signs in with that address by another account', async () => {
    const ports = office([['new']]);
    await ask(ports);
    expect(kindOf(await answered(ports, admin, { answer: 'give', role: 'officer' }))).toBe('address-taken');
    expect(ports.memory.people.get('new')?.memberships).toEqual([]);
  });

  it('is refused with a reason, which the asker reads, and can be asked for anew', async () => {
    const ports = office();
    await ask(ports);
    expect(kindOf(await answered(ports, head, { answer: 'refuse', reason: 'Who are you?' }))).toBe('done');
    expect((await ownRequest(ports, account, now))?.refused?.reason).toBe('Who are you?');
    expect(ports.memory.rows.at(-1)?.errand).not.toHaveProperty('to');
    expect(kindOf(await answered(ports, head, { answer: 'give', role: 'officer' }))).toBe('not-found');
    await ask(ports, { name: 'Newer' });
    expect((await ownRequest(ports, account, now))?.refused).toBeUndefined();
  });
});
