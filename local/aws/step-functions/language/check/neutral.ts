import { isObject } from '../../json.ts';
import { neutral, type StateType } from './fields.ts';
import type { Report } from './report.ts';
import type { Fields } from './state.ts';

/** This engine has no JSONPath: a JSONPath state runs as long as nothing in it depends on the query language. */
export function checkNeutral(report: Report, state: Fields, type: StateType, at: string): void {
  const refuse = (what: string): void => {
    report.add(
      'UNSUPPORTED_BY_LOCAL_ENGINE',
      `${what} needs JSONPath, which this engine does not run: set QueryLanguage to JSONata`,
      at,
    );
  };
  for (const [field, value] of Object.entries(state)) {
    if (field === 'Output' || field === 'Arguments' || field === 'Items') continue;
    if (!neutral.has(field) || type === 'Choice') refuse(`Field '${field}'`);
    else if (typeof value === 'string' && value.startsWith('{%')) refuse(`The text of field '${field}'`);
  }
  const { Catch: catchers } = state;
  if (
    Array.isArray(catchers) &&
    catchers.some((item) => isObject(item) && (item['ResultPath'] !== undefined || item['Assign'] !== undefined))
  )
    refuse("Field 'Catch'");
}
