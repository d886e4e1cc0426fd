import { isObject } from '../../json.ts';
import { bounds, everywhere, fieldsOf, jsonataOnly, jsonPathOnly, stateTypes, type StateType } from './fields.ts';
import { checkExpression, checkTemplate, always, withResult } from './expressions.ts';
import { checkAssign } from './assign.ts';
import { checkFan } from './fan.ts';
import { checkNeutral } from './neutral.ts';
import { checkCatch, checkRetry } from './recovery.ts';
import type { Report } from './report.ts';
import { checkTask } from './task.ts';
import { exactlyOne, filledList, numeric, required, textual } from './values.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Language {
  readonly machine: 'JSONata' | 'JSONPath';
  readonly express: boolean;
}

/** AWS takes any value that is not exactly JSONPath for JSONata, and says so separately. */
export const languageOf = (value: unknown, inherited: Language['machine']): Language['machine'] =>
  value === undefined ? inherited : value === 'JSONPath' ? 'JSONPath' : 'JSONata';

export const languages = ['JSONPath', 'JSONata'];

const required1: Readonly<Partial<Record<StateType, readonly string[]>>> = {
  Task: ['Resource'],
  Choice: ['Choices'],
  Parallel: ['Branches'],
};

export function checkState(report: Report, state: Fields, at: string, language: Language): void {
  if (!required(report, state, ['Type'], at)) return;
  textual(report, state, 'Type', at, stateTypes);
  const type = stateTypes.find((known) => known === state['Type']);
  if (type === undefined) return;
  for (const field of Object.keys(state)) {
    if (!everywhere.includes(field) && !fieldsOf[type].includes(field))
      report.shape(`Field '${field}' is not supported`, at);
  }
  const own = languageOf(state['QueryLanguage'], language.machine);
  const downgraded = language.machine === 'JSONata' && own === 'JSONPath';
  if (downgraded) report.shape("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at);
  else checkFieldLanguage(report, state, type, at, own);
  textual(report, state, 'QueryLanguage', at, languages);
  textual(report, state, 'Comment', at);
  checkStructure(report, state, type, at, language);
  if (own === 'JSONata') checkJsonata(report, state, type, at);
  else if (!downgraded) checkNeutral(report, state, type, at);
}

function checkFieldLanguage(
  report: Report,
  state: Fields,
  type: StateType,
  at: string,
  own: Language['machine'],
): void {
  const [foreign, other] = own === 'JSONata' ? [jsonPathOnly, 'JSONPath'] : [jsonataOnly, 'JSONata'];
  for (const field of fieldsOf[type]) {
    if (state[field] !== undefined && foreign.has(field)) {
      report.shape(
        `The QueryLanguage is set to '${own}', but field '${field}' is only supported for the '${other}' QueryLanguage`,
        at,
      );
    }
  }
}

function checkStructure(report: Report, state: Fields, type: StateType, at: string, language: Language): void {
  required(report, state, required1[type] ?? [], at);
  if (type !== 'Succeed' && type !== 'Fail' && type !== 'Choice') exactlyOne(report, state, ['Next', 'End'], at);
  textual(report, state, 'Next', at);
  textual(report, state, 'Default', at);
  if (type === 'Wait') exactlyOne(report, state, ['SecondsPath', 'Seconds', 'TimestampPath', 'Timestamp'], at);
  for (const [field, range] of Object.entries(bounds)) {
    if (fieldsOf[type].includes(field))
      numeric(report, state, field, range, at, { expressions: true, whole: field !== 'ToleratedFailurePercentage' });
  }
  if (type === 'Wait') checkTimestamp(report, state['Timestamp'], at);
  if (type === 'Task') checkTask(report, state, at, language);
  if (type === 'Parallel' || type === 'Map') checkFan(report, state, type, at, language);
  if (state['Retry'] !== undefined && fieldsOf[type].includes('Retry')) checkRetry(report, state['Retry'], at);
  if (state['Catch'] !== undefined && fieldsOf[type].includes('Catch')) checkCatch(report, state['Catch'], at);
}

const rfc3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function checkTimestamp(report: Report, value: unknown, at: string): void {
  if (value === undefined || (typeof value === 'string' && (value.startsWith('{%') || rfc3339.test(value)))) return;
  report.shape('String does not match RFC3339 timestamp', `${at}/Timestamp`);
}

function checkJsonata(report: Report, state: Fields, type: StateType, at: string): void {
  const known = type === 'Task' || type === 'Parallel' || type === 'Map' ? withResult : always;
  for (const field of ['Arguments', 'ItemSelector', 'Error', 'Cause', 'Credentials'])
    checkTemplate(report, state[field], `${at}/${field}`, always);
  for (const field of [
    'Seconds',
    'Timestamp',
    'TimeoutSeconds',
    'HeartbeatSeconds',
    'MaxConcurrency',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
  ]) {
    checkTemplate(report, state[field], `${at}/${field}`, always);
  }
  if (Array.isArray(state['Items'])) checkTemplate(report, state['Items'], `${at}/Items`, always);
  else checkExpression(report, state['Items'], `${at}/Items`, always);
  if (fieldsOf[type].includes('Output')) checkTemplate(report, state['Output'], `${at}/Output`, known);
  if (fieldsOf[type].includes('Assign')) checkAssign(report, state['Assign'], at, known);
  if (type === 'Choice' && state['Choices'] !== undefined) checkChoices(report, state['Choices'], `${at}/Choices`);
}

function checkChoices(report: Report, choices: unknown, at: string): void {
  for (const { fields, at: where } of filledList(report, choices, at)) {
    for (const field of Object.keys(fields)) {
      if (['Condition', 'Next', 'Assign', 'Output', 'Comment'].includes(field)) continue;
      report.shape(
        `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`,
        where,
      );
    }
    required(report, fields, ['Condition', 'Next'], where);
    textual(report, fields, 'Next', where);
    const condition = fields['Condition'];
    if (isObject(condition) || Array.isArray(condition))
      report.shape('Expected value of type [STRING]', `${where}/Condition`);
    checkExpression(report, condition, `${where}/Condition`, always);
    checkTemplate(report, fields['Output'], `${where}/Output`, always);
    checkAssign(report, fields['Assign'], where, always);
  }
}
