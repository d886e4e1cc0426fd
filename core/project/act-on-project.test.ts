import { describe, expect, it } from 'vitest';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { suspend } from '#core/project/suspend.ts';
import { end } from '#core/project/end.ts';
import { openWaits } from '#core/stages/waits.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { actOnProject, type ProjectAction } from './act-on-project.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf, head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';

const why = { reasonCode: 'other', reason: 'As minuted.' } as const;

const requests = {
  suspend: { action: 'suspend', ...why, fault: 'office', reviewOn: '2026-02-02' },
  resume: { action: 'resume' },
  extend: { action: 'extend', ...why, to: '2026-06-01' },
  withdraw: { action: 'withdraw', reason: 'Plans changed.' },
  terminate: { action: 'terminate', ...why },
  reopen: { action: 'reopen', reason: 'It was another project that was meant.' },
} as const satisfies Record<string, ProjectAction>;
type Name = keyof typeof requests;

const suspended = (journey: Journey) =>
  journey.did(suspend(journey.state, journey.setting, requests.suspend, officeRef));
const ended = (journey: Journey) =>
  journey.take(end(journey.state, journey.setting, { as: 'terminated', by: officeRef, reasonCode: 'other' }));

/** A project in each of the states that make a difference. */
const states = {
  entering: () => new Journey(),
  open: () => new Journey().to('contract-and-land'),
  correcting: () => new Journey().to('contract-and-land').answer('office-decision', decisionOf('returned')).arrive(),
  paused: () => suspended(new Journey().to('contract-and-land')),
  ended: () => ended(new Journey().to('contract-and-land')),
} as const;
type State = keyof typeof states;

const who: Readonly<Record<string, Actor>> = {
  officer,
  head,
  headquarters,
  'head for the region': staff(membership('head', 'north', 'region')),
  leadership: staff(membership('leadership')),
  administrator: staff(membership('administrator')),
  investor: { kind: 'investor', projectId: 'p1' },
  party: { kind: 'party', projectId: 'p1', assignmentId: 'p1_3-1-1_plot', partyId: 'alpha-land-department' },
  'head of another zone': staff(membership('head', 'beta')),
  'headquarters of another region': staff(membership('headquarters', 'south', 'region')),
  'investor of another project': { kind: 'investor', projectId: 'p2' },
  'party of another project': {
    kind: 'party',
    projectId: 'p2',
    assignmentId: 'p1_3-1-1_plot',
    partyId: 'alpha-land-department',
  },
};

/** Who may, and in which states; everybody else is told that they may not, and the outsiders that there is no such thing. */
const table: Readonly<Record<Name, { readonly may: readonly string[]; readonly in: readonly State[] }>> = {
  suspend: { may: ['head', 'head for the region'], in: ['open', 'correcting'] },
  resume: { may: ['head', 'head for the region'], in: ['paused'] },
  extend: { may: ['head', 'head for the region', 'headquarters'], in: ['open'] },
  withdraw: {
    may: ['officer', 'head', 'head for the region', 'investor'],
    in: ['entering', 'open', 'correcting', 'paused'],
  },
  terminate: { may: ['head', 'head for the region'], in: ['entering', 'open', 'correcting', 'paused'] },
  reopen: { may: ['head', 'head for the region'], in: ['ended'] },
};
const outside = [
  'head of another zone',
  'headquarters of another region',
  'investor of another project',
  'party of another project',
];

const perform = async (journey: Journey, actor: Actor, request: ProjectAction) => {
  const told = world();
  await put(told, journey);
  const result = await actOnProject(told.ports, { projectId: 'p1', actor, now: journey.now, request });
  return { told, result, said: result.ok ? 'done' : result.failure.kind };
};

describe.each(Object.keys(states) as State[])('a project that is %s', (state) => {
  const cells = (Object.keys(requests) as Name[]).flatMap((name) =>
    Object.keys(who).map((person) => {
      const rule = table[name];
      const may = rule.may.includes(person) ? (rule.in.includes(state) ? 'done' : 'not-allowed') : 'forbidden';
      return { name, person, answer: outside.includes(person) ? 'not-found' : may };
    }),
  );
  it.each(cells)('$name by $person: $answer', async ({ name, person, answer }) => {
    expect((await perform(states[state](), who[person] ?? officer, requests[name])).said).toBe(answer);
  });
});

describe('an extension is approved by one above', () => {
  it.each<[string, StageId, AssignmentKind | undefined, readonly string[]]>([
    ['a stage', 'contract-and-land', undefined, ['head', 'headquarters']],
    ['the stage whose decision is the head’s own', 'council-approval', undefined, ['headquarters']],
    ['the office’s decision', 'council-approval', 'office-decision', ['headquarters']],
    ['the office’s own assignment', 'contract-and-land', 'contract', ['head', 'headquarters']],
    ['a party’s assignment', 'contract-and-land', 'plot', ['officer', 'head']],
    ['the investor’s assignment', 'design-documentation', 'documentation', ['officer', 'head']],
  ])('%s', async (_, stage, kind, may) => {
    const journey = new Journey().to(stage);
    const request = { ...requests.extend, ...(kind && { assignmentId: journey.find(kind).assignmentId }) };
    for (const person of ['officer', 'head', 'headquarters', 'leadership', 'investor', 'party']) {
      expect([person, (await perform(journey, who[person] ?? officer, request)).said]).toEqual([
        person,
        may.includes(person) ? 'done' : 'forbidden',
      ]);
    }
  });
});

describe.each(['entering', 'open', 'correcting', 'paused'] as const)('what ends a project that is %s', (state) => {
  it.each<['withdraw' | 'terminate', Actor, string]>([
    ['withdraw', { kind: 'investor', projectId: 'p1' }, 'withdrawn'],
    ['terminate', head, 'terminated'],
  ])('%s: everything is closed, every wait is answered', async (name, actor, as) => {
    const journey = states[state]();
    const waits = openWaits(journey.state);
    const { told } = await perform(journey, actor, requests[name]);
    const { project, assignments } = await told.load('p1');
    expect(project).toMatchObject({ phase: 'ended', ending: as });
    expect([project.due, project.pause]).toEqual([undefined, undefined]);
    expect(assignments.filter((one) => one.state === 'open' || one.state === 'paused')).toEqual([]);
    const messages = told.changes.at(-1)?.messages.map(({ errand }) => errand) ?? [];
    expect(messages.filter(({ kind }) => kind === 'answer')).toEqual(
      waits.map((wait) => ({ kind: 'answer', wait, answer: { outcome: 'ended', stage: wait.stage } })),
    );
  });
});

describe('the reason', () => {
  it('lies beside the log, under the name the event gives', async () => {
    const { told } = await perform(states.open(), head, requests.terminate);
    const body = told.changes.at(-1)?.events.at(-1)?.body;
    expect(body?.type === 'ended' && (await told.ports.projects.note('p1', body.noteId ?? ''))).toBe('As minuted.');
  });

  it('of a withdrawal may be left out', async () => {
    const { told, said } = await perform(states.open(), officer, { action: 'withdraw' });
    expect(said).toBe('done');
    expect(told.changes.at(-1)?.notes).toEqual([]);
  });
});
