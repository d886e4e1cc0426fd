import { describe, expect, it } from 'vitest';
import { functions, type FunctionName, type Grants } from '#infra/manifest/index.ts';
import { Reached } from './reached.ts';

const granted = ({
  table = [],
  indexes = [],
  stateMachine = [],
  email = [],
  linkSecret = [],
  files = [],
}: Grants): string[] =>
  [
    ...table,
    ...indexes.map((index) => `dynamodb:Query ${index}`),
    ...stateMachine,
    ...email,
    ...linkSecret,
    ...files,
  ].sort();

describe('the manifest grants what the code can send, no less and no more', () => {
  it.each(Object.keys(functions) as FunctionName[])('%s', (name) => {
    expect(granted(functions[name].may)).toEqual([...new Reached(name).rights].sort());
  });
});
