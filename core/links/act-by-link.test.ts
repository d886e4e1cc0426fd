import { describe, expect, it } from 'vitest';
import type { LinkTarget } from '#core/kernel/ports.ts';
import { changeBuilder } from '#core/project/change-builder.ts';
import { openAssignment } from '#core/stages/opening.ts';
import { confirmByLink, correctByLink, decideByLink, viewLink, withdrawByLink } from './act-by-link.ts';
import { sendCopy } from './view-copy.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, goodAnswer } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';

async function begun(journey: Journey) {
  const told = world();
  await put(told, journey);
  const { now } = journey;
  const by = async (target: LinkTarget) => ({ link: await told.ports.links.urlOf(target), now });
  return {
    told,
    now,
    track: await by({ kind: 'track', projectId: 'p1', version: 0 }),
    confirm: await by({ kind: 'confirm', projectId: 'p1', version: 0 }),
    of: (assignmentId: string) => by({ kind: 'assignment', projectId: 'p1', assignmentId, version: 0 }),
  };
}
const said = (result: { ok: boolean; failure?: { kind: string } }) => (result.ok ? 'done' : result.failure?.kind);
const power = 'p1_4-1-1_technical-condition_power';
const gas = 'p1_4-1-1_technical-condition_gas';

describe('a link', () => {
  it.each<[string, LinkTarget | string]>([
    ['that we did not make', 'https://zone.example.org/l/%%%'],
    ['to a project that does not exist', { kind: 'track', projectId: 'p9', version: 0 }],
    [
      'to an assignment that does not exist',
      { kind: 'assignment', projectId: 'p1', assignmentId: 'p1_4-9-9_technical-condition_power', version: 0 },
    ],
    [
      'to the office’s own assignment',
      { kind: 'assignment', projectId: 'p1', assignmentId: 'p1_4-1-1_office-decision', version: 0 },
    ],
  ])('%s opens nothing', async (_, target) => {
    const { told, now } = await begun(new Journey().to('technical-conditions'));
    const link = typeof target === 'string' ? target : await told.ports.links.urlOf(target);
    for (const open of [viewLink, confirmByLink, withdrawByLink])
      expect(said(await open(told.ports, { link, now }))).toBe('link-unknown');
    expect(said(await decideByLink(told.ports, { link, now, decision: goodAnswer('technical-condition') }))).toBe(
      'link-unknown',
    );
    expect(said(await correctByLink(told.ports, { link, now, note: 'x' }))).toBe('link-unknown');
  });

  it('changes nothing by being looked at', async () => {
    const { told, track, confirm, of } = await begun(new Journey().to('technical-conditions'));
    const before = JSON.stringify([await told.load('p1'), [...told.memory.rows.values()]]);
    for (const link of [track, confirm, await of(power)]) expect((await viewLink(told.ports, link)).ok).toBe(true);
    expect(JSON.stringify([await told.load('p1'), [...told.memory.rows.values()]])).toBe(before);
  });
});

