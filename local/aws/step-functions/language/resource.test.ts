import { describe, expect, it } from 'vitest';
import { functionNameOf, readResource } from './resource.ts';

const lambda = 'arn:aws:lambda:eu-central-1:123456789012:function:decide';

describe('a resource', () => {
  it.each([
    [lambda, { service: 'function', functionName: 'decide', pattern: 'request' }],
    [`${lambda}:live`, { service: 'function', functionName: 'decide' }],
    ['arn:aws:states:::lambda:invoke', { service: 'lambda', resource: 'invoke', pattern: 'request' }],
    [
      'arn:aws-cn:states:::lambda:invoke.waitForTaskToken',
      { service: 'lambda', resource: 'invoke.waitForTaskToken', pattern: 'token' },
    ],
    ['arn:aws:states:::states:startExecution', { service: 'states', pattern: 'request' }],
    ['arn:aws:states:::states:startExecution.sync', { service: 'states', pattern: 'sync' }],
    ['arn:aws:states:::states:startExecution.sync:2', { resource: 'startExecution.sync:2', pattern: 'sync2' }],
  ])('%s', (arn, expected) => {
    expect(readResource(arn)).toMatchObject(expected);
  });

  it.each([
    'arn:aws:states:::lambda:invoke.sync',
    'arn:aws:states:::sqs:sendMessage',
    'arn:aws:states:::aws-sdk:s3:getObject',
    'arn:aws:states:::lambda:invoke.waitForTaskToken:2',
    'arn:aws:states:::http:invoke',
    'decide',
    '',
  ])('%s is not run', (arn) => {
    expect(readResource(arn)).toBeUndefined();
  });
});

describe("a function's name", () => {
  it.each([
    ['decide', 'decide'],
    [lambda, 'decide'],
    [`${lambda}:$LATEST`, 'decide'],
    ['decide:live', 'decide'],
    ['123456789012:function:decide', 'decide'],
  ])('%s', (given, name) => {
    expect(functionNameOf(given)).toBe(name);
  });
});
