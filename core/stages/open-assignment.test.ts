import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#core/stages/decision.ts';
import type { Aggregate, Assignment } from '#core/project/project.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { assignmentSpecs } from '#core/stages/assignment-kind.ts';
import { addDays, localDateOf } from '#core/calendar/local-date.ts';
import { workingDayFrom } from '#core/calendar/working-days.ts';
import { rebuild } from '#core/project/apply.ts';
import { contribution, keyOf, type Count } from '#core/figures/figures.ts';
import { missing } from '#core/stages/gate.ts';
import { isOpen, openAssignments, unsettledLines } from '#core/project/standing.ts';
import { openWaits, waitKey } from '#core/stages/waits.ts';
import { stageIds, stageIndex, type StageId } from '#core/stages/stage-id.ts';
import { audiences } from '#core/notices/notice.ts';
import { utilities, type Utility } from '#core/kernel/common.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { actOnProject, type ProjectAction } from '../project/act-on-project.ts';
import { confirmAddress } from '../letter/confirm-address.ts';
import { decide } from './decide.ts';
import { openAssignment } from './open-assignment.ts';
import { recordDelivery } from '../notices/record-delivery.ts';
import { runDay } from '../digests/run-day.ts';
import { takeOverProject } from '../project/take-over-project.ts';
import { Journey } from '#test/support/journey.ts';
import {
  decisionOf,
  goodAnswer,
  goodOutcome,
  head,
  headquarters,
  letter,
  membership,
  needs,
  officer,
  paper,
  personal,
  staff,
  taskOf,
} from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';

/** One thing somebody does, as numbers, so that it can be made smaller: which, and how. */
interface Command {
  readonly what: (typeof kinds)[number];
  readonly which: number;
  readonly how: number;
  /** Things that happen in the background afterwards. */
  readonly steps: number;
  /** Whether the background goes on at the very same time. */
  readonly beside: boolean;
}

const kinds = [
  'answer',
  'answer',
  'answer',
  'answer',
  'good answers',
  'paper',
  'decide',
  'decide',
  'approve',
  'approve',
  'approve',
  'suspend',
  'resume',
  'extend',
  'withdraw',
  'terminate',
  'reopen',
  'reopen',
  'confirm',
  'time',
  'time',
  'bounce',
  'stranger',
  'settle',
  'settle',
  'time out',
  'retry',
] as const;

const commands = fc.array(
  fc.record<Command>({
    what: fc.constantFrom(...kinds),
    which: fc.nat(20),
    how: fc.nat(20),
    steps: fc.nat(4),
    beside: fc.boolean(),
  }),
  { minLength: 1, maxLength: 80, size: 'max' },
);

/** Decisions of the office as a walk meets them: those that go round more often than the one that ends it. */
const decisions = [
  'returned',
  'sent-back',
  'returned',
  'sent-back',
  'approved-with-conditions',
  'returned',
  'sent-back',
  'rejected',
] as const;

const holderOf = (projectId: string, { assignmentId, holder }: Assignment): Actor => {
  switch (holder.kind) {
    case 'investor':
      return { kind: 'investor', projectId };
    case 'party':
      return { kind: 'party', projectId, assignmentId, partyId: holder.partyId };
    case 'office':
      return officer;
  }
};

const pick = <Entry>(entries: readonly Entry[], at: number): Entry | undefined =>
  entries[at % Math.max(1, entries.length)];
const dayAfter = (now: number, days: number): string => addDays(localDateOf(now, 300), days);
const earlierThan = (stage: Aggregate['project']['stage'], at: number) =>
  stageIds[at % Math.max(1, stageIndex(stage))] ?? 'letter-of-intent';

async function answerOne(
  told: World,
  aggregate: Aggregate,
  assignment: Assignment | undefined,
  outcome: Outcome,
  onPaper: boolean,
): Promise<void> {
  if (!assignment) return;
  const { projectId, stage } = aggregate.project;
  const own =
    outcome === 'not-needed' || assignment.kind === 'office-decision' ? head : holderOf(projectId, assignment);
  const decision = decisionOf(outcome, assignment.kind, {
    until: dayAfter(told.now(), 10),
    to: earlierThan(stage, assignment.attempt + aggregate.project.version),
  });
  await decide(told.ports, {
    assignmentId: assignment.assignmentId,
    decision,
    actor: onPaper ? officer : own,
    now: told.now(),
    ...(onPaper && { onBehalf: paper }),
  });
}

