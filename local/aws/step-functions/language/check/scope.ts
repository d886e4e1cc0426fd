import { isObject } from '../../json.ts';
import type { Report } from './report.ts';
import { checkState, type Language } from './state.ts';
import { checkTransitions } from './transitions.ts';
import { filledObject, place, required, supported, textual } from './values.ts';

const longestName = 80;

export function checkScope(
  report: Report,
  scope: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  location: string,
  language: Language,
): void {
  supported(report, scope, fields, location);
  textual(report, scope, 'Comment', location);
  textual(report, scope, 'StartAt', location);
  const complete = required(report, scope, ['States', 'StartAt'], location);
  const { States: states } = scope;
  const at = place(location, 'States');
  if (states === undefined || !filledObject(report, states, at)) return;
  for (const [name, state] of Object.entries(states)) {
    if (name.length > longestName)
      report.add(
        'INVALID_STATE_NAME',
        `The state name '${name}' exceeds the ${String(longestName)}-character limit allowed by the service`,
        `${at}/${name}`,
      );
    if (isObject(state)) checkState(report, state, `${at}/${name}`, language);
    else report.shape('Expected value of type Object', `${at}/${name}`);
  }
  if (complete) checkTransitions(report, scope, location);
}
