import type { Row } from '../row.ts';
import { choiceRows } from './choice.ts';
import { expressionRows } from './expressions.ts';
import { functionRows } from './functions.ts';
import { passRows } from './pass.ts';
import { variableRows } from './variables.ts';
import { waitRows } from './wait.ts';

/** The truth table: what AWS makes of a machine, by theme. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  'Pass and Succeed': passRows,
  Choice: choiceRows,
  Wait: waitRows,
  expressions: expressionRows,
  'functions of the dialect': functionRows,
  variables: variableRows,
};
