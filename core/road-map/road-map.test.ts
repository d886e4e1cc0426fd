import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids } from '#functions/adapters/ids.ts';
import { membership, people, staff } from '#test/support/samples.ts';
import { Journey } from '#test/support/journey.ts';
import { put, world, type World } from '#test/support/world.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Count } from '../figures/figures.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';
import { actOnRoadMap } from './change-road-map.ts';
import { canonical, keptOf } from './kept.ts';
import type { Filled, RoadMapRequest } from './road-map-facts.ts';
import { viewRoadMap, type ViewRoadMapPorts, type RoadMapView } from './view-road-map.ts';

const of = (role: 'officer' | 'head' | 'headquarters', personId: string): Actor =>
  staff({ ...membership(role, ...(role === 'headquarters' ? (['north', 'region'] as const) : [])), personId });
const olga = of('officer', 'olga');
const hana = of('head', 'hana');
const quentin = of('headquarters', 'quentin');

const office = [
  { personId: 'olga', name: 'Olga', role: 'officer' },
  { personId: 'hana', name: 'Hana', role: 'head' },
].map(({ personId, name, role }) => ({
  ...people[0]!,
  personId,
  name,
  email: `${personId}@example.org` as const,
  memberships: [{ ...membership(role as 'officer' | 'head'), personId }],
}));

interface Drawn {
  readonly at: World;
  readonly ports: ViewRoadMapPorts;
}

async function drawn(stage: StageId = 'council-approval', lines = ['power', 'gas'] as const): Promise<Drawn> {
  const at = world({ staff: office });
  const journey = new Journey({ lines }).to(stage);
  at.moveTo(journey.now);
  await put(at, journey);
  await at.settle();
  return { at, ports: { ...at.ports, ids } };
}

const act = ({ at, ports }: Drawn, request: RoadMapRequest, actor = olga) =>
  actOnRoadMap(ports, { projectId: 'p1', actor, now: at.now(), request });
async function view({ at, ports }: Drawn, actor = olga): Promise<RoadMapView> {
  const found = await viewRoadMap(ports, { projectId: 'p1', actor, now: at.now() });
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
}
const logOf = ({ at }: Drawn) => at.memory.projects.get('p1')?.events ?? [];

/** A deputy for everybody who holds something: the rest is there by itself. */
async function everybody(on: Drawn): Promise<Filled> {
  const { rows } = await view(on);
  const holders = new Set(
    rows.map(({ holder }) => (holder.kind === 'party' ? `party:${holder.partyId}` : holder.kind)),
  );
  return {
    holders: Object.fromEntries(
      [...holders].map((holder) => [
        holder,
        holder === 'office' ? { person: 'staff:olga', deputy: 'staff:hana' } : { deputy: 'staff:olga' },
      ]),
    ),
    rows: {},
  };
}
const fillAll = async (on: Drawn) => act(on, { act: 'fill', filled: await everybody(on) });
async function approved(on: Drawn): Promise<Drawn> {
  await fillAll(on);
  const result = await act(on, { act: 'approve' }, hana);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return on;
}

