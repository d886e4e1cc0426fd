import { isObject } from '../../json.ts';
import type { Report } from './report.ts';
import { place } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Target {
  readonly name: string;
  readonly at: string;
}

function targetsOf(state: Fields, at: string): Target[] {
  const targets: Target[] = [];
  const add = (holder: Fields, field: string, where: string): void => {
    const name = holder[field];
    if (typeof name === 'string') targets.push({ name, at: `${where}/${field}` });
  };
  add(state, 'Next', at);
  for (const field of ['Choices', 'Catch']) {
    const list = state[field];
    if (Array.isArray(list))
      list.forEach((item: unknown, index) => {
        if (isObject(item)) add(item, 'Next', `${at}/${field}[${String(index)}]`);
      });
  }
  add(state, 'Default', at);
  return targets;
}

const ends = (state: unknown): boolean =>
  isObject(state) && (state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail');

/** Every target exists, every state can be reached, and the machine can end. */
export function checkTransitions(report: Report, scope: Fields, location: string): void {
  const { StartAt: start, States: states } = scope;
  if (typeof start !== 'string' || !isObject(states)) return;
  const at = place(location, 'States');
  const missing = (target: Target): void => {
    if (!Object.hasOwn(states, target.name))
      report.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target.name}`, target.at);
  };
  missing({ name: start, at: place(location, 'StartAt') });
  const ways = new Map(
    Object.entries(states).map(([name, state]) => [name, isObject(state) ? targetsOf(state, `${at}/${name}`) : []]),
  );
  for (const targets of ways.values()) targets.forEach(missing);
  if (location === '/' && !Object.values(states).some(ends)) {
    report.add('MISSING_END_STATE', 'Workflow has no terminal state');
    return;
  }
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name) || !ways.has(name)) return;
    reached.add(name);
    for (const target of ways.get(name) ?? []) visit(target.name);
  };
  visit(start);
  for (const name of ways.keys()) {
    if (!reached.has(name))
      report.add('MISSING_TRANSITION_TARGET', `State "${name}" is not reachable.`, `${at}/${name}`);
  }
}
