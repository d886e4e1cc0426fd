import { describe, expect, it } from 'vitest';
import { Journey } from '#test/support/journey.ts';
import { head, membership, officer, person, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { actOnFollowUp, followUpsOf, makeFollowUp, myFollowUps } from './follow-ups.ts';

const colleague = staff({ ...membership('officer'), personId: 'officer-two' });
const request = { text: 'Telephone the investor.', on: '2026-01-15' };

async function begun() {
  const told = world({
    on: '2026-01-12',
    staff: [
      person(membership('officer')),
      person(membership('head')),
      person({ ...membership('officer'), personId: 'officer-two' }),
    ],
  });
  await put(told, new Journey().to('contract-and-land'));
  const on = { projectId: 'p1', actor: officer, now: told.now() };
  const make = (change: Partial<typeof request & { who: string }> = {}, actor = officer) =>
    makeFollowUp(told.ports, { ...on, actor, request: { ...request, ...change } });
  const mine = async (actor: typeof officer) => {
    const found = await myFollowUps(told.ports, { zoneId: 'alpha', actor, now: on.now });
    return found.ok ? found.value.followUps.map(({ text, on: day }) => `${day} ${text}`) : found.failure.kind;
  };
  return { told, on, make, mine };
}

describe('something to do on a day', () => {
  it('is one’s own or a colleague’s, once, and in the list of whoever does it', async () => {
    const { make, mine, on, told } = await begun();
    const [one, again] = [await make(), await make()];
    expect(one).toEqual(again);
    await make({ text: 'Ask the bank.', on: '2026-01-13', who: 'officer-two' });
    expect(await mine(officer)).toEqual(['2026-01-15 Telephone the investor.']);
    expect(await mine(colleague)).toEqual(['2026-01-13 Ask the bank.']);
    const all = await followUpsOf(told.ports, on);
    expect(all.ok && all.value.map(({ who }) => who)).toEqual(['officer-two', 'officer-alpha']);
  });

  it.each<[string, Parameters<Awaited<ReturnType<typeof begun>>['make']>, string]>([
    ['a day gone by', [{ on: '2026-01-11' }], 'invalid'],
    ['a day beyond all', [{ on: '2199-01-11' }], 'invalid'],
    ['nobody of the office', [{ who: 'stranger' }], 'invalid'],
    ['by leadership', [{}, staff(membership('leadership'))], 'forbidden'],
    ['from another zone', [{}, staff(membership('head', 'beta'))], 'not-found'],
  ])('refuses %s', async (_, given, kind) => {
    const { make } = await begun();
    expect(await make(...given)).toMatchObject({ failure: { kind } });
  });

  it('is moved and done by whoever does it, whoever made it, and the head', async () => {
    const { make, mine, on, told } = await begun();
    const made = await make();
    const followUpId = made.ok ? made.value.followUpId : '';
    const act = (actor: typeof officer, asked: Parameters<typeof actOnFollowUp>[1]['request'], projectId = 'p1') =>
      actOnFollowUp(told.ports, { ...on, projectId, actor, followUpId, request: asked });
    expect(await act(colleague, { act: 'done' })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await act(officer, { act: 'move', on: '2026-01-01' })).toMatchObject({ failure: { kind: 'invalid' } });
    expect(await act(head, { act: 'move', on: '2026-01-20' })).toMatchObject({
      value: { on: '2026-01-20', version: 2 },
    });
    expect(await mine(officer)).toEqual(['2026-01-20 Telephone the investor.']);
    expect(await act(officer, { act: 'done' })).toMatchObject({ value: { done: { by: 'officer-alpha' } } });
    expect(await act(officer, { act: 'done' })).toMatchObject({ value: { version: 3 } });
    expect(await act(officer, { act: 'move', on: '2026-01-21' })).toMatchObject({ failure: { kind: 'conflict' } });
    expect(await mine(officer)).toEqual([]);
  });
});
