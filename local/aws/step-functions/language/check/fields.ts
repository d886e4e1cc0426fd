/** State types in the order of the developer guide. */
export const stateTypes = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'] as const;
export type StateType = (typeof stateTypes)[number];

export const everywhere = ['Type', 'Comment', 'QueryLanguage'];

const moving = ['Next', 'End', 'Assign'];
const recovering = ['Retry', 'Catch'];

/** Fields of each type. Source: developer guide, "Workflow states"; measured on AWS for all types. */
export const fieldsOf: Readonly<Record<StateType, readonly string[]>> = {
  Pass: ['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'Result', 'Output', ...moving],
  Task: [
    'InputPath',
    'OutputPath',
    'ResultPath',
    'Parameters',
    'ResultSelector',
    'Arguments',
    'Output',
    'Resource',
    'Credentials',
    'TimeoutSeconds',
    'TimeoutSecondsPath',
    'HeartbeatSeconds',
    'HeartbeatSecondsPath',
    ...moving,
    ...recovering,
  ],
  Wait: ['InputPath', 'OutputPath', 'Output', 'Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath', ...moving],
  Choice: ['InputPath', 'OutputPath', 'Output', 'Assign', 'Choices', 'Default'],
  Succeed: ['InputPath', 'OutputPath', 'Output'],
  Fail: ['Error', 'Cause', 'ErrorPath', 'CausePath'],
  Parallel: [
    'InputPath',
    'OutputPath',
    'ResultPath',
    'Parameters',
    'ResultSelector',
    'Arguments',
    'Output',
    'Branches',
    ...moving,
    ...recovering,
  ],
  Map: [
    'InputPath',
    'OutputPath',
    'ResultPath',
    'Parameters',
    'ResultSelector',
    'Output',
    'ItemProcessor',
    'Iterator',
    'ItemsPath',
    'Items',
    'ItemSelector',
    'ItemReader',
    'ItemBatcher',
    'ResultWriter',
    'MaxConcurrency',
    'MaxConcurrencyPath',
    'ToleratedFailurePercentage',
    'ToleratedFailurePercentagePath',
    'ToleratedFailureCount',
    'ToleratedFailureCountPath',
    'Label',
    ...moving,
    ...recovering,
  ],
};

export const jsonPathOnly = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'SecondsPath',
  'TimestampPath',
  'MaxConcurrencyPath',
  'ToleratedFailurePercentagePath',
  'ToleratedFailureCountPath',
  'ErrorPath',
  'CausePath',
]);
export const jsonataOnly = new Set(['Arguments', 'Output', 'Items']);

/** Fields that mean the same in both query languages, as long as no value is a path or an expression. */
export const neutral = new Set([
  ...everywhere,
  'Next',
  'End',
  'Retry',
  'Catch',
  'Resource',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'Seconds',
  'Timestamp',
  'Error',
  'Cause',
  'Branches',
  'ItemProcessor',
  'Iterator',
  'MaxConcurrency',
  'ToleratedFailurePercentage',
  'ToleratedFailureCount',
  'Default',
]);

/** Fields of a distributed Map, which this engine does not run. */
export const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

export const topFields = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];
export const branchFields = ['StartAt', 'States', 'Comment'];
export const processorFields = [...branchFields, 'ProcessorConfig'];

/** Bounds of whole numbers, measured on AWS. */
export const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  TimeoutSeconds: [1, 99_999_999],
  HeartbeatSeconds: [1, 99_999_999],
  Seconds: [0, 99_999_999],
  MaxConcurrency: [0, Infinity],
  ToleratedFailureCount: [0, Infinity],
  ToleratedFailurePercentage: [0, 100],
};
export const retryBounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  IntervalSeconds: [0, 99_999_999],
  MaxAttempts: [0, 99_999_999],
  MaxDelaySeconds: [1, 31_622_400],
  BackoffRate: [1, Infinity],
};
