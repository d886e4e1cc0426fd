import { describe, expect, it } from 'vitest';
import type { OutboxRow, Wait } from '#core/notices/outbox.ts';
import { answerRow } from './outbox-messages.ts';
import type { WorkflowAnswer } from '#core/stages/workflow.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { termOf } from '#core/stages/deadlines.ts';
import type { Email } from '#core/kernel/ports.ts';
import { dateText } from '#core/texts/index.ts';
import { confirmAddress } from '../letter/confirm-address.ts';
import { backoffMs, runPartition } from './run-partition.ts';
import { sweepOutbox } from './sweep-outbox.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, partiesOf, zoneSetting, zones, taskOf } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';

const minute = 60_000;
const rows = ({ memory }: World) =>
  [...memory.rows.values()].map(({ rowId, errand: message, state, attempts }) => [
    rowId,
    message.kind === 'email' ? message.notice.notice : message.kind,
    state,
    attempts,
  ]);
const run = (told: World, now = told.now(), failed: unknown[] = []) =>
  runPartition(told.ports, 'p1', now, (_, error) => {
    failed.push(error);
  });
const notices = ({ memory }: World) => memory.sent.map(({ notice }) => notice);

/** A letter comes and counts at once, so that the office hears of it too. */
async function comes(told: World): Promise<void> {
  await confirmAddress(told.ports, { projectId: await told.submit(), now: told.now() });
}

/** An email service that can be out of order. */
function service(options: { refuses?: (email: Email) => boolean } = {}) {
  const state = { down: false };
  const deliver = (email: Email) => {
    if (state.down) throw new Error('Service unavailable');
    return options.refuses?.(email) ? { refused: 'The address is on the suppression list' } : ('sent' as const);
  };
  return { state, deliver };
}

