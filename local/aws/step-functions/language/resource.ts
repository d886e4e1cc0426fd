export interface Resource {
  readonly service: 'function' | 'lambda' | 'states';
  readonly resourceType: string;
  readonly resource: string;
  readonly pattern: 'request' | 'token' | 'sync' | 'sync2';
  readonly functionName?: string;
}

const functionArn = /^arn:aws[a-z-]*:lambda:[a-z0-9-]*:\d*:function:([A-Za-z0-9_-]+)(?::[A-Za-z0-9$_-]+)?$/;
const integration = /^arn:aws[a-z-]*:states:[a-z0-9-]*:\d*:([a-z-]+):([A-Za-z]+)(\.[A-Za-z]+(?::\d+)?)?$/;

const supported: Readonly<Record<string, Readonly<Record<string, Resource['pattern']>>>> = {
  'lambda:invoke': { '': 'request', '.waitForTaskToken': 'token' },
  'states:startExecution': { '': 'request', '.sync': 'sync', '.sync:2': 'sync2', '.waitForTaskToken': 'token' },
};

/** What a resource ARN stands for, or undefined if this engine does not run it. */
export function readResource(arn: string): Resource | undefined {
  const direct = functionArn.exec(arn);
  if (direct?.[1] !== undefined)
    return { service: 'function', resourceType: 'lambda', resource: arn, pattern: 'request', functionName: direct[1] };
  const [, type = '', action = '', suffix = ''] = integration.exec(arn) ?? [];
  const pattern = supported[`${type}:${action}`]?.[suffix];
  if (pattern === undefined) return undefined;
  return { service: type as 'lambda' | 'states', resourceType: type, resource: `${action}${suffix}`, pattern };
}

/** The plain name of a function given by name or by ARN, with or without a qualifier. */
export function functionNameOf(name: string): string {
  const parts = name.split(':');
  const at = parts.indexOf('function');
  return (at >= 0 ? parts[at + 1] : parts[0]) ?? name;
}
