import { describe, expect, it } from 'vitest';
import type { Membership, StaffRole } from '../reference/reference.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { known, memoryAdministration } from '#test/support/memory-administration.ts';
import { at } from '#test/support/samples.ts';
import { addPerson, giveRole } from './add-person.ts';
import { changePerson } from './change-person.ts';
import { setDeputy } from './set-deputy.ts';

const now = at('2026-01-12');
const alpha = { scope: 'zone', scopeId: 'alpha' } as const;
const beta = { scope: 'zone', scopeId: 'beta' } as const;
const north = { scope: 'region', scopeId: 'north' } as const;
type Place = Pick<Membership, 'scope' | 'scopeId'>;
const role = (of: StaffRole, place: Place = alpha, days: Pick<Membership, 'from' | 'until'> = {}) => ({
  ...place,
  role: of,
  ...days,
});
const admin = (personId: string, place: Place = north): Actor => ({
  kind: 'staff',
  personId,
  memberships: [{ personId, ...place, role: 'administrator' }],
});
const chief = known('chief', role('administrator', north));
const zoe = known('zoe', role('administrator'));
const kindOf = <Value>(result: Result<Value>) =>
  result.ok
    ? 'done'
    : result.failure.kind === 'not-allowed'
      ? result.failure.because
      : result.failure.kind === 'invalid'
        ? result.failure.issues.map(({ path, code }) => `${path} ${code}`).join()
        : result.failure.kind;
type Ports = ReturnType<typeof memoryAdministration>;
const person = ({ memory }: Ports, personId: string) => memory.people.get(personId);
const boss = { name: 'Boss', email: 'boss@example.org', language: 'kk' } as const;

describe('another address', () => {
  const change = (ports: Ports, personId: string, email: string, actor: Actor = admin('zoe', alpha)) =>
    changePerson(ports, {
      actor,
      now,
      personId,
      version: person(ports, personId)?.version ?? 0,
      name: 'Boss New',
      email,
      language: 'kk',
    });

  it('S2: makes the person awaited anew; another name does not', async () => {
    const ports = memoryAdministration([chief, zoe, known('acc', role('officer'))]);
    expect(kindOf(await change(ports, 'acc', 'acc@example.org'))).toBe('done');
    expect(person(ports, 'acc')).toMatchObject({ name: 'Boss New', signedIn: true });
    expect(kindOf(await change(ports, 'acc', boss.email))).toBe('done');
    expect(person(ports, 'acc')).toMatchObject({ email: boss.email, signedIn: false });
  });

  it('S2: is given by somebody else: nobody shuts themselves out', async () => {
    const ports = memoryAdministration([chief, zoe]);
    expect(kindOf(await change(ports, 'chief', 'other@example.org', admin('chief')))).toBe('own-address');
    expect(kindOf(await change(ports, 'chief', 'chief@example.org', admin('chief')))).toBe('done');
  });
});

describe('somebody added by an address that is known', () => {
  const add = (ports: Ports, change: object = {}, actor: Actor = admin('chief')) =>
    addPerson(ports, { actor, now, ...boss, place: north, role: 'administrator', ...change });
  const claimed = () => ({
    ...known('acc', role('officer'), role('leadership', north)),
    email: boss.email,
    signedIn: false,
    version: 4,
  });

  it('S2: is told of, with what the reader may see, and gets nothing until they are named', async () => {
    const ports = memoryAdministration([chief, zoe, claimed()]);
    const memberships = claimed().memberships;
    expect(await add(ports)).toEqual({
      ok: false,
      failure: {
        kind: 'known-person',
        known: {
          personId: 'acc',
          version: 4,
          name: 'acc',
          email: boss.email,
          signedIn: false,
          memberships,
          elsewhere: 0,
        },
      },
    });
    const [own] = memberships;
    expect(await add(ports, { place: alpha, role: 'head' }, admin('zoe', alpha))).toMatchObject({
      failure: { known: { memberships: [own], elsewhere: 1 } },
    });
    expect(person(ports, 'acc')).toEqual(claimed());
  });

  it.each([
    ['named as they are', { personId: 'acc', version: 4 }, 'done'],
    ['named as they were', { personId: 'acc', version: 3 }, 'known-person'],
    ['taken for another', { personId: 'olga', version: 4 }, 'known-person'],
  ])('S2: %s', async (_, known, expected) => {
    const ports = memoryAdministration([chief, claimed()]);
    expect(kindOf(await add(ports, { known }))).toBe(expected);
    expect(person(ports, 'acc')?.memberships.length).toBe(expected === 'done' ? 3 : 2);
  });

  it('S2: is nobody any longer when the address was changed meanwhile', async () => {
    expect(kindOf(await add(memoryAdministration([chief]), { known: { personId: 'acc', version: 4 } }))).toBe(
      'conflict',
    );
  });

  it('S2: is not asked about when they have just that role', async () => {
    const ports = memoryAdministration([chief, claimed()]);
    expect(kindOf(await add(ports, { role: 'leadership' }))).toBe('done');
    expect(person(ports, 'acc')).toEqual(claimed());
  });
});

