import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayOf, matches } from './recover.ts';

const heartbeat = { error: 'States.Timeout', heartbeat: true as const };

describe('an ErrorEquals', () => {
  it.each([
    [['Mine'], { error: 'Mine' }, true],
    [['Mine'], { error: 'mine' }, false],
    [['Mine'], {}, false],
    [['States.ALL'], {}, true],
    [['States.TaskFailed'], { error: 'Mine' }, true],
    [['States.TaskFailed'], { error: 'States.Timeout' }, false],
    [['States.TaskFailed'], {}, true],
    [['States.HeartbeatTimeout'], heartbeat, true],
    [['States.Timeout'], heartbeat, true],
    [['States.HeartbeatTimeout'], { error: 'States.Timeout' }, false],
    [['Other', 'Mine'], { error: 'Mine' }, true],
  ] as const)('%j and %j: %s', (names, failure, expected) => {
    expect([matches(names, failure, 'Retry'), matches(names, failure, 'Catch')]).toEqual([expected, expected]);
  });

  it('of a retrier does not take too much data for any error, of a catcher it does', () => {
    const failure = { error: 'States.DataLimitExceeded' };
    expect([matches(['States.ALL'], failure, 'Retry'), matches(['States.ALL'], failure, 'Catch')]).toEqual([
      false,
      true,
    ]);
  });
});

describe("a retrier's delay", () => {
  it.each([
    [{}, [1, 2, 4, 8]],
    [{ IntervalSeconds: 3, BackoffRate: 1.5 }, [3, 4.5, 6.75]],
    [{ IntervalSeconds: 2, MaxDelaySeconds: 5 }, [2, 4, 5, 5]],
    [{ IntervalSeconds: 0 }, [0, 0]],
  ])('%j', (fields, seconds) => {
    expect(seconds.map((_, used) => delayOf({ ErrorEquals: [], ...fields }, used) / 1000)).toEqual(seconds);
  });

  it('with jitter is anything up to what it would be without', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), (used) => {
        const full = delayOf({ ErrorEquals: [] }, used);
        const jittered = delayOf({ ErrorEquals: [], JitterStrategy: 'FULL' }, used);
        expect(jittered).toBeGreaterThanOrEqual(0);
        expect(jittered).toBeLessThanOrEqual(full);
      }),
    );
  });
});