describe('a road map before anybody has touched it', () => {
  it('has a row for each stage and what it asks, with its dates, and the contacts there are', async () => {
    const { rows, state } = await view(await drawn());
    expect(state).toBe('drawn');
    expect(rows.map(({ row }) => row)).toEqual([
      'letter-of-intent',
      'council-approval',
      'council-approval.document-check',
      'council-approval.council-protocol',
      'contract-and-land',
      'contract-and-land.contract',
      'contract-and-land.plot',
      'contract-and-land.register-entry',
      'technical-conditions',
      'technical-conditions.technical-condition.power',
      'technical-conditions.technical-condition.gas',
      'technical-conditions.architectural-planning',
      'design-documentation',
      'design-documentation.documentation',
      'design-documentation.documentation-check',
      'expertise',
      'expertise.expertise',
      'expertise.financing',
      'expertise.line-readiness',
      'construction-start',
      'construction-start.start-notification',
      'construction-start.site-confirmation',
    ]);
    expect(
      rows.every(({ baseline, target, expected, state: is }) => is === 'done' || (baseline && target && expected)),
    ).toBe(true);
    expect(rows.find(({ row }) => row === 'contract-and-land.plot')?.person).toMatchObject({ kind: 'party' });
    expect(rows.find(({ row }) => row === 'design-documentation.documentation')?.person?.person).toBe('investor');
  });

  it('tells a range for the start once ten closings of each stage ahead are known here', async () => {
    const on = await drawn();
    expect((await view(on)).range).toEqual({ stage: 'council-approval', known: 0, needed: 10 });
    const closed = stageIds.slice(1).flatMap((member): readonly Count[] => [
      { group: 'took', member, what: 'closings', amount: 10 },
      { group: 'took', member, what: 'to1', amount: 10 },
    ]);
    on.at.memory.counts.set('alpha', closed);
    const { range } = await view(on);
    expect(range).toMatchObject({ known: 10, half: range?.fourInFive });
    expect(range?.half).toBeDefined();
  });

  it('rows of a stage to come lie between the end of the one before and its own', async () => {
    const { rows } = await view(await drawn());
    const ends = rows.filter(({ assignment }) => assignment === undefined);
    for (const row of rows.filter(({ assignment, state }) => assignment !== undefined && state === 'ahead')) {
      const at = ends.findIndex(({ stage }) => stage === row.stage);
      expect(row.baseline! > (ends[at - 1]?.baseline ?? ''), row.row).toBe(true);
      expect(row.baseline! <= ends[at]!.baseline!, row.row).toBe(true);
    }
  });

  it('expects nothing of what is over, also where nobody knows the day on which it was', async () => {
    const on = await drawn('expertise');
    const kept = on.at.memory.projects.get('p1');
    if (!kept) throw new Error('No project');
    // As a project that was taken over while it was under way.
    const { actual: _, ...project } = kept.aggregate.project;
    on.at.memory.projects.set('p1', { ...kept, aggregate: { ...kept.aggregate, project: { ...project, actual: {} } } });
    const over = (await view(on)).rows.filter(({ state, assignment }) => state === 'done' && assignment === undefined);
    expect(over.length).toBe(5);
    expect(over.filter(({ expected }) => expected !== undefined)).toEqual([]);
  });

  it('before the letter is accepted it can be neither filled in nor approved', async () => {
    const on = await drawn('letter-of-intent');
    expect((await view(on)).state).toBe('before');
    expect(await act(on, { act: 'fill', filled: { holders: {}, rows: {} } })).toMatchObject({
      ok: false,
      failure: { kind: 'not-allowed' },
    });
  });
});

describe('filling it in', () => {
  it.each<[string, Filled, string | undefined]>([
    ['somebody of the office', { holders: { office: { person: 'staff:olga' } }, rows: {} }, undefined],
    ['nobody that is known', { holders: { office: { person: 'staff:nobody' } }, rows: {} }, 'holders.office.person'],
    [
      'one person twice',
      { holders: { office: { person: 'staff:olga', deputy: 'staff:olga' } }, rows: {} },
      'holders.office.deputy',
    ],
    ['a day that has gone by', { holders: {}, rows: { expertise: { target: '2026-01-02' } } }, 'rows.expertise.target'],
    ['a mistyped year', { holders: {}, rows: { expertise: { target: '2126-01-02' } } }, 'rows.expertise.target'],
    [
      'a row that is not there',
      { holders: {}, rows: { 'expertise.plot': { target: '2026-11-02' } } },
      'rows.expertise.plot',
    ],
    [
      'a day for what is done',
      { holders: {}, rows: { 'letter-of-intent': { target: '2026-11-02' } } },
      'rows.letter-of-intent.target',
    ],
  ])('%s', async (_, filled, path) => {
    const result = await act(await drawn(), { act: 'fill', filled });
    expect(result).toMatchObject(path === undefined ? { ok: true } : { ok: false, failure: { issues: [{ path }] } });
  });

  it('what is said of a row goes before what is said of its holder; twice is once', async () => {
    const on = await drawn();
    const filled: Filled = {
      holders: { office: { person: 'staff:olga' } },
      rows: { expertise: { person: 'staff:hana', target: '2026-09-30' } },
    };
    await act(on, { act: 'fill', filled });
    const events = logOf(on).length;
    await act(on, { act: 'fill', filled });
    expect(logOf(on)).toHaveLength(events);
    const { rows } = await view(on);
    expect(rows.find(({ row }) => row === 'expertise')).toMatchObject({
      target: '2026-09-30',
      person: { person: 'staff:hana', name: 'Hana' },
    });
    expect(rows.find(({ row }) => row === 'construction-start')?.person?.person).toBe('staff:olga');
  });

  it('typed over a road map that has changed since is a conflict', async () => {
    const on = await drawn();
    expect(await act(on, { act: 'fill', filled: { holders: {}, rows: {} }, version: 1 })).toMatchObject({
      failure: { kind: 'conflict' },
    });
  });
});

