import { describe, expect, it } from 'vitest';
import type { Membership, Person, StaffRole } from '../reference/reference.ts';
import type { Actor } from '../kernel/actor.ts';
import { addPerson, giveRole, mostRoles } from './add-person.ts';
import { changePerson } from './change-person.ts';
import { endRoles } from './end-roles.ts';
import { setDeputy } from './set-deputy.ts';
import { known, memoryAdministration } from '#test/support/memory-administration.ts';
import { at, membership, staff } from '#test/support/samples.ts';

const now = at('2026-01-12');
const alpha = { scope: 'zone', scopeId: 'alpha' } as const;
const north = { scope: 'region', scopeId: 'north' } as const;
const role = (of: StaffRole, place: Pick<Membership, 'scope' | 'scopeId'> = alpha) => ({ ...place, role: of });
const admin = (personId: string, place: Pick<Membership, 'scope' | 'scopeId'> = north): Actor => ({
  kind: 'staff',
  personId,
  memberships: [{ personId, ...place, role: 'administrator' }],
});
const chief = known('chief', role('administrator', north));
const second = known('second', role('administrator', north));
const officer = known('olga', role('officer'));
const kindOf = (result: {
  readonly ok: boolean;
  readonly failure?: { readonly kind: string; readonly because?: string };
}) => (result.ok ? 'done' : (result.failure?.because ?? result.failure?.kind));
const rolesOf = (person: Person | undefined) =>
  person?.memberships.map((one) => [one.role, ...(one.insteadOf ? ['for', one.insteadOf] : [])].join(' '));

describe('who gives which role where', () => {
  const person = { name: 'New', email: 'new@example.org', language: 'kk' } as const;
  it.each<[string, Actor, Parameters<typeof role>, string]>([
    ['of a region, in its zone', admin('chief'), ['officer', alpha], 'done'],
    ['of a region, in the region', admin('chief'), ['leadership', north], 'done'],
    ['of a region, an officer of a whole region', admin('chief'), ['officer', north], 'invalid'],
    ['of a zone, in the zone', admin('zoe', alpha), ['administrator', alpha], 'done'],
    ['of a zone, in its region', admin('zoe', alpha), ['leadership', north], 'forbidden'],
    [
      'of a zone, in another of the region',
      admin('zoe', alpha),
      ['officer', { scope: 'zone', scopeId: 'beta' }],
      'not-found',
    ],
    ['of a region, in another region', admin('chief'), ['officer', { scope: 'zone', scopeId: 'gamma' }], 'not-found'],
  ])('an administrator %s', async (_, actor, [of, place], expected) => {
    const ports = memoryAdministration([chief]);
    const added = await addPerson(ports, { actor, now, ...person, place: place ?? alpha, role: of });
    expect(kindOf(added)).toBe(expected);
    expect(ports.memory.trail.length > 0).toBe(expected === 'done');
  });

  it.each<StaffRole>(['officer', 'head', 'headquarters', 'leadership'])('%s gives none', async (of) => {
    const ports = memoryAdministration([chief, officer]);
    const actor = staff(membership(of));
    expect(kindOf(await addPerson(ports, { actor, now, ...person, place: alpha, role: 'officer' }))).toBe('forbidden');
    expect(
      kindOf(await giveRole(ports, { actor, now, personId: 'olga', version: 1, place: alpha, role: 'head' })),
    ).toBe('forbidden');
    expect(kindOf(await endRoles(ports, { actor, now, personId: 'olga', confirmOwn: true }))).toBe('forbidden');
  });

  it('the same form many times at once adds one person with one role', async () => {
    const ports = memoryAdministration([chief]);
    const all = await Promise.all(
      Array.from({ length: 5 }, () =>
        addPerson(ports, { actor: admin('chief'), now, ...person, place: alpha, role: 'officer' }),
      ),
    );
    expect(all.some(({ ok }) => ok)).toBe(true);
    const there = [...ports.memory.people.values()].filter(({ email }) => email === person.email);
    expect(there.flatMap(({ memberships }) => memberships)).toHaveLength(there.length);
  });
});

