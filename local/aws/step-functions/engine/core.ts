import { setImmediate } from 'node:timers/promises';
import { type Answer, dueOf, type Thread } from '../interpreter/thread.ts';
import type { Execution, ExecutionRow } from '../interpreter/execution.ts';
import type { Effect, Turn } from '../interpreter/turn.ts';
import type { StatesOptions } from '../api.ts';
import { Store } from '../store/store.ts';
import type { Place } from './arns.ts';
import { makeCall, stopChild, tellWatcher } from './calls.ts';
import { Executor } from './executor.ts';
import { settleTask } from '../interpreter/states/task.ts';

/** The longest a timer sleeps before it looks at the clock again: the host's clock may have been set meanwhile. */
const longest = 60_000;

class Timer {
  readonly #now: () => number;
  readonly #fire: () => void;
  #timer: NodeJS.Timeout | undefined;
  #at = Infinity;

  constructor(now: () => number, fire: () => void) {
    this.#now = now;
    this.#fire = fire;
  }

  arm(at: number | undefined): void {
    if (at === undefined || (this.#timer !== undefined && at >= this.#at)) return;
    clearTimeout(this.#timer);
    this.#at = at;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#fire();
      },
      Math.min(Math.max(at - this.#now(), 0), longest),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function fire(turn: Turn, threadId: number | undefined): void {
  const { row, threads } = turn.execution;
  if (row.status !== 'RUNNING') return;
  if (threadId === undefined) {
    if (row.due !== undefined && row.due <= turn.now) timeOut(turn);
    return;
  }
  const thread = threads.get(threadId);
  if (thread !== undefined) fireThread(turn, thread);
}

function timeOut(turn: Turn): void {
  turn.close('TIMED_OUT', 0, 'ExecutionTimedOut', { executionTimedOutEventDetails: { error: 'States.Timeout' } });
}

function fireThread(turn: Turn, thread: Thread): void {
  const { phase } = thread;
  const { now } = turn;
  if (phase.kind === 'waiting' && phase.until <= now)
    thread.phase = { kind: 'settled', answer: { kind: 'succeeded', output: null } };
  else if (phase.kind === 'backoff' && phase.until <= now) thread.phase = { kind: 'retry' };
  else if (phase.kind === 'task') {
    const timedOut = phase.timeoutAt !== undefined && phase.timeoutAt <= now;
    const missed = phase.heartbeatAt !== undefined && phase.heartbeatAt <= now;
    if (timedOut || missed)
      settleTask(turn, thread, {
        kind: 'failed',
        failure: { error: 'States.Timeout', ...(timedOut ? {} : { heartbeat: true as const }) },
      });
  }
  turn.changed.add(thread);
}

const round = 1_000;

export class Core {
  readonly store: Store;
  readonly executor: Executor;
  readonly place: Place;
  readonly invoke: StatesOptions['invoke'];
  readonly mock: Answer | undefined;
  readonly now: () => number;
  readonly #onError: StatesOptions['onError'];
  readonly #timer: Timer;
  readonly #doing = new Set<Promise<void>>();
  #invocations = 0;
  #firing: Promise<void> | undefined;
  #closed = false;

  /** @param mock what every task comes to, instead of being called */
  constructor(options: StatesOptions, mock?: Answer) {
    this.mock = mock;
    this.place = { region: options.region ?? 'eu-central-1', account: options.account ?? '000000000000' };
    this.now = () => options.clock.now();
    this.invoke = async (name, payload) => {
      this.#invocations += 1;
      try {
        return await options.invoke(name, payload);
      } finally {
        this.#invocations -= 1;
      }
    };
    this.#onError = options.onError;
    this.store = new Store(options.file);
    this.executor = new Executor(this.store, this.now, {
      perform: (execution, effect) => {
        this.#perform(execution, effect);
      },
      saved: ({ changed }) => {
        for (const thread of changed) this.#timer.arm(dueOf(thread));
      },
    });
    this.#timer = new Timer(this.now, () => {
      this.#do(this.#fire(false));
    });
  }

  get fault(): Error | undefined {
    return this.store.batch.fault ?? (this.#closed ? undefined : this.executor.fault);
  }

  /** Takes up what the last run left: threads that can go on, and tasks whose call may not have been made. */
  resume(): void {
    for (const id of this.store.unfinished()) this.began(this.store.execution(id));
    for (const id of this.store.untold()) {
      const row = this.store.execution(id);
      if (row !== undefined) this.#do(tellWatcher(this, row));
    }
    this.#timer.arm(this.store.nextDue());
  }

  /** Takes a new or resumed execution up once it is saved. */
  began(row: ExecutionRow | undefined): void {
    if (row === undefined) return;
    this.#timer.arm(row.due);
    this.#do(
      this.store.batch.saved().then(async () => {
        await this.executor.run(row.id, (turn) => {
          for (const thread of turn.execution.threads.values()) {
            const { phase } = thread;
            if (phase.kind === 'task' && phase.started && !phase.submitted)
              turn.effects.push({ kind: 'call', thread: thread.id, task: phase });
          }
        });
      }),
    );
  }

  async runDue(): Promise<void> {
    await this.#fire(true);
    await this.executor.quiet();
  }

  /** @param inOrder whether what follows from one moment is done before the next, as when the clock has jumped past several */
  async #fire(inOrder: boolean): Promise<void> {
    while (this.#firing !== undefined) await this.#firing;
    this.#firing = this.#fireAll(inOrder);
    try {
      await this.#firing;
    } finally {
      this.#firing = undefined;
    }
    if (!this.#closed) this.#timer.arm(this.store.nextDue());
  }

  async #fireAll(inOrder: boolean): Promise<void> {
    for (;;) {
      if (inOrder) await this.executor.quiet();
      if (this.#closed) return;
      const due = this.store.due(this.now(), round);
      if (due.length === 0) return;
      const first = new Map(
        due.map((moment) => [moment.execution, moment]).reverse() as [number, (typeof due)[number]][],
      );
      await Promise.all(
        [...first.values()].map(({ execution, thread }) =>
          this.executor.run(execution, (turn) => {
            fire(turn, thread);
          }),
        ),
      );
    }
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.executor.quiet();
      if (this.#doing.size > 0) await Promise.race(this.#doing);
      else if (this.#isDue()) await this.#fire(true);
      else if (!this.executor.isBusy()) return;
    }
  }

  async still(): Promise<void> {
    while (this.executor.isBusy() || this.#doing.size > this.#invocations) await setImmediate();
  }

  #isDue(): boolean {
    return !this.#closed && (this.store.nextDue() ?? Infinity) <= this.now();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#timer.stop();
    this.executor.stop();
    await this.executor.quiet();
    this.store.close();
  }

  #perform(execution: Execution, effect: Effect): void {
    if (this.#closed) return;
    if (effect.kind === 'call') this.#do(makeCall(this, execution, effect.thread, effect.task));
    else if (effect.kind === 'stop') this.#do(stopChild(this, effect.execution));
    else this.#do(tellWatcher(this, execution.row));
  }

  #do(work: Promise<void>): void {
    const doing = work
      .catch((reason: unknown) => {
        if (this.#closed) return;
        if (this.#onError === undefined) throw reason;
        this.#onError(reason);
      })
      .finally(() => {
        this.#doing.delete(doing);
      });
    this.#doing.add(doing);
  }
}