describe('a role', () => {
  const olga = known('olga', role('officer'));
  const give = (ports: Ports, given: object, by: Actor = admin('chief'), personId = 'olga') =>
    giveRole(ports, {
      actor: by,
      now,
      personId,
      version: person(ports, personId)?.version ?? 0,
      place: alpha,
      role: 'head',
      ...given,
    });

  it('S2: is given to the person as they were seen: with another address by now they get none', async () => {
    const ports = memoryAdministration([chief, zoe, olga]);
    await changePerson(ports, {
      actor: admin('zoe', alpha),
      now,
      personId: 'olga',
      version: 1,
      name: 'olga',
      email: 'acc@example.org',
      language: 'kk',
    });
    expect(kindOf(await give(ports, { version: 1 }))).toBe('conflict');
    expect(kindOf(await give(ports, {}))).toBe('done');
  });

  it.each<[string, Actor, object]>([
    ['an administrator of the region, in a zone', admin('chief'), { role: 'officer' }],
    ['an administrator of the region, in the region', admin('chief'), { place: north, role: 'headquarters' }],
    [
      'an administrator of the region, other days of what they have',
      admin('chief'),
      { place: north, role: 'administrator', until: '2027-01-01' },
    ],
    ['an administrator of a zone', admin('zoe', alpha), { role: 'head' }],
  ])('S16: is not given to oneself: %s', async (_, actor, given) => {
    const self = actor.kind === 'staff' ? actor.personId : '';
    const ports = memoryAdministration([chief, zoe]);
    expect(kindOf(await give(ports, given, actor, self))).toBe('to-oneself');
    const { name, email, version } = person(ports, self) ?? chief;
    const place = alpha;
    expect(
      kindOf(
        await addPerson(ports, {
          actor,
          now,
          name,
          email,
          language: 'kk',
          place,
          role: 'officer',
          known: { personId: self, version },
          ...given,
        }),
      ),
    ).toBe('to-oneself');
    expect(ports.memory.trail).toEqual([]);
  });

  it.each<[string, readonly ReturnType<typeof role>[], object, string]>([
    ['head, then headquarters of the zone', [role('head')], { role: 'headquarters' }, 'both-ranks'],
    ['headquarters of the zone, then head', [role('headquarters')], {}, 'both-ranks'],
    ['headquarters of the region, then head', [role('headquarters', north), role('officer')], {}, 'both-ranks'],
    ['head, then headquarters of the region', [role('head')], { place: north, role: 'headquarters' }, 'both-ranks'],
    ['headquarters of another zone, then head', [role('headquarters', beta), role('officer')], {}, 'done'],
    ['officer, then head', [role('officer')], {}, 'done'],
    ['officer, then headquarters', [role('officer')], { role: 'headquarters' }, 'done'],
    [
      'headquarters until today, then head from tomorrow',
      [role('headquarters', alpha, { until: '2026-01-12' })],
      { from: '2026-01-13' },
      'done',
    ],
    [
      'headquarters until today, then head at once',
      [role('headquarters', alpha, { until: '2026-01-12' })],
      {},
      'both-ranks',
    ],
    ['headquarters until yesterday, then head', [role('headquarters', alpha, { until: '2026-01-11' })], {}, 'done'],
    [
      'headquarters in a month, then head for good',
      [role('headquarters', alpha, { from: '2026-02-12' })],
      {},
      'both-ranks',
    ],
    [
      'headquarters in a month, then head until then',
      [role('headquarters', alpha, { from: '2026-02-12' })],
      { until: '2026-02-11' },
      'done',
    ],
  ])('S16: both ranks of an extension are not in one hand: %s', async (_, roles, given, expected) => {
    const ports = memoryAdministration([chief, known('olga', ...roles)]);
    expect(kindOf(await give(ports, given))).toBe(expected);
  });
});

