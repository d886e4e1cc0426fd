import { describe, expect, it } from 'vitest';
import { projectView } from '../project/project-views.ts';
import { suspend } from '../project/suspend.ts';
import type { ZoneType } from '../reference/zone-type.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf, facts, head, zones, zoneSetting } from '#test/support/samples.ts';

const typed = (zoneType: ZoneType, from = '2021-01-01') =>
  zoneSetting({
    ...(zoneType.startsWith('kz') ? zones.alpha : zones.gamma),
    types: [{ zoneType, effectiveFrom: from }],
  });
const viewOf = ({ state, setting }: Journey) => projectView(head, state, 'Company', setting);
const legalOf = (journey: Journey) => viewOf(journey).legal;

describe('the clock of the law', () => {
  it.each<[ZoneType, string, object | undefined]>([
    ['kz-sez', '2026-08-28', { clock: 'kz-sez-contract', by: '2026-09-11' }],
    ['kz-industrial', '2026-08-28', undefined],
    ['uz-sez', '2026-08-28', { clock: 'uz-decision', by: '2026-09-15' }],
    ['uz-small', '2026-08-28', { clock: 'uz-decision', by: '2026-09-15' }],
    ['kz-sez', '2022-12-30', undefined],
    ['kz-sez', '2023-01-04', { clock: 'kz-sez-contract' }],
    ['uz-sez', '2022-06-30', undefined],
  ])('of %s for an application of %s', (type, on, expected) => {
    const legal = legalOf(new Journey({ on, zone: typed(type) }).arrive());
    if (expected === undefined) expect(legal).toBeUndefined();
    else expect(legal).toMatchObject({ ...expected, from: on, late: 0 });
  });

  it('of a zone stored before types were asked is that of most zones of its country', () => {
    expect(legalOf(new Journey({ on: '2026-08-28' }).arrive())).toMatchObject({ by: '2026-09-11' });
  });

  it('follows the type that the zone had on the day of the application', () => {
    const journey = new Journey({ on: '2026-08-28', zone: typed('kz-sez', '2026-08-01') }).arrive();
    const types = [...journey.zone.zone.types!, { zoneType: 'kz-industrial', effectiveFrom: '2026-09-01' } as const];
    journey.zone = { ...journey.zone, zone: { ...journey.zone.zone, types } };
    expect(legalOf(journey.on('2026-09-02'))).toMatchObject({ by: '2026-09-11' });
  });

  it('runs out though each stage is in time, and says so of both', () => {
    const journey = new Journey({ on: '2026-08-28', zone: typed('kz-sez') }).to('contract-and-land');
    expect(journey.project.due).toBe('2026-09-25');
    const view = viewOf(journey.on('2026-09-15'));
    expect(view.stages.map(({ stage, late, legalBy }) => [stage, late, legalBy]).slice(0, 4)).toEqual([
      ['letter-of-intent', undefined, undefined],
      ['council-approval', undefined, '2026-09-11'],
      ['contract-and-land', undefined, '2026-09-11'],
      ['technical-conditions', undefined, undefined],
    ]);
    expect(view.legal).toMatchObject({ late: 2 });
    expect(view.legal?.doneOn).toBeUndefined();
  });

  it('is not stopped by a return for correction, nor by a suspension', () => {
    const returned = new Journey({ on: '2026-08-28', zone: typed('kz-sez') })
      .to('council-approval')
      .on('2026-09-01')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
    expect(returned.project.phase).toBe('correcting');
    expect(legalOf(returned.on('2026-09-14'))).toMatchObject({ by: '2026-09-11', late: 1 });
    const suspended = new Journey({ on: '2026-08-28', zone: typed('kz-sez') }).to('council-approval');
    const why = { reasonCode: 'other', reason: 'A lawsuit.', fault: 'third-party', reviewOn: '2026-10-30' } as const;
    suspended.did(suspend(suspended.state, suspended.setting, why, officeRef));
    expect(legalOf(suspended.on('2026-09-14'))).toMatchObject({ by: '2026-09-11', late: 1 });
  });

  it('stops when the contract is signed, whatever is open in the stage', () => {
    const journey = new Journey({ on: '2026-08-28', zone: typed('kz-sez') }).to('contract-and-land').on('2026-09-14');
    journey.answer('contract', { outcome: 'done', facts: { ...facts.contract, contractDate: '2026-09-10' } });
    expect(legalOf(journey.on('2026-12-01'))).toMatchObject({ doneOn: '2026-09-10', late: 0 });
  });

  it.each([
    ['2026-09-10', 0],
    ['2026-09-14', 1],
  ])('stops with a reasoned refusal on %s', (on, late) => {
    const journey = new Journey({ on: '2026-08-28', zone: typed('kz-sez') }).to('council-approval').on(on);
    journey.answer('office-decision', decisionOf('rejected'));
    expect(legalOf(journey.on('2026-12-01'))).toMatchObject({ doneOn: on, late });
  });

  it('of Uzbekistan stops with the decision on placing the project', () => {
    const journey = new Journey({ on: '2026-08-28', zone: typed('uz-small') }).to('council-approval').on('2026-09-16');
    journey.settle().approve();
    expect(legalOf(journey.on('2026-12-01'))).toMatchObject({ doneOn: '2026-09-16', late: 1 });
  });
});

describe('stage 2 by the type of zone', () => {
  const asks = (zone: ReturnType<typeof typed>, on = '2026-08-28') =>
    new Journey({ on, zone }).to('council-approval').state.assignments.length === 0
      ? undefined
      : new Journey({ on, zone })
          .to('council-approval')
          .settle()
          .state.assignments.some(({ kind }) => kind === 'council-protocol');
  const version = (without: string[]) => ({ stage: 'council-approval', effectiveFrom: '2021-01-01', without });

  it.each<[string, ReturnType<typeof typed>, boolean]>([
    ['KZ SEZ', typed('kz-sez'), false],
    ['KZ industrial zone', typed('kz-industrial'), true],
    ['UZ SEZ', typed('uz-sez'), false],
    ['UZ small zone', typed('uz-small'), false],
    ['a zone stored before', zoneSetting(), true],
    ['a type that is yet to hold', typed('kz-sez', '2026-10-01'), true],
    [
      'KZ SEZ by its practice',
      zoneSetting({ ...typed('kz-sez').zone, asked: [{ ...version([]), source: 'Order No. 1' }] }),
      true,
    ],
    [
      'KZ industrial zone that left it out',
      zoneSetting({ ...typed('kz-industrial').zone, asked: [version(['council-protocol'])] }),
      true,
    ],
  ])('%s', (_, zone, expected) => expect(asks(zone)).toBe(expected));

  it('that runs keeps what it began with, also after a correction', () => {
    const journey = new Journey({ on: '2026-08-28' }).to('council-approval');
    journey.zone = typed('kz-sez', '2026-08-31');
    journey.on('2026-09-01').answer('office-decision', decisionOf('returned')).arrive().answer('correction').arrive();
    journey.settle();
    expect(journey.state.assignments.some(({ kind }) => kind === 'council-protocol')).toBe(true);
  });
});
