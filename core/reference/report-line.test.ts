import { describe, expect, it } from 'vitest';
import type { LineReport } from '#core/project/project-action.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { reportLine } from './report-line.ts';
import { at, head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';

const now = at('2026-01-12');
const ready: LineReport = { state: 'ready' };
const by = (readyBy: string): LineReport => ({ state: 'committed', readyBy });

async function report(
  what: LineReport,
  { actor = officer, zoneId = 'alpha' }: { actor?: Actor; zoneId?: string } = {},
) {
  const told = world();
  const result = await reportLine(told.ports, { zoneId, utility: 'gas', report: what, actor, now });
  const line = (await told.ports.reference.setting(zoneId))?.lines.find(({ utility }) => utility === 'gas');
  return { line, said: result.ok ? 'done' : result.failure.kind, result };
}

describe('a report about a utility line', () => {
  it.each<[string, Actor, string, string]>([
    ['an officer', officer, 'alpha', 'done'],
    ['the head', head, 'alpha', 'done'],
    ['headquarters', headquarters, 'alpha', 'forbidden'],
    ['leadership', staff(membership('leadership')), 'alpha', 'forbidden'],
    ['an officer of another zone', officer, 'beta', 'not-found'],
    ['an officer, of a zone that does not exist', officer, 'omega', 'not-found'],
    ['an investor', { kind: 'investor', projectId: 'p1' }, 'alpha', 'not-found'],
  ])('by %s', async (_, actor, zoneId, said) => {
    expect((await report(ready, { actor, zoneId })).said).toBe(said);
  });

  it('keeps what was said, when and by whom', async () => {
    const { line, result } = await report(by('2026-09-01'));
    const kept = {
      zoneId: 'alpha',
      utility: 'gas',
      report: by('2026-09-01'),
      reportedOn: '2026-01-12',
      reportedBy: 'officer-alpha',
    };
    expect([line, result]).toEqual([kept, { ok: true, value: kept }]);
  });

  it.each<[string, string | undefined]>([
    ['2001-01-01', 'not-in-future'],
    ['2026-01-11', 'not-in-future'],
    ['2026-01-12', undefined],
    ['2031-01-12', undefined],
    ['2031-01-13', 'too-late'],
    ['2099-01-01', 'too-late'],
  ])('that it is ready by %s', async (readyBy, code) => {
    const { line, result } = await report(by(readyBy));
    if (code === undefined) return expect(line?.report).toEqual(by(readyBy));
    expect(result).toEqual({ ok: false, failure: { kind: 'invalid', issues: [{ path: 'readyBy', code }] } });
    expect(line?.report).toEqual({ state: 'ready' });
  });
});
