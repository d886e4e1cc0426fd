import { describe, expect, it } from 'vitest';
import type { LinkTarget } from '#core/kernel/ports.ts';
import { goodAnswer, officer } from '#test/support/samples.ts';
import { Journey } from '#test/support/journey.ts';
import { put, world } from '#test/support/world.ts';
import { handleAssignment } from '../work/handle-assignment.ts';
import { decideByLink, viewLink } from './act-by-link.ts';
import { viewParty } from './view-party.ts';

const day = 86_400_000;
const zoneId = 'alpha';
const power = 'alpha-power';
const idOf = (projectId: string, line: string) => `${projectId}_4-1-1_technical-condition_${line}`;

/** Two projects that ask the power company, the first of them the gas company too. */
async function asked() {
  const told = world();
  await put(told, new Journey({ projectId: 'p1', lines: ['power', 'gas'] }).to('technical-conditions'));
  await put(told, new Journey({ projectId: 'p2', lines: ['power'] }).to('technical-conditions'));
  const { now } = new Journey({ projectId: 'p1', lines: ['power', 'gas'] }).to('technical-conditions');
  told.moveTo(now);
  const look = async (partyId = power, { answered = false, address = 0, later = 0 } = {}) => {
    const link = await told.ports.links.urlOf({ kind: 'party', zoneId, partyId, address });
    return viewParty(told.ports, { link, now: told.now() + later * day, answered });
  };
  const rows = async (...which: Parameters<typeof look>) => {
    const view = await look(...which);
    return view.ok ? view.value.rows : view.failure.kind;
  };
  const ids = async (...which: Parameters<typeof look>) => {
    const found = await rows(...which);
    return typeof found === 'string' ? found : found.map(({ assignmentId }) => assignmentId).toSorted();
  };
  const answer = async (projectId: string, line: string) =>
    decideByLink(told.ports, {
      link: await told.ports.links.urlOf({
        kind: 'assignment',
        projectId,
        assignmentId: idOf(projectId, line),
        version: 0,
      }),
      now: told.now(),
      decision: goodAnswer('technical-condition'),
    });
  const change = (of: object) => {
    const setting = told.memory.settings.get(zoneId)!;
    const parties = setting.parties.map((one) => (one.partyId === power ? { ...one, ...of } : one));
    told.memory.settings.set(zoneId, { ...setting, parties });
  };
  return { told, look, rows, ids, answer, change };
}

describe('all that a party is asked', () => {
  it('is its own, of every project, with whom it is for and how much is needed', async () => {
    const { ids, look } = await asked();
    expect(await ids()).toEqual([idOf('p1', 'power'), idOf('p2', 'power')]);
    expect(await ids('alpha-gas')).toEqual([idOf('p1', 'gas')]);
    expect(await look()).toMatchObject({
      ok: true,
      value: {
        zone: { en: expect.any(String) as string },
        rows: [{ company: expect.any(String) as string, need: { unit: 'kilowatts', amount: 4500 }, daysLate: 0 }, {}],
        more: false,
      },
    });
  });

  it('says how late it is', async () => {
    const { rows } = await asked();
    const [first] = await rows(power, { later: 60 });
    expect(first).toMatchObject({ daysLate: expect.any(Number) as number });
    expect((first as { daysLate: number }).daysLate).toBeGreaterThan(10);
  });

  it('goes to what was answered, with a link for 90 days and without one for twelve months', async () => {
    const { answer, ids, rows } = await asked();
    expect((await answer('p1', 'power')).ok).toBe(true);
    expect(await ids()).toEqual([idOf('p2', 'power')]);
    const answered = async (later: number) => rows(power, { answered: true, later });
    expect(await answered(80)).toMatchObject([{ answered: { outcome: 'issued' }, url: expect.any(String) as string }]);
    expect(await answered(100)).toMatchObject([{ url: undefined }]);
    expect(await answered(366)).toEqual([]);
    expect(await ids('alpha-gas', { answered: true })).toEqual([]);
  });

  it('leads to each answer by the link that its own email has, unless that was renewed', async () => {
    const { told, rows } = await asked();
    const urls = async () => ((await rows()) as readonly { readonly url?: string }[]).map(({ url }) => url);
    for (const url of await urls())
      expect((await viewLink(told.ports, { link: url ?? '', now: told.now() })).ok).toBe(true);
    await handleAssignment(told.ports, {
      assignmentId: idOf('p1', 'power'),
      actor: officer,
      now: told.now(),
      request: { handling: 'renew-link' },
    });
    expect((await urls()).filter((url) => url === undefined)).toHaveLength(1);
  });

  it('opens by nothing else, and opens nothing else', async () => {
    const { told, ids } = await asked();
    const now = told.now();
    const others: readonly LinkTarget[] = [
      { kind: 'track', projectId: 'p1', version: 0 },
      { kind: 'assignment', projectId: 'p1', assignmentId: idOf('p1', 'power'), version: 0 },
      { kind: 'party', zoneId, partyId: 'alpha-nobody' },
      { kind: 'party', zoneId: 'nowhere', partyId: power },
    ];
    for (const target of others) {
      const link = await told.ports.links.urlOf(target);
      expect(await viewParty(told.ports, { link, now, answered: false })).toMatchObject({
        failure: { kind: 'link-unknown' },
      });
    }
    const link = await told.ports.links.urlOf({ kind: 'party', zoneId, partyId: power });
    expect(await viewLink(told.ports, { link, now })).toMatchObject({ failure: { kind: 'link-unknown' } });
    expect(await ids('alpha-bank')).toEqual([]);
  });

  it('ends with the address that its link went to, and with the party', async () => {
    const { ids, change } = await asked();
    change({ addressVersion: 1 });
    expect(await ids()).toBe('link-replaced');
    expect(await ids(power, { address: 1 })).toHaveLength(2);
    change({ addressVersion: 1, endedOn: '2026-01-13' });
    expect(await ids(power, { address: 1 })).toBe('link-expired');
  });
});
