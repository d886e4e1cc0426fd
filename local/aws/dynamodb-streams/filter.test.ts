import { describe, expect, it } from 'vitest';
import { streamReaders } from '#infra/manifest/index.ts';
import { compileFilter, type Pattern } from './filter.ts';

const record = (eventName: string, SK: string) => ({
  eventName,
  dynamodb: { Keys: { PK: { S: 'PROJECT#1' }, SK: { S: SK } } },
});

describe("Lambda's filter", () => {
  const outbox: Pattern = { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: [{ prefix: 'OUTBOX#' }] } } } };

  it.each([
    [outbox, record('INSERT', 'OUTBOX#1'), true],
    [outbox, record('MODIFY', 'OUTBOX#1'), false],
    [outbox, record('INSERT', 'EVENT#1'), false],
    [outbox, { eventName: 'INSERT' }, false],
    [{ eventName: ['INSERT', 'REMOVE'] }, record('REMOVE', 'x'), true],
    [{ eventName: [{ 'anything-but': ['REMOVE'] }] }, record('REMOVE', 'x'), false],
    [{ eventName: [{ 'anything-but': ['REMOVE'] }] }, record('MODIFY', 'x'), true],
    [{ userIdentity: [{ exists: false }] }, record('REMOVE', 'x'), true],
    [{ userIdentity: [{ exists: true }] }, record('REMOVE', 'x'), false],
    [{}, record('INSERT', 'x'), true],
  ] as const)('%j on %j: %s', (pattern, value, expected) => expect(compileFilter(pattern)(value)).toBe(expected));

  it('refuses a rule it does not know', () => {
    const unknown = { eventName: [{ suffix: 'T' }] } as unknown as Pattern;
    expect(() => compileFilter(unknown)).toThrow('{"suffix":"T"} is not supported');
  });

  it('knows the rules of the manifest', () => {
    for (const reader of streamReaders) expect(compileFilter(reader.filter)).toBeTypeOf('function');
  });
});
