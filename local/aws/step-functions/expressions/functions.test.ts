import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateFailed } from '../faults.ts';
import { evaluate } from './evaluate.ts';
import { javaRandom } from './functions.ts';
import { parseStrictly } from './functions.ts';

const of = async (source: string): Promise<unknown> => {
  try {
    return await evaluate(`{% ${source} %}`, 'Output', { states: {}, variables: {}, now: 0 });
  } catch (thrown) {
    return thrown instanceof StateFailed ? thrown.failure.cause?.replace(/^.*field 'Output' /s, '') : thrown;
  }
};
const nothing = 'returned nothing (undefined).';
const threw = (code: string): unknown =>
  expect.stringMatching(new RegExp(`^threw an error during evaluation\\. ${code}`));

describe('the functions Step Functions adds', () => {
  it.each<[string, unknown]>([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3], 2.9)', [[1, 2], [3]]],
    ['$partition([1,2,3])', [[1, 2, 3]]],
    ['$partition([1], 0)', nothing],
    ['$partition([], 2)', nothing],
    ['$partition([1], -1)', threw('D3137: Second argument must be zero or greater')],
    ['$partition(null, 2)', threw('T0412')],
    ['$range(0, 10, 2)', [0, 2, 4, 6, 8, 10]],
    ['$range(10, 0, -5)', [10, 5, 0]],
    ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
    ['$range(3, 3, 1)', 3],
    ['$range(5, 1, 1)', nothing],
    ['$range(1, 5, 0)', nothing],
    ['$range(1, 5)', nothing],
    ['$range(1)', threw('T0410')],
    ['$count($range(1, 360145, 1))', 360_145],
    ['$range(1, 1000000000, 1)', expect.stringMatching(/memory limit exceeded/)],
    ["$hash('Hello', 'MD5')", '8b1a9953c4611296a827abf8c47804d7'],
    ["$hash('Hello', 'SHA-256')", '185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969'],
    ["$hash('ñ', 'MD5')", '94e9342ecbb1458b6043ecd3bfcbc192'],
    ["$hash('a')", nothing],
    ["$hash('a', 'md5')", threw('D3137')],
    ['$hash(42, "MD5")', threw('T0410')],
    ['$random(42)', 0.7275636800328681],
    ['$random(0.9) = $random(0)', true],
    ['$random(1, 2)', threw('T0410')],
    ['$random() < 1', true],
    ['$uuid() = $uuid()', false],
    ['$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)', true],
    ['$uuid("a")', threw('T0410')],
    [`$parse('{"b":[1,null]}')`, { b: [1, null] }],
    ["$exists($parse('null'))", true],
    ['$parse()', nothing],
    ['$parse(null)', threw('T0410')],
    ["$map(['1','2'], $parse)", [1, 2]],
    ["$parse('9007199254740993')", threw('D3137')],
  ])('%s', async (source, expected) => {
    expect(await of(source)).toEqual(expected);
  });

  it.each(['', '  ', '{"a":1}{"b":2}', '[1,2] [3]', '{"a":1,"a":2}', '1e400', '{"a":{"b":1,"b":1}}'])(
    '$parse refuses %s',
    (text) => {
      expect(() => parseStrictly(text)).toThrow(SyntaxError);
    },
  );

  it('$parse reads what JSON writes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = JSON.parse(text) as never;
        expect(parseStrictly(JSON.stringify(value))).toEqual(value);
      }),
    );
  });

  it('$random draws from 0 to 1', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        expect(javaRandom(seed)).toBeGreaterThanOrEqual(0);
        expect(javaRandom(seed)).toBeLessThan(1);
      }),
    );
  });
});