async function goodAnswers(told: World, projectId: string): Promise<void> {
  for (let done = 0; done < 30; done += 1) {
    const aggregate = await told.load(projectId);
    const next = openAssignments(aggregate).find(({ kind }) => kind !== 'office-decision');
    if (!next) return;
    await answerOne(told, aggregate, next, goodOutcome(next.kind), false);
  }
}

/** What nobody of these may do, whatever the state: it must change nothing. */
async function stranger(
  told: World,
  { project: { projectId }, assignments }: Aggregate,
  { which, how }: Command,
): Promise<void> {
  const assignment = pick(assignments, which);
  if (!assignment) return;
  const strangers: readonly Actor[] = [
    staff(membership('head', 'beta')),
    staff(membership('officer', 'gamma')),
    staff(membership('leadership')),
    staff(membership('administrator')),
    { kind: 'investor', projectId: 'p9' },
    { kind: 'party', projectId: 'p9', assignmentId: assignment.assignmentId, partyId: 'alpha-power' },
    { kind: 'party', projectId, assignmentId: 'p1_4-9-9_technical-condition_power', partyId: 'alpha-power' },
  ];
  const actor = pick(strangers, how) ?? officer;
  const before = await told.load(projectId);
  const result = await decide(told.ports, {
    assignmentId: assignment.assignmentId,
    decision: goodAnswer(assignment.kind),
    actor,
    now: told.now(),
  });
  expect(result.ok).toBe(false);
  expect(await told.load(projectId)).toEqual(before);
}

async function act(told: World, projectId: string, request: ProjectAction, actor: Actor): Promise<void> {
  await actOnProject(told.ports, { projectId, actor, now: told.now(), request });
}

async function perform(told: World, projectId: string, command: Command): Promise<void> {
  const { what, which, how } = command;
  const aggregate = await told.load(projectId);
  const now = told.now();
  const open = openAssignments(aggregate);
  const others = open.filter(({ kind }) => kind !== 'office-decision');
  const other = pick(others, which);
  const office = open.find(({ kind }) => kind === 'office-decision');
  const outcomes = other ? assignmentSpecs[other.kind].outcomes : [];
  const why = { reasonCode: 'other', reason: 'For the record.' } as const;
  switch (what) {
    case 'answer':
      return answerOne(told, aggregate, other, pick(outcomes, how) ?? 'done', false);
    case 'paper':
      return answerOne(told, aggregate, other, pick(outcomes, how) ?? 'done', true);
    case 'good answers':
      return goodAnswers(told, projectId);
    case 'decide':
      return answerOne(told, aggregate, office, pick(decisions, how) ?? 'approved', false);
    case 'approve': {
      await goodAnswers(told, projectId);
      const ready = await told.load(projectId);
      return answerOne(
        told,
        ready,
        openAssignments(ready).find(({ kind }) => kind === 'office-decision'),
        'approved',
        false,
      );
    }
    case 'suspend':
      return act(
        told,
        projectId,
        { action: 'suspend', ...why, fault: 'office', reviewOn: dayAfter(now, 1 + how) },
        head,
      );
    case 'resume':
      return act(told, projectId, { action: 'resume' }, head);
    case 'extend': {
      const context = await zoneContextOf(told.ports, aggregate.project.zoneId, now);
      const to = context ? workingDayFrom(context.calendar, dayAfter(now, 5 + which)) : '';
      return act(
        told,
        projectId,
        { action: 'extend', ...why, to, ...(how > 8 && other && { assignmentId: other.assignmentId }) },
        headquarters,
      );
    }
    // Most walks go on: one in twenty of these ends its project.
    case 'withdraw':
      return how % 20 === 0 ? act(told, projectId, { action: 'withdraw' }, { kind: 'investor', projectId }) : undefined;
    case 'terminate':
      return how % 20 === 0 ? act(told, projectId, { action: 'terminate', ...why }, head) : undefined;
    case 'reopen':
      return act(told, projectId, { action: 'reopen', reason: 'A mistake.' }, head);
    case 'confirm':
      await confirmAddress(told.ports, { projectId, now });
      return undefined;
    case 'time': {
      told.moveTo(now + (1 + which) * 86_400_000);
      await runDay(told.ports, told.now(), (_, error) => {
        throw error;
      });
      return undefined;
    }
    case 'bounce': {
      const row = pick(
        [...told.memory.rows.values()].filter(({ errand: message }) => message.kind === 'email'),
        which,
      );
      if (row) await recordDelivery(told.ports, { row, state: 'bounced', now });
      return undefined;
    }
    case 'stranger':
      return stranger(told, aggregate, command);
    case 'settle':
      return told.settle();
    case 'time out':
      return told.machine.timeOut();
    case 'retry':
      return told.machine.retry();
  }
}

