import { describe, expect, it } from 'vitest';
import { StateFailed } from '../faults.ts';
import { evaluate, evaluateTemplate, evaluateTyped, type Scope } from './evaluate.ts';

const scope: Scope = { states: { input: { a: 1, list: [1, 2] } }, variables: { x: 5 }, now: 1e12 };
const of = (source: string): Promise<unknown> => evaluate(`{% ${source} %}`, 'Output', scope);
const causeOf = async (work: Promise<unknown>): Promise<string | undefined> => {
  try {
    return JSON.stringify(await work);
  } catch (thrown) {
    return thrown instanceof StateFailed ? thrown.failure.cause : String(thrown);
  }
};

describe('an expression', () => {
  it.each<[string, unknown]>([
    ['$states.input.a', 1],
    ['$x', 5],
    ['$now()', '2001-09-09T01:46:40.000Z'],
    ['$now("[Y0001]")', '2001'],
    ['$millis()', 1e12],
    ['$toMillis("10:00", "[H01]:[m01]") > 1e11', true],
    ['$pad("a", 5, "-")', 'a----'],
    ['1/0', 'Infinity'],
    ['-1/0', '-Infinity'],
    ['[1/0]', ['Infinity']],
    ['{"a": null}', { a: null }],
    ['$states.input.list', [1, 2]],
    ['{"__proto__": 1}.__proto__', 1],
  ])('%s', async (source, expected) => {
    expect(await of(source)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['$nothing', ' returned nothing (undefined).'],
    ['function($x){$x}', ' returned an unsupported result type.'],
    ['[$sum]', ' returned an unsupported result type.'],
    ['$eval("1")', ' threw an error during evaluation. T1006: Attempted to invoke a non-function'],
    [
      '$sqrt(-1)',
      ' threw an error during evaluation. D3060: The sqrt function cannot be applied to a negative number: -1',
    ],
    [
      '[1..873783] ~> $count()',
      ' threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage',
    ],
    [
      '$pad("", 7000000)',
      ' threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage',
    ],
    [
      '($f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) }; $length($f("x", 23)))',
      ' threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage',
    ],
    [
      '($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(32))',
      ' threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
    ],
    [
      '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)',
      ' threw an error during evaluation: Expression evaluation timeout: Check for infinite loop',
    ],
  ])('%s fails', async (source, ending) => {
    expect(await causeOf(of(source))).toBe(
      `The JSONata expression '${source}' specified for the field 'Output'${ending}`,
    );
  });

  it.each([
    '1' + '+1'.repeat(99),
    '('.repeat(99) + '1' + ')'.repeat(99),
    '($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(31))',
    '[1..873782] ~> $count()',
  ])('just within the bounds of AWS is taken', async (source) => {
    expect(await of(source)).toEqual(expect.any(Number));
  });

  it('lets others go on while it computes long', async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    await of('$sum($map([1..50000], function($v){ $v * 2 }))');
    clearInterval(others);
    expect(turns).toBeGreaterThan(1);
  });

  it('is cut off when it never ends', async () => {
    expect(await causeOf(of('($f := function($x){ $f($x+1) }; $f(1))'))).toMatch(
      /: Expression evaluation timeout: Check for infinite loop$/,
    );
  });

  it('is evaluated at several times at once', async () => {
    const at = (now: number): Promise<unknown> =>
      evaluate('{% ($map([1..2000], function($v){ $v }); $millis()) %}', 'Output', { ...scope, now });
    expect(await Promise.all([at(1), at(2), at(3)])).toEqual([1, 2, 3]);
  });
});

describe('a template', () => {
  it('evaluates its expressions and leaves all else', async () => {
    const template = {
      plain: ' {% $x %} ',
      open: '{% $x',
      value: '{% $x %}',
      list: ['{%$x%}', null, 1],
      '{% $x %}': 1,
    };
    expect(await evaluateTemplate({ ...template, open: 'x' }, 'Output', scope)).toEqual({
      plain: ' {% $x %} ',
      open: 'x',
      value: 5,
      list: [5, null, 1],
      '{% $x %}': 1,
    });
  });

  it('names the place of what fails', async () => {
    expect(await causeOf(evaluateTemplate({ a: { b: [[1, '{% $no %}']] } }, 'Assign', scope))).toBe(
      "The JSONata expression '$no' specified for the field 'Assign/a/b[0][1]' returned nothing (undefined).",
    );
  });

  it("refuses a wrong type with AWS's words", async () => {
    const wrong = evaluateTyped(
      '{% "x" %}',
      'Seconds',
      scope,
      'number',
      (value): value is number => typeof value === 'number',
    );
    expect(await causeOf(wrong)).toBe(
      `The JSONata expression '"x"' specified for the field 'Seconds' returned an unexpected result type. Expected 'number', but was 'string' for value: "x"`,
    );
  });
});