describe('a lane', () => {
  it('is worked off in order; emails stay as a record, the rest leaves none', async () => {
    const told = world();
    await comes(told);
    expect(await run(told)).toBe(5);
    expect(rows(told)).toEqual([
      ['000002-001', 'receipt', 'sent', 1],
      ['000004-000', 'letter-received', 'sent', 1],
    ]);
    expect(notices(told)).toEqual(['receipt', 'letter-received']);
    expect(await run(told)).toBe(0);
    expect(told.memory.sent).toHaveLength(2);
  });

  it('sends to whom it concerns, in their language, with the link that is theirs', async () => {
    const told = world();
    await put(told, new Journey().to('technical-conditions'));
    await run(told);
    const receipt = told.memory.sent.find(({ notice }) => notice === 'receipt');
    const power = told.memory.sent.find(({ to }) => to === 'power@alpha.example.org');
    expect(receipt).toMatchObject({ to: 'investor@example.org', language: 'en', replyTo: 'office@alpha.example.org' });
    expect(receipt?.text).toContain(await told.ports.links.urlOf({ kind: 'confirm', projectId: 'p1', version: 0 }));
    expect(power).toMatchObject({ language: 'kk', notice: 'assignment' });
    expect(power?.text).toContain(
      await told.ports.links.urlOf({
        kind: 'assignment',
        projectId: 'p1',
        assignmentId: 'p1_4-1-1_technical-condition_power',
        version: 0,
      }),
    );
    expect(power?.text).toMatch(/4\s?500/);
  });

  it('D9: a new letter: the office reads by when to decide, the investor by when the office answers', async () => {
    const told = world();
    await comes(told);
    await run(told);
    const [receipt, office] = ['receipt', 'letter-received'].map((kind) =>
      told.memory.sent.find(({ notice }) => notice === kind),
    );
    const state = await told.ports.projects.load(office?.row.laneId ?? '');
    const context = await told.ports.reference.setting('alpha');
    if (state === undefined || context === undefined) throw new Error('no such project');
    const { due } = termOf(state.project, {
      ...context,
      now: told.now(),
      calendar: calendarOf(context.zone.country, context.zone.overrides),
    });
    expect(receipt?.text).toContain(`The zone office will answer by: ${dateText('en', due)}\n`);
    expect(receipt?.text).toContain(`Day of receipt: ${dateText('en', state.project.receivedOn)}\n`);
    expect(receipt?.subject).not.toContain(dateText('en', due));
    expect(office?.subject.endsWith(dateText(context.zone.language, due))).toBe(true);
    expect(office?.text).toContain(dateText(context.zone.language, due));
  });

  it('keeps the order of a project’s emails while the service is down, and sends each once afterwards', async () => {
    const email = service();
    const told = world({ deliver: email.deliver });
    await comes(told);
    email.state.down = true;
    const failed: unknown[] = [];
    expect(await run(told, told.now(), failed)).toBe(3);
    expect(rows(told)).toEqual([
      ['000002-001', 'receipt', 'waiting', 1],
      ['000004-000', 'letter-received', 'waiting', 0],
    ]);
    expect(failed).toHaveLength(1);
    // The path goes on without it.
    await told.machine.step();
    expect((await told.load('p1')).project.phase).toBe('open');
    email.state.down = false;
    await run(told, told.now() + minute);
    expect(notices(told)).toEqual(['receipt', 'letter-received']);
  });

  it('three days without a service: one attempt an hour, then everything in order', async () => {
    const email = service();
    const told = world({ deliver: email.deliver });
    await comes(told);
    email.state.down = true;
    let attempts = 0;
    const end = told.now() + 3 * 86_400_000;
    for (let now = told.now(); now < end; now += 5 * minute)
      await sweepOutbox(
        told.ports,
        () => now,
        () => {
          attempts += 1;
        },
        (_, error) => {
          throw error;
        },
      );
    expect(attempts).toBeGreaterThan(60);
    expect(attempts).toBeLessThan(90);
    email.state.down = false;
    await sweepOutbox(
      told.ports,
      () => end + 61 * minute,
      () => undefined,
      (_, error) => {
        throw error;
      },
    );
    expect(notices(told)).toEqual(['receipt', 'letter-received']);
  });

  it('sets aside what the service will never take, goes on, and the office is asked for the right address', async () => {
    const told = world(service({ refuses: ({ to }) => to === 'investor@example.org' }));
    await comes(told);
    expect(await run(told)).toBe(5);
    expect([...told.memory.rows.values()].map(({ state, because }) => [state, because])).toEqual([
      ['set-aside', 'The address is on the suppression list'],
      ['sent', undefined],
      ['waiting', undefined],
    ]);
    expect((await told.load('p1')).assignments).toMatchObject([{ kind: 'bounced-email', state: 'open' }]);
  });

  it('sets aside what nobody is left to read', async () => {
    const told = world();
    await put(told, new Journey().to('technical-conditions'));
    told.memory.settings.set(
      'alpha',
      zoneSetting(zones.alpha, { parties: partiesOf('alpha').filter(({ kind }) => kind !== 'power') }),
    );
    await run(told);
    const gone = [...told.memory.rows.values()].filter(({ state }) => state === 'set-aside');
    expect(
      gone.map(({ because, errand: message }) => [because, message.kind === 'email' && message.notice.line]),
    ).toEqual([['no-recipient', 'power']]);
    expect(told.memory.sent.some(({ to }) => to === 'gas@alpha.example.org')).toBe(true);
  });

  it('leaves an email to whoever has it, and all behind it; after their time it is sent once more', async () => {
    const told = world();
    await comes(told);
    const [, receipt] = [...told.memory.rows.values()] as [OutboxRow, OutboxRow];
    expect(await told.ports.outbox.claim(receipt, told.now(), told.now() + 2 * minute)).toBe(true);
    expect(await run(told, told.now() + minute)).toBe(3);
    expect(told.memory.sent).toEqual([]);
    await run(told, told.now() + 2 * minute);
    expect(notices(told)).toEqual(['receipt', 'letter-received']);
  });

  it('worked off twice at once sends each email once', async () => {
    const told = world();
    await comes(told);
    await Promise.all([run(told), run(told), run(told)]);
    await told.settle();
    expect(notices(told)).toEqual(['receipt', 'letter-received']);
    expect(await told.machine.executions()).toHaveLength(1);
  });

  it.each([
    [1, 60_000],
    [2, 120_000],
    [5, 960_000],
    [7, 3_600_000],
    [1000, 3_600_000],
  ])('attempt %i is put off by %i ms', (attempts, ms) => {
    expect(backoffMs(attempts)).toBe(ms);
  });
});

describe('a failing lane', () => {
  it('does not stop the others', async () => {
    const told = world();
    await told.submit({}, 'a');
    await told.submit({}, 'b');
    const broken = {
      ...told.ports,
      outbox: {
        ...told.ports.outbox,
        waiting: (partition: string) =>
          partition === 'p1' ? Promise.reject(new Error('throttled')) : told.ports.outbox.waiting(partition),
      },
    };
    const failed: string[] = [];
    await sweepOutbox(
      broken,
      () => told.now() + 6 * minute,
      () => undefined,
      (partition) => failed.push(partition),
    );
    expect(failed).toEqual(['p1']);
    expect(new Set(told.memory.sent.map(({ row }) => row.laneId))).toEqual(new Set(['p2']));
  });

  it('is left alone until it is due', async () => {
    const told = world();
    await comes(told);
    expect(
      await sweepOutbox(
        told.ports,
        () => told.now() + 4 * minute,
        () => undefined,
        () => undefined,
      ),
    ).toBe(0);
    expect(
      await sweepOutbox(
        told.ports,
        () => told.now() + 5 * minute,
        () => undefined,
        () => undefined,
      ),
    ).toBe(5);
  });
});