/** Where the machine must be when nothing is left to do: by the table, the lines first, then the stage's decision. */
function expectedWaits(aggregate: Aggregate): readonly string[] {
  const waits = openWaits(aggregate);
  const lines = waits.filter(({ kind }) => kind === 'line');
  return (lines.length > 0 ? lines : waits).map(waitKey).toSorted();
}

const endStates = {
  'construction-started': 'Construction started',
  rejected: 'Ended before construction',
  withdrawn: 'Ended before construction',
  terminated: 'Ended before construction',
} as const;

async function expectMachineWhereTableIs({ machine, memory }: World, aggregate: Aggregate): Promise<void> {
  const { projectId, phase, ending } = aggregate.project;
  const last = (await machine.executions(projectId)).at(-1);
  const tokens = new Map([...memory.tokens].map(([wait, { token }]) => [token, wait.replace(`${projectId} `, '')]));
  const waits = (await machine.waiting()).map((token) => tokens.get(token)).toSorted();
  expect(phase).not.toBe('entering');
  expect(waits).toEqual(expectedWaits(aggregate));
  expect(last?.ended).toBe(ending && endStates[ending]);
}

function expectTrueLog({ memory, changes }: World, projectId: string, aggregate: Aggregate): void {
  const events = memory.projects.get(projectId)?.events ?? [];
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
  const rebuilt = rebuild(events);
  const inOrder = (one: Aggregate | undefined) =>
    one && { ...one, assignments: one.assignments.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1)) };
  expect(JSON.parse(JSON.stringify(inOrder(rebuilt)))).toEqual(inOrder(aggregate));
  const ids = aggregate.assignments.map(({ assignmentId }) => assignmentId);
  expect(new Set(ids).size).toBe(ids.length);
  const written = JSON.stringify([
    events,
    [...memory.rows.values()].map(({ errand: message }) => message),
    changes.map(({ after }) => after),
  ]);
  for (const word of personal) expect(written).not.toContain(word);
}

/** Each change answers each wait that it closed once, and addresses nobody about what is not theirs. */
function expectTrueMessages({ changes }: World): void {
  for (const [at, { after, messages: rows }] of changes.entries()) {
    const before = changes[at - 1]?.after;
    const messages = rows.map(({ errand }) => errand);
    const answered = messages.flatMap((message) => (message.kind === 'answer' ? [waitKey(message.wait)] : []));
    const openAfter = new Set(openWaits(after).map(waitKey));
    expect(answered).toEqual((before ? openWaits(before) : []).map(waitKey).filter((wait) => !openAfter.has(wait)));
    for (const message of messages) {
      if (message.kind !== 'email') continue;
      const { notice, recipient, assignmentId } = message.notice;
      expect(audiences[notice] as readonly string[]).toContain(recipient.to);
      if (recipient.to === 'party')
        expect(after.assignments.find((one) => one.assignmentId === assignmentId)?.holder).toEqual({
          kind: 'party',
          partyId: recipient.partyId,
        });
    }
  }
}

function expectTrueFigures({ memory }: World, aggregate: Aggregate): void {
  const sorted = (counts: readonly Count[]) => counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  expect(sorted(memory.counts.get('alpha') ?? [])).toEqual(sorted(contribution(aggregate)));
}

