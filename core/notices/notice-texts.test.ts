import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { known, memoryAdministration } from '#test/support/memory-administration.ts';
import { at, membership, staff } from '#test/support/samples.ts';
import { changeNotice, listNotices, productTexts, viewNotice } from './notice-texts.ts';
import type { OwnTexts } from './own-words.ts';

const now = at('2026-01-12');
const name = 'rejected.investor' as const;
const admin = (personId: string, scopeId = 'alpha'): Actor => ({
  kind: 'staff',
  personId,
  memberships: [{ personId, scope: 'zone', scopeId, role: 'administrator' }],
});
const texts = (opening: string): OwnTexts => {
  const all = productTexts(name);
  return { ...all, en: { ...all.en, opening } };
};
const kindOf = (result: { readonly ok: boolean; readonly failure?: { readonly kind: string } }) =>
  result.ok ? 'done' : result.failure?.kind;
const start = () => memoryAdministration([known('chief')]);
type Ports = ReturnType<typeof start>;
const asked = { actor: admin('chief'), now, zoneId: 'alpha', name };
const change = (ports: Ports, opening: string | undefined, version: number, when = now) =>
  changeNotice(ports, { ...asked, now: when, version, texts: opening === undefined ? undefined : texts(opening) });
const whose = async (ports: Ports) => {
  const listed = await listNotices(ports, asked);
  return listed.ok ? listed.value.notices.find((one) => one.name === name) : undefined;
};

describe('who changes what a notice says', () => {
  it.each<[string, Actor, string, string]>([
    ['an administrator of the zone', admin('chief'), 'alpha', 'done'],
    ['an administrator of another zone', admin('chief', 'beta'), 'alpha', 'not-found'],
    ['a head of the zone', staff(membership('head')), 'alpha', 'forbidden'],
    ['an officer of the zone', staff(membership('officer')), 'alpha', 'forbidden'],
  ])('%s', async (_, actor, zoneId, expected) => {
    const ports = start();
    const own = { ...asked, actor, zoneId };
    expect(kindOf(await listNotices(ports, own))).toBe(expected);
    expect(kindOf(await viewNotice(ports, own))).toBe(expected);
    expect(kindOf(await changeNotice(ports, { ...own, version: 0, texts: texts('No at {stage}.') }))).toBe(expected);
    expect(ports.memory.notices.length).toBe(expected === 'done' ? 1 : 0);
  });
});

describe('versions of what a notice says', () => {
  it('are kept with who, when, before and after, and any of them comes back', async () => {
    const ports = start();
    expect(await whose(ports)).toEqual({ name, whose: 'product' });
    expect(kindOf(await change(ports, 'First {stage}.', 0))).toBe('done');
    expect(kindOf(await change(ports, 'Second {stage}.', now, now + 1))).toBe('done');
    expect(kindOf(await change(ports, undefined, now + 1, now + 2))).toBe('done');
    expect(await whose(ports)).toEqual({ name, whose: 'product' });
    expect(kindOf(await change(ports, 'First {stage}.', now + 2, now + 3))).toBe('done');
    expect(await whose(ports)).toEqual({ name, whose: 'zone', since: '2026-01-12' });
    const viewed = await viewNotice(ports, asked);
    const before = productTexts(name).en.opening;
    const told = [
      { field: 'en.opening', before, after: 'First {stage}.' },
      { field: 'en.opening', before: 'First {stage}.', after: 'Second {stage}.' },
      { field: 'en.opening', before: 'Second {stage}.', after: before },
      { field: 'en.opening', before, after: 'First {stage}.' },
    ];
    expect(viewed.ok && viewed.value.versions.map(({ changes }) => changes[0])).toEqual(told.toReversed());
    expect(ports.memory.trail.map(({ what, about, by, changes: [one] }) => ({ what, about, by, one }))).toEqual(
      told.map((one, place) => ({
        what: place === 2 ? 'notice-restored' : 'notice-changed',
        about: name,
        by: 'chief',
        one,
      })),
    );
  });

  it('are not made of the same words, sent twice or never changed', async () => {
    const ports = start();
    expect(kindOf(await change(ports, productTexts(name).en.opening, 0))).toBe('done');
    expect(kindOf(await change(ports, undefined, 0))).toBe('done');
    expect(ports.memory.notices).toEqual([]);
    expect(kindOf(await change(ports, 'No at {stage}.', 0))).toBe('done');
    expect(kindOf(await change(ports, 'No at {stage}.', 0, now + 1))).toBe('done');
    expect(ports.memory.notices).toHaveLength(1);
  });

  it('are not written over what somebody else has written', async () => {
    const ports = start();
    await change(ports, 'First {stage}.', 0);
    expect(kindOf(await change(ports, 'Second {stage}.', 0, now + 1))).toBe('conflict');
    expect(ports.memory.notices).toHaveLength(1);
  });

  it('that do not fit are refused, and told where a release has outgrown them', async () => {
    const ports = start();
    expect(await change(ports, 'No.', 0)).toMatchObject({
      failure: { kind: 'invalid', issues: [{ path: 'texts.en.opening', code: 'dropped-placeholder' }] },
    });
    await change(ports, 'No at {stage}.', 0);
    const [kept] = ports.memory.notices;
    ports.memory.notices[0] = { ...kept!, texts: texts('No at {region}.') };
    expect(await whose(ports)).toMatchObject({ whose: 'outgrown' });
  });
});
