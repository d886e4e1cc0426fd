import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/kernel/actor.ts';
import type { Membership, StaffPerson } from '#core/reference/reference.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { handleMany } from './handle-many.ts';
import { listWork } from './list-work.ts';
import { viewDesk } from './view-desk.ts';
import { nextLook, type WorkColumn, type WorkOrder, type WorkQuery } from './work-query.ts';
import { WorkRow, workRow } from './work-row.ts';
import { forgetFilter, saveFilter } from './save-filter.ts';

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const company = (name: string, number: string) => ({ company: { country: 'KZ' as const, name, number } });

const letters = [
  { ...company('Zavod', '251140012347'), jobs: 9, investment: { amountMinor: 500, currency: 'KZT' as const } },
  { ...company('Agat', '251140012358'), jobs: 90, investment: { amountMinor: 90_000, currency: 'KZT' as const } },
  { ...company('ТОО «Агат»', '251140012369'), jobs: 5, investment: { amountMinor: 70, currency: 'EUR' as const } },
];

/** Three letters of a zone; two of them by one company, as it seems. */
async function three() {
  const one = world();
  for (const [at, letter] of letters.entries()) await one.submit(letter, `key-${String(at)}`);
  await one.settle();
  const list = (query: WorkQuery = { holder: 'office' }, order?: WorkOrder, actor: Actor = officer) =>
    listWork(one.ports, { zoneId: 'alpha', actor, now: one.now(), query, order, compare, page: 1 });
  return { ...one, list };
}
const companiesOf = (found: Awaited<ReturnType<typeof listWork>>) =>
  found.ok ? found.value.lines.map((line) => line.company) : found.failure.kind;

describe('a row of the work list', () => {
  it.each<[string, () => Journey, Partial<WorkRow> | undefined]>([
    [
      'a letter without a signature',
      () => new Journey({ signed: false }).arrive(),
      { stage: 'letter-of-intent', marks: expect.arrayContaining(['unsigned']) as never },
    ],
    [
      'a stage that waits for answers',
      () => new Journey().to('technical-conditions'),
      { stage: 'technical-conditions' },
    ],
    [
      'a council without its documents',
      () => new Journey({ documents: false }).to('council-approval'),
      { marks: expect.arrayContaining(['documents']) as never },
    ],
  ])('%s', (_, way, wanted) => {
    const row = workRow(way().state);
    expect(row).toMatchObject(wanted ?? {});
    expect(row?.ready).toBeUndefined();
    expect(WorkRow.parse(JSON.parse(JSON.stringify(row)))).toEqual(row);
  });

  it('says that the office can decide when nothing is missing, and who holds what until when', () => {
    const row = workRow(new Journey().to('technical-conditions').state);
    const parties = row?.open.map(({ who }) => who) ?? [];
    expect(parties).toContain('alpha-power');
    expect(parties).toContain('office');
    const ready = workRow(
      new Journey().to('contract-and-land').answer('contract').answer('plot').answer('register-entry').state,
    );
    expect(ready?.ready).toBe(true);
  });

  it('is none for what has ended', () => {
    const journey = new Journey().arrive().answer('office-decision', decisionOf('rejected'));
    expect(workRow(journey.state)).toBeUndefined();
  });
});