describe('the answer to a task token', () => {
  const wait: Wait = { kind: 'stage', stage: 'letter-of-intent', round: 1 };
  const given = async (
    tokens: readonly string[],
    answered: (token: string, ports: World['ports']) => Promise<'answered' | 'gone'>,
  ) => {
    const tried: [string, WorkflowAnswer][] = [];
    const told = world({
      workflow: {
        start: async () => undefined,
        answer: async (token, answer) => {
          tried.push([token, answer]);
          return answered(token, told.ports);
        },
      },
    });
    await put(told, new Journey().to('letter-of-intent'));
    told.memory.rows.clear();
    for (const token of tokens) await told.ports.tokens.store('p1', wait, taskOf(token));
    await told.ports.outbox.queue(
      answerRow('p1', wait, { outcome: 'approved', stage: 'council-approval' }, told.now()),
    );
    const failed: unknown[] = [];
    await run(told, told.now(), failed);
    return {
      tried: tried.map(([token]) => token),
      answers: tried.map(([, answer]) => answer),
      left: told.memory.rows.size,
      failed,
    };
  };

  it('goes to the token that was stored last', async () => {
    expect(await given(['old', 'new'], async () => 'answered')).toEqual({
      tried: ['new'],
      answers: [{ outcome: 'approved', stage: 'council-approval' }],
      left: 0,
      failed: [],
    });
  });

  it('goes to the one that replaced it, when the first is gone', async () => {
    expect(
      await given(['old'], async (token, ports) => {
        if (token === 'new') return 'answered';
        await ports.tokens.store('p1', wait, taskOf('new'));
        return 'gone';
      }),
    ).toMatchObject({ tried: ['old', 'new'], left: 0 });
  });

  it.each<[string, readonly string[]]>([
    ['gone', ['old']],
    ['not there yet', []],
  ])('is done with when the token is %s: whoever stores one looks again', async (_, tokens) => {
    expect(await given(tokens, async () => 'gone')).toMatchObject({ tried: tokens, left: 0 });
  });

  it('waits while the workflow service is down', async () => {
    expect(
      await given(['old'], async () => {
        throw new Error('throttled');
      }),
    ).toMatchObject({ left: 1, failed: [new Error('throttled')] });
  });
});

describe('workflow and email', () => {
  it('do not wait for each other', async () => {
    let down = true;
    const told = world({
      workflow: {
        start: async () => {
          if (down) throw new Error('throttled');
        },
        answer: async () => 'answered',
      },
    });
    await comes(told);
    const failed: unknown[] = [];
    expect(await run(told, told.now(), failed)).toBe(4);
    expect([notices(told), failed.length]).toEqual([['receipt', 'letter-received'], 1]);
    down = false;
    expect(await run(told, told.now() + minute)).toBe(1);
  });

  it('errands of the workflow keep their order', async () => {
    const calls: string[] = [];
    const told = world({
      workflow: {
        start: async () => {
          calls.push('start');
          throw new Error('throttled');
        },
        answer: async (token) => {
          calls.push(token);
          return 'answered';
        },
      },
    });
    await comes(told);
    await told.ports.tokens.store('p1', { kind: 'stage', stage: 'letter-of-intent', round: 1 }, taskOf('token'));
    const wait = { kind: 'stage', stage: 'letter-of-intent', round: 1 } as const;
    await told.ports.outbox.queue(answerRow('p1', wait, { outcome: 'ended', stage: 'letter-of-intent' }, told.now()));
    await run(told);
    expect(calls).toEqual(['start']);
  });
});

describe('every notice of a long path', () => {
  it('can be written: to somebody, with something in it', async () => {
    const told = world();
    const journey = new Journey()
      .to('council-approval')
      .settle()
      .answer('office-decision', decisionOf('approved-with-conditions'))
      .to('technical-conditions')
      .answer('technical-condition', decisionOf('returned'))
      .answer('cure')
      .answer('technical-condition', decisionOf('refused'))
      .answer('refusal')
      .answer('technical-condition', decisionOf('suspended'))
      .answer('office-decision', decisionOf('returned'))
      .arrive()
      .answer('correction')
      .to('construction-start')
      .settle()
      .approve();
    await put(told, journey);
    const failed: unknown[] = [];
    await run(told, told.now(), failed);
    expect(failed).toEqual([]);
    expect([...told.memory.rows.values()].every(({ state }) => state === 'sent')).toBe(true);
    expect(
      told.memory.sent.every(
        ({ subject, text, html }) => subject.includes('ALP-2026-0001') && text.length > 100 && html.length > 100,
      ),
    ).toBe(true);
  });
});
