export interface HandlerSource {
  /** Path or file URL. */
  readonly module: string;
  readonly export: string;
}

export interface WorkerSettings {
  readonly functions: Readonly<Record<string, HandlerSource>>;
}

export interface Invocation {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly requestId: string;
  /** End of its time, in real ms. */
  readonly deadline: number;
}

/** To a worker. `event` is JSON text. */
export type ToWorker =
  | { readonly kind: 'invoke'; readonly id: number; readonly event: string; readonly invocation: Invocation }
  | { readonly kind: 'close' };

/** What a function came to; `payload` is JSON text. */
export type Outcome = { readonly kind: 'ok'; readonly payload: string } | FunctionError;

export interface FunctionError {
  readonly kind: 'function-error';
  readonly errorType: string;
  readonly errorMessage: string;
}

export interface FromWorker {
  readonly id: number;
  readonly outcome: Outcome;
}

export const failed = (errorType: string, errorMessage: string): FunctionError => ({
  kind: 'function-error',
  errorType,
  errorMessage,
});
