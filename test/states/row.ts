/** Anything JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object whose values may also be vitest's asymmetric matchers, where a row cannot know the value (an ARN, a date). */
export interface Expected {
  [key: string]: unknown;
}

/** Where a row's result is documented or was recorded. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** What a Lambda function of a row does with one call: answer, fail as a function fails, or never come back. */
export type FunctionAnswer =
  | { readonly does: 'return'; readonly payload: Json }
  | { readonly does: 'fail'; readonly errorType: string; readonly errorMessage: string }
  | { readonly does: 'hang' };

/** A function of a row: its answer to the `call`-th call (1 is the first) with that payload. */
export type RowFunction = (payload: Json, call: number) => FunctionAnswer;

/** ARNs a definition may need: of the row's functions and of its other machines. */
export interface Arns {
  readonly functionArn: (name: string) => string;
  readonly machineArn: (name: string) => string;
}

export type Definition = Expected | string | ((arns: Arns) => Expected);

/** One thing done to a running execution. `token` counts the task tokens handed to functions, from 0; the latest if absent. */
export type Act =
  | { readonly act: 'advance'; readonly seconds: number }
  | { readonly act: 'success'; readonly output: Json; readonly token?: number; readonly refused?: string }
  | {
      readonly act: 'failure';
      readonly error?: string;
      readonly cause?: string;
      readonly token?: number;
      readonly refused?: string;
    }
  | { readonly act: 'heartbeat'; readonly token?: number; readonly refused?: string }
  | { readonly act: 'stop'; readonly error?: string; readonly cause?: string };

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What AWS made of the execution. Absent members are not looked at; `null` for `error` and `cause` says that AWS leaves them out. */
export interface Outcome {
  readonly status: Status;
  readonly output?: unknown;
  readonly error?: string | null;
  readonly cause?: string | RegExp | null;
  /** Virtual seconds from start to end. */
  readonly seconds?: number | { readonly from: number; readonly to: number };
  /** Event types in order of id. */
  readonly history?: readonly string[];
  /** `previousEventId` in order of id. */
  readonly previous?: readonly number[];
  /** Members of single events by id; JSON texts in `input`, `output`, `parameters` are compared as values. */
  readonly events?: Readonly<Record<number, Expected>>;
  /** How often each function was called, and with what. */
  readonly calls?: Readonly<Record<string, number>>;
  readonly payloads?: Readonly<Record<string, readonly unknown[]>>;
}

interface Common {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
}

/** A machine that runs to an outcome. */
export interface RunRow extends Common {
  readonly kind: 'run';
  readonly definition: Definition;
  readonly machines?: Readonly<Record<string, Definition>>;
  readonly input?: Json;
  readonly functions?: Readonly<Record<string, RowFunction>>;
  readonly acts?: readonly Act[];
  readonly expect: Outcome;
}

/** One diagnostic of ValidateStateMachineDefinition. Where AWS's message is not known a row names the code only, and then others may stand beside it. */
export interface Diagnostic {
  readonly code: string;
  readonly message?: string | RegExp;
  readonly location?: string;
}

/** A definition AWS refuses: CreateStateMachine answers InvalidDefinition, ValidateStateMachineDefinition says why. */
export interface RefusedRow extends Common {
  readonly kind: 'refused';
  readonly definition: Definition;
  readonly diagnostics: readonly Diagnostic[];
}

/** A definition AWS accepts, warnings apart. */
export interface AcceptedRow extends Common {
  readonly kind: 'accepted';
  readonly definition: Definition;
}

/** One request of a protocol row. The body may use what earlier requests answered. */
export interface Call {
  readonly target: string;
  readonly body: Expected | ((earlier: readonly Expected[]) => Expected);
  /** Members of a 200 answer … */
  readonly answers?: Expected | ((earlier: readonly Expected[]) => Expected);
  /** Members that it has not. */
  readonly lacks?: readonly string[];
  /** … or the exception of a 400, and its message. */
  readonly refused?: string;
  readonly message?: string | RegExp;
  /** Let so many seconds pass before the next request, and what is due in them happen. */
  readonly wait?: number;
}

/** Requests in order against an empty store. */
export interface CallsRow extends Common {
  readonly kind: 'calls';
  readonly functions?: Readonly<Record<string, RowFunction>>;
  readonly calls: readonly Call[];
}

export type Row = RunRow | RefusedRow | AcceptedRow | CallsRow;
