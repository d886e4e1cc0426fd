import { describe, expect, it } from 'vitest';
import type { StaffRole } from './reference.ts';
import { addForum, changeForum } from './forums.ts';
import { memoryAdministration } from '#test/support/memory-administration.ts';
import { at, membership, staff } from '#test/support/samples.ts';

const now = at('2026-01-12');
const names = { kk: 'Форум', ru: 'Форум', en: 'Forum', uz: 'Forum', 'uz-cyrl': 'Форум' };
const forum = { names, firstDay: '2026-11-12', lastDay: '2026-11-13' };
const asking = (role: StaffRole = 'administrator', zoneId = 'alpha') => ({
  actor: staff(membership(role)),
  now,
  zoneId,
});
const known = { ...forum, forumId: 'alpha-forum' };

type Ports = ReturnType<typeof memoryAdministration>;
const zoneIn = ({ memory }: Ports) => memory.settings.get('alpha')?.zone;
const ids = (ports: Ports) => zoneIn(ports)?.forums.map(({ forumId }) => forumId);
const kindOf = (result: Awaited<ReturnType<typeof addForum>>) =>
  result.ok ? 'done' : 'because' in result.failure ? result.failure.because : result.failure.kind;

describe('a forum of a zone', () => {
  it('is added, and a letter can name it from then on', async () => {
    const ports = memoryAdministration();
    const added = await addForum(ports, { ...asking(), ...forum });
    expect(added).toMatchObject({ ok: true, value: forum });
    expect(zoneIn(ports)).toMatchObject({ version: 1, forums: [{ forumId: 'alpha-forum' }, forum] });
    expect(ports.memory.trail).toMatchObject([
      {
        what: 'forum-added',
        scopeId: 'alpha',
        by: 'administrator-alpha',
        about: added.ok && added.value.forumId,
        changes: [
          { field: 'names' },
          { field: 'firstDay', after: '2026-11-12' },
          { field: 'lastDay', after: '2026-11-13' },
        ],
      },
    ]);
  });

  it('by the same form many times at once is there once, with one entry; two different ones are both there', async () => {
    const ports = memoryAdministration();
    await Promise.all([addForum(ports, { ...asking(), ...forum }), addForum(ports, { ...asking(), ...forum })]);
    expect(await addForum(ports, { ...asking(), ...forum })).toMatchObject({ ok: true });
    expect([ids(ports)?.length, ports.memory.trail.length]).toEqual([2, 1]);
    await Promise.all(
      ['2026-11-14', '2026-11-15'].map((lastDay) => addForum(ports, { ...asking(), ...forum, lastDay })),
    );
    expect([ids(ports)?.length, zoneIn(ports)?.version]).toEqual([4, 3]);
  });

  it('gets other names and days, and letters keep naming it', async () => {
    const ports = memoryAdministration();
    const change = { ...asking(), ...known, version: 0 };
    expect(await changeForum(ports, change)).toMatchObject({ ok: true });
    expect(await changeForum(ports, change)).toMatchObject({ ok: true });
    expect(zoneIn(ports)).toMatchObject({ version: 1, forums: [known] });
    expect(ports.memory.trail).toMatchObject([
      {
        what: 'forum-changed',
        about: 'alpha-forum',
        changes: [
          { field: 'names' },
          { field: 'firstDay', before: '2026-01-12', after: '2026-11-12' },
          { field: 'lastDay', before: '2026-01-13', after: '2026-11-13' },
        ],
      },
    ]);
  });

  it.each<[string, Partial<Parameters<typeof changeForum>[1]>, string]>([
    ['that somebody else was faster to change', { version: 1 }, 'conflict'],
    ['of another version', { version: 7 }, 'conflict'],
    ['that is not there', { forumId: 'beta-forum' }, 'not-found'],
    ['that would end before it begins', { lastDay: '2026-11-11' }, 'invalid'],
    ['of one day', { lastDay: '2026-11-12' }, 'done'],
    ['of a zone of others', asking('administrator', 'beta'), 'not-found'],
  ])('%s', async (_, change, expected) => {
    const ports = memoryAdministration();
    expect(kindOf(await changeForum(ports, { ...asking(), ...known, version: 0, ...change }))).toBe(expected);
    expect(ports.memory.trail.length > 0).toBe(expected === 'done');
  });

  it.each<StaffRole>(['officer', 'head', 'headquarters', 'leadership'])('is not for %s', async (role) => {
    const ports = memoryAdministration();
    expect(kindOf(await addForum(ports, { ...asking(role), ...forum }))).toBe('forbidden');
    expect(kindOf(await changeForum(ports, { ...asking(role), ...known, version: 0 }))).toBe('forbidden');
    expect(ids(ports)).toEqual(['alpha-forum']);
  });

  it('cannot be added without end, nor end before it begins', async () => {
    const ports = memoryAdministration();
    expect(kindOf(await addForum(ports, { ...asking(), ...forum, lastDay: '2026-11-11' }))).toBe('invalid');
    for (let year = 2001; year < 2050; year += 1)
      await addForum(ports, { ...asking(), ...forum, firstDay: `${String(year)}-01-01`, lastDay: '2050-01-01' });
    expect(ids(ports)).toHaveLength(50);
    expect(
      kindOf(await addForum(ports, { ...asking(), ...forum, firstDay: '2000-01-01', lastDay: '2050-01-01' })),
    ).toBe('too-many-forums');
  });
});
