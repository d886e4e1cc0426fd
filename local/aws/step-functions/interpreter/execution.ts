import type { Json } from '../json.ts';
import type { Definition } from '../language/definition.ts';
import type { Thread } from './thread.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';

export interface Watcher {
  readonly execution: number;
  readonly thread: number;
  readonly token: string;
}

/** What is saved of an execution beside its threads and events. Times are epoch milliseconds. */
export interface ExecutionBody {
  readonly name: string;
  readonly definition: number;
  readonly role: string;
  /** The machine's revision it started with, and when that was made; none of the first. */
  readonly revision?: { readonly id?: string; readonly at: number };
  /** Tokens of redrives, the last ten, with their answers. */
  redriveTokens?: readonly { readonly token: string; readonly at: number }[];
  /** As the caller wrote it. */
  readonly input: string;
  output?: string;
  error?: string;
  cause?: string;
  /** Ids given to threads and events so far. */
  threads: number;
  events: number;
  redrives: number;
  redriven?: number;
  /** Milliseconds it may last. */
  readonly timeout: number;
  /** Where it stood when it failed, for a redrive. */
  frozen?: Thread;
  watcher?: Watcher;
  readonly trace?: string;
}

/** An execution as it is stored. Times are epoch milliseconds. */
export interface ExecutionRow {
  readonly id: number;
  readonly arn: string;
  readonly machine: string;
  status: Status;
  started: number;
  stopped?: number;
  due?: number;
  body: ExecutionBody;
}

/** An event of the history; `details` holds its one details member under AWS's name. */
export interface HistoryEvent {
  readonly id: number;
  readonly type: string;
  readonly previous: number;
  readonly time: number;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Execution {
  readonly row: ExecutionRow;
  readonly machineName: string;
  readonly definition: Definition;
  readonly threads: Map<number, Thread>;
  readonly input: Json;
}
