export interface StatesOptions {
  /** SQLite file; ':memory:' for one that forgets. */
  readonly file: string;
  /** Epoch milliseconds; the host may move it and then calls `runDue`. */
  readonly clock: { now(): number };
  /** Runs a Lambda function; rejects if it could not be invoked at all. */
  readonly invoke: (functionName: string, payload: unknown) => Promise<InvokeResult>;
  /** Told of what fails with nobody waiting for it; without it such a fault ends the process. */
  readonly onError?: (error: unknown) => void;
  readonly region?: string;
  readonly account?: string;
}

export type InvokeResult =
  | { readonly kind: 'ok'; readonly payload: unknown }
  | {
      readonly kind: 'function-error';
      readonly errorType: string;
      readonly errorMessage: string;
      readonly stackTrace?: readonly string[];
    };

export interface StatesEngine {
  /** Serves the AWS JSON 1.0 protocol on 127.0.0.1; port 0 takes a free one. */
  listen(port: number): Promise<{ port: number; url: string }>;
  /** The same protocol without HTTP: `target` is an action, with or without the `AWSStepFunctions.` before it. */
  handle(target: string, body: unknown): Promise<{ status: number; body: unknown }>;
  /** Epoch milliseconds of the earliest moment anything waits for. */
  nextDueAt(): number | undefined;
  /** Lets everything happen that is due at `clock.now()`, in order; resolves when nothing can go on. */
  runDue(): Promise<void>;
  /** Resolves when nothing can go on and no invocation is under way. */
  idle(): Promise<void>;
  /** Resolves when nothing can go on before an invocation under way has ended or time has passed. */
  still(): Promise<void>;
  /** Why the engine stands still: its store could not be written. It has to be opened anew. */
  fault(): Error | undefined;
  close(): Promise<void>;
}
