import { describe, expect, it } from 'vitest';
import type { Decision, Outcome } from '#core/stages/decision.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import { actOnProject } from '../project/act-on-project.ts';
import { decide } from './decide.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, goodAnswer, membership, officer, head, paper, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';

const party = (projectId: string, assignmentId: string, partyId: string): Actor => ({
  kind: 'party',
  projectId,
  assignmentId,
  partyId,
});

/** Everybody who may come by, in four groups: heads, officers, those who only see, those for whom the project does not exist. */
const people = (
  assignmentId: string,
): Readonly<Record<string, readonly [group: 'head' | 'officer' | 'sees' | 'outside', actor: Actor]>> => ({
  head: ['head', head],
  'head for the region': ['head', staff(membership('head', 'north', 'region'))],
  'head and leadership': ['head', staff(membership('leadership', 'north', 'region'), membership('head'))],
  officer: ['officer', officer],
  'officer for the region': ['officer', staff(membership('officer', 'north', 'region'))],
  headquarters: ['sees', staff(membership('headquarters', 'north', 'region'))],
  leadership: ['sees', staff(membership('leadership'))],
  administrator: ['sees', staff(membership('administrator'))],
  investor: ['sees', { kind: 'investor', projectId: 'p1' }],
  'party of the project': ['sees', party('p1', 'p1_4-1-1_technical-condition_power', 'alpha-power')],
  'head of another zone of the region': ['outside', staff(membership('head', 'beta'))],
  'officer of another zone': ['outside', staff(membership('officer', 'gamma'))],
  'head of another region': ['outside', staff(membership('head', 'south', 'region'))],
  // A region that has the zone's name is not the zone.
  'head of a region named like the zone': ['outside', staff(membership('head', 'alpha', 'region'))],
  'nobody of the staff': ['outside', staff()],
  'investor of another project': ['outside', { kind: 'investor', projectId: 'p2' }],
  'party of another project': ['outside', party('p2', assignmentId, 'alpha-power')],
});

async function outcomeOf(journey: Journey, actor: Actor, assignmentId: string, decision: Decision): Promise<string> {
  const told = world();
  await put(told, journey);
  const result = await decide(told.ports, { assignmentId, decision, actor, now: journey.now });
  return result.ok ? 'done' : result.failure.kind;
}

/*
 * Who takes the office's decision, stage by stage. `office`: officers and heads; `head`: heads alone; `never`: the stage does
 * not know this decision, and those who take it elsewhere are told so.
 */
const stageDecisions = ['approved', 'approved-with-conditions', 'returned', 'rejected', 'sent-back'] as const;
type Cell = 'office' | 'head' | 'office never' | 'head never';
const ordinary: readonly Cell[] = ['office', 'head never', 'office', 'office never', 'head'];
const matrix: Partial<Readonly<Record<StageId, readonly Cell[]>>> = {
  'letter-of-intent': ['office', 'head never', 'office', 'office', 'head never'],
  'council-approval': ['head', 'head', 'office', 'head', 'head'],
  'contract-and-land': ['office', 'head never', 'office', 'office', 'head'],
  'technical-conditions': ['office', 'head', 'office', 'office never', 'head'],
  expertise: ['office', 'head', 'office', 'office never', 'head'],
};

function expected(cell: Cell, group: 'head' | 'officer' | 'sees' | 'outside'): string {
  if (group === 'outside') return 'not-found';
  const mine = group === 'head' || (group === 'officer' && cell.startsWith('office'));
  if (!mine) return 'forbidden';
  return cell.endsWith('never') ? 'not-allowed' : 'done';
}

describe.each(stageIds)('the office’s decision on %s', (stage) => {
  const journey = new Journey().to(stage).settle();
  const { assignmentId } = journey.find('office-decision');
  const cells = stageDecisions.flatMap((outcome, at) =>
    Object.entries(people(assignmentId)).map(([who, [group, actor]]) => ({
      outcome,
      who,
      actor,
      answer: expected((matrix[stage] ?? ordinary)[at] ?? 'office', group),
    })),
  );

  it.each(cells)('$outcome by $who: $answer', async ({ outcome, actor, answer }) => {
    expect(await outcomeOf(journey, actor, assignmentId, decisionOf(outcome))).toBe(answer);
  });
});