describe('the work list', () => {
  it.each<[WorkColumn, boolean, readonly string[]]>([
    ['company', false, ['Agat', 'Zavod', 'ТОО «Агат»']],
    ['company', true, ['ТОО «Агат»', 'Zavod', 'Agat']],
    ['jobs', false, ['ТОО «Агат»', 'Zavod', 'Agat']],
    // Euros stand apart from tenge: they are not compared.
    ['worth', false, ['ТОО «Агат»', 'Zavod', 'Agat']],
    ['worth', true, ['Agat', 'Zavod', 'ТОО «Агат»']],
  ])('by %s, descending: %s', async (column, descending, wanted) => {
    const { list } = await three();
    expect(companiesOf(await list({ holder: 'office' }, { column, descending }))).toEqual(wanted);
  });

  it('comes by due date alone where not all of the zone was read', async () => {
    const one = await three();
    const part = {
      ...one.ports.lists,
      work: async (zoneId: string) => ({ ...(await one.ports.lists.work(zoneId)), next: 'more' }),
    };
    const command = { zoneId: 'alpha', actor: officer, now: one.now(), query: {}, compare, page: 1 };
    const plain = await listWork({ ...one.ports, lists: part }, command);
    const sorted = await listWork(
      { ...one.ports, lists: part },
      { ...command, order: { column: 'company', descending: false } },
    );
    expect(sorted.ok && sorted.value.isWhole).toBe(false);
    expect(companiesOf(sorted)).toEqual(companiesOf(plain));
  });

  it('marks letters that seem to be of one company, in whatever script', async () => {
    const found = await (await three()).list();
    expect(
      found.ok &&
        found.value.lines
          .filter(({ marks }) => marks.includes('duplicate'))
          .map((one) => one.company)
          .toSorted(),
    ).toEqual(['Agat', 'ТОО «Агат»']);
  });

  it('is read once, whatever is asked of it, and its reader’s own record with it', async () => {
    const one = await three();
    const asked: string[] = [];
    const counted = {
      ...one.ports,
      lists: { ...one.ports.lists, work: async (zoneId: string) => (asked.push('work'), one.ports.lists.work(zoneId)) },
      desks: {
        ...one.ports.desks,
        find: async (personId: string, zoneId: string) => (asked.push('desk'), one.ports.desks.find(personId, zoneId)),
        look: async (...look: Parameters<typeof one.ports.desks.look>) => (
          asked.push('look'),
          one.ports.desks.look(...look)
        ),
      },
    };
    const look = () =>
      listWork(counted, { zoneId: 'alpha', actor: officer, now: one.now(), query: {}, compare, page: 1 });
    await look();
    await look();
    expect(asked.toSorted()).toEqual(['desk', 'desk', 'look', 'work', 'work']);
  });

  it.each<[string, Actor, string | readonly string[]]>([
    ['headquarters', headquarters, ['Zavod', 'Agat', 'ТОО «Агат»']],
    ['an officer of another zone', staff(membership('officer', 'beta')), 'not-found'],
    ['the investor', { kind: 'investor', projectId: 'p1' }, 'not-found'],
  ])('for %s', async (_, actor, wanted) => {
    const found = companiesOf(await (await three()).list({ holder: 'office' }, undefined, actor));
    expect(typeof found === 'string' ? found : found.toSorted()).toEqual(
      typeof wanted === 'string' ? wanted : wanted.toSorted(),
    );
  });

  it('marks what came since its reader looked last, for them alone', async () => {
    const one = await three();
    one.moveTo(one.now() + 60_000);
    const changed = async (actor: Actor) => {
      const found = await one.list({ holder: 'office' }, undefined, actor);
      return found.ok ? found.value.lines.filter(({ isNew }) => isNew).map((line) => line.company) : [];
    };
    expect(await changed(officer)).toEqual([]);
    one.moveTo(one.now() + 3 * 3_600_000);
    await one.submit(company('Later', '251140012370'), 'key-later');
    await one.settle();
    one.moveTo(one.now() + 60_000);
    expect(await changed(officer)).toEqual(['Later']);
    expect(await changed(officer)).toEqual(['Later']);
    expect(await changed(head)).toEqual([]);
    one.moveTo(one.now() + 3 * 3_600_000);
    expect(await changed(officer)).toEqual([]);
  });
});

it.each([
  ['the first look', undefined, 100, { at: 100, since: 100 }],
  ['a moment later', { at: 100, since: 50 }, 200, undefined],
  ['six minutes later', { at: 0, since: 50 }, 360_000, { at: 360_000, since: 50 }],
  ['after lunch', { at: 0, since: 50 }, 3_600_000, { at: 3_600_000, since: 0 }],
] as const)('%s is noted so', (_, look, now, wanted) => {
  expect(nextLook(look, now)).toEqual(wanted);
});

