import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPartitions } from './partitions.ts';

describe('lanes', () => {
  it('keep the order of each key, lose nothing and batch what waits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')), fc.scheduler(), async (keys, scheduler) => {
        const seen: string[] = [];
        let finished = 0;
        const partitions = openPartitions<string>({
          count: 3,
          batchSize: 4,
          process: async (records) => {
            expect(records.length).toBeLessThanOrEqual(4);
            await scheduler.schedule(Promise.resolve());
            seen.push(...records);
          },
        });
        keys.forEach((key, position) =>
          partitions.add(key, { record: `${key}${position}`, finish: () => (finished += 1) }),
        );
        const settled = partitions.settled();
        await scheduler.waitFor(settled);
        expect(finished).toBe(keys.length);
        for (const key of new Set(keys)) {
          const positions = seen.filter((record) => record.startsWith(key)).map((record) => Number(record.slice(1)));
          expect(positions).toEqual([...positions].sort((a, b) => a - b));
        }
        expect(seen).toHaveLength(keys.length);
      }),
    );
  });

  it('leave a batch unfinished when it is broken off, and nothing overtakes it', async () => {
    const finished: string[] = [];
    const partitions = openPartitions<string>({
      count: 1,
      batchSize: 1,
      process: async (records) => (records[0] === 'b' ? Promise.reject(new Error('stopping')) : undefined),
    });
    for (const record of ['a', 'b', 'c']) partitions.add('key', { record, finish: () => finished.push(record) });
    await partitions.settled();
    partitions.add('key', { record: 'd', finish: () => finished.push('d') });
    await partitions.settled();
    expect(finished).toEqual(['a']);
  });
});