describe('an answer to an assignment', () => {
  const at = (stage: StageId, kind: AssignmentKind, before: readonly AssignmentKind[] = []) => {
    const journey = new Journey().to(stage);
    for (const one of before) journey.answer(one);
    return { journey, ...journey.find(kind) };
  };
  const office = { head: 'done', 'head for the region': 'done', officer: 'done', 'officer for the region': 'done' };
  const nobody = {};
  const cases: readonly [StageId, AssignmentKind, AssignmentKind[], Readonly<Record<string, string>>][] = [
    ['council-approval', 'document-check', [], office],
    ['council-approval', 'council-protocol', ['document-check'], nobody],
    ['contract-and-land', 'contract', [], office],
    ['contract-and-land', 'plot', [], nobody],
    ['contract-and-land', 'register-entry', ['contract', 'plot'], office],
    ['technical-conditions', 'technical-condition', [], { 'party of the project': 'done' }],
    ['design-documentation', 'documentation', [], { investor: 'done' }],
    ['design-documentation', 'documentation-check', ['documentation'], office],
    ['expertise', 'line-readiness', [], office],
    ['construction-start', 'start-notification', [], { investor: 'done' }],
    ['construction-start', 'site-confirmation', ['start-notification'], office],
  ];
  it.each(cases)('in %s: %s is answered by its holder alone', async (stage, kind, before, may) => {
    const { journey, assignmentId } = at(stage, kind, before);
    for (const [who, [group, actor]] of Object.entries(people(assignmentId))) {
      const answer =
        may[who] ??
        (who === 'head and leadership' ? may['head'] : undefined) ??
        (group === 'outside' ? 'not-found' : 'forbidden');
      expect([who, await outcomeOf(journey, actor, assignmentId, goodAnswer(kind))]).toEqual([who, answer]);
    }
  });

  it.each<[string, Partial<{ projectId: string; assignmentId: string; partyId: string }>, string]>([
    ['by the link of that assignment', {}, 'done'],
    [
      'by the link of another assignment of the project',
      { assignmentId: 'p1_4-1-1_technical-condition_gas' },
      'forbidden',
    ],
    ['by another party', { partyId: 'alpha-gas' }, 'forbidden'],
    ['by a link of another project', { projectId: 'p2' }, 'not-found'],
  ])('of a party is taken %s: not otherwise', async (_, change, answer) => {
    const { journey, assignmentId } = at('technical-conditions', 'technical-condition');
    const own = { kind: 'party' as const, projectId: 'p1', assignmentId, partyId: 'alpha-power', ...change };
    expect(await outcomeOf(journey, own, assignmentId, goodAnswer('technical-condition'))).toBe(answer);
  });

  it.each<[string, Actor, string]>([
    ['head', head, 'done'],
    ['officer', officer, 'forbidden'],
    ['the party itself', party('p1', 'p1_4-1-1_technical-condition_power', 'alpha-power'), 'forbidden'],
    ['headquarters', staff(membership('headquarters')), 'forbidden'],
    ['head of another zone', staff(membership('head', 'beta')), 'not-found'],
  ])('a line is waived by the %s: %s', async (_, actor, answer) => {
    const { journey, assignmentId } = at('technical-conditions', 'technical-condition');
    expect(await outcomeOf(journey, actor, assignmentId, decisionOf('not-needed'))).toBe(answer);
  });

  it.each<[string, Actor, string]>([
    ['officer', officer, 'done'],
    ['head', head, 'done'],
    ['headquarters', staff(membership('headquarters')), 'forbidden'],
    ['leadership', staff(membership('leadership')), 'forbidden'],
    ['another party', party('p1', 'p1_4-1-1_technical-condition_gas', 'alpha-gas'), 'forbidden'],
    ['officer of another zone', staff(membership('officer', 'beta')), 'not-found'],
  ])('an answer on paper is recorded by: %s', async (_, actor, answer) => {
    const told = world();
    const { journey, assignmentId } = at('technical-conditions', 'technical-condition');
    await put(told, journey);
    const result = await decide(told.ports, {
      assignmentId,
      decision: goodAnswer('technical-condition'),
      onBehalf: paper,
      actor,
      now: journey.now,
    });
    expect(result.ok ? 'done' : result.failure.kind).toBe(answer);
    const after = (await told.load('p1')).assignments.find((one) => one.assignmentId === assignmentId);
    expect(after?.answer?.onBehalf).toEqual(answer === 'done' ? paper : undefined);
  });

  it('needs a paper to be given for somebody else', async () => {
    const { journey, assignmentId } = at('contract-and-land', 'plot');
    expect(await outcomeOf(journey, officer, assignmentId, goodAnswer('plot'))).toBe('forbidden');
  });

  it.each(['p1', 'nothing', 'p1_2-1-1_document-check', 'p9_2-1-1_document-check'])(
    'is not found for %s',
    async (assignmentId) => {
      expect(await outcomeOf(new Journey(), officer, assignmentId, goodAnswer('document-check'))).toBe('not-found');
    },
  );
});

