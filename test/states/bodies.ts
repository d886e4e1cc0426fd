import type { Arns, Definition, Expected } from './row.ts';

/** The role of every machine of the table. */
export const roleArn = 'arn:aws:iam::123456789012:role/states';

/** ARNs as a row's definitions write them; machines that the row made have the ARN they were given. */
export function arnsOf(machines: Readonly<Record<string, string>> = {}): Arns {
  return {
    functionArn: (name) => `arn:aws:lambda:eu-central-1:123456789012:function:${name}`,
    machineArn: (name) => machines[name] ?? `arn:aws:states:eu-central-1:123456789012:stateMachine:${name}`,
  };
}

/** The definition as CreateStateMachine takes it: a text. */
export const definitionText = (definition: Definition, arns: Arns = arnsOf()): string =>
  typeof definition === 'string'
    ? definition
    : JSON.stringify(typeof definition === 'function' ? definition(arns) : definition);

/** The body of a CreateStateMachine request. */
export const bodyOfCreate = (name: string, definition: Definition, arns: Arns = arnsOf()): Expected => ({
  name,
  definition: definitionText(definition, arns),
  roleArn,
});
