import { setImmediate as nextTurn } from 'node:timers/promises';
import { failExecution } from '../interpreter/recover.ts';
import { step } from '../interpreter/step.ts';
import { isRunnable } from '../interpreter/thread.ts';
import { ExecutionOver, Turn, type Effect } from '../interpreter/turn.ts';
import type { Execution } from '../interpreter/execution.ts';
import type { Store } from '../store/store.ts';
import { load, save } from './persistence.ts';

/** Executions that may compute at a time: one that computes long lets the others have turns between. */
const width = 32;
/** Milliseconds of turns before the event loop gets its own. */
const burst = 8;

interface Live {
  readonly execution: Execution;
  readonly jobs: (() => Promise<void>)[];
  readonly ready: number[];
  active: boolean;
  queued: boolean;
  calls: number;
}

export interface Hooks {
  /** Does something whose cause is on the disk. */
  perform(execution: Execution, effect: Effect): void;
  saved(turn: Turn): void;
}

/** One job of each at a time, in turn, so that none starves another; each job is saved as one. */
export class Executor {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #hooks: Hooks;
  readonly #live = new Map<number, Live>();
  readonly #queue: Live[] = [];
  #active = 0;
  #unperformed = 0;
  #pumping = false;
  #idlers: (() => void)[] = [];
  #broken: Error | undefined;

  constructor(store: Store, now: () => number, hooks: Hooks) {
    this.#store = store;
    this.#now = now;
    this.#hooks = hooks;
  }

  get fault(): Error | undefined {
    return this.#broken;
  }

  /** Takes no further step; what is under way is still saved. */
  stop(reason = new Error('The workflow engine is closed')): void {
    this.#broken ??= reason;
    this.#queue.length = 0;
    for (const live of this.#live.values()) for (const job of live.jobs.splice(0)) void job();
    this.#tellIdlers();
  }

  /** Does something to an execution between its steps, and resolves when it is saved. */
  async run<T>(id: number, job: (turn: Turn) => T | Promise<T>): Promise<T> {
    if (this.#broken !== undefined) throw this.#broken;
    const live = this.#hold(id);
    return new Promise<T>((resolve, reject) => {
      live.jobs.push(async () => {
        try {
          if (this.#broken !== undefined) throw this.#broken;
          const result = await this.#job(live, job);
          void this.#store.batch.saved().then(() => {
            resolve(result);
          }, reject);
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
        }
      });
      this.#enqueue(live);
    });
  }

  wake(id: number): void {
    this.#enqueue(this.#hold(id));
  }

  holdForCall(id: number, by: 1 | -1): void {
    const live = this.#hold(id);
    live.calls += by;
    this.#release(live);
  }

  async quiet(): Promise<void> {
    do {
      while (this.isBusy())
        await new Promise<void>((resolve) => {
          this.#idlers.push(resolve);
        });
      await this.#store.batch.saved();
    } while (this.isBusy());
  }

  #hold(id: number): Live {
    const known = this.#live.get(id);
    if (known !== undefined) return known;
    const execution = load(this.#store, id);
    const ready = [...execution.threads.values()].filter(isRunnable).map((thread) => thread.id);
    const live: Live = { execution, jobs: [], ready, active: false, queued: false, calls: 0 };
    this.#live.set(id, live);
    return live;
  }

  #release(live: Live): void {
    if (live.active || live.queued || live.calls > 0 || live.jobs.length > 0 || live.ready.length > 0) return;
    this.#live.delete(live.execution.row.id);
  }

  #enqueue(live: Live): void {
    if (this.#broken === undefined && !live.queued && !live.active && (live.jobs.length > 0 || live.ready.length > 0)) {
      live.queued = true;
      this.#queue.push(live);
    }
    this.#release(live);
    if (!this.#pumping) void this.#pump();
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    let since = performance.now();
    while (this.#queue.length > 0 && this.#broken === undefined) {
      if (this.#active >= width || performance.now() - since > burst) {
        await nextTurn();
        since = performance.now();
        continue;
      }
      const live = this.#queue.shift() as Live;
      live.queued = false;
      live.active = true;
      this.#active += 1;
      const turn = this.#turn(live).finally(() => {
        this.#finished(live);
      });
      await Promise.race([turn, nextTurn()]);
    }
    this.#pumping = false;
  }

  #finished(live: Live): void {
    live.active = false;
    this.#active -= 1;
    this.#enqueue(live);
    this.#tellIdlers();
  }

  async #turn(live: Live): Promise<void> {
    const job = live.jobs.shift();
    if (job !== undefined) return job();
    const thread = live.execution.threads.get(live.ready.shift() ?? -1);
    if (thread === undefined || !isRunnable(thread)) return;
    try {
      await this.#job(live, (turn) => step(turn, thread));
    } catch (thrown) {
      if (this.#broken !== undefined) return;
      await this.#job(live, (turn) => {
        failExecution(turn, thread.last, { error: 'States.Runtime', cause: `Internal error: ${String(thrown)}` });
      });
    }
  }

  async #job<T>(live: Live, job: (turn: Turn) => T | Promise<T>): Promise<T> {
    const turn = new Turn(live.execution, this.#now());
    let result: T;
    try {
      result = await job(turn);
    } catch (thrown) {
      if (!(thrown instanceof ExecutionOver)) throw thrown;
      failExecution(turn, live.execution.row.body.events, thrown.failure);
      result = undefined as T;
    }
    try {
      save(this.#store, turn);
    } catch (thrown) {
      this.stop(thrown instanceof Error ? thrown : new Error(String(thrown)));
      throw thrown;
    }
    this.#hooks.saved(turn);
    for (const thread of turn.changed)
      if (isRunnable(thread) && !live.ready.includes(thread.id)) live.ready.push(thread.id);
    if (turn.effects.length > 0) this.#performOnceSaved(live, turn.effects);
    return result;
  }

  /** Keeps the execution in memory meanwhile; other turns go on, so that they share the wait for the disk. */
  #performOnceSaved(live: Live, effects: readonly Effect[]): void {
    live.calls += 1;
    this.#unperformed += 1;
    const over = (): void => {
      live.calls -= 1;
      this.#unperformed -= 1;
      this.#release(live);
      this.#tellIdlers();
    };
    void this.#store.batch.saved().then(
      () => {
        for (const effect of effects) this.#hooks.perform(live.execution, effect);
        over();
      },
      (reason: unknown) => {
        this.stop(reason as Error);
        over();
      },
    );
  }

  #tellIdlers(): void {
    if (this.isBusy()) return;
    const idlers = this.#idlers;
    this.#idlers = [];
    for (const wake of idlers) wake();
  }

  isBusy(): boolean {
    return this.#active > 0 || this.#queue.length > 0 || this.#unperformed > 0;
  }
}
