import { afterEach, describe, expect, it } from 'vitest';
import { nextStage, stageIds, type StageId } from '#core/stages/stage-id.ts';
import { openMachine, type Machine } from '#test/support/workflow.ts';

let machine: Machine;
afterEach(() => machine.close());

const lines = ['power', 'gas', 'water'] as const;

/** Settles every open line and gives the approval of a stage. */
async function approve(stage: StageId): Promise<void> {
  if (stage === 'technical-conditions')
    for (const line of [...machine.open]) await machine.answer(line, 'settled', stage);
  await machine.answer(stage, 'approved', nextStage(stage) ?? stage);
}

/** Starts at a stage and comes to its office's wait. */
async function arriveAt(stage: StageId): Promise<void> {
  machine = await openMachine(stage === 'technical-conditions' ? [] : ['power']);
  await machine.start(stage);
  machine.requests.length = 0;
}

const lastWait = () => machine.requests.at(-1);

describe('the straight path', () => {
  it('goes through every stage and three lines, with two transitions a stage and eight more', async () => {
    machine = await openMachine();
    await machine.start('letter-of-intent');
    for (const stage of stageIds) await approve(stage);
    expect(await machine.describe()).toMatchObject({ status: 'SUCCEEDED' });
    const entered = await machine.entered();
    expect(entered.at(-1)).toBe('Construction started');
    expect(entered.filter((name) => name === 'Utility line')).toHaveLength(3);
    expect(entered).toHaveLength(2 * stageIds.length + 8);
    expect(machine.requests.filter(({ wait }) => wait === 'stage')).toHaveLength(stageIds.length);
  });

  it('needs no line where a project needs none', async () => {
    machine = await openMachine([]);
    await machine.start('technical-conditions');
    expect(lastWait()).toMatchObject({ wait: 'stage', stage: 'technical-conditions' });
  });

  it('says when it arrived and with which token, and nothing of the project but its id', async () => {
    machine = await openMachine(['rail']);
    await machine.start('technical-conditions');
    expect(machine.requests.map(({ wait }) => wait)).toEqual(['none', 'line']);
    expect(machine.requests[1]).toEqual({
      schemaVersion: 1,
      projectId: 'p1',
      enteredAt: '2025-12-12T04:00:00.000Z',
      task: { token: machine.tokens.get('rail'), generation: 1, redrive: 0, attempt: 0 },
      wait: 'line',
      line: 'rail',
    });
  });
});

