import { jsonFault } from '../language/json-fault.ts';

/** Says as AWS does what is wrong with a text that must be JSON, or undefined if nothing is. */
export function inputFault(text: string): string | undefined {
  return text.trim() === '' ? 'Invalid execution input.' : jsonFault(text)?.message;
}