describe('a party’s link', () => {
  it('shows its assignment alone, and what the plant needs', async () => {
    const { told, of } = await begun(new Journey().to('technical-conditions'));
    const view = await viewLink(told.ports, await of(power));
    expect(view).toMatchObject({
      ok: true,
      value: {
        kind: 'assignment',
        language: 'kk',
        actions: ['decision'],
        need: { unit: 'kilowatts', amount: 4500 },
        stages: [],
        holders: [],
      },
    });
    expect(view.ok && view.value.assignments.map(({ assignmentId }) => assignmentId)).toEqual([power]);
    expect(view.ok && view.value.assignments[0]?.allowedOutcomes).toEqual([
      'issued',
      'issued-with-conditions',
      'returned',
      'refused',
      'suspended',
    ]);
  });

  it('answers its own assignment, whatever the request names, and once', async () => {
    const { told, now, of } = await begun(new Journey().to('technical-conditions'));
    const link = await of(power);
    expect(
      said(await decideByLink(told.ports, { ...link, assignmentId: gas, decision: goodAnswer('technical-condition') })),
    ).toBe('done');
    expect(
      (await told.load('p1')).assignments
        .filter(({ line, state }) => line && state === 'answered')
        .map(({ line }) => line),
    ).toEqual(['power']);
    expect(said(await decideByLink(told.ports, { ...link, decision: decisionOf('refused'), now }))).toBe('conflict');
    expect(await viewLink(told.ports, link)).toMatchObject({ value: { actions: [] } });
  });

  it.each<[string, (given: Awaited<ReturnType<typeof begun>>) => Promise<{ ok: boolean }>, string]>([
    [
      'waives a line',
      async ({ told, of }) => decideByLink(told.ports, { ...(await of(power)), decision: decisionOf('not-needed') }),
      'forbidden',
    ],
    ['withdraws', async ({ told, of }) => withdrawByLink(told.ports, await of(power)), 'forbidden'],
    ['confirms', async ({ told, of }) => confirmByLink(told.ports, await of(power)), 'forbidden'],
    ['corrects', async ({ told, of }) => correctByLink(told.ports, { ...(await of(power)), note: 'x' }), 'not-allowed'],
  ])('never %s', async (_, act, kind) => {
    const given = await begun(new Journey().to('technical-conditions'));
    const { version } = (await given.told.load('p1')).project;
    expect(said(await act(given))).toBe(kind);
    expect((await given.told.load('p1')).project.version).toBe(version);
  });
});

describe('the investor’s link', () => {
  it('shows what the investor owes and every line', async () => {
    const { told, track } = await begun(
      new Journey().to('technical-conditions').on('2026-01-13').answer('technical-condition', decisionOf('returned')),
    );
    const view = await viewLink(told.ports, track);
    expect(view.ok && view.value.assignments.map(({ kind, line }) => `${kind} ${line ?? ''}`)).toEqual([
      'documents ',
      'technical-condition gas',
      'technical-condition power',
      'cure power',
    ]);
    expect(view).toMatchObject({
      value: { kind: 'track', language: 'en', actions: ['correction', 'withdraw', 'obstacle', 'people', 'question'] },
    });
  });

  it('does not confirm the address: that link went to it', async () => {
    const { told, track, confirm } = await begun(new Journey());
    expect(said(await confirmByLink(told.ports, track))).toBe('forbidden');
    expect(await viewLink(told.ports, confirm)).toMatchObject({
      value: { actions: ['confirm', 'withdraw'], confirmed: false },
    });
    expect(said(await confirmByLink(told.ports, confirm))).toBe('done');
    expect(await told.ports.counts.of('alpha')).toContainEqual({
      group: 'stage',
      member: 'letter-of-intent',
      what: 'jobs',
      amount: 120,
    });
  });

  it('confirms once, however often it is opened', async () => {
    const { told, confirm } = await begun(new Journey());
    await Promise.all([confirmByLink(told.ports, confirm), confirmByLink(told.ports, confirm)]);
    expect(said(await confirmByLink(told.ports, confirm))).toBe('done');
    expect((await told.load('p1')).project.version).toBe(new Journey().project.version + 1);
    expect(await told.ports.counts.of('alpha')).toContainEqual({
      group: 'stage',
      member: 'letter-of-intent',
      what: 'projects',
      amount: 1,
    });
  });

  it('answers the one assignment that is the investor’s', async () => {
    const { told, track } = await begun(new Journey().to('design-documentation'));
    expect(said(await decideByLink(told.ports, { ...track, decision: goodAnswer('documentation') }))).toBe('done');
    expect(
      said(await decideByLink(told.ports, { ...track, decision: { outcome: 'done', facts: {}, note: 'Another.' } })),
    ).toBe('invalid');
  });

  it('answers nobody else’s', async () => {
    const { told, track } = await begun(new Journey().to('technical-conditions'));
    for (const assignmentId of [power, 'p1_4-1-1_office-decision']) {
      expect(
        said(await decideByLink(told.ports, { ...track, assignmentId, decision: goodAnswer('technical-condition') })),
      ).toBe('forbidden');
    }
    expect(
      said(
        await decideByLink(told.ports, {
          ...track,
          assignmentId: 'p2_4-1-1_technical-condition_power',
          decision: goodAnswer('technical-condition'),
        }),
      ),
    ).toBe('not-found');
  });

  it('corrects what was asked, the oldest first, and says so in words', async () => {
    const { told, track } = await begun(
      new Journey()
        .to('technical-conditions')
        .answer('technical-condition', decisionOf('returned'), 'power')
        .on('2026-01-13')
        .answer('technical-condition', decisionOf('returned'), 'gas'),
    );
    expect(said(await correctByLink(told.ports, { ...track, note: 'Mended.' }))).toBe('done');
    const cures = (await told.load('p1')).assignments.filter(({ kind }) => kind === 'cure');
    expect(cures.map(({ line, state }) => [line, state])).toEqual([
      ['power', 'answered'],
      ['gas', 'open'],
    ]);
    expect(await told.ports.projects.note('p1', cures[0]?.answer?.noteId ?? '')).toBe('Mended.');
  });

  it('has nothing to correct when nothing was asked', async () => {
    const { told, track } = await begun(new Journey().to('technical-conditions'));
    expect(said(await correctByLink(told.ports, { ...track, note: 'x' }))).toBe('not-allowed');
  });

  it('withdraws, once', async () => {
    const { told, track } = await begun(new Journey().to('technical-conditions'));
    expect(said(await withdrawByLink(told.ports, { ...track, reason: 'Plans changed.' }))).toBe('done');
    expect(said(await withdrawByLink(told.ports, track))).toBe('not-allowed');
    expect(await viewLink(told.ports, track)).toMatchObject({
      value: { phase: 'ended', ending: 'withdrawn', actions: [], holders: [] },
    });
  });
});

