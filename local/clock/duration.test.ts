import { describe, expect, it } from 'vitest';
import { parseDuration } from './duration.ts';

const hour = 3_600_000;

describe('an ISO 8601 duration', () => {
  it.each([
    ['P7D', 168 * hour],
    ['P2W', 336 * hour],
    ['PT90M', 1.5 * hour],
    ['P1DT12H', 36 * hour],
    ['PT1.5S', 1_500],
    ['P1W1DT1H1M1S', 193 * hour + 61_000],
    ['PT0S', 0],
    ['P400D', 9_600 * hour],
  ])('%s is %d ms', (text, expected) => expect(parseDuration(text)).toBe(expected));

  it.each(['', 'P', 'PT', '7D', 'P-1D', 'P1.5D', 'P1H', 'p7d', 'P1D2W', '604800'])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow('is not an ISO 8601 duration');
  });

  it.each(['P1M', 'P1Y', 'P1Y2M3D'])('refuses %s and says what to give instead', (text) => {
    expect(() => parseDuration(text)).toThrow('no fixed length');
  });
});
