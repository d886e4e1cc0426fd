/** Source: AWS Step Functions Developer Guide, "Service quotas"; those marked "measured" are not documented. */
export const limits = {
  /** Bytes of the input or output of a state, a task or an execution. */
  payload: 256 * 1024,
  /** Events of one execution. */
  events: 25_000,
  /** Bytes of all variables one Assign sets. */
  assign: 256 * 1024,
  /** Bytes of all variables an execution stores. */
  variables: 10 * 1024 * 1024,
  /** Iterations of an inline Map at a time. */
  concurrency: 40,
  /** Milliseconds an execution may last. */
  execution: 365 * 24 * 3_600_000,
  /** Bytes of a definition. */
  definition: 1024 * 1024,
  /** Seconds an execution, a wait or a timeout may last at most. */
  seconds: 99_999_999,
  /** Levels of nested evaluation in one expression (measured). */
  depth: 100,
  /** Elements of a sequence an expression may build (measured). */
  sequence: 873_782,
  /** Elements $range may build (measured). */
  range: 360_145,
  /** Characters of a string an expression may build (measured). */
  text: 6_990_256,
  /** Milliseconds of computing one expression may take; ours, AWS does not publish its own. */
  evaluation: 3_000,
} as const;
