import { inexact, inexactNumber } from '../language/inexact-number.ts';
import { jsonFault } from '../language/json-fault.ts';

/** Says as AWS does what is wrong with a text that must be JSON, or undefined if nothing is. */
export function inputFault(text: string): string | undefined {
  if (text.trim() === '') return 'Invalid execution input.';
  const number = inexactNumber(text);
  return jsonFault(text)?.message ?? (number === undefined ? undefined : inexact(number));
}
