import jsonata from 'jsonata';
import jsonataOfAws from 'jsonata-of-aws';
import { limits } from '../limits.ts';
import { BoundedRegExp } from './bounded-regexp.ts';
import { addFunctions } from './functions.ts';
import { addGuards } from './guard.ts';

export interface Compiled {
  readonly source: string;
  readonly expression: jsonata.Expression;
  /** Whether it can build long texts, whose length must then be watched. */
  readonly builds: boolean;
}

const kept = new Map<string, Compiled>();
const most = 5_000;

const formatting = jsonata('$fromMillis(millis, picture, zone)');
const padding = jsonata('$pad(text, width, fill)');
const helpers = {
  format: (millis: number, picture?: string, zone?: string): unknown => formatting.evaluate({ millis, picture, zone }),
  pad: (text: string | undefined, width: number, fill?: string): unknown => padding.evaluate({ text, width, fill }),
};

export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;
}

export function sourceOf(text: string): string {
  return text.slice(2, -2).trim();
}

/** AWS has JSONata 2.0.6: what came later, like `??` and `?:`, is refused. Throws the parser's error. */
export function parseAsAws(source: string): void {
  jsonataOfAws(source);
}

/** Once for each text. Throws the parser's error. */
export function compile(source: string): Compiled {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const options = { RegexEngine: BoundedRegExp as unknown as RegExpConstructor, sequence: limits.sequence };
  const expression = jsonata(source, options);
  addFunctions(expression, helpers);
  addGuards(expression);
  const compiled = { source, expression, builds: /&|\$(join|replace|string|uppercase|lowercase)\b/.test(source) };
  if (kept.size >= most) kept.clear();
  kept.set(source, compiled);
  return compiled;
}
