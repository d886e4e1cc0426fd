import { describe, expect, it } from 'vitest';
import { stageIds, stageIndex } from '#core/stages/stage-id.ts';
import { takeOverProject } from './take-over-project.ts';
import { letter } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';

describe('a project that is taken over', () => {
  it.each(stageIds.filter((stage) => stage !== 'letter-of-intent'))(
    'at %s goes on from there, with its road map and nobody disturbed',
    async (stage) => {
      const told = world({ on: '2026-01-12' });
      const taken = await takeOverProject(told.ports, {
        letter: letter(),
        stage,
        receivedOn: '2025-12-12',
        now: told.now(),
      });
      expect(taken).toMatchObject({ ok: true, value: { number: 'ALP-2025-0001' } });
      expect(told.changes.length).toBe(1);
      await told.settle();
      const { project } = await told.load('p1');
      expect(project).toMatchObject({
        stage,
        phase: 'open',
        accepted: true,
        receivedOn: '2025-12-12',
        baseline: { 'letter-of-intent': '2025-12-22', expertise: '2026-09-04' },
      });
      expect(told.memory.sent.map(({ notice }) => notice)).not.toContain('receipt');
      expect(await told.ports.counts.of('alpha')).toContainEqual({
        group: 'stage',
        member: stage,
        what: 'projects',
        amount: 1,
      });
      expect(stageIndex(project.stage)).toBeGreaterThan(0);
    },
  );

  it('in a zone that does not exist is refused', async () => {
    const taken = await takeOverProject(world().ports, {
      letter: letter({ zoneId: 'delta' }),
      stage: 'expertise',
      receivedOn: '2025-12-12',
      now: 0,
    });
    expect(taken).toEqual({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] },
    });
  });
});
