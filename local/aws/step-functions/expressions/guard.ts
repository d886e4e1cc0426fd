import type jsonata from 'jsonata';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { limits } from '../limits.ts';
import { outOfMemory } from './functions.ts';

/**
 * JSONata awaits what hooks of these names return around each node; nothing awaits `guardrails`, called once. Ours put
 * a hook in for a single call when an expression has computed for a while: it costs nothing more otherwise.
 */
const entry = Symbol.for('jsonata.__evaluate_entry');
const exit = Symbol.for('jsonata.__evaluate_exit');

/** Milliseconds one expression computes before others get a turn. */
const slice = 10;
/** Evaluated nodes between two looks at the time. */
const stride = 64;

interface Base extends jsonata.Environment {
  base: Base;
  depth: number;
  guardrails: () => void;
  timestamp: Date;
}

export interface Guard {
  readonly now: number;
  readonly builds: boolean;
}
/** A name no expression can write. */
export const guardName = '%guard';

export function addGuards(expression: jsonata.Expression): void {
  const assign = expression.assign as unknown as (name: symbol, value: unknown) => void;
  assign(entry, (_node: unknown, _input: unknown, environment: Base) => {
    begin(environment.base);
  });
}

function begin(base: Base): void {
  const guard = base.lookup(guardName) as Guard;
  base.bind(entry, undefined);
  base.timestamp = new Date(guard.now);
  if (guard.builds)
    base.bind(exit, (_n: unknown, _i: unknown, _e: unknown, result: unknown) => {
      weigh(result);
    });
  let [steps, spent, since] = [0, 0, performance.now()];
  const rest = async (): Promise<void> => {
    base.bind(entry, undefined);
    await nextTurn();
    since = performance.now();
  };
  base.guardrails = () => {
    if (base.depth > limits.depth) throw { code: 'DEPTH' };
    if (++steps % stride !== 0) return;
    const elapsed = performance.now() - since;
    if (spent + elapsed > limits.evaluation) throw { code: 'TIME' };
    if (elapsed < slice) return;
    spent += elapsed;
    since += elapsed;
    base.bind(entry, rest);
  };
}

function weigh(result: unknown): void {
  if (typeof result === 'string' && result.length > limits.text) throw outOfMemory;
}
