import { ApiError } from '../faults.ts';
import { isObject } from '../json.ts';

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;

/** A timestamp in AWS JSON 1.0: seconds, with fractions. */
export const seconds = (millis: number): number => millis / 1000;

const refuse = (problem: string): never => {
  throw new ApiError('ValidationException', `1 validation error detected: ${problem}`);
};

export function text(input: Input, member: string, most = Infinity): string {
  return (
    optionalText(input, member, most) ??
    refuse(`Value null at '${member}' failed to satisfy constraint: Member must not be null`)
  );
}

export function optionalText(input: Input, member: string, most = Infinity): string | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    return refuse(`Value at '${member}' failed to satisfy constraint: Member must be a string`);
  if (value.length <= most) return value;
  return refuse(
    `Value '${value}' at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${String(most)}`,
  );
}

/** `maxResults`: 100 when absent or 0. Source: API reference, ListExecutions. */
export function pageSize(input: Input, most = 1000): number {
  const value = input['maxResults'];
  if (value === undefined || value === null || value === 0) return 100;
  const constraint = (text: string): never =>
    refuse(`Value '${String(value)}' at 'maxResults' failed to satisfy constraint: Member must ${text}`);
  if (typeof value !== 'number' || !Number.isInteger(value)) return constraint('be an integer');
  if (value > most) return constraint(`have value less than or equal to ${String(most)}`);
  return value > 0 ? value : constraint('have value greater than or equal to 0');
}

export function oneOf<T extends string>(input: Input, member: string, among: readonly T[]): T | undefined {
  const value = optionalText(input, member);
  const known = among.find((name) => name === value);
  if (value === undefined || known !== undefined) return known;
  return refuse(
    `Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${among.join(', ')}]`,
  );
}

export const pageToken = (at: string | number): string => Buffer.from(JSON.stringify(at)).toString('base64');

export function readPageToken(token: string, kind: 'string'): string;
export function readPageToken(token: string, kind: 'number'): number;
export function readPageToken(token: string, kind: 'string' | 'number'): string | number {
  const at = parsed(Buffer.from(token, 'base64').toString());
  if (typeof at === kind) return at as string | number;
  throw new ApiError('InvalidToken', `Invalid Token: 'Invalid token'`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request's body; what is no object is an empty one. */
export const objectOf = (value: unknown): Input => (isObject(value) ? value : {});
