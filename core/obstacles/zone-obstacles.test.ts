import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilities } from '#core/kernel/common.ts';
import { escalateInZone } from '#core/obstacles/escalate-in-zone.ts';
import { listObstacles } from '#core/obstacles/list-obstacles.ts';
import { viewObstacle } from '#core/obstacles/view-obstacle.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { workRow } from '#core/work/work-row.ts';
import { Journey } from '#test/support/journey.ts';
import { at, head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import type { ObstacleAbout } from './obstacle-facts.ts';
import { isInTheWay, isInTheWayOf } from './zone-obstacle.ts';
import { actOnZoneObstacle, raiseZoneObstacle, viewZoneObstacle } from './zone-obstacles.ts';

const names = { kk: 'Party', ru: 'Party', en: 'Party', 'uz-cyrl': 'Party', uz: 'Party' };
const onPower = { kind: 'line', line: 'power' } as const;
const confirmed = (journey: Journey) => ({ ...journey.state, project: { ...journey.project, confirmed: true } });

describe('in whose way an obstacle of the zone stands', () => {
  const journey = new Journey({ lines: ['power'] }).to('technical-conditions');
  it.each<[string, ObstacleAbout, boolean]>([
    ['its stage', { kind: 'stage', stage: 'technical-conditions' }, true],
    ['another stage', { kind: 'stage', stage: 'expertise' }, false],
    ['a line it needs', onPower, true],
    ['a line it does not need', { kind: 'line', line: 'gas' }, false],
    ['a party it waits for', { kind: 'party', partyId: 'alpha-power', names }, true],
    ['a party it waits for nothing from', { kind: 'party', partyId: 'alpha-gas', names }, false],
    ['an instruction', { kind: 'instruction', instructionId: 'i1', number: 1, meetingOn: '2026-01-12' }, true],
  ])('%s', (_, about, stands) => {
    expect(isInTheWay(about, confirmed(journey))).toBe(stands);
    expect(
      isInTheWay(about, { ...confirmed(journey), project: { ...journey.project, confirmed: true, phase: 'ended' } }),
    ).toBe(false);
  });

  it('is not that of a letter that does not count yet', () => {
    const typed = new Journey({ lines: ['power'] });
    expect(isInTheWay(onPower, confirmed(typed))).toBe(true);
    expect(isInTheWay(onPower, typed.state)).toBe(false);
  });

  it('is the same by the project and by its row of the work list', () => {
    const line = fc.constantFrom(...utilities).map((one): ObstacleAbout => ({ kind: 'line', line: one }));
    const stage = fc.constantFrom(...stageIds).map((one): ObstacleAbout => ({ kind: 'stage', stage: one }));
    const party = fc
      .constantFrom('alpha-power', 'alpha-gas', 'alpha-land-department')
      .map((partyId): ObstacleAbout => ({ kind: 'party', partyId, names }));
    const places = ['letter-of-intent', 'contract-and-land', 'technical-conditions', 'expertise'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.subarray(['power', 'gas', 'water'] as const, { minLength: 1 }),
        fc.oneof(line, stage, party),
        (place, lines, about) => {
          const state = confirmed(new Journey({ lines }).to(place));
          const row = workRow(state);
          if (row) expect(isInTheWayOf(about, { row })).toBe(isInTheWay(about, state));
        },
      ),
      { numRuns: 40 },
    );
  });
});

async function begun() {
  const told = world({ on: '2026-01-12' });
  await put(told, new Journey({ lines: ['power'], projectId: 'p1' }).to('technical-conditions'));
  const where = { zoneId: 'alpha', actor: head, now: told.now() };
  const raise = (request = { about: onPower, words: 'No feeder.', due: '2026-01-19' }) =>
    raiseZoneObstacle(told.ports, { ...where, request });
  return { told, where, raise };
}

describe('one record for a whole zone', () => {
  it('is raised by those who lead, once, and read by the office', async () => {
    const { told, where, raise } = await begun();
    const asked = { about: onPower, words: 'No feeder.' };
    const failing = (actor: typeof head) => raiseZoneObstacle(told.ports, { ...where, actor, request: asked });
    expect(await failing(officer)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await failing(staff(membership('head', 'beta')))).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await failing(staff(membership('leadership')))).toMatchObject({ failure: { kind: 'forbidden' } });
    const [one, again] = [await raise(), await raise()];
    expect([one, again]).toMatchObject([{ value: { version: 1 } }, { value: { version: 1 } }]);
    expect(await told.ports.zoneObstacles.all('alpha')).toHaveLength(1);
    const seen = await viewZoneObstacle(told.ports, { ...where, actor: officer, obstacleId: 'z1' });
    expect(seen).toMatchObject({ value: { zoneWide: true, actions: ['answer'], said: [{ text: 'No feeder.' }] } });
  });

  it('is counted once, and settled once for all', async () => {
    const { told, where, raise } = await begun();
    await raise();
    const listed = async () => {
      const found = await listObstacles(told.ports, { ...where, page: { limit: 10 } });
      return found.ok ? found.value.entries.map(({ obstacleId, zoneWide }) => [obstacleId, zoneWide]) : [];
    };
    expect(await listed()).toEqual([['z1', true]]);
    const act = (request: Parameters<typeof actOnZoneObstacle>[1]['request'], actor = headquarters) =>
      actOnZoneObstacle(told.ports, { ...where, actor, obstacleId: 'z1', request });
    expect(await act({ action: 'hand-over', to: { kind: 'investor' } })).toMatchObject({
      failure: { kind: 'invalid' },
    });
    expect(await act({ action: 'hand-over', to: { kind: 'party', partyId: 'alpha-power' } })).toMatchObject({
      value: { version: 2, obstacle: { owner: { partyId: 'alpha-power' } } },
    });
    expect(await act({ action: 'resolve', words: 'It is built.' }, officer)).toMatchObject({
      failure: { kind: 'forbidden' },
    });
    expect(await act({ action: 'resolve', words: 'It is built.' })).toMatchObject({
      value: { obstacle: { state: 'resolved' } },
    });
    expect(await act({ action: 'answer', words: 'Late.' })).toMatchObject({ failure: { kind: 'conflict' } });
    expect(await listed()).toEqual([]);
    expect(await viewObstacle(told.ports, { ...where, projectId: 'p1', obstacleId: 'z1' })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });

  it('goes up a rung at a time, each told once', async () => {
    const { told, raise } = await begun();
    await raise();
    const on = async (day: string) => {
      const context = await zoneContextOf(told.ports, 'alpha', at(day));
      if (!context) throw new Error('No zone');
      return (await escalateInZone(told.ports, context)).map(({ obstacle }) => obstacle.told);
    };
    expect(await on('2026-01-20')).toEqual([undefined]);
    expect(await on('2026-01-22')).toEqual([{ rung: 'head', on: '2026-01-22' }]);
    expect(await on('2026-01-23')).toEqual([{ rung: 'head', on: '2026-01-22' }]);
    expect(await on('2026-02-09')).toEqual([{ rung: 'leadership', on: '2026-02-09' }]);
  });
});
