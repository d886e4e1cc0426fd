import fc from 'fast-check';

/** Texts that have broken forms, headers, sheets, tables and parsers. */
const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\nBcc: all@example.org',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\ud800',
  '𝒳\u0301',
  '👩‍👩‍👧‍👦',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title><svg onload=alert(1)>',
  '&lt;b&gt;',
  '{{7*7}}',
  '${7*7}',
  '{number}',
  '$eval("1")',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  "' OR 1=1 --",
  '"; drop',
  '../../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '%',
  '\\',
  'C:\\x\\y',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '1e999',
  '-0',
  '0x1F',
  '1,2,3',
  '9'.repeat(400),
  '0.0000000000001',
  '١٢٣',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2026-01-12T00:00:00Z',
  '2026-13-01',
  'javascript:alert(1)',
  '//elsewhere.example.org',
  'https://elsewhere.example.org',
  'a@b',
  'a@b.c\nd',
  `${'a'.repeat(300)}@example.org`,
  'A'.repeat(5_000),
  'ә'.repeat(70_000),
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** Any JSON, also where a contract wants a text. */
const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    -0,
    1.5,
    2 ** 53,
    1e308,
    -1e308,
    [],
    {},
    [[]],
    { $gt: '' },
    { S: 'x' },
    { length: 1 },
    deep(500),
    Array.from({ length: 5000 }, () => 0),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Path = readonly (string | number)[];

/** Every place inside a value, the value itself first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const inner = (value as Record<string | number, unknown>)[key];
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === String(key) ? withAt(inner, rest, put) : (one as unknown)));
  return { ...(value as object), [key]: withAt(inner, rest, put) };
}

/** A good body with one place of it spoilt, or with a field that nobody asked for. */
export const spoilt = (good: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...placesIn(good)), hostileJson)
        .map(([path, put]) => withAt(good, path, put)),
    },
    // JSON.parse makes `__proto__` a field like any other.
    fc
      .tuple(fc.constantFrom('__proto__', 'constructor', 'toString', 'extra', ''), hostileJson)
      .map(([key, put]) =>
        typeof good === 'object' && good !== null
          ? Object.defineProperty({ ...good }, key, {
              value: put,
              enumerable: true,
              writable: true,
              configurable: true,
            })
          : put,
      ),
    hostileJson,
  );