describe('two at once', () => {
  const outcomes: readonly Outcome[] = ['approved', 'returned'];
  it('one wins, the other is told what won', async () => {
    const told = world();
    const journey = new Journey().to('letter-of-intent');
    await put(told, journey);
    const { assignmentId } = journey.find('office-decision');
    const version = journey.project.version;
    const results = await Promise.all(
      [officer, head].map((actor, at) =>
        decide(told.ports, {
          assignmentId,
          actor,
          now: journey.now,
          decision: { ...decisionOf(outcomes[at] ?? 'approved'), version },
        }),
      ),
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect(results[1]).toEqual({
      ok: false,
      failure: { kind: 'conflict', version: (await told.load('p1')).project.version, state: 'approved' },
    });
  });

  it('tells one who looked at an older state, even if the assignment is still open', async () => {
    const told = world();
    const journey = new Journey().to('council-approval').settle();
    await put(told, journey);
    const { assignmentId } = journey.find('office-decision');
    const result = await decide(told.ports, {
      assignmentId,
      actor: head,
      now: journey.now,
      decision: { outcome: 'approved', version: journey.project.version - 1 },
    });
    expect(result).toEqual({
      ok: false,
      failure: { kind: 'conflict', version: journey.project.version, state: 'open' },
    });
  });

  it('parties do not disturb each other', async () => {
    const told = world();
    const journey = new Journey({ lines: ['power', 'gas', 'water'] }).to('technical-conditions');
    await put(told, journey);
    const results = await Promise.all(
      (['power', 'gas', 'water'] as const).map((line) => {
        const { assignmentId } = journey.find('technical-condition', line);
        const decision = { ...goodAnswer('technical-condition'), version: journey.project.version };
        return decide(told.ports, {
          assignmentId,
          decision,
          actor: party('p1', assignmentId, `alpha-${line}`),
          now: journey.now,
        });
      }),
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await told.load('p1')).project.version).toBe(journey.project.version + 3);
  });
});

describe('a suspended project', () => {
  const suspended = async () => {
    const told = world();
    const journey = new Journey().to('council-approval').answer('document-check');
    await put(told, journey);
    const done = await actOnProject(told.ports, {
      projectId: 'p1',
      actor: head,
      now: journey.now,
      request: { action: 'suspend', reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-02-02' },
    });
    expect(done.ok).toBe(true);
    return { told, journey };
  };

  it('takes what parties and investor answer', async () => {
    const { told, journey } = await suspended();
    const { assignmentId } = journey.find('council-protocol');
    const result = await decide(told.ports, {
      assignmentId,
      decision: goodAnswer('council-protocol'),
      actor: party('p1', assignmentId, 'alpha-council-secretary'),
      now: journey.now,
    });
    expect(result.ok).toBe(true);
  });

  it('waits with the office’s decision', async () => {
    const { told, journey } = await suspended();
    const { assignmentId } = journey.find('office-decision');
    const result = await decide(told.ports, {
      assignmentId,
      decision: decisionOf('returned'),
      actor: head,
      now: journey.now,
    });
    expect(result).toEqual({
      ok: false,
      failure: { kind: 'not-allowed', action: 'decide:returned', because: 'suspended' },
    });
  });
});

describe('the last answer of a stage with its approval', () => {
  interface Given {
    readonly actor?: Actor;
    readonly version?: number;
    readonly before?: readonly AssignmentKind[];
    readonly stage?: StageId;
    readonly kind?: AssignmentKind;
  }
  const given = async ({
    actor = officer,
    version,
    stage = 'design-documentation',
    kind = 'documentation-check',
    before = ['documentation'],
  }: Given) => {
    const told = world();
    const journey = new Journey().to(stage);
    for (const one of before) journey.answer(one);
    await put(told, journey);
    const { assignmentId } = journey.find(kind);
    const decision = { ...goodAnswer(kind), ...(version !== undefined && { version }) };
    const result = await decide(told.ports, { assignmentId, decision, approve: true, actor, now: journey.now });
    const after = await told.ports.projects.load('p1');
    return { journey, result, after, before: journey.project.version };
  };

  it('is one change: both are told, each as if it stood alone', async () => {
    const { result, journey, after } = await given({});
    expect(result.ok).toBe(true);
    const alone = journey.answer('documentation-check').approve();
    expect(after?.project).toEqual(alone.project);
    const told = (state: typeof after) =>
      state?.assignments.map(({ assignmentId, answer }) => `${assignmentId}: ${answer?.outcome ?? ''}`).toSorted();
    expect(told(after)).toEqual(told(alone.state));
  });

  it.each<[string, Given, string]>([
    ['something else is missing', { stage: 'expertise', kind: 'line-readiness', before: [] }, 'gate-closed'],
    [
      'only the head approves the stage',
      { stage: 'council-approval', kind: 'document-check', before: [] },
      'forbidden',
    ],
    ['something came meanwhile', { version: 1 }, 'conflict'],
    ['somebody else answers', { actor: staff(membership('leadership')) }, 'forbidden'],
  ])('is refused as a whole where %s', async (_, what, kind) => {
    const { result, after, before } = await given(what);
    expect(result.ok ? 'done' : result.failure.kind).toBe(kind);
    expect(after?.project.version).toBe(before);
  });
});