describe('a deputy', () => {
  const days = { from: '2026-01-19', until: '2026-01-30' };
  const hans = (of: Pick<Membership, 'from' | 'until'> = {}) => known('hans', role('head', alpha, of));
  const people = (of: Pick<Membership, 'from' | 'until'> = {}) =>
    memoryAdministration([
      chief,
      zoe,
      hans(of),
      known('olga', role('officer')),
      known('quinn', role('headquarters')),
      known('rita', role('leadership', north)),
    ]);
  const set = (ports: Ports, change: object = {}, by: Actor = admin('chief')) =>
    setDeputy(ports, {
      actor: by,
      now,
      personId: 'hans',
      membership: 'zone#alpha#head',
      deputy: { deputyId: 'olga', ...days, ...change },
    });
  const pausedDaysIn = (ports: Ports) => person(ports, 'olga')?.memberships.find((one) => one.insteadOf === 'hans');
  const until = (ports: Ports, given: object) =>
    giveRole(ports, {
      actor: admin('chief'),
      now,
      personId: 'hans',
      version: person(ports, 'hans')?.version ?? 0,
      place: alpha,
      role: 'head',
      ...given,
    });

  it.each<[string, object, object, string]>([
    ['longer than the role', { until: '2026-01-29' }, {}, 'until after-role'],
    ['as long as the role', { until: '2026-01-30' }, {}, 'done'],
    ['before the role', { from: '2026-01-20' }, {}, 'from before-role'],
    ['from the first day of the role', { from: '2026-01-19' }, {}, 'done'],
    ['S16: oneself', {}, { deputyId: 'zoe' }, 'to-oneself'],
    ['S16: who is headquarters over the head', {}, { deputyId: 'quinn' }, 'both-ranks'],
    ['S2: who has no role at the place', {}, { deputyId: 'rita' }, 'deputyId invalid_value'],
  ])('S8: is not one %s', async (_, of, change, expected) => {
    const by = 'deputyId' in change && change.deputyId === 'zoe' ? admin('zoe', alpha) : admin('chief');
    expect(kindOf(await set(people(of), change, by))).toBe(expected);
  });

  it('S8: has fewer days when the role has, and none when no day is left', async () => {
    const ports = people();
    await set(ports);
    expect(kindOf(await until(ports, { until: '2026-01-25' }))).toBe('done');
    expect(pausedDaysIn(ports)).toMatchObject({ from: days.from, until: '2026-01-25' });
    expect(person(ports, 'hans')?.memberships).toMatchObject([
      { until: '2026-01-25', absence: { ...days, until: '2026-01-25', deputyId: 'olga' } },
    ]);
    expect(ports.memory.trail.map(({ what }) => what)).toEqual(['deputy-set', 'role-given', 'deputy-set']);
    // Longer again: what a deputy was given does not come back by itself.
    await until(ports, { until: '2026-12-31' });
    expect(pausedDaysIn(ports)).toMatchObject({ until: '2026-01-25' });
    await until(ports, { until: '2026-01-18' });
    expect(pausedDaysIn(ports)).toBeUndefined();
    expect(person(ports, 'hans')?.memberships[0]?.absence).toBeUndefined();
    expect(ports.memory.trail.at(-1)).toMatchObject({ what: 'deputy-ended' });
  });
});