describe('S13: whose roles change is told', () => {
  const rows = ({ memory }: ReturnType<typeof memoryAdministration>) =>
    memory.rows.flatMap(({ laneId, errand: message }) =>
      message.kind === 'roles' ? [{ laneId, ...message.told }] : [],
    );
  const days = { from: '2026-01-12', until: '2026-03-12' };

  it('of a role that is given, of other days, of its end, each once', async () => {
    const ports = memoryAdministration([chief, officer]);
    const give = (version: number, until?: string) =>
      giveRole(ports, {
        actor: admin('chief'),
        now,
        personId: 'olga',
        version,
        place: north,
        role: 'leadership',
        from: days.from,
        until,
      });
    await give(1, days.until);
    await give(1, days.until);
    await give(2);
    await endRoles(ports, { actor: admin('chief'), now, personId: 'olga', confirmOwn: true });
    const leadership = { ...north, role: 'leadership', from: days.from };
    expect(rows(ports)).toEqual([
      { laneId: 'roles-olga', personId: 'olga', by: 'chief', given: [{ ...leadership, until: days.until }], ended: [] },
      { laneId: 'roles-olga', personId: 'olga', by: 'chief', given: [leadership], ended: [], held: true },
      {
        laneId: 'roles-olga',
        personId: 'olga',
        by: 'chief',
        given: [],
        ended: [{ ...alpha, role: 'officer' }, leadership],
      },
    ]);
  });

  it('and whoever stands in, of that; not of another name', async () => {
    const ports = memoryAdministration([chief, officer, known('odo', role('officer'))]);
    await setDeputy(ports, {
      actor: admin('chief'),
      now,
      personId: 'olga',
      membership: 'zone#alpha#officer',
      deputy: { deputyId: 'odo', ...days },
    });
    expect(rows(ports)).toEqual([
      {
        laneId: 'roles-odo',
        personId: 'odo',
        by: 'chief',
        given: [{ ...alpha, role: 'officer', ...days, insteadOf: 'olga' }],
        ended: [],
      },
    ]);
    await changePerson(ports, {
      actor: admin('chief'),
      now,
      personId: 'olga',
      version: 2,
      name: 'Olga O.',
      email: officer.email,
      language: 'ru',
    });
    expect(rows(ports)).toHaveLength(1);
  });
});

describe('the last administrator of a place', () => {
  const end = (ports: ReturnType<typeof memoryAdministration>, by: string, personId: string, confirmOwn = true) =>
    endRoles(ports, { actor: admin(by), now, personId, confirmOwn });

  it('stays; with another one they may go', async () => {
    expect(kindOf(await end(memoryAdministration([chief]), 'chief', 'chief'))).toBe('last-administrator');
    expect(kindOf(await end(memoryAdministration([chief, second]), 'chief', 'chief'))).toBe('done');
    expect(kindOf(await end(memoryAdministration([chief, second]), 'chief', 'chief', false))).toBe('own-role');
  });

  it('is not one whose role ends by itself, or who only stands in', async () => {
    const brief = known('brief', { ...role('administrator', north), until: '2026-12-31' });
    expect(kindOf(await end(memoryAdministration([chief, brief]), 'chief', 'chief'))).toBe('last-administrator');
  });

  it('gets no last day either', async () => {
    const brief = known('brief', { ...role('administrator', north), until: '2026-12-31' });
    const ports = memoryAdministration([chief, brief]);
    expect(
      kindOf(
        await giveRole(ports, {
          actor: admin('brief'),
          now,
          personId: 'chief',
          version: 1,
          place: north,
          role: 'administrator',
          until: '2026-02-01',
        }),
      ),
    ).toBe('last-administrator');
  });

  it('of a zone may go while the region has one', async () => {
    const zoe = known('zoe', role('administrator'));
    expect(kindOf(await end(memoryAdministration([chief, zoe]), 'chief', 'zoe'))).toBe('done');
  });

  it('remains when two end each other in the same moment', async () => {
    const ports = memoryAdministration([chief, second]);
    await Promise.all([end(ports, 'chief', 'second'), end(ports, 'second', 'chief')]);
    expect([...ports.memory.people.values()].flatMap(({ memberships }) => memberships)).toHaveLength(1);
  });
});

describe('somebody with very many roles', () => {
  const of = (count: number) =>
    known(
      'olga',
      ...Array.from({ length: count }, (_, at) => role('officer', { scope: 'zone', scopeId: `zone-${String(at)}` })),
    );

  it('gets no more than one transaction can end', async () => {
    const give = (ports: ReturnType<typeof memoryAdministration>) =>
      addPerson(ports, {
        actor: admin('chief'),
        now,
        name: 'olga',
        email: 'olga@example.org',
        language: 'kk',
        place: alpha,
        role: 'officer',
        known: { personId: 'olga', version: 1 },
      });
    expect(kindOf(await give(memoryAdministration([chief, of(mostRoles - 1)])))).toBe('done');
    expect(kindOf(await give(memoryAdministration([chief, of(mostRoles)])))).toBe('too-many-roles');
  });
});

describe('two administrators at once', () => {
  it('leave one on whom the place can rely, when one goes as the other gets a last day', async () => {
    const ports = memoryAdministration([chief, second]);
    const until = '2026-02-01';
    await Promise.all([
      giveRole(ports, {
        actor: admin('chief'),
        now,
        personId: 'second',
        version: 1,
        place: north,
        role: 'administrator',
        until,
      }),
      endRoles(ports, { actor: admin('second'), now, personId: 'chief', confirmOwn: true }),
    ]);
    expect(
      [...ports.memory.people.values()]
        .flatMap(({ memberships }) => memberships)
        .filter((one) => one.until === undefined),
    ).toHaveLength(1);
  });
});