describe('the same once more', () => {
  const counted = async (told: World) => [(await told.load('p1')).project.version, told.memory.rows.size];
  type Given = Awaited<ReturnType<typeof begun>>;

  it.each<[string, Journey, (given: Given) => Promise<{ ok: boolean; failure?: { kind: string } }>]>([
    [
      'D15: a correction',
      new Journey().to('technical-conditions').on('2026-01-13').answer('technical-condition', decisionOf('returned')),
      async ({ told, track }) => correctByLink(told.ports, { ...track, note: 'Mended.' }),
    ],
    [
      'D16: a correction that names no assignment',
      new Journey().to('technical-conditions').on('2026-01-13').answer('technical-condition', decisionOf('returned')),
      async ({ told, track }) =>
        decideByLink(told.ports, { ...track, decision: { outcome: 'done', facts: {}, note: 'Mended.' } }),
    ],
    [
      'X51: an issue',
      new Journey().to('technical-conditions'),
      async ({ told, of }) =>
        decideByLink(told.ports, { ...(await of(power)), decision: goodAnswer('technical-condition') }),
    ],
    [
      'X51: a refusal',
      new Journey().to('technical-conditions'),
      async ({ told, of }) => decideByLink(told.ports, { ...(await of(power)), decision: decisionOf('refused') }),
    ],
    [
      'X51: a return',
      new Journey().to('technical-conditions'),
      async ({ told, of }) => decideByLink(told.ports, { ...(await of(power)), decision: decisionOf('returned') }),
    ],
    [
      'X51: a pause',
      new Journey().to('technical-conditions'),
      async ({ told, of }) => decideByLink(told.ports, { ...(await of(power)), decision: decisionOf('suspended') }),
    ],
    [
      'D15: facts of the investor',
      new Journey().to('design-documentation'),
      async ({ told, track }) => decideByLink(told.ports, { ...track, decision: goodAnswer('documentation') }),
    ],
  ])('%s answers as the first did and changes nothing', async (_, journey, act) => {
    const given = await begun(journey);
    expect(said(await act(given))).toBe('done');
    const first = await counted(given.told);
    expect(said(await act(given))).toBe('done');
    expect(await counted(given.told)).toEqual(first);
  });

  it('D15: two at the same moment are one', async () => {
    const { told, of } = await begun(new Journey().to('technical-conditions'));
    const { version } = (await told.load('p1')).project;
    const link = await of(power);
    const both = await Promise.all(
      [0, 1].map(() => decideByLink(told.ports, { ...link, decision: goodAnswer('technical-condition') })),
    );
    expect(both.map(said)).toEqual(['done', 'done']);
    expect((await told.load('p1')).project.version).toBe(version + 1);
  });

  it('is not the same with another word', async () => {
    const { told, of } = await begun(new Journey().to('technical-conditions'));
    const refused = decisionOf('refused');
    const link = await of(power);
    expect(said(await decideByLink(told.ports, { ...link, decision: refused }))).toBe('done');
    expect(
      said(
        await decideByLink(told.ports, {
          ...link,
          decision: { ...refused, reason: 'Something else.' } as typeof refused,
        }),
      ),
    ).toBe('conflict');
  });

  it('is a second cure when it comes later', async () => {
    const { told, track } = await begun(
      new Journey()
        .to('technical-conditions')
        .answer('technical-condition', decisionOf('returned'), 'power')
        .on('2026-01-13')
        .answer('technical-condition', decisionOf('returned'), 'gas'),
    );
    const correct = (later: number) =>
      correctByLink(told.ports, { link: track.link, now: track.now + later, note: 'Mended.' });
    expect([said(await correct(0)), said(await correct(1000))]).toEqual(['done', 'done']);
    const open = async () =>
      (await told.load('p1')).assignments.filter(({ kind, state }) => kind === 'cure' && state === 'open').length;
    expect(await open()).toBe(1);
    expect(said(await correct(600_000))).toBe('done');
    expect(await open()).toBe(0);
  });
});

