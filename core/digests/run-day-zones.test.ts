import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, OutboxRow } from '#core/notices/outbox.ts';
import type { Membership, StaffPerson } from '#core/reference/reference.ts';
import { digestsOf } from '#core/digests/digests.ts';
import { Journey } from '#test/support/journey.ts';
import { at, person, contextAt, zones, zoneSetting } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';
import { runDay } from './run-day.ts';

const strict = (_: string, error: unknown) => {
  throw error;
};
const day = (told: World, date: string) => runDay(told.ports, at(date, '06:00'), strict);
const zoneIds = ['alpha', 'beta', 'gamma'] as const;

/** A document check in each zone, due on 19 January 2026. */
async function begun(
  staff: readonly StaffPerson[],
  settings = Object.values(zones).map((zone) => zoneSetting(zone)),
): Promise<World> {
  const told = world({ staff, settings });
  for (const zoneId of zoneIds)
    await put(told, new Journey({ projectId: `p-${zoneId}`, zone: zoneSetting(zones[zoneId]) }).to('council-approval'));
  return told;
}

const digests = ({ memory }: World): readonly Digest[] =>
  [...memory.rows.values()].flatMap(({ errand: message }) => (message.kind === 'digest' ? [message.digest] : []));
const itemsOf = ({ overdue, soon, escalated }: Digest) => [...escalated, ...overdue, ...soon];
const shape = (told: World) =>
  digests(told)
    .filter(({ reader }) => reader.kind === 'staff')
    .map((digest) => ({ role: digest.role, from: [...new Set(itemsOf(digest).map(({ zoneId }) => zoneId))] }));

const one = (...roles: readonly [Membership['role'], string, Membership['scope']?][]): StaffPerson =>
  person(...roles.map(([role, scopeId, scope = 'zone']) => ({ personId: 'somebody', scope, scopeId, role }) as const));
const closed = (zoneId: keyof typeof zones, date: string) =>
  Object.values(zones).map((zone) =>
    zoneSetting(zone.zoneId === zoneId ? { ...zone, overrides: [{ date, working: false, reason: 'Storm' }] } : zone),
  );

describe('somebody who serves several zones', () => {
  it.each<[string, string, StaffPerson, { role: Digest['role']; from: string[] }[]]>([
    [
      'the headquarters of a region',
      '2026-01-29',
      one(['headquarters', 'north', 'region']),
      [{ role: 'headquarters', from: ['alpha', 'beta'] }],
    ],
    [
      'an officer of two zones of one region',
      '2026-01-20',
      one(['officer', 'alpha'], ['officer', 'beta']),
      [{ role: 'officer', from: ['alpha', 'beta'] }],
    ],
    [
      'an officer of zones of two countries',
      '2026-01-20',
      one(['officer', 'alpha'], ['officer', 'gamma']),
      [{ role: 'officer', from: ['alpha', 'gamma'] }],
    ],
    [
      'a head of one zone who is officer of another: by the role nearest to the work',
      '2026-01-29',
      one(['head', 'alpha'], ['officer', 'beta']),
      [{ role: 'officer', from: ['alpha', 'beta'] }],
    ],
    [
      'a zone without news adds nothing',
      '2026-01-20',
      one(['head', 'alpha'], ['officer', 'beta']),
      [{ role: 'officer', from: ['beta'] }],
    ],
    ['leadership gets none', '2026-01-29', one(['leadership', 'north', 'region']), []],
  ])('%s', async (_, date, somebody, expected) => {
    const told = await begun([somebody]);
    await day(told, date);
    expect(shape(told)).toEqual(expected);
  });

  it('gets one email, with each assignment, in the name of both zones', async () => {
    const told = await begun([one(['officer', 'alpha'], ['officer', 'beta'])]);
    await day(told, '2026-01-20');
    told.moveTo(at('2026-01-20', '06:00'));
    await told.settle();
    await day(told, '2026-01-20');
    await told.settle();
    const sent = told.memory.sent.filter(({ notice }) => notice === 'digest');
    expect(sent.map(({ to, replyTo }) => [to, replyTo])).toEqual([
      ['somebody@example.org', 'office@alpha.example.org'],
    ]);
    expect(sent[0]?.subject).toContain('Zone alpha + 1 ·');
    expect(sent[0]?.subject).toMatch(/: 2$/);
    for (const word of ['Zone alpha · Zone beta', 'p-alpha', 'p-beta']) expect(sent[0]?.text).toContain(word);
  });

  it('who left one of the zones before the email goes out reads nothing of it', async () => {
    const somebody = one(['officer', 'alpha'], ['officer', 'beta']);
    const told = await begun([somebody]);
    await day(told, '2026-01-20');
    somebody.memberships.shift();
    told.moveTo(at('2026-01-20', '06:00'));
    await told.settle();
    const [sent] = told.memory.sent.filter(({ notice }) => notice === 'digest');
    expect(sent?.replyTo).toBe('office@beta.example.org');
    expect(sent?.text).toContain('p-beta');
    expect(sent?.text).not.toMatch(/p-alpha|Zone alpha/);
  });

  it.each([
    ['alpha', ['beta']],
    ['beta', ['alpha']],
  ] as const)('hears nothing of %s on its day off', async (zoneId, from) => {
    const told = await begun([one(['officer', 'alpha'], ['officer', 'beta'])], closed(zoneId, '2026-01-20'));
    await day(told, '2026-01-20');
    expect(shape(told)).toEqual([{ role: 'officer', from }]);
  });
});