/** What must hold of a project between any two changes. */
function expectSound(aggregate: Aggregate, first: Aggregate['project']['baseline']): void {
  const { project, assignments } = aggregate;
  const open = assignments.filter(isOpen);
  if (first) expect(project.baseline).toEqual(first);
  if (project.phase === 'ended') expect(open).toEqual([]);
  if (project.phase === 'open') {
    expect(open.filter(({ kind }) => kind === 'office-decision')).toHaveLength(1);
    // Whatever is missing is being asked, or will be when what is asked is answered: nobody waits for nothing.
    const wanted = missing(aggregate, []).filter(({ what }) => what === 'assignment' || what === 'line');
    if (wanted.length > 0)
      expect(open.some(({ kind }) => kind !== 'office-decision' && kind !== 'bounced-email')).toBe(true);
    const lines = project.stage === 'technical-conditions' ? unsettledLines(aggregate) : [];
    for (const line of lines)
      expect(open.filter((one) => one.line === line && one.kind !== 'bounced-email')).toHaveLength(1);
  } else {
    expect(open.filter(({ kind }) => kind !== 'correction' && kind !== 'bounced-email')).toEqual([]);
  }
}

/** A letter that came today, or a project that is taken over at a later stage. */
async function begin(told: World, lines: readonly Utility[], stage: StageId): Promise<string> {
  const change = { utilities: needs(...lines) };
  if (stage === 'letter-of-intent') return told.submit(change);
  const taken = await takeOverProject(told.ports, {
    letter: letter(change),
    stage,
    receivedOn: '2025-12-12',
    now: told.now(),
  });
  return taken.ok ? taken.value.projectId : '';
}

async function walk(told: World, projectId: string, list: readonly Command[]): Promise<void> {
  for (const command of list) {
    const background = async () => {
      for (let step = 0; step < command.steps; step += 1) await told.step();
    };
    // That a stranger changes nothing can only be seen while nobody else does.
    if (command.beside && command.what !== 'stranger')
      await Promise.all([perform(told, projectId, command), background()]);
    else await perform(told, projectId, command).then(background);
    if (command.what !== 'settle') continue;
    await told.settle();
    await expectMachineWhereTableIs(told, await told.load(projectId));
  }
  await told.settle();
}

describe('the workflow beside the table', () => {
  it('arrives where the table is, whoever does what and when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...utilities], { maxLength: 4 }),
        fc.constantFrom(...stageIds),
        commands,
        async (lines, stage, list) => {
          const told = world();
          const projectId = await begin(told, lines, stage);
          await walk(told, projectId, list);
          const aggregate = await told.load(projectId);
          expect(told.failures).toEqual([]);
          await expectMachineWhereTableIs(told, aggregate);
          expectTrueLog(told, projectId, aggregate);
          expectTrueMessages(told);
          expectTrueFigures(told, aggregate);
          const baseline = told.changes.map(({ after }) => after.project.baseline).find((one) => one !== undefined);
          for (const [at, { after }] of told.changes.entries())
            expectSound(after, told.changes[at - 1]?.after.project.baseline && baseline);
        },
      ),
      { numRuns: Number(process.env['WALKS'] ?? 60) },
    );
  });
});

