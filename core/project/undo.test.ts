import { describe, expect, it } from 'vitest';
import { addedUp, contribution, keyOf, type Count } from '../figures/figures.ts';
import { staff, membership, decisionOf } from '#test/support/samples.ts';
import { Journey } from '#test/support/journey.ts';
import { put, world, type World } from '#test/support/world.ts';
import type { Aggregate } from './project.ts';
import { isOpen } from './standing.ts';
import { decide } from '../stages/decide.ts';
import type { Decision } from '../stages/decision.ts';
import { actOnProject, type ProjectAction } from './act-on-project.ts';
import { rebuild } from './apply.ts';
import { undoable, undoLast, withoutTakenBack } from './undo.ts';

const undoMs = 30_000;
const head = staff({ ...membership('head'), personId: 'hana' });
const officer = staff({ ...membership('officer'), personId: 'olga' });
const projectId = 'p1';

async function begun(make: () => Journey): Promise<World> {
  const at = world();
  const journey = make();
  at.moveTo(journey.now);
  await put(at, journey);
  await at.settle();
  return at;
}
const held = (at: World) => ({ ...at.ports, undoMs });

async function decided(at: World, decision: Decision) {
  const { assignments } = await at.load(projectId);
  const one = assignments.find((one) => one.kind === 'office-decision' && isOpen(one));
  return decide(held(at), { assignmentId: one?.assignmentId ?? '', actor: head, now: at.now(), decision });
}
const acted = (at: World, request: ProjectAction) =>
  actOnProject(held(at), { projectId, actor: head, now: at.now(), request });
const undone = async (at: World, actor = head) => {
  const open = await undoable(at.ports, { projectId, actor, now: at.now() });
  return undoLast(at.ports, { projectId, actor, now: at.now(), version: open?.version ?? -1 });
};
const counts = (at: World): readonly Count[] =>
  [...at.memory.counts.values()]
    .flat()
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const logOf = (at: World) => at.memory.projects.get(projectId)?.events ?? [];

const inOrder = (aggregate: Aggregate | undefined) =>
  aggregate && {
    ...aggregate,
    assignments: aggregate.assignments.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1)),
  };

const letter = () => new Journey().to('letter-of-intent');
const land = () => new Journey().to('contract-and-land');
const cases: readonly (readonly [string, () => Journey, (at: World) => Promise<{ readonly ok: boolean }>])[] = [
  ['an approval', letter, (at) => decided(at, decisionOf('approved'))],
  ['a rejection', letter, (at) => decided(at, decisionOf('rejected'))],
  ['a return', letter, (at) => decided(at, decisionOf('returned'))],
  [
    'a termination',
    land,
    (at) => acted(at, { action: 'terminate', reasonCode: 'other', reason: 'By mistake.' } as ProjectAction),
  ],
];

describe.each(cases)('%s that is taken back', (_, make, act) => {
  it('leaves the project, the counters and the outbox as they were, and sends nothing', async () => {
    const at = await begun(make);
    const [before, sent, counted] = [await at.load(projectId), at.memory.sent.length, counts(at)];
    expect((await act(at)).ok).toBe(true);
    await at.settle();
    expect(at.memory.sent).toHaveLength(sent);
    expect((await at.load(projectId)).project.version).toBeGreaterThan(before.project.version);
    expect((await undone(at)).ok).toBe(true);
    const after = await at.load(projectId);
    expect({ ...after, project: { ...after.project, version: 0 } }).toEqual({
      ...before,
      project: { ...before.project, version: 0 },
    });
    expect(addedUp(counts(at))).toEqual(counted);
    expect(addedUp([...contribution(after)])).toEqual(addedUp([...contribution(before)]));
    at.moveTo(at.now() + undoMs);
    await at.settle();
    expect(at.memory.sent).toHaveLength(sent);
  });

  it('stands in the log, which gives the same state; who was told nothing does not read of it', async () => {
    const at = await begun(make);
    await act(at);
    await undone(at);
    const log = logOf(at);
    expect(log.at(-1)?.body.type).toBe('taken-back');
    expect(inOrder(rebuild(log))).toEqual(inOrder(await at.load(projectId)));
    expect(withoutTakenBack(log).map(({ sequence }) => sequence)).toEqual(
      log.map(({ sequence }) => sequence).slice(0, withoutTakenBack(log).length),
    );
    expect(withoutTakenBack(log).length).toBeLessThan(log.length - 1);
  });

  it('can be done once more, and is sent when its time is over', async () => {
    const at = await begun(make);
    await act(at);
    await undone(at);
    const sent = at.memory.sent.length;
    expect((await act(at)).ok).toBe(true);
    at.moveTo(at.now() + undoMs);
    await at.settle();
    expect(at.memory.sent.length).toBeGreaterThan(sent);
    expect((await undone(at)).ok).toBe(false);
  });
});

describe('what is not taken back', () => {
  it.each<[string, (at: World) => Promise<unknown> | undefined, typeof head]>([
    ['by somebody else', () => undefined, officer],
    ['when its time is over', (at) => Promise.resolve(at.moveTo(at.now() + undoMs)), head],
    ['shortly before', (at) => Promise.resolve(at.moveTo(at.now() + undoMs - 1000)), head],
    [
      'when something else has happened since',
      (at) =>
        actOnProject(at.ports, {
          projectId,
          actor: head,
          now: at.now(),
          request: { action: 'terminate', reasonCode: 'other', reason: 'x' } as ProjectAction,
        }),
      head,
    ],
  ])('%s', async (_, then, actor) => {
    const at = await begun(land);
    const { assignments } = await at.load(projectId);
    const check = assignments.find((one) => one.kind === 'office-decision' && isOpen(one));
    await decide(held(at), {
      assignmentId: check?.assignmentId ?? '',
      actor: head,
      now: at.now(),
      decision: decisionOf('returned'),
    });
    const open = await undoable(at.ports, { projectId, actor: head, now: at.now() });
    await then(at);
    expect(await undoLast(at.ports, { projectId, actor, now: at.now(), version: open?.version ?? -1 })).toMatchObject({
      ok: false,
      failure: { because: 'sent' },
    });
  });

  it('a message that was tried is not taken back with the rest', async () => {
    const at = await begun(letter);
    await decided(at, decisionOf('approved'));
    const open = await undoable(at.ports, { projectId, actor: head, now: at.now() });
    const [key, row] = [...at.memory.rows].find(([, { heldUntil }]) => heldUntil !== undefined) ?? [];
    if (key === undefined || row === undefined) throw new Error('Nothing is held');
    at.memory.rows.set(key, { ...row, attempts: 1 });
    const before = await at.load(projectId);
    expect((await undoLast(at.ports, { projectId, actor: head, now: at.now(), version: open?.version ?? -1 })).ok).toBe(
      false,
    );
    expect(await at.load(projectId)).toEqual(before);
  });
});