describe('a run that breaks off', () => {
  it.each(zoneIds)('in %s says the rest when it is run again, and nothing twice', async (broken) => {
    const staff = [
      one(['officer', 'alpha'], ['officer', 'beta']),
      person({ personId: 'elsewhere', scope: 'zone', scopeId: 'gamma', role: 'officer' }),
    ];
    const [whole, told] = [await begun(staff), await begun(staff)];
    await day(whole, '2026-01-20');
    const failing = {
      ...told.ports,
      due: {
        ...told.ports.due,
        projects: (zoneId: string, until: string, after?: string) =>
          zoneId === broken ? Promise.reject(new Error('throttled')) : told.ports.due.projects(zoneId, until, after),
      },
    };
    await expect(runDay(failing, at('2026-01-20', '06:00'), strict)).rejects.toThrow('throttled');
    // Whoever has nothing to do with that zone need not wait; nobody gets a half.
    expect(shape(told)).toEqual(
      broken === 'gamma' ? [{ role: 'officer', from: ['alpha', 'beta'] }] : [{ role: 'officer', from: ['gamma'] }],
    );
    await day(told, '2026-01-20');
    expect(new Set([...told.memory.rows.keys()])).toEqual(new Set([...whole.memory.rows.keys()]));
    expect(new Set(digests(told))).toEqual(new Set(digests(whole)));
  });

  it('between two emails sends the rest when it is run again', async () => {
    const staff = [
      one(['officer', 'alpha']),
      person({ personId: 'elsewhere', scope: 'zone', scopeId: 'gamma', role: 'officer' }),
    ];
    const told = await begun(staff);
    let queued = 0;
    const failing = {
      ...told.ports,
      outbox: {
        ...told.ports.outbox,
        queue: (row: OutboxRow) =>
          (queued += 1) > 1 ? Promise.reject(new Error('throttled')) : told.ports.outbox.queue(row),
      },
    };
    await expect(runDay(failing, at('2026-01-20', '06:00'), strict)).rejects.toThrow('throttled');
    expect(digests(told)).toHaveLength(1);
    await day(told, '2026-01-20');
    expect(shape(told).map(({ from }) => from)).toEqual([['alpha'], ['gamma']]);
  });
});

describe('whoever serves whatever', () => {
  const place = fc.constantFrom<Pick<Membership, 'scope' | 'scopeId'>>(
    ...zoneIds.map((scopeId) => ({ scope: 'zone', scopeId }) as const),
    { scope: 'region', scopeId: 'north' },
    { scope: 'region', scopeId: 'south' },
  );
  const role = fc.constantFrom('officer', 'head', 'headquarters', 'leadership', 'administrator');
  const staff = fc
    .array(fc.array(fc.tuple(place, role), { minLength: 1, maxLength: 4 }), { maxLength: 4 })
    .map((everybody) =>
      everybody.map((roles, index) =>
        person(...roles.map(([where, what]) => ({ personId: `s${String(index)}`, ...where, role: what }) as const)),
      ),
    );

  it('gets at most one digest a day, with each assignment of theirs once', async () => {
    await fc.assert(
      fc.asyncProperty(
        staff,
        fc.constantFrom('2026-01-14', '2026-01-20', '2026-01-22', '2026-01-29'),
        async (everybody, date) => {
          const told = await begun(everybody);
          await day(told, date);
          await day(told, date);
          const found = digests(told).filter(({ reader }) => reader.kind === 'staff');
          expect(new Set(found.map(({ reader }) => JSON.stringify(reader))).size).toBe(found.length);
          const expected = await Promise.all(
            zoneIds.map(async (zoneId) => {
              const aggregate = await told.load(`p-${zoneId}`);
              return digestsOf(
                contextAt(at(date), zoneSetting(zones[zoneId])),
                [aggregate],
                await told.ports.reference.staff(zones[zoneId]),
              );
            }),
          );
          const namesOf = (all: readonly Digest[]) =>
            all
              .filter(({ reader }) => reader.kind === 'staff')
              .flatMap((digest) =>
                itemsOf(digest).map(({ assignmentId }) => `${JSON.stringify(digest.reader)} ${assignmentId}`),
              )
              .toSorted();
          expect(namesOf(found)).toEqual(namesOf(expected.flat()));
        },
      ),
      { numRuns: 60 },
    );
  });
});