describe('an approval', () => {
  it('names what each row lacks', async () => {
    const result = await act(await drawn(), { act: 'approve' }, hana);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    const paths = !result.ok && result.failure.kind === 'invalid' ? result.failure.issues.map(({ path }) => path) : [];
    expect(paths).toEqual(
      expect.arrayContaining(['council-approval.person', 'contract-and-land.plot.deputy', 'construction-start.deputy']),
    );
    expect(paths).not.toContain('contract-and-land.plot.person');
    expect(paths.some((path) => path.startsWith('letter-of-intent.'))).toBe(false);
  });

  it('is the head’s, and twice it is once', async () => {
    const on = await drawn();
    await fillAll(on);
    expect(await act(on, { act: 'approve' }, olga)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await act(on, { act: 'approve' }, quentin)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await act(on, { act: 'approve' }, hana)).toMatchObject({ ok: true });
    const events = logOf(on).length;
    expect(await act(on, { act: 'approve' }, hana)).toMatchObject({ ok: true });
    expect(logOf(on)).toHaveLength(events);
  });

  it('freezes the dates as the baseline, and their hash stands in the log', async () => {
    const on = await drawn();
    const filled = await everybody(on);
    await act(on, { act: 'fill', filled: { ...filled, rows: { expertise: { target: '2026-10-30' } } } });
    await act(on, { act: 'approve' }, hana);
    const event = logOf(on).findLast(({ body }) => body.type === 'road-map-approved')?.body;
    if (event?.type !== 'road-map-approved') throw new Error('Nothing was approved');
    expect(event.baseline.expertise).toBe('2026-10-30');
    expect(event.hash).toBe(ids.hash(canonical('p1', event.rows ?? [])));
    const { approved: by, rows } = await view(on);
    expect(by).toMatchObject({ hash: event.hash, holds: true, by: 'hana' });
    expect(rows.find(({ row }) => row === 'expertise')).toMatchObject({ baseline: '2026-10-30', target: '2026-10-30' });
    expect((await on.at.load('p1')).project.baseline?.expertise).toBe('2026-10-30');
    expect(await act(on, { act: 'fill', filled })).toMatchObject({ failure: { kind: 'not-allowed' } });
  });

  it('is possible exactly when every row that is not done has a day to come, a person, and somebody else as deputy', async () => {
    const names = ['staff:olga', 'staff:hana', undefined] as const;
    const pair = fc.record({ person: fc.constantFrom(...names), deputy: fc.constantFrom(...names) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(pair, { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 0, max: 250 }),
        async (pairs, days) => {
          const on = await drawn();
          const holders = Object.keys((await everybody(on)).holders);
          const filled: Filled = {
            holders: Object.fromEntries(
              holders.map((holder, at) => {
                const { person, deputy } = pairs[at % pairs.length]!;
                return [holder, { ...(person && { person }), ...(deputy && deputy !== person && { deputy }) }];
              }),
            ),
            rows: { 'contract-and-land.plot': { target: '2026-02-20' } },
          };
          await act(on, { act: 'fill', filled });
          on.at.moveTo(on.at.now() + days * 86_400_000);
          const { rows } = await view(on);
          const today = new Date(on.at.now() + 5 * 3_600_000).toISOString().slice(0, 10);
          const isWhole = rows.every(
            ({ state, target, person, deputy }) =>
              state === 'done' ||
              (target !== undefined &&
                target >= today &&
                person !== undefined &&
                deputy !== undefined &&
                deputy.person !== person.person),
          );
          expect((await act(on, { act: 'approve' }, hana)).ok).toBe(isWhole);
          expect(rows.every(({ lacks }) => lacks.length === 0)).toBe(isWhole);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the hash', () => {
  const row = fc.record({
    row: fc.constantFrom('expertise', 'expertise.financing', 'contract-and-land.plot', 'construction-start'),
    date: fc.constantFrom('2026-09-01', '2026-09-02'),
    person: fc.constantFrom('staff:a', 'staff:b', 'investor'),
    deputy: fc.constantFrom('staff:a', 'staff:b', 'investor'),
  });
  const rows = fc.uniqueArray(row, { selector: (one) => one.row, minLength: 1 });

  it('does not depend on the order of rows, and tells every other change', () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('date', 'person', 'deputy'),
        (all, at, part) => {
          const text = canonical('p1', all);
          expect(canonical('p1', all.toReversed())).toBe(text);
          const index = at % all.length;
          const other = all.map((one, place) =>
            place === index ? { ...one, [part]: `${one[part as 'date']}x` } : one,
          );
          expect(canonical('p1', other)).not.toBe(text);
          expect(canonical('p2', all)).not.toBe(text);
          expect(canonical('p1', all.slice(1))).not.toBe(text);
        },
      ),
    );
  });

  it('says when rows are not those that were approved', async () => {
    const on = await approved(await drawn());
    const log = logOf(on).map((event) =>
      event.body.type === 'road-map-approved' && event.body.rows
        ? { ...event, body: { ...event.body, rows: event.body.rows.map((one) => ({ ...one, date: '2027-01-04' })) } }
        : event,
    );
    const { approved: as } = keptOf(log);
    expect(ids.hash(canonical('p1', as?.rows ?? []))).not.toBe(as?.hash);
  });
});

describe('a change after the approval', () => {
  const later: Extract<RoadMapRequest, { act: 'change' }> = {
    act: 'change',
    row: 'expertise',
    target: '2026-12-01',
    reason: 'supplier-late',
    words: 'The line is late.',
  };
  const changeOf = async (on: Drawn) => (await view(on)).changes.at(-1)!;
  const targetOf = async (on: Drawn) => (await view(on)).rows.find(({ row }) => row === 'expertise')?.target;

  it('holds when somebody above accepts it', async () => {
    const on = await approved(await drawn());
    const before = await targetOf(on);
    expect(await act(on, later)).toMatchObject({ ok: true });
    expect([await targetOf(on), (await on.at.load('p1')).project.roadMap?.asked.length]).toEqual([before, 1]);
    const { change, text, reason } = await changeOf(on);
    expect([text, reason]).toEqual(['The line is late.', 'supplier-late']);
    expect(await act(on, { act: 'answer', change, accepted: true }, olga)).toMatchObject({
      failure: { kind: 'forbidden' },
    });
    expect(await act(on, { act: 'answer', change, accepted: true }, hana)).toMatchObject({ ok: true });
    const { rows, approved: as } = await view(on);
    expect(rows.find(({ row }) => row === 'expertise')).toMatchObject({ target: '2026-12-01', baseline: before });
    expect(as?.holds).toBe(true);
    expect((await on.at.load('p1')).project.roadMap?.asked).toEqual([]);
  });

  it('refused with a word, it changes nothing', async () => {
    const on = await approved(await drawn());
    const before = await targetOf(on);
    await act(on, later);
    const { change } = await changeOf(on);
    expect(await act(on, { act: 'answer', change, accepted: false }, hana)).toMatchObject({
      failure: { issues: [{ path: 'words' }] },
    });
    expect(await act(on, { act: 'answer', change, accepted: false, words: 'No.' }, hana)).toMatchObject({ ok: true });
    expect(await targetOf(on)).toBe(before);
    expect(await act(on, { act: 'answer', change, accepted: true }, hana)).toMatchObject({
      failure: { kind: 'not-allowed' },
    });
  });

  it('of the head is accepted by the headquarters, never by whoever asked', async () => {
    const on = await approved(await drawn());
    await act(on, later, hana);
    const { change, mine } = await changeOf(on);
    expect([mine, (await view(on, hana)).changes[0]?.mine, (await view(on, quentin)).changes[0]?.mine]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await act(on, { act: 'answer', change, accepted: true }, hana)).toMatchObject({
      failure: { kind: 'forbidden' },
    });
    expect(await act(on, { act: 'answer', change, accepted: true }, quentin)).toMatchObject({ ok: true });
    expect(await targetOf(on)).toBe('2026-12-01');
  });

  it.each<[string, object, object]>([
    ['asks for nothing', { target: undefined }, { issues: [{ path: 'target', code: 'missing' }] }],
    ['of a day gone by', { target: '2025-12-01' }, { issues: [{ path: 'target', code: 'not-in-future' }] }],
    [
      'to the deputy as person',
      { target: undefined, person: 'staff:hana' },
      { issues: [{ path: 'deputy', code: 'same-person' }] },
    ],
    ['of what is done', { row: 'letter-of-intent' }, { kind: 'not-allowed' }],
  ])('that %s is refused', async (_, more, failure) => {
    const on = await approved(await drawn());
    expect(await act(on, { ...later, ...more })).toMatchObject({ ok: false, failure });
  });
});