describe('the same with many', () => {
  const colleague = (personId: string, more: Partial<Membership> = {}): StaffPerson => ({
    personId,
    name: personId,
    email: `${personId}@example.org`,
    language: 'ru',
    memberships: [{ ...membership('officer'), personId, ...more }],
  });
  const away = { absence: { from: '2000-01-01', until: '2100-01-01', deputyId: 'officer-alpha' } };

  async function given() {
    const one = world();
    await put(one, new Journey().to('council-approval'));
    await one.settle();
    const ports = {
      ...one.ports,
      reference: {
        ...one.ports.reference,
        staff: async () => [colleague('officer-two'), colleague('officer-away', away)],
      },
    };
    const check = async () => (await one.load('p1')).assignments.find(({ kind }) => kind === 'document-check');
    const { assignmentId = '' } = (await check()) ?? {};
    const many = (
      actor: Actor,
      request: Parameters<typeof handleMany>[1]['picks'][number]['request'],
      ...ids: string[]
    ) => handleMany(ports, { actor, now: one.now(), picks: ids.map((id) => ({ assignmentId: id, request })) });
    return { ...one, check, assignmentId, many };
  }

  it('one that is refused keeps no other back; pressed twice it is done once', async () => {
    const { many, assignmentId, load } = await given();
    const take = { handling: 'take' } as const;
    const done = await many(officer, take, assignmentId, 'p9_1-1-1_office-decision');
    expect(done.map(({ failure }) => failure?.kind).toSorted()).toEqual(['not-found', undefined]);
    const { version } = (await load('p1')).project;
    expect((await many(officer, take, assignmentId))[0]?.failure).toBeUndefined();
    expect((await load('p1')).project.version).toBe(version);
  });

  it.each<[string, Actor, string, string | undefined]>([
    ['an officer to a colleague', officer, 'officer-two', undefined],
    ['the head to an officer', head, 'officer-two', undefined],
    ['to a colleague who is away', head, 'officer-away', 'invalid'],
    ['to somebody who is not of the office', head, 'stranger', 'invalid'],
    ['by headquarters', headquarters, 'officer-two', 'forbidden'],
    ['by an officer of another zone', staff(membership('officer', 'beta')), 'officer-two', 'not-found'],
  ])('given, %s', async (_, actor, to, failure) => {
    const { many, assignmentId, check } = await given();
    const done = await many(actor, { handling: 'take', to }, assignmentId);
    expect(done[0]?.failure?.kind).toBe(failure);
    expect((await check())?.assignee).toBe(failure === undefined ? to : undefined);
  });

  it('what a colleague works on is given on only by name of that colleague', async () => {
    const { many, assignmentId, check } = await given();
    await many(officer, { handling: 'take' }, assignmentId);
    expect((await many(head, { handling: 'take', to: 'officer-two' }, assignmentId))[0]?.failure?.kind).toBe(
      'conflict',
    );
    await many(head, { handling: 'take', to: 'officer-two', from: 'officer-alpha' }, assignmentId);
    expect((await check())?.assignee).toBe('officer-two');
  });
});

describe('the head’s desk', () => {
  it('has what only the head decides, what is ready, whom one waits for and who has how much', async () => {
    const one = world();
    await put(one, new Journey().to('technical-conditions'));
    await one.settle();
    const desk = await viewDesk(one.ports, { zoneId: 'alpha', actor: head, now: one.now() });
    if (!desk.ok) throw new Error(desk.failure.kind);
    expect(desk.value).toMatchObject({ head: [], ready: 0, waiting: 1, unassigned: 1, gives: true, isWhole: true });
    expect(desk.value.waits.map(({ who }) => who)).toContain('alpha-power');
    expect(desk.value.people.at(-1)).toMatchObject({ who: 'nobody', open: 1 });
  });

  it.each<[string, Actor, string]>([
    ['an officer', officer, 'forbidden'],
    ['leadership', staff(membership('leadership')), 'forbidden'],
    ['the head of another zone', staff(membership('head', 'beta')), 'not-found'],
  ])('is none for %s', async (_, actor, kind) => {
    const one = world();
    expect(await viewDesk(one.ports, { zoneId: 'alpha', actor, now: one.now() })).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });
});

it('a filter is its owner’s alone; the same name is the same filter; twenty are enough', async () => {
  const { ports } = world();
  const save = (name: string, actor: Actor = officer) =>
    saveFilter(ports, { actor, zoneId: 'alpha', name, query: `zone=alpha&q=${name}` });
  const filters = async (personId: string) => (await ports.desks.find(personId, 'alpha')).filters;
  await save('Mine');
  await save('Mine');
  expect(await filters('officer-alpha')).toHaveLength(1);
  expect(await filters('head-alpha')).toEqual([]);
  expect(await save('Mine', staff(membership('officer', 'beta')))).toMatchObject({
    ok: false,
    failure: { kind: 'not-found' },
  });
  for (let at = 0; at < 19; at += 1) await save(`Filter ${String(at)}`);
  expect(await save('One more')).toMatchObject({ ok: false, failure: { kind: 'not-allowed' } });
  const [first] = await filters('officer-alpha');
  await forgetFilter(ports, { actor: head, filterId: first?.filterId ?? '' });
  expect(await filters('officer-alpha')).toHaveLength(20);
  await forgetFilter(ports, { actor: officer, filterId: first?.filterId ?? '' });
  expect(await filters('officer-alpha')).toHaveLength(19);
});
