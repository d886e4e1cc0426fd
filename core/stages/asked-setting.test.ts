import { describe, expect, it } from 'vitest';
import { neededDocuments } from '../documents/needed-documents.ts';
import { isOpen } from '../project/standing.ts';
import type { ZoneSetting } from '../reference/reference-ports.ts';
import { withoutOn } from './asked-setting.ts';
import { missing } from './gate.ts';
import { Journey } from '#test/support/journey.ts';
import { zones, zoneSetting } from '#test/support/samples.ts';

const without = ['council-protocol', 'charter'];
const zoneFrom = (effectiveFrom: string, left: readonly string[] = without): ZoneSetting =>
  zoneSetting({ ...zones.alpha, asked: [{ stage: 'council-approval', effectiveFrom, without: [...left] }] });
const openKinds = ({ state }: Journey): readonly string[] => state.assignments.filter(isOpen).map(({ kind }) => kind);
const documents = ({ state }: Journey): readonly string[] => neededDocuments(state).map(({ kind }) => kind);

describe('what a zone leaves out of a stage', () => {
  it('is neither asked for nor missed', () => {
    const journey = new Journey({ zone: zoneFrom('2026-01-01') }).to('council-approval');
    expect(documents(journey)).not.toContain('charter');
    expect(documents(journey)).toContain('questionnaire');
    expect(missing(journey.state, []).map(({ name }) => name)).toEqual(['document-check']);
    expect(openKinds(new Journey({ zone: zoneFrom('2026-01-01') }).to('contract-and-land'))).toContain('contract');
  });

  it('is asked by a stage that began before', () => {
    const journey = new Journey({ zone: zoneFrom('2027-01-01') }).to('council-approval');
    journey.zone = zoneFrom('2026-01-01');
    expect(documents(journey)).toContain('charter');
    expect(missing(journey.state, []).map(({ name }) => name)).toEqual(['document-check', 'council-protocol']);
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['before its day', '2026-02-02', without, []],
    ['on its day', '2026-02-01', without, without],
    ['which the product asks for', '2026-02-01', ['application', 'gone'], []],
  ])('%s', (_, from, left, expected) => {
    expect(withoutOn(zoneFrom(from, left).zone, 'council-approval', '2026-02-01')).toEqual(expected);
  });
});
