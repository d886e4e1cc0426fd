import { ApiError } from '../faults.ts';
import { isObject } from '../json.ts';

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;

/** A timestamp in AWS JSON 1.0: seconds, with fractions. */
export const seconds = (millis: number): number => millis / 1000;

const refuse = (problem: string): never => {
  throw new ApiError('ValidationException', `1 validation error detected: ${problem}`);
};

/** A member that must be there and be a text. */
export function text(input: Input, member: string): string {
  const value = input[member];
  if (value === undefined || value === null) return refuse(`Value null at '${member}' failed to satisfy constraint: Member must not be null`);
  return typeof value === 'string' ? value : refuse(`Value at '${member}' failed to satisfy constraint: Member must be a string`);
}

/** A member that may be there and then is a text no longer than `most`. */
export function optionalText(input: Input, member: string, most = Infinity): string | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return refuse(`Value at '${member}' failed to satisfy constraint: Member must be a string`);
  if (value.length <= most) return value;
  return refuse(`Value '${value}' at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${String(most)}`);
}

/** `maxResults`: 100 when absent or 0, 1,000 at most. Source: API reference, ListExecutions. */
export function pageSize(input: Input): number {
  const value = input['maxResults'];
  if (value === undefined || value === null || value === 0) return 100;
  if (typeof value === 'number' && value > 1000) {
    return refuse(`Value '${String(value)}' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000`);
  }
  return typeof value === 'number' && value > 0 ? value : refuse(`Value '${String(value)}' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0`);
}

/** A paging token holds where the next page begins. */
export const pageToken = (at: string | number): string => Buffer.from(JSON.stringify(at)).toString('base64');

/** @throws ApiError InvalidToken */
export function readPageToken(token: string): string | number {
  try {
    return JSON.parse(Buffer.from(token, 'base64').toString()) as string | number;
  } catch {
    throw new ApiError('InvalidToken', `Invalid Token: 'Invalid token'`);
  }
}

export const objectOf = (value: unknown): Input => (isObject(value) ? value : {});
