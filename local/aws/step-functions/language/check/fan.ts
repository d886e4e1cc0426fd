import { isObject } from '../../json.ts';
import { branchFields, distributedOnly, processorFields } from './fields.ts';
import type { Report } from './report.ts';
import { checkScope } from './scope.ts';
import type { Fields, Language } from './state.ts';
import { exactlyOne, filledList, textual } from './values.ts';

export function checkFan(
  report: Report,
  state: Fields,
  type: 'Parallel' | 'Map',
  at: string,
  language: Language,
): void {
  if (type === 'Parallel') {
    if (state['Branches'] === undefined) return;
    for (const { fields, at: where } of filledList(report, state['Branches'], `${at}/Branches`))
      checkScope(report, fields, branchFields, where, language);
    return;
  }
  exactlyOne(report, state, ['ItemProcessor', 'Iterator'], at);
  for (const field of distributedOnly) if (state[field] !== undefined) unsupported(report, `Field '${field}'`, at);
  if (isObject(state['Items'])) unsupported(report, 'A Map over an object', `${at}/Items`);
  for (const name of ['ItemProcessor', 'Iterator'])
    if (state[name] !== undefined) checkProcessor(report, state[name], `${at}/${name}`, language);
}

function checkProcessor(report: Report, processor: unknown, where: string, language: Language): void {
  if (!isObject(processor)) {
    report.shape('Expected value of type Object', where);
    return;
  }
  checkScope(report, processor, processorFields, where, language);
  checkConfig(report, processor['ProcessorConfig'], `${where}/ProcessorConfig`);
}

function checkConfig(report: Report, config: unknown, at: string): void {
  if (config === undefined) return;
  if (!isObject(config)) {
    report.shape('Expected value of type Object', at);
    return;
  }
  textual(report, config, 'Mode', at, ['INLINE', 'DISTRIBUTED']);
  if (config['Mode'] === 'DISTRIBUTED') unsupported(report, 'Mode DISTRIBUTED', at);
  else if (config['ExecutionType'] !== undefined) report.shape("Field 'ExecutionType' is not supported", at);
}

/** What AWS runs and this engine does not. */
function unsupported(report: Report, what: string, at: string): void {
  report.add('UNSUPPORTED_BY_LOCAL_ENGINE', `${what} is not run by this engine`, at);
}
