import { isObject } from '../../json.ts';
import type { Report } from './report.ts';

type Fields = Readonly<Record<string, unknown>>;

export function required(report: Report, object: Fields, names: readonly string[], location: string): boolean {
  const missing = names.filter((name) => object[name] === undefined);
  if (missing.length > 0) report.shape(`These fields are required: [${missing.join(', ')}]`, location);
  return missing.length === 0;
}

export function supported(report: Report, object: Fields, names: readonly string[], location: string): void {
  for (const name of Object.keys(object))
    if (!names.includes(name)) report.shape(`Field '${name}' is not supported`, location);
}

export function exactlyOne(report: Report, object: Fields, names: readonly string[], location: string): void {
  const given = names.filter((name) => object[name] !== undefined && !(name === 'End' && object[name] === false));
  if (given.length === 0)
    report.shape(`This object should have only one of the following fields: [${names.join(', ')}]`, location);
  if (given.length > 1)
    report.shape(`There should only be one of the following fields: [${names.join(', ')}]`, location);
}

export function textual(
  report: Report,
  object: Fields,
  name: string,
  location: string,
  among?: readonly string[],
): void {
  const value = object[name];
  if (value === undefined) return;
  if (typeof value !== 'string') report.shape('Expected value of type [STRING]', place(location, name));
  else if (among !== undefined && !among.includes(value)) {
    report.shape(`Value should be one of the following: [${among.join(', ')}]`, place(location, name));
  }
}

export function numeric(
  report: Report,
  object: Fields,
  name: string,
  [least, most]: readonly [number, number],
  location: string,
  rules: { readonly expressions: boolean; readonly whole?: boolean },
): void {
  const value = object[name];
  if (value === undefined || (rules.expressions && typeof value === 'string' && value.startsWith('{%'))) return;
  const where = place(location, name);
  const whole = rules.whole ?? true;
  if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
    report.shape(`Expected value of type ${whole ? 'Integer' : 'Number'}`, where);
  else if (value < least) report.shape(`Minimum value is ${String(least)}`, where);
  else if (value > most) report.shape(`Maximum value is ${String(most)}`, where);
}

export function filledObject(report: Report, value: unknown, location: string): value is Fields {
  if (!isObject(value)) {
    report.shape('Expected value of type Object', location);
    return false;
  }
  if (Object.keys(value).length === 0) report.shape('Value cannot be empty', location);
  return Object.keys(value).length > 0;
}

export function filledList(
  report: Report,
  value: unknown,
  location: string,
): { readonly fields: Fields; readonly at: string }[] {
  if (!Array.isArray(value)) {
    report.shape('Expected value of type Array', location);
    return [];
  }
  if (value.length === 0) report.shape('Value cannot be empty', location);
  return value.flatMap((item: unknown, index) => {
    const at = `${location}[${String(index)}]`;
    if (isObject(item)) return [{ fields: item, at }];
    report.shape('Expected value of type Object', at);
    return [];
  });
}

export const place = (location: string, name: string): string =>
  location === '/' ? `/${name}` : `${location}/${name}`;
