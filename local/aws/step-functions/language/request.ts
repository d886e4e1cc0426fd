import type { Resource } from './resource.ts';

interface Shape {
  readonly needed: string;
  readonly known: readonly string[];
  /** Members AWS acts on and this engine does not. */
  readonly foreign: readonly string[];
  readonly texts: readonly string[];
}

const shapes: Readonly<Record<string, Shape>> = {
  lambda: {
    needed: 'FunctionName',
    known: ['FunctionName', 'Payload'],
    foreign: ['ClientContext', 'InvocationType', 'LogType', 'Qualifier'],
    texts: ['FunctionName'],
  },
  states: {
    needed: 'StateMachineArn',
    known: ['StateMachineArn', 'Input', 'Name'],
    foreign: ['TraceHeader'],
    texts: ['StateMachineArn', 'Name'],
  },
};

const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('{%');

/** What is wrong with the request of a task: at creation, when a member may still be an expression, or when it is made. */
export function requestFaults(
  { service }: Resource,
  request: Readonly<Record<string, unknown>>,
): { readonly message: string; readonly ours: boolean }[] {
  const shape = shapes[service];
  if (shape === undefined) return [];
  const faults: { message: string; ours: boolean }[] = [];
  if (request[shape.needed] === undefined)
    faults.push({ message: `The field '${shape.needed}' is required but was missing`, ours: false });
  for (const [member, value] of Object.entries(request)) {
    if (shape.foreign.includes(member))
      faults.push({ message: `The field '${member}' is not run by this engine`, ours: true });
    else if (!shape.known.includes(member))
      faults.push({ message: `The field "${member}" is not supported by Step Functions`, ours: false });
    else if (shape.texts.includes(member) && typeof value !== 'string' && !isExpression(value)) {
      faults.push({ message: `The value for the field '${member}' must be a STRING`, ours: false });
    }
  }
  return faults;
}
