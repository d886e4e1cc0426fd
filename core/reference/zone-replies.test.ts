import { describe, expect, it } from 'vitest';
import type { RepliesRequest } from '../people/administration.ts';
import type { StaffRole } from './reference.ts';
import { changeReplies } from './change-zone.ts';
import { appealIn, replyAddressOf } from './zone-replies.ts';
import { memoryAdministration } from '#test/support/memory-administration.ts';
import { at, membership, staff } from '#test/support/samples.ts';

const now = at('2026-01-12');
const appeal = { kk: 'Сотқа', ru: 'В суд', en: 'To the court', 'uz-cyrl': 'Судга' };
const change = (
  ports: ReturnType<typeof memoryAdministration>,
  request: RepliesRequest,
  role: StaffRole = 'administrator',
) => changeReplies(ports, { actor: staff(membership(role)), now, zoneId: 'alpha', ...request });
const zoneIn = (ports: ReturnType<typeof memoryAdministration>) => ports.memory.settings.get('alpha')!.zone;

describe('what a zone’s refusals and replies begin with', () => {
  it('is told in each language, and goes back to nothing', async () => {
    const ports = memoryAdministration();
    expect(appealIn(zoneIn(ports), 'ru')).toBeUndefined();
    expect(replyAddressOf(zoneIn(ports))).toBe('office@alpha.example.org');
    await change(ports, { version: 0, appeal, daysToCure: 7, replyTo: 'answers@alpha.example.org' });
    expect((['kk', 'ru', 'en', 'uz', 'uz-cyrl'] as const).map((one) => appealIn(zoneIn(ports), one))).toEqual([
      'Сотқа',
      'В суд',
      'To the court',
      'Sudga',
      'Судга',
    ]);
    expect(replyAddressOf(zoneIn(ports))).toBe('answers@alpha.example.org');
    await change(ports, { version: 1 });
    expect(zoneIn(ports)).toMatchObject({ appeal: undefined, daysToCure: undefined, replyTo: undefined, version: 2 });
    expect(ports.memory.trail.map(({ what, changes }) => [what, changes])).toEqual([
      [
        'replies-changed',
        [
          ...Object.entries(appeal).map(([language, after]) => ({ field: `${language}.appeal`, after })),
          { field: 'daysToCure', after: '7' },
          { field: 'replyTo', after: 'answers@alpha.example.org' },
        ],
      ],
      [
        'replies-changed',
        [
          ...Object.entries(appeal).map(([language, before]) => ({ field: `${language}.appeal`, before })),
          { field: 'daysToCure', before: '7' },
          { field: 'replyTo', before: 'answers@alpha.example.org' },
        ],
      ],
    ]);
  });

  it('is changed by an administrator alone, and not over another’s change', async () => {
    const ports = memoryAdministration();
    for (const role of ['officer', 'head', 'headquarters', 'leadership'] as const)
      expect(await change(ports, { version: 0, daysToCure: 7 }, role)).toMatchObject({
        failure: { kind: 'forbidden' },
      });
    expect(await change(ports, { version: 0, daysToCure: 7 })).toMatchObject({ ok: true });
    expect(await change(ports, { version: 0, daysToCure: 7 })).toMatchObject({ ok: true });
    expect(await change(ports, { version: 0, daysToCure: 9 })).toMatchObject({ failure: { kind: 'conflict' } });
    expect(ports.memory.trail).toHaveLength(1);
  });
});
