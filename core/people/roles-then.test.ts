import { describe, expect, it } from 'vitest';
import type { ActorRef } from '#core/project/event.ts';
import type { Membership, StaffRole } from '#core/reference/reference.ts';
import type { RoleChange } from '#core/kernel/ports.ts';
import { at } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { tellRoles } from './roles-then.ts';

const zone = { scope: 'zone', scopeId: 'alpha' } as const;
const place = { zoneId: 'alpha', regionId: 'north' };
const person = 'somebody';
const has = (role: StaffRole, from?: string): Membership => ({
  personId: person,
  ...zone,
  role,
  ...(from !== undefined && { from }),
});
const change = (what: RoleChange['what'], role: StaffRole, on: string): RoleChange => ({
  personId: person,
  ...zone,
  role,
  what,
  at: at(on),
});

async function told(
  by: ActorRef,
  {
    now = [],
    changes = [],
    on = '2026-02-02',
  }: { readonly now?: readonly Membership[]; readonly changes?: readonly RoleChange[]; readonly on?: string },
): Promise<ActorRef> {
  const { reference } = world().ports;
  const staff = [{ personId: person, email: 'somebody@example.org', language: 'kk' as const, memberships: [...now] }];
  const ports = {
    reference: {
      ...reference,
      staff: async () => Promise.resolve(staff),
      roleChanges: async (_: unknown, since: number) => Promise.resolve(changes.filter((one) => one.at > since)),
    },
  };
  const act = { by, at: at(on) };
  return (await tellRoles(ports, place, [act]))(act);
}

describe('in which role somebody did something that an earlier release wrote', () => {
  it.each<[string, Parameters<typeof told>[1], StaffRole | undefined]>([
    ['what they are, when nothing changed since', { now: [has('officer')] }, 'officer'],
    [
      'nothing of a role that was given later',
      { now: [has('head')], changes: [change('given', 'head', '2026-03-02')] },
      undefined,
    ],
    ['nor of one that begins later', { now: [has('head', '2026-03-02')] }, undefined],
    ['what they were, when it has ended since', { changes: [change('ended', 'officer', '2026-03-02')] }, 'officer'],
    [
      'what they were, when they are something else now',
      {
        now: [has('head')],
        changes: [change('given', 'head', '2026-03-03'), change('ended', 'officer', '2026-03-02')],
      },
      'officer',
    ],
    ['a role of before that has ended is none', { changes: [change('ended', 'officer', '2026-01-12')] }, undefined],
    ['the highest of several', { now: [has('headquarters'), has('officer')] }, 'officer'],
    ['nothing of whom nothing is known', {}, undefined],
  ])('%s', async (_, known, role) => {
    expect(await told({ kind: 'staff', personId: person }, known)).toEqual({
      kind: 'staff',
      personId: person,
      ...(role && { as: { ...zone, role } }),
    });
  });

  it('what the log tells stands', async () => {
    const by: ActorRef = { kind: 'staff', personId: person, as: { ...zone, role: 'officer' } };
    expect(await told(by, { now: [has('head')] })).toEqual(by);
  });
});