describe.each(stageIds)('at %s', (stage) => {
  it('an approval leads on', async () => {
    await arriveAt(stage);
    await approve(stage);
    const next = nextStage(stage);
    if (next === undefined) expect(await machine.describe()).toMatchObject({ status: 'SUCCEEDED' });
    else expect(machine.requests.map((request) => ('stage' in request ? request.stage : request.wait))).toContain(next);
  });

  it('a return waits for the investor and comes back, as often as it takes', async () => {
    await arriveAt(stage);
    for (let round = 0; round < 3; round += 1) {
      await machine.answer(stage, 'returned', stage);
      expect(lastWait()).toMatchObject({ wait: 'correction' });
      await machine.answer('correction', 'corrected', stage);
      expect(lastWait()).toMatchObject({ wait: 'stage', stage });
    }
    await approve(stage);
    expect((await machine.entered()).filter((name) => name === 'Correction by the investor')).toHaveLength(3);
  });

  it('a project that ends while the investor corrects ends its execution', async () => {
    await arriveAt(stage);
    await machine.answer(stage, 'returned', stage);
    await machine.answer('correction', 'ended', stage);
    expect((await machine.entered()).at(-1)).toBe('Ended before construction');
    expect(await machine.describe()).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('rejected, withdrawn or terminated is an end', async () => {
    await arriveAt(stage);
    await machine.answer(stage, 'ended', stage);
    expect((await machine.entered()).at(-1)).toBe('Ended before construction');
  });

  it.each(stageIds.slice(0, stageIds.indexOf(stage)))(`a send-back goes on at %s`, async (earlier) => {
    await arriveAt(stage);
    await machine.answer(stage, 'sent-back', earlier);
    if (earlier === 'technical-conditions') await machine.answer('power', 'settled', earlier);
    expect(lastWait()).toMatchObject({ wait: 'stage', stage: earlier });
  });

  it('an outcome nobody knows fails loudly', async () => {
    await arriveAt(stage);
    await machine.answer(stage, 'unheard-of', stage);
    expect(await machine.describe()).toMatchObject({ status: 'FAILED', error: 'UnknownOutcome' });
  });

  it('a wait of 330 days goes on in the next execution at the same stage', async () => {
    await arriveAt(stage);
    await machine.pass(329.9);
    expect(await machine.executions()).toEqual(['p1-1']);
    await machine.pass(0.2);
    expect(await machine.executions()).toEqual(['p1-1', 'p1-2']);
    expect(await machine.describe()).toMatchObject({ status: 'SUCCEEDED' });
    expect(lastWait()).toMatchObject({ wait: 'stage', stage });
    await approve(stage);
  });

  it('a correction of 330 days goes on at its stage, which asks again', async () => {
    await arriveAt(stage);
    await machine.answer(stage, 'returned', stage);
    await machine.pass(331);
    expect(await machine.executions()).toEqual(['p1-1', 'p1-2']);
    expect(lastWait()).toMatchObject({ wait: 'stage', stage });
  });
});

describe('utility lines', () => {
  const arrive = async () => {
    machine = await openMachine(lines);
    await machine.start('technical-conditions');
  };

  it('wait side by side and are waited for all', async () => {
    await arrive();
    expect([...machine.tokens.keys()].toSorted()).toEqual([...lines].toSorted());
    await machine.answer('gas', 'settled', 'technical-conditions');
    await machine.answer('water', 'settled', 'technical-conditions');
    expect(machine.tokens.has('technical-conditions')).toBe(false);
    await machine.answer('power', 'settled', 'technical-conditions');
    expect(lastWait()).toMatchObject({ wait: 'stage', stage: 'technical-conditions' });
  });

  it.each([
    ['a send-back', 'sent-back', 'council-approval'],
    ['a return', 'returned', 'technical-conditions'],
    ['an end', 'ended', 'technical-conditions'],
  ] as const)('%s while lines are open is the answer to each of them', async (_, outcome, stage) => {
    await arrive();
    await machine.answer('power', 'settled', 'technical-conditions');
    for (const line of ['gas', 'water']) await machine.answer(line, outcome, stage);
    const arrivals = {
      'sent-back': 'Council approval',
      returned: 'Correction by the investor',
      ended: 'Ended before construction',
    };
    expect((await machine.entered()).at(-1)).toBe(arrivals[outcome]);
  });

  it('that rolled over are waited for by the next execution, the settled ones not again', async () => {
    await arrive();
    await machine.answer('power', 'settled', 'technical-conditions');
    machine.requests.length = 0;
    await machine.pass(331);
    expect(await machine.executions()).toEqual(['p1-1', 'p1-2']);
    expect(machine.requests.flatMap((request) => (request.wait === 'line' ? [request.line] : [])).toSorted()).toEqual([
      'gas',
      'water',
    ]);
    for (const line of ['gas', 'water']) await machine.answer(line, 'settled', 'technical-conditions');
    await approve('technical-conditions');
    expect((await machine.entered(2)).filter((name) => name === 'Utility line')).toHaveLength(2);
    expect((await machine.entered(2)).at(-1)).toBe('Design documentation');
  });
});

describe('faults', () => {
  it.each(['Lambda.Unknown', 'Lambda.TooManyRequestsException', 'Error', 'TypeError'])(
    '%s of the function passes',
    async (error) => {
      machine = await openMachine();
      machine.failures.push(error, error, error);
      await machine.start('letter-of-intent');
      await machine.pass(0.1);
      expect(machine.requests).toHaveLength(4);
      await machine.answer('letter-of-intent', 'approved', 'council-approval');
      expect(lastWait()).toMatchObject({ wait: 'stage', stage: 'council-approval' });
    },
  );

  it.each(['Lambda.ServiceException', 'Error'])('%s for three days does not fail the execution', async (error) => {
    machine = await openMachine();
    machine.failures.push(...Array.from({ length: 5000 }, () => error));
    await machine.start('expertise');
    await machine.pass(3);
    expect(await machine.describe()).toMatchObject({ status: 'RUNNING' });
    // Asked again within minutes at first, then about once an hour.
    expect(machine.requests.length).toBeLessThan(400);
    machine.failures.length = 0;
    await machine.pass(0.1);
    await machine.answer('expertise', 'approved', nextStage('expertise') ?? '');
    expect(lastWait()).toMatchObject({ wait: 'stage', stage: nextStage('expertise') });
  });

  it('the next execution that is there already counts as done', async () => {
    machine = await openMachine();
    await machine.start('expertise', 2);
    // Another beginning of the same generation, with another input: its name is taken.
    await machine.start('council-approval', 1);
    await machine.pass(331);
    expect(await machine.describe(1)).toMatchObject({ status: 'SUCCEEDED' });
    expect((await machine.entered(1)).at(-1)).toBe('Continued');
    expect(await machine.executions()).toEqual(['p1-1', 'p1-2', 'p1-3']);
  });

  it('an input that names no stage fails loudly', async () => {
    machine = await openMachine();
    await machine.start('stage-eight');
    expect(await machine.describe()).toMatchObject({ status: 'FAILED', error: 'UnknownStage' });
  });
});

it('a path longer than 400 days runs through several executions', async () => {
  machine = await openMachine();
  await machine.start('letter-of-intent');
  for (const stage of stageIds) {
    await machine.pass(150);
    await approve(stage);
  }
  const executions = await machine.executions();
  expect(executions).toEqual(['p1-1', 'p1-2', 'p1-3', 'p1-4']);
  expect((await machine.entered(4)).at(-1)).toBe('Construction started');
  for (let generation = 1; generation <= 4; generation += 1)
    expect(await machine.describe(generation)).toMatchObject({ status: 'SUCCEEDED' });
});