describe('the workflow arrives', () => {
  const enteredAt = '2026-01-12T05:00:00.000Z';
  const message = { schemaVersion: 1, projectId: 'p1', enteredAt } as const;
  const stage = { ...message, wait: 'stage', stage: 'letter-of-intent', task: taskOf('token') } as const;
  const queued = ({ memory }: World) =>
    [...memory.rows.values()].flatMap(({ errand: message }) => (message.kind === 'answer' ? [message] : []));
  const begun = async (journey = new Journey()) => {
    const told = world();
    await put(told, journey);
    told.memory.rows.clear();
    return told;
  };

  it('and the stage opens, with the time at which the workflow entered it', async () => {
    const told = await begun();
    expect(await openAssignment(told.ports, stage)).toEqual({ lines: [] });
    expect((await told.load('p1')).project).toMatchObject({
      phase: 'open',
      stages: { 'letter-of-intent': { openedAt: Date.parse(enteredAt) } },
    });
    expect([...told.memory.tokens]).toEqual([['p1 stage-1-1', taskOf('token')]]);
    expect(queued(told)).toEqual([]);
  });

  it('twice, and nothing opens twice; the later token counts', async () => {
    const told = await begun();
    await openAssignment(told.ports, stage);
    const before = await told.load('p1');
    await openAssignment(told.ports, { ...stage, task: taskOf('later') });
    expect(await told.load('p1')).toEqual(before);
    expect([...told.memory.tokens.values()]).toEqual([taskOf('later')]);
  });

  it('late, by a call that was given up and repeated, and the living token stays', async () => {
    const told = await begun();
    await openAssignment(told.ports, { ...stage, task: taskOf('alive', 1) });
    await openAssignment(told.ports, { ...stage, task: taskOf('dead', 0) });
    expect([...told.memory.tokens.values()]).toEqual([taskOf('alive', 1)]);
  });

  it('late, by a call from an earlier time round, and the living token stays', async () => {
    const told = await begun(new Journey().to('letter-of-intent').answer('office-decision', decisionOf('returned')));
    const correction = { ...message, wait: 'correction' } as const;
    await openAssignment(told.ports, {
      ...correction,
      enteredAt: '2026-01-13T05:00:00.000Z',
      task: taskOf('alive', 0),
    });
    await openAssignment(told.ports, { ...correction, task: taskOf('dead', 1) });
    expect([...told.memory.tokens.values()].map(({ token }) => token)).toEqual(['alive']);
  });

  it('late: what was decided meanwhile is queued as the answer', async () => {
    const told = await begun(new Journey().to('letter-of-intent').approve());
    await openAssignment(told.ports, stage);
    expect(queued(told)).toEqual([
      {
        kind: 'answer',
        wait: { kind: 'stage', stage: 'letter-of-intent', round: 1 },
        answer: { outcome: 'approved', stage: 'council-approval' },
      },
    ]);
    expect((await told.load('p1')).project.phase).toBe('entering');
  });

  it('while somebody decides: the answer is queued after the token is stored', async () => {
    const told = await begun(new Journey().to('letter-of-intent'));
    const { tokens } = told.ports;
    const slow = {
      ...told.ports,
      tokens: {
        ...tokens,
        store: async (...stored: Parameters<typeof tokens.store>) => {
          await tokens.store(...stored);
          await decide(told.ports, {
            assignmentId: 'p1_1-1-1_office-decision',
            decision: { outcome: 'approved' },
            actor: head,
            now: told.now(),
          });
        },
      },
    };
    await openAssignment(slow, stage);
    expect(queued(told).map(({ answer }) => answer)).toContainEqual({ outcome: 'approved', stage: 'council-approval' });
  });

  it('at the lines and is told which are open', async () => {
    const ask = async (journey: Journey) =>
      openAssignment((await begun(journey)).ports, { ...message, wait: 'none', stage: 'technical-conditions' });
    expect(await ask(new Journey({ lines: ['power', 'rail'] }).to('contract-and-land').settle().approve())).toEqual({
      lines: ['power', 'rail'],
    });
    expect(
      await ask(new Journey().to('technical-conditions').answer('technical-condition', undefined, 'power')),
    ).toEqual({ lines: ['gas'] });
    expect(await ask(new Journey({ lines: [] }).to('technical-conditions'))).toEqual({ lines: [] });
    expect(await ask(new Journey().to('expertise'))).toEqual({ lines: [] });
  });

  it('at another stage than the table, which stays as it is', async () => {
    const told = await begun(new Journey().to('contract-and-land').sendBack('council-approval'));
    const before = await told.load('p1');
    await openAssignment(told.ports, { ...stage, stage: 'contract-and-land' });
    expect(await told.load('p1')).toEqual(before);
    expect(queued(told).map(({ answer }) => answer)).toEqual([{ outcome: 'sent-back', stage: 'council-approval' }]);
  });

  it('at a correction', async () => {
    const told = await begun(new Journey().to('letter-of-intent').answer('office-decision', decisionOf('returned')));
    await openAssignment(told.ports, { ...message, wait: 'correction', task: taskOf('token') });
    expect(openAssignments(await told.load('p1')).map(({ kind }) => kind)).toEqual(['correction']);
    expect([...told.memory.tokens]).toEqual([['p1 correction-1-1', taskOf('token')]]);
  });

  it('for a project that does not exist, and fails loudly: it is tried again', async () => {
    await expect(openAssignment(world().ports, stage)).rejects.toThrow('Project p1: not-found');
  });
});
