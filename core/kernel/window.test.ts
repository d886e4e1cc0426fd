import { describe, expect, it } from 'vitest';
import { network, secondsLeft, windowStart } from './window.ts';

describe('a window of time', () => {
  it.each([
    [0, 3600, 0, 3600],
    [3_599_999, 3600, 0, 1],
    [3_600_000, 3600, 3600, 3600],
    [5_400_000, 3600, 3600, 1800],
  ])('that holds %d ms and lasts %d s begins at %d and has %d s left', (now, seconds, start, left) => {
    expect(windowStart(now, seconds)).toBe(start);
    expect(secondsLeft(now, seconds)).toBe(left);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::1', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ])('%s is %s', (address, expected) => {
    expect(network(address)).toBe(expected);
  });
});
