import { describe, expect, it } from 'vitest';
import { addDocument } from '#core/documents/add-document.ts';
import { Journey } from '#test/support/journey.ts';
import { at as instant, fileRecord, headquarters, membership, staff } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';
import type { Actor } from '../kernel/actor.ts';
import { climb } from './climb.ts';
import type { LadderRequest, LadderView } from './ladder-facts.ts';
import { viewLadder } from './view-ladder.ts';

const of = (personId: string, ...roles: readonly ('officer' | 'head' | 'headquarters')[]): Actor =>
  staff(...roles.map((role) => ({ ...membership(role), personId })));
const olga = of('olga', 'officer');
const hana = of('hana', 'head');
const quentin = of('quentin', 'headquarters');
const both = of('both', 'officer', 'headquarters');
const investor: Actor = { kind: 'investor', projectId: 'p1' };
const delegate: Actor = { ...investor, delegate: 4 };

/** Some months after the start, with six files. */
async function started(before = false): Promise<World> {
  const at = world();
  const journey = new Journey({ lines: ['power'] }).to('construction-start');
  if (!before) journey.settle().approve();
  for (const [place, letter] of before ? [] : ['a', 'b', 'c', 'd', 'e', 'f'].entries())
    journey.did(
      addDocument(
        journey.state,
        journey.setting,
        fileRecord({
          fileId: `frung-paper-${String(place)}`,
          kind: 'ladder-paper',
          sha256: letter.repeat(64),
          scan: 'clean',
        }),
        { kind: 'investor' },
      ),
    );
  await put(at, journey);
  at.moveTo(journey.now + 200 * 86_400_000);
  return at;
}

const act = (at: World, request: LadderRequest, actor = olga) =>
  climb(at.ports, { projectId: 'p1', actor, now: at.now(), request });
async function view(at: World, actor = olga): Promise<LadderView> {
  const found = await viewLadder(at.ports, { projectId: 'p1', actor, now: at.now() });
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
}
const day = (at: World, back = 0): string => new Date(at.now() - back * 86_400_000).toISOString().slice(0, 10);

type Saying = Extract<LadderRequest, { act: 'say' }>;
const saying = (at: World, change: Partial<Saying> = {}): Saying => ({
  act: 'say',
  phase: 1,
  rung: 'site',
  on: day(at, 20),
  documentId: 'ladder-paper-1',
  ...change,
});
const outcome = async (result: ReturnType<typeof act>) => {
  const done = await result;
  if (done.ok) return 'done';
  const { failure } = done;
  return failure.kind === 'invalid' ? failure.issues.map(({ path, code }) => `${path} ${code}`).join() : failure.kind;
};
const only = async (at: World) => {
  const [rung] = (await view(at)).phases.flatMap(({ rungs }) => rungs);
  if (rung === undefined) throw new Error('Nothing was said');
  return rung;
};

