import type { Row } from '../row.ts';
import { choiceRows } from './choice.ts';
import { errorRows } from './errors.ts';
import { expressionRows } from './expressions.ts';
import { functionRows } from './functions.ts';
import { historyRows } from './history.ts';
import { limitRows } from './limits.ts';
import { mapRows } from './map.ts';
import { nestedRows } from './nested.ts';
import { parallelRows } from './parallel.ts';
import { passRows } from './pass.ts';
import { protocolRows } from './protocol.ts';
import { retryCatchRows } from './retry-catch.ts';
import { taskRows } from './task.ts';
import { taskTokenRows } from './task-tokens.ts';
import { validationRows } from './validation.ts';
import { variableRows } from './variables.ts';
import { waitRows } from './wait.ts';

/** The truth table: what AWS makes of a machine, by theme. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  'Pass and Succeed': passRows,
  Task: taskRows,
  Choice: choiceRows,
  Wait: waitRows,
  Parallel: parallelRows,
  Map: mapRows,
  variables: variableRows,
  'Fail and errors': errorRows,
  'Retry and Catch': retryCatchRows,
  expressions: expressionRows,
  'functions of the dialect': functionRows,
  limits: limitRows,
  validation: validationRows,
  'task tokens': taskTokenRows,
  'nested executions': nestedRows,
  history: historyRows,
  protocol: protocolRows,
};
