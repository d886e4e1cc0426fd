import type { Json, JsonObject } from '../json.ts';

/** A definition that has passed validation. Fields keep AWS's names; a field that may hold an expression is Json. */
export interface Definition extends Scope {
  readonly TimeoutSeconds?: number;
}

export interface Scope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Assign?: JsonObject;
  readonly Output?: Json;
}

interface Common {
  readonly Next?: string;
  readonly End?: boolean;
  readonly Assign?: JsonObject;
  readonly Output?: Json;
}
interface Recovering {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface PassState extends Common {
  readonly Type: 'Pass';
}
export interface SucceedState {
  readonly Type: 'Succeed';
  readonly Output?: Json;
  readonly Assign?: undefined;
}
export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: Json;
  readonly Cause?: Json;
}
export interface WaitState extends Common {
  readonly Type: 'Wait';
  readonly Seconds?: Json;
  readonly Timestamp?: Json;
}
export interface TaskState extends Common, Recovering {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Json;
  readonly TimeoutSeconds?: Json;
  readonly HeartbeatSeconds?: Json;
  readonly Credentials?: Json;
}
export interface ChoiceRule {
  readonly Condition: Json;
  readonly Next: string;
  readonly Assign?: JsonObject;
  readonly Output?: Json;
}
export interface ChoiceState {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
  readonly Assign?: JsonObject;
  readonly Output?: Json;
}
export interface ParallelState extends Common, Recovering {
  readonly Type: 'Parallel';
  readonly Branches: readonly Scope[];
  readonly Arguments?: Json;
}
export interface MapState extends Common, Recovering {
  readonly Type: 'Map';
  readonly ItemProcessor?: Scope;
  /** The old name of ItemProcessor. */
  readonly Iterator?: Scope;
  readonly Items?: Json;
  readonly ItemSelector?: Json;
  readonly MaxConcurrency?: Json;
  readonly ToleratedFailureCount?: Json;
  readonly ToleratedFailurePercentage?: Json;
}

export type State =
  PassState | SucceedState | FailState | WaitState | TaskState | ChoiceState | ParallelState | MapState;

export const processorField = (state: MapState): 'ItemProcessor' | 'Iterator' =>
  state.ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor';

export function scopeAt(definition: Definition, path: readonly (string | number)[]): Scope {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], definition) as Scope;
}
