import { createHash, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';
import { inexact, inexactNumber } from '../language/inexact-number.ts';
import { limits } from '../limits.ts';
import type { Json } from '../json.ts';

/** As AWS's `$parse`: one document, no repeated key, no number beyond a double. Throws SyntaxError. */
export function parseStrictly(text: string): Json {
  const value = JSON.parse(text, (_, member: unknown) => {
    if (typeof member === 'number' && !Number.isFinite(member)) throw new SyntaxError('Number out of range');
    return member;
  }) as Json;
  if (keysOf(text) !== membersOf(value)) throw new SyntaxError('Repeated key');
  return value;
}

/** Counts the members a text writes: a repeated one is written twice and kept once. */
function keysOf(text: string): number {
  return text.match(/"(?:[^"\\]|\\.)*"\s*:?/gs)?.filter((token) => token.endsWith(':')).length ?? 0;
}

function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  return members.reduce<number>((sum, member) => sum + membersOf(member), Array.isArray(value) ? 0 : members.length);
}

const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;

/** The first `nextDouble()` of `java.util.Random`, as AWS's `$random(seed)`; `seed` is rounded towards zero. */
export function javaRandom(seed: number): number {
  let state = (BigInt(Math.trunc(seed)) ^ multiplier) & mask;
  const next = (bits: bigint): bigint => {
    state = (state * multiplier + 0xbn) & mask;
    return state >> (48n - bits);
  };
  const high = next(26n);
  const low = next(27n);
  return Number((high << 27n) + low) / 2 ** 53;
}

export const outOfMemory = { code: 'MEMORY' } as const;

const refuse = (message: string): never => {
  throw { code: 'D3137', message };
};

const hashes: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function partition(given: unknown, size?: number): unknown {
  if (given === undefined) return undefined;
  if (given === null) throw { code: 'T0412', index: 1, token: 'partition', type: 'a' };
  const items: unknown[] = Array.isArray(given) ? given : [given];
  const step = size === undefined ? items.length : Math.trunc(size);
  if (step < 0) refuse('Second argument must be zero or greater');
  if (step === 0 || items.length === 0) return undefined;
  const parts: unknown[] = [];
  for (let at = 0; at < items.length; at += step) parts.push(items.slice(at, at + step));
  return parts;
}

function range(from: number | undefined, to: number | undefined, by?: number): unknown {
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const [start, end, step] = [Math.trunc(from), Math.trunc(to), Math.trunc(by)];
  const count = step === 0 ? 0 : Math.floor((end - start) / step) + 1;
  if (count <= 0) return undefined;
  if (count > limits.range) throw outOfMemory;
  return count === 1 ? start : Array.from({ length: count }, (_, index) => start + index * step);
}

function hash(text: string | undefined, algorithm?: string): unknown {
  if (text === undefined || algorithm === undefined) return undefined;
  const name = hashes[algorithm] ?? refuse('Hash algorithm is not supported');
  return createHash(name).update(text, 'utf8').digest('hex');
}

function parse(text?: string): unknown {
  if (text === undefined) return undefined;
  const number = inexactNumber(text);
  if (number !== undefined) refuse(inexact(number));
  try {
    return parseStrictly(text);
  } catch {
    return refuse('Invalid JSON');
  }
}

/** The longest text `$pad` may make is bounded before it is made. */
function boundedWidth(width: number): void {
  if (Math.abs(width) > limits.text) throw outOfMemory;
}

/** Takes `$eval` away. Source: Step Functions developer guide, "Transforming data with JSONata". */
export function addFunctions(
  expression: jsonata.Expression,
  helpers: { readonly format: Formatter; readonly pad: Padder },
): void {
  expression.registerFunction('partition', partition, '<xn?:a>');
  expression.registerFunction('range', range, '<nnn?:a>');
  expression.registerFunction('hash', hash, '<ss?:s>');
  expression.registerFunction(
    'random',
    (seed?: number) => (seed === undefined ? Math.random() : javaRandom(seed)),
    '<n?:n>',
  );
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', parse, '<s?:x>');
  expression.registerFunction(
    'millis',
    function (this: jsonata.Focus) {
      return this.environment.timestamp.getTime();
    },
    '<:n>',
  );
  expression.registerFunction(
    'now',
    function (this: jsonata.Focus, picture?: string, zone?: string) {
      return helpers.format(this.environment.timestamp.getTime(), picture, zone);
    },
    '<s?s?:s>',
  );
  expression.registerFunction(
    'pad',
    function (text: string | undefined, width: number, fill?: string) {
      boundedWidth(width);
      return helpers.pad(text, width, fill);
    },
    '<s-ns?:s>',
  );
  expression.assign('eval', undefined);
}

export type Formatter = (millis: number, picture?: string, zone?: string) => unknown;
export type Padder = (text: string | undefined, width: number, fill?: string) => unknown;
