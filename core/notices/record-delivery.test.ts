import { describe, expect, it } from 'vitest';
import { holdersOf } from '#core/project/standing.ts';
import { decide } from '../stages/decide.ts';
import { recordDelivery, type Delivery } from './record-delivery.ts';
import { actOnProject } from '../project/act-on-project.ts';
import { runDay } from '../digests/run-day.ts';
import { Journey } from '#test/support/journey.ts';
import { at, decisionOf, head, officer } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';

async function begun(journey = new Journey().to('council-approval')): Promise<World> {
  const told = world();
  await put(told, journey);
  await told.settle();
  return told;
}
const emails = ({ memory }: World) =>
  [...memory.rows.values()].filter(({ errand: message }) => message.kind === 'email');
async function tell(told: World, state: Delivery['state'], place = 0): Promise<void> {
  const row = emails(told)[place];
  if (!row) throw new Error('No such email');
  await recordDelivery(told.ports, { row, state, now: told.now() });
}
const bounces = async (told: World) =>
  (await told.load('p1')).assignments.filter(({ kind }) => kind === 'bounced-email');

describe('what became of an email', () => {
  it.each<[Delivery['state'], number]>([
    ['delivered', 0],
    ['unreached', 0],
    ['bounced', 1],
    ['complained', 1],
    ['set-aside', 1],
  ])('%s is kept with it; assignments for the office: %i', async (state, count) => {
    const told = await begun();
    await tell(told, state);
    expect(emails(told)[0]?.state).toBe(state);
    expect(await bounces(told)).toHaveLength(count);
  });

  it('opens an assignment of the office, due in two working days', async () => {
    const told = await begun();
    await tell(told, 'bounced');
    expect(await bounces(told)).toMatchObject([{ holder: { kind: 'office' }, due: '2026-01-14', state: 'open' }]);
  });

  it('opens one at a time, and another when the first is done', async () => {
    const told = await begun();
    await Promise.all([tell(told, 'bounced', 0), tell(told, 'bounced', 1)]);
    await tell(told, 'complained', 2);
    const [first] = await bounces(told);
    expect(await bounces(told)).toHaveLength(1);
    await decide(told.ports, {
      assignmentId: first?.assignmentId ?? '',
      actor: officer,
      now: told.now(),
      decision: { outcome: 'done', facts: {} },
    });
    await tell(told, 'bounced', 1);
    expect((await bounces(told)).map(({ state }) => state)).toEqual(['answered', 'open']);
    expect(new Set((await bounces(told)).map(({ assignmentId }) => assignmentId)).size).toBe(2);
  });

  it('holds nothing up and nobody responsible', async () => {
    const told = await begun(new Journey().to('council-approval').settle());
    await tell(told, 'bounced');
    expect(holdersOf(await told.load('p1')).map(({ kind }) => kind)).toEqual(['office-decision']);
    const result = await decide(told.ports, {
      assignmentId: 'p1_2-1-1_office-decision',
      actor: head,
      now: told.now(),
      decision: { outcome: 'approved' },
    });
    expect(result.ok).toBe(true);
  });

  it.each<[string, Journey]>([
    [
      'that waits for a correction',
      new Journey().to('council-approval').answer('office-decision', decisionOf('returned')).arrive(),
    ],
    ['whose stage has not opened', new Journey()],
  ])('of a project %s is found out too', async (_, journey) => {
    const told = await begun(journey);
    await tell(told, 'bounced');
    expect(await bounces(told)).toHaveLength(1);
  });

  it('of a project that has ended opens nothing', async () => {
    const told = await begun();
    await actOnProject(told.ports, { projectId: 'p1', actor: head, now: told.now(), request: { action: 'withdraw' } });
    await tell(told, 'bounced');
    expect(await bounces(told)).toEqual([]);
  });

  it('of a digest is kept, and opens nothing: it belongs to no project', async () => {
    const told = await begun();
    await runDay(told.ports, at('2026-01-20', '06:00'), (_, error) => {
      throw error;
    });
    const digest = [...told.memory.rows.values()].find(({ errand: message }) => message.kind === 'digest');
    if (!digest) throw new Error('No digest');
    await recordDelivery(told.ports, { row: digest, state: 'bounced', now: told.now() });
    expect([...told.memory.rows.values()].find(({ rowId }) => rowId === digest.rowId)?.state).toBe('bounced');
    expect(await bounces(told)).toEqual([]);
  });

  it('D3, X8: that was delivered stays so when the mailbox then answers that its owner is away', async () => {
    const told = await begun();
    await tell(told, 'delivered');
    await tell(told, 'unreached');
    expect(emails(told)[0]?.state).toBe('delivered');
  });

  it('may be told before its sender has noted that it went out', async () => {
    const told = await begun();
    const [row] = emails(told);
    await tell(told, 'delivered');
    await told.ports.outbox.mark(row ?? { laneId: '', rowId: '' }, 'sent');
    expect(emails(told)[0]?.state).toBe('delivered');
  });
});
