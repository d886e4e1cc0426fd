import { isObject } from '../../json.ts';
import { checkTemplate } from './expressions.ts';
import type { Report } from './report.ts';

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
const longest = 80;

/** Checks the names and values an Assign gives. Source: developer guide, "Passing data between states with variables". */
export function checkAssign(report: Report, assign: unknown, at: string, known: readonly string[]): void {
  if (assign === undefined) return;
  const where = `${at}/Assign`;
  if (!isObject(assign)) {
    report.shape('Expected value of type Object', where);
    return;
  }
  for (const name of Object.keys(assign)) {
    if (name === 'states') report.shape("The variable name 'states' is reserved", where);
    else if (!identifier.test(name)) report.shape(`The variable name '${name}' is not valid`, where);
    else if (name.length > longest)
      report.shape(`The variable name '${name}' exceeds the ${String(longest)}-character limit`, where);
  }
  checkTemplate(report, assign, where, known);
}

/** Names a scope and the scopes in it both assign: an inner scope may not assign an outer name. */
export function checkNames(report: Report, scope: unknown, outer: ReadonlySet<string>, at: string): void {
  if (!isObject(scope) || !isObject(scope['States'])) return;
  const states = Object.entries(scope['States']).filter((entry): entry is [string, Record<string, unknown>] =>
    isObject(entry[1]),
  );
  const visible = new Set(outer);
  for (const [name, state] of states) {
    for (const { assign, place } of assignsOf(state)) {
      for (const variable of Object.keys(assign)) {
        if (outer.has(variable)) {
          report.add(
            'DUPLICATE_VARIABLE_NAME',
            `The variable name '${variable}' was already defined in a parent scope.`,
            `${at}/States/${name}/${place}`,
          );
        }
        visible.add(variable);
      }
    }
  }
  for (const [name, state] of states) {
    const where = `${at}/States/${name}`;
    for (const field of ['ItemProcessor', 'Iterator']) checkNames(report, state[field], visible, `${where}/${field}`);
    if (Array.isArray(state['Branches']))
      state['Branches'].forEach((branch, index) => {
        checkNames(report, branch, visible, `${where}/Branches[${String(index)}]`);
      });
  }
}

function assignsOf(state: Readonly<Record<string, unknown>>): { assign: Record<string, unknown>; place: string }[] {
  const found = isObject(state['Assign']) ? [{ assign: state['Assign'], place: 'Assign' }] : [];
  for (const field of ['Choices', 'Catch']) {
    const list = state[field];
    if (!Array.isArray(list)) continue;
    list.forEach((item: unknown, index) => {
      if (isObject(item) && isObject(item['Assign']))
        found.push({ assign: item['Assign'], place: `${field}[${String(index)}]/Assign` });
    });
  }
  return found;
}
