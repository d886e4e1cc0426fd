/** How a state failed: the error name that Retry and Catch match, and the cause. AWS leaves out what a Fail state does not name. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
  /** A missed heartbeat is recorded as States.Timeout and answers to States.HeartbeatTimeout too. */
  readonly heartbeat?: true;
}

export class StateFailed extends Error {
  readonly failure: Failure;
  /** The field an expression stands in, if evaluating it failed: AWS records an EvaluationFailed event with it. */
  readonly location: string | undefined;
  /** AWS lets that event follow the one before the state was entered. */
  readonly fromBefore: boolean;

  constructor(failure: Failure, location?: string, fromBefore = false) {
    super(`${failure.error ?? ''}: ${failure.cause ?? ''}`);
    this.failure = failure;
    this.location = location;
    this.fromBefore = fromBefore;
  }
}

/** An exception of the Step Functions API: answered with HTTP 400. */
export class ApiError extends Error {
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.more = more;
  }
}