describe('a rung', () => {
  it.each<[string, Actor, Actor, string]>([
    ['of the officer, by the same person', olga, olga, 'forbidden'],
    ['of the officer, by their head: one body', olga, hana, 'forbidden'],
    ['of the officer, by the headquarters', olga, quentin, 'done'],
    ['of the officer, by a headquarters of the region', olga, headquarters, 'done'],
    ['of the officer, by the investor', olga, investor, 'done'],
    ['of the investor, by their colleague', investor, delegate, 'forbidden'],
    ['of the investor, by the officer', investor, olga, 'done'],
    ['of the officer, by an officer who sits in the headquarters', olga, both, 'forbidden'],
    ['of who is in both, by the headquarters', both, quentin, 'done'],
  ])('%s is confirmed or not', async (_, by, confirming, expected) => {
    const at = await started();
    expect(await outcome(act(at, saying(at), by))).toBe('done');
    const { said } = await only(at);
    expect(await outcome(act(at, { act: 'confirm', said }, confirming))).toBe(expected);
    expect((await only(at)).state).toBe(expected === 'done' ? 'confirmed' : 'said');
  });

  it('is said, and the same once more changes nothing', async () => {
    const at = await started();
    await act(at, saying(at));
    await act(at, saying(at));
    const { phases, papers } = await view(at);
    expect(phases).toMatchObject([{ phase: 1, top: 'site', rungs: [{ state: 'said', saidBy: { body: 'office' } }] }]);
    expect(papers).not.toContain('ladder-paper-1');
  });

  it.each<[string, Partial<Saying>, string]>([
    ['whose file proves another one', { rung: 'foundation' }, 'documentId file-used'],
    ['whose file proves one of another phase', { phase: 2 }, 'documentId file-used'],
    ['without a file that is there', { rung: 'foundation', documentId: 'ladder-paper-9' }, 'documentId invalid_value'],
    [
      'with the signed letter as its file',
      { rung: 'foundation', documentId: 'signed-letter-1' },
      'documentId invalid_value',
    ],
    ['of which a later one stands', { documentId: 'ladder-paper-2' }, 'rung rung-below'],
    ['above one that was not said, without a reason', { rung: 'roof', documentId: 'ladder-paper-2' }, 'words missing'],
    [
      'above one that was not said, with a reason',
      { rung: 'roof', documentId: 'ladder-paper-2', words: 'Built before.' },
      'done',
    ],
    ['of the next phase', { phase: 2, documentId: 'ladder-paper-2' }, 'done'],
    ['of a phase after none', { phase: 3, documentId: 'ladder-paper-2' }, 'phase too_big'],
    ['before the start', { rung: 'foundation', documentId: 'ladder-paper-2', on: '2020-01-01' }, 'on before-step'],
    ['of tomorrow', { rung: 'foundation', documentId: 'ladder-paper-2', on: '2099-01-01' }, 'on in-future'],
    [
      'of acceptance without its act',
      { rung: 'accepted', documentId: 'ladder-paper-2', words: 'At once.' },
      'number missing',
    ],
  ])('%s', async (_, change, expected) => {
    const at = await started();
    await act(at, saying(at));
    expect(await outcome(act(at, saying(at, change)))).toBe(expected);
  });

  it('skips, is older than the one below, and tells by when the State Corporation is to know', async () => {
    const at = await started();
    at.moveTo(instant('2027-09-06'));
    await act(at, saying(at, { on: '2027-09-03' }));
    const accepted = { rung: 'accepted', documentId: 'ladder-paper-2', number: 'A-17', words: 'One hall.' } as const;
    expect(await outcome(act(at, saying(at, { ...accepted, on: '2027-09-02' })))).toBe('done');
    expect((await view(at)).phases[0]?.rungs[1]).toMatchObject({
      isOlder: true,
      tellBy: '2027-09-07',
      skipped: ['foundation', 'frame', 'roof', 'equipment', 'trial-run'],
      saidBy: { text: 'One hall.' },
    });
  });

  it('is disputed with a reason, and confirmed after that by the body that disputed it alone', async () => {
    const at = await started();
    await act(at, saying(at), investor);
    const { said } = await only(at);
    expect(await outcome(act(at, { act: 'dispute', said, words: 'No.' }, delegate))).toBe('forbidden');
    expect(await outcome(act(at, { act: 'confirm', said }, olga))).toBe('done');
    expect(await outcome(act(at, { act: 'dispute', said, words: 'The roof is open.' }, quentin))).toBe('done');
    expect(await only(at)).toMatchObject({
      state: 'disputed',
      disputed: { body: 'headquarters', text: 'The roof is open.' },
    });
    expect(await outcome(act(at, { act: 'confirm', said }, olga))).toBe('forbidden');
    expect(await outcome(act(at, { act: 'confirm', said }, quentin))).toBe('done');
  });

  it('is taken back by whoever said it or the head, the highest first; its file and place are free then', async () => {
    const at = await started();
    await act(at, saying(at), investor);
    const { said } = await only(at);
    await act(at, saying(at, { rung: 'foundation', documentId: 'ladder-paper-2' }), investor);
    const back = { act: 'take-back', said, words: 'A mistake.' } as const;
    expect(await outcome(act(at, back, investor))).toBe('not-allowed');
    const upper = (await view(at)).phases[0]?.rungs[1]?.said ?? 0;
    expect(await outcome(act(at, { ...back, said: upper }, olga))).toBe('forbidden');
    expect(await outcome(act(at, { ...back, said: upper }, hana))).toBe('done');
    expect(await outcome(act(at, back, delegate))).toBe('done');
    const { phases, papers } = await view(at);
    expect(phases[0]?.top).toBeUndefined();
    expect(phases[0]?.rungs.map(({ state }) => state)).toEqual(['taken-back', 'taken-back']);
    expect(papers).toContain('ladder-paper-1');
    expect(await outcome(act(at, saying(at)))).toBe('done');
  });

  it('is refused with a file that proves one of another project, until that is taken back', async () => {
    const at = await started();
    const stored = at.memory.projects.get('p1');
    if (stored === undefined) throw new Error('No project');
    const { aggregate, ...rest } = stored;
    const events = stored.events.map((event) => ({ ...event, projectId: 'p2' }));
    at.memory.projects.set('p2', {
      ...rest,
      events,
      aggregate: { ...aggregate, project: { ...aggregate.project, projectId: 'p2' } },
    });
    const other = (request: LadderRequest) => climb(at.ports, { projectId: 'p2', actor: olga, now: at.now(), request });
    expect(await outcome(other(saying(at)))).toBe('done');
    expect(await outcome(act(at, saying(at)))).toBe('documentId file-used-elsewhere');
    expect(await outcome(act(at, saying(at, { documentId: 'ladder-paper-2' })))).toBe('done');
    const second = { rung: 'foundation', documentId: 'ladder-paper-1' } as const;
    expect(await outcome(act(at, saying(at, second)))).toBe('documentId file-used-elsewhere');
    const said = aggregate.project.version + 1;
    expect(await outcome(other({ act: 'take-back', said, words: 'A mistake.' }))).toBe('done');
    expect(await outcome(act(at, saying(at, second)))).toBe('done');
    expect(await outcome(other(saying(at)))).toBe('documentId file-used-elsewhere');
  });

  it('is nothing before the start, and nobody else’s', async () => {
    const before = await started(true);
    expect(await view(before)).toMatchObject({ isOpen: false, maySay: false, phases: [{ phase: 1, rungs: [] }] });
    expect(await outcome(act(before, saying(before)))).toBe('not-allowed');
    const at = await started();
    expect(await outcome(act(at, saying(at), of('adam')))).toBe('not-found');
    expect(await outcome(act(at, saying(at), quentin))).toBe('forbidden');
  });
});