describe('a deputy', () => {
  const head = known('hans', role('head'));
  const days = { from: '2026-01-19', until: '2026-01-30' };
  const set = (ports: ReturnType<typeof memoryAdministration>, deputyId: string | undefined, change: object = {}) =>
    setDeputy(ports, {
      actor: admin('chief'),
      now,
      personId: 'hans',
      membership: 'zone#alpha#head',
      ...(deputyId !== undefined && { deputy: { deputyId, ...days, ...change } }),
    });
  const all = ({ memory }: ReturnType<typeof memoryAdministration>) =>
    Object.fromEntries([...memory.people.values()].map((one) => [one.personId, rolesOf(one)]));

  it('has a role of their own for as long; another takes it from them; nobody leaves none', async () => {
    const ports = memoryAdministration([chief, head, officer, known('piet', role('officer'))]);
    expect(kindOf(await set(ports, 'olga'))).toBe('done');
    expect(all(ports)).toMatchObject({ hans: ['head'], olga: ['officer', 'head for hans'] });
    expect(ports.memory.people.get('hans')?.memberships[0]?.absence).toEqual({ ...days, deputyId: 'olga' });
    expect(kindOf(await set(ports, 'piet'))).toBe('done');
    expect(all(ports)).toMatchObject({ olga: ['officer'], piet: ['officer', 'head for hans'] });
    expect(kindOf(await set(ports, undefined))).toBe('done');
    expect(all(ports)).toMatchObject({ hans: ['head'], piet: ['officer'] });
    expect(ports.memory.people.get('hans')?.memberships[0]?.absence).toBeUndefined();
  });

  it.each([
    ['the person themselves', 'hans', {}, 'invalid'],
    ['somebody of another region', 'gus', {}, 'invalid'],
    ['who would stop before they begin', 'olga', { until: '2026-01-01' }, 'invalid'],
    ['for days that have passed', 'olga', { from: '2026-01-01', until: '2026-01-11' }, 'invalid'],
  ])('is not %s', async (_, deputyId, change, expected) => {
    const ports = memoryAdministration([
      chief,
      head,
      officer,
      known('gus', role('officer', { scope: 'zone', scopeId: 'gamma' })),
    ]);
    expect(kindOf(await set(ports, deputyId, change))).toBe(expected);
  });

  it('goes with the role they stand in for, and leaves its holder present when they go', async () => {
    const first = memoryAdministration([chief, head, officer]);
    await set(first, 'olga');
    await endRoles(first, { actor: admin('chief'), now, personId: 'hans', confirmOwn: false });
    expect(all(first)).toMatchObject({ hans: [], olga: ['officer'] });
    const other = memoryAdministration([chief, head, officer]);
    await set(other, 'olga');
    await endRoles(other, { actor: admin('chief'), now, personId: 'olga', confirmOwn: false });
    expect(all(other)).toMatchObject({ hans: ['head'], olga: [] });
    expect(other.memory.people.get('hans')?.memberships[0]?.absence).toBeUndefined();
  });
});

describe('name, address and language', () => {
  const mended = { version: 1, name: 'Olga', email: 'olga.new@example.org', language: 'ru' } as const;

  it('are changed by who administers all of the person’s places', async () => {
    const both = known('olga', role('officer'), role('officer', { scope: 'zone', scopeId: 'beta' }));
    const change = (actor: Actor) =>
      changePerson(memoryAdministration([chief, both]), { actor, now, personId: 'olga', ...mended });
    expect(kindOf(await change(admin('zoe', alpha)))).toBe('elsewhere');
    expect(kindOf(await change(admin('chief')))).toBe('done');
  });

  it('are not taken from somebody else, nor changed upon an older form, and the trail holds none of them', async () => {
    const ports = memoryAdministration([chief, officer]);
    expect(
      kindOf(
        await changePerson(ports, {
          actor: admin('chief'),
          now,
          personId: 'olga',
          ...mended,
          email: 'chief@example.org',
        }),
      ),
    ).toBe('invalid');
    expect(kindOf(await changePerson(ports, { actor: admin('chief'), now, personId: 'olga', ...mended }))).toBe('done');
    expect(
      kindOf(await changePerson(ports, { actor: admin('chief'), now, personId: 'olga', ...mended, name: 'Other' })),
    ).toBe('conflict');
    expect(JSON.stringify(ports.memory.trail)).not.toMatch(/Olga|example\.org/);
  });
});
