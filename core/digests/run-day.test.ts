import { describe, expect, it } from 'vitest';
import { suspend } from '#core/project/suspend.ts';
import { confirmAddress } from '../letter/confirm-address.ts';
import { decide } from '../stages/decide.ts';
import { runDay } from './run-day.ts';
import { Journey } from '#test/support/journey.ts';
import { at, decisionOf, goodAnswer, officer } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';

const strict = (_: string, error: unknown) => {
  throw error;
};
const day = (told: World, date: string) => runDay(told.ports, at(date, '06:00'), strict);
const digests = ({ memory }: World) =>
  [...memory.rows.values()].flatMap(({ laneId, rowId, errand: message }) =>
    message.kind === 'digest' ? [`${laneId} ${rowId}`] : [],
  );

/** A document check due on 19 January 2026, a Monday. */
async function begun(): Promise<World> {
  const told = world();
  await put(told, new Journey().to('council-approval'));
  await confirmAddress(told.ports, { projectId: 'p1', now: told.now() });
  return told;
}
const check = async (told: World) => (await told.load('p1')).assignments.find(({ kind }) => kind === 'document-check');

describe('a day', () => {
  it('with nothing due brings nothing', async () => {
    const told = await begun();
    const {
      project: { version },
    } = await told.load('p1');
    expect(await day(told, '2026-01-13')).toBe(0);
    expect((await told.load('p1')).project.version).toBe(version);
  });

  it('marks what became overdue and tells whom it concerns', async () => {
    const told = await begun();
    expect(await day(told, '2026-01-20')).toBe(1);
    expect(await check(told)).toMatchObject({ overdue: true });
    expect(digests(told)).toEqual(['digest-staff-officer-alpha-2026-01-20 2026-01-20']);
    expect(await told.ports.counts.of('alpha')).toContainEqual({
      group: 'stage',
      member: 'council-approval',
      what: 'overdue',
      amount: 1,
    });
  });

  it('that is run again changes nothing', async () => {
    const told = await begun();
    await day(told, '2026-01-20');
    const before = JSON.stringify([await told.load('p1'), [...told.memory.rows.values()]]);
    await day(told, '2026-01-20');
    expect(JSON.stringify([await told.load('p1'), [...told.memory.rows.values()]])).toBe(before);
  });

  it('run again after the digest went out sends no second one', async () => {
    const told = await begun();
    await day(told, '2026-01-20');
    told.moveTo(at('2026-01-20', '06:00'));
    await told.settle();
    await day(told, '2026-01-20');
    await told.settle();
    expect(told.memory.sent.filter(({ notice }) => notice === 'digest')).toHaveLength(1);
  });

  it.each([
    ['a Saturday', '2026-01-24'],
    ['a Sunday', '2026-01-25'],
    ['a public holiday', '2026-03-23'],
  ])('that is %s marks, but sends no digest', async (_, date) => {
    const told = await begun();
    expect(await day(told, date)).toBe(0);
    expect(digests(told)).toEqual([]);
    expect(await check(told)).toMatchObject({ overdue: true });
  });

  it('catches up what was missed', async () => {
    const told = world();
    const journey = new Journey().to('council-approval').on('2026-01-13');
    journey.did(
      suspend(
        journey.state,
        journey.setting,
        { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-02-10' },
        { kind: 'system' },
      ),
    );
    await put(told, journey);
    await day(told, '2026-04-06');
    const { project, assignments } = await told.load('p1');
    expect(project).toMatchObject({ due: '2026-03-02' });
    expect(project.pause).toBeUndefined();
    expect(assignments.filter(({ overdue }) => overdue)).toHaveLength(2);
    expect(digests(told)).toHaveLength(3);
  });

  it('leaves a suspended project until its review', async () => {
    const told = world();
    const journey = new Journey().to('council-approval').on('2026-01-13');
    journey.did(
      suspend(
        journey.state,
        journey.setting,
        { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-02-10' },
        { kind: 'system' },
      ),
    );
    await put(told, journey);
    expect(await day(told, '2026-02-02')).toBe(0);
    // Only that it ends unless it is renewed.
    expect(await day(told, '2026-02-09')).toBe(2);
    expect((await told.load('p1')).project.pause).toBeDefined();
  });

  it('ends a supplier’s pause on its day', async () => {
    const told = world();
    await put(
      told,
      new Journey()
        .to('technical-conditions')
        .answer(
          'technical-condition',
          decisionOf('suspended', 'technical-condition', { until: '2026-01-21' }),
          'power',
        ),
    );
    const power = async () => (await told.load('p1')).assignments.find(({ line }) => line === 'power');
    await day(told, '2026-01-20');
    expect(await power()).toMatchObject({ state: 'paused', due: '2026-02-04' });
    await day(told, '2026-01-21');
    expect(await power()).toMatchObject({ state: 'open', due: '2026-02-13' });
  });

  it('takes every page of what is due, in every zone', async () => {
    const told = world();
    const ids = [];
    for (let index = 0; index < 7; index += 1)
      ids.push(
        await told.submit(
          { zoneId: (['alpha', 'beta', 'gamma'] as const)[index % 3] ?? 'alpha' },
          `key-${String(index)}`,
        ),
      );
    await told.settle();
    await day(told, '2026-01-28');
    for (const id of ids) expect((await told.load(id)).assignments.some(({ overdue }) => overdue)).toBe(true);
  });

  it('takes eight projects at a time, not one after the other and not all at once', async () => {
    const told = world();
    for (let index = 0; index < 20; index += 1) await told.submit({ zoneId: 'alpha' }, `key-${String(index)}`);
    await told.settle();
    let [now, most] = [0, 0];
    const load = async (id: string) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
      return told.ports.projects.load(id);
    };
    await runDay({ ...told.ports, projects: { ...told.ports.projects, load } }, at('2026-01-28', '06:00'), strict);
    expect(most).toBe(8);
    for (let index = 1; index <= 20; index += 1)
      expect((await told.load(`p${String(index)}`)).assignments.some(({ overdue }) => overdue)).toBe(true);
  });

  it('goes on when one project fails, and tells of it', async () => {
    const told = world();
    for (const key of ['a', 'b', 'c'])
      await confirmAddress(told.ports, { projectId: await told.submit({}, key), now: told.now() });
    await told.settle();
    const failing = {
      ...told.ports,
      projects: {
        ...told.ports.projects,
        load: (id: string) => (id === 'p2' ? Promise.reject(new Error('unreadable')) : told.ports.projects.load(id)),
      },
    };
    const failed: string[] = [];
    expect(await runDay(failing, at('2026-01-20', '06:00'), (id) => failed.push(id))).toBe(1);
    expect(failed).toEqual(['p2']);
    const late = await Promise.all(
      ['p1', 'p2', 'p3'].map(async (id) => (await told.load(id)).assignments.some(({ overdue }) => overdue)),
    );
    expect(late).toEqual([true, false, true]);
  });

  it('gives way to somebody who answers at the same moment', async () => {
    const told = await begun();
    await Promise.all([
      day(told, '2026-01-20'),
      decide(told.ports, {
        assignmentId: 'p1_2-1-1_document-check',
        decision: goodAnswer('document-check'),
        actor: officer,
        now: at('2026-01-20'),
      }),
    ]);
    expect(await check(told)).toMatchObject({ state: 'answered', overdue: false });
  });
});