describe('the copy by email', () => {
  const sent = ({ memory }: World) =>
    [...memory.rows.values()].filter(({ errand }) => errand.kind === 'email' && errand.notice.notice === 'copy-sent');

  it('goes once a day', async () => {
    const { told, track } = await begun(new Journey().to('council-approval'));
    for (const at of [track.now, track.now + 60_000, track.now + 86_400_000])
      expect(said(await sendCopy(told.ports, { ...track, now: at }))).toBe('done');
    expect(sent(told)).toHaveLength(2);
  });

  it('goes to no address from which emails came back', async () => {
    const journey = new Journey().to('council-approval');
    const change = changeBuilder(journey.state, journey.now, { kind: 'system' });
    openAssignment(change, journey.setting, { kind: 'bounced-email', due: '2026-01-14' });
    const { told, track } = await begun(journey.take(change.change()));
    expect(said(await sendCopy(told.ports, track))).toBe('not-allowed');
    expect(sent(told)).toEqual([]);
  });

  it('is the investor’s own: a colleague may not have it sent', async () => {
    const journey = new Journey().to('council-approval');
    const { told, now } = await begun(journey);
    const stored = told.memory.projects.get('p1');
    if (stored === undefined) throw new Error('no such project');
    const delegates = [{ delegate: 1, as: 'colleague' as const, state: 'confirmed' as const }];
    const project = { ...stored.aggregate.project, delegates };
    told.memory.projects.set('p1', { ...stored, aggregate: { ...stored.aggregate, project } });
    const link = await told.ports.links.urlOf({ kind: 'track', projectId: 'p1', version: 0, delegate: 1 });
    expect(said(await sendCopy(told.ports, { link, now }))).toBe('forbidden');
  });
});
