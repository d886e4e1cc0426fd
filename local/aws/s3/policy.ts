import * as z from 'zod/mini';
import { S3Fault } from './faults.ts';

const Range = z.tuple([
  z.literal('content-length-range'),
  z.int().check(z.nonnegative()),
  z.int().check(z.nonnegative()),
]);
const Match = z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.regex(/^\$./)), z.string()]);
const Exact = z.record(z.string(), z.string());
const Policy = z.strictObject({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(z.union([Range, Match, Exact])),
});

export interface Size {
  readonly least: number;
  readonly most: number;
}

const denied = (what: string): S3Fault => new S3Fault('AccessDenied', `Invalid according to Policy: ${what}`);
const invalid = (what: string): S3Fault => new S3Fault('InvalidPolicyDocument', `Invalid Policy: ${what}`);

/** Fields that no condition need name. Source: S3 API reference, "POST policy". */
const isFree = (name: string): boolean =>
  ['policy', 'x-amz-signature', 'file'].includes(name) || name.startsWith('x-ignore-');

function read(encoded: string): z.infer<typeof Policy> {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw invalid('not a policy document this store knows.');
  }
}

/** The policy's signature was checked before. `fields` by name in lower case; `now` in real ms. */
export function checkPolicy(encoded: string, fields: ReadonlyMap<string, string>, now: number): Size {
  const { expiration, conditions } = read(encoded);
  if (Date.parse(expiration) < now) throw denied('Policy expired.');
  const named = new Set<string>();
  let [least, most] = [0, Number.MAX_SAFE_INTEGER];
  for (const condition of conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      [least, most] = [Math.max(least, condition[1]), Math.min(most, condition[2])];
      continue;
    }
    for (const [verb, field, wanted] of matches(condition)) {
      const name = field.toLowerCase();
      const value = fields.get(name);
      const isMet = value !== undefined && (verb === 'eq' ? value === wanted : value.startsWith(wanted));
      if (!isMet) throw denied(`Policy Condition failed: ["${verb}", "$${field}", "${wanted}"]`);
      named.add(name);
    }
  }
  const extra = [...fields.keys()].filter((name) => !isFree(name) && !named.has(name));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
  return { least, most };
}

type Condition = z.infer<typeof Match> | z.infer<typeof Exact>;

function matches(
  condition: Condition,
): readonly (readonly [verb: 'eq' | 'starts-with', field: string, wanted: string])[] {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([field, wanted]) => ['eq', field, wanted] as const);
  const [verb, field, wanted] = condition as z.infer<typeof Match>;
  return [[verb, field.slice(1), wanted]];
}
