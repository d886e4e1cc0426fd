import { isObject } from '../json.ts';
import { limits } from '../limits.ts';
import { checkNames } from './check/assign.ts';
import { topFields } from './check/fields.ts';
import { Report, type Diagnostic } from './check/report.ts';
import { checkScope } from './check/scope.ts';
import { languageOf, languages } from './check/state.ts';
import { numeric, textual } from './check/values.ts';
import { inexact, inexactNumber } from './inexact-number.ts';
import { jsonFault } from './json-fault.ts';

export type { Diagnostic } from './check/report.ts';

/** In AWS's words where AWS refuses; what AWS runs and this engine does not is an error too: nothing is ignored. */
export function validate(text: string, express = false): Diagnostic[] {
  const report = new Report();
  const fault = text.trim() === '' ? undefined : jsonFault(text);
  if (fault !== undefined) {
    report.add('INVALID_JSON_DESCRIPTION', `${fault.message}\n at ${fault.location}`, fault.location);
    return report.diagnostics;
  }
  const definition: unknown = text.trim() === '' ? undefined : JSON.parse(text);
  if (!isObject(definition)) {
    report.add('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
    return report.diagnostics;
  }
  const number = inexactNumber(text);
  if (number !== undefined) report.add('UNSUPPORTED_BY_LOCAL_ENGINE', inexact(number), '/');
  textual(report, definition, 'QueryLanguage', '/', languages);
  textual(report, definition, 'Version', '/', ['1.0']);
  numeric(report, definition, 'TimeoutSeconds', [0, limits.seconds], '/', { expressions: false });
  checkScope(report, definition, topFields, '/', {
    machine: languageOf(definition['QueryLanguage'], 'JSONPath'),
    express,
  });
  checkStateNames(report, definition, '', new Set());
  checkNames(report, definition, new Set(), '');
  return report.diagnostics;
}

/** State names are unique in the whole machine. */
function checkStateNames(report: Report, scope: unknown, at: string, seen: Set<string>): void {
  if (!isObject(scope) || !isObject(scope['States'])) return;
  for (const [name, state] of Object.entries(scope['States'])) {
    const where = `${at}/States/${name}`;
    if (seen.has(name)) report.add('DUPLICATE_STATE_NAME', `Duplicate state name: ${name}`, where);
    seen.add(name);
    if (!isObject(state)) continue;
    for (const field of ['ItemProcessor', 'Iterator']) checkStateNames(report, state[field], `${where}/${field}`, seen);
    if (Array.isArray(state['Branches']))
      state['Branches'].forEach((branch, index) => {
        checkStateNames(report, branch, `${where}/Branches[${String(index)}]`, seen);
      });
  }
}
