import { describe, expect, it } from 'vitest';
import { BadPageToken, pageOf, startKey } from './paging.ts';

const partition = { name: 'PK', value: 'PROJECT#a' };
const tokenOf = (key: object): string => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('a page token', () => {
  it('leads to where the page before ended', () => {
    const LastEvaluatedKey = { PK: 'PROJECT#a', SK: 'EVENT#000050' };
    const { next } = pageOf({ Items: [], LastEvaluatedKey }, (item) => item);
    expect(startKey(next, partition)).toEqual({ ExclusiveStartKey: LastEvaluatedKey });
  });

  it('is not needed for the first page', () => {
    expect(startKey(undefined, partition)).toEqual({});
  });

  it.each([
    ['of another partition', tokenOf({ PK: 'PROJECT#b', SK: 'EVENT#000001' })],
    ['without the partition', tokenOf({ SK: 'EVENT#000001' })],
    ['that is no key', tokenOf({ PK: 7 })],
    ['that is no JSON', 'garbage'],
  ])('%s is refused', (_, after) => {
    expect(() => startKey(after, partition)).toThrow(BadPageToken);
  });
});
