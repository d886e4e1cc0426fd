import { appendFileSync } from 'node:fs';

export interface DeadLetter {
  /** Host's time, ISO 8601. */
  readonly at: string;
  readonly function: string;
  /** What the last attempt said. */
  readonly condition: string;
  readonly event: unknown;
}

/** What functions gave up, one JSON line each, for an operator to read: the queues of AWS on one machine. */
export const openDeadLetters = (file: string, onLetter: (letter: DeadLetter) => void) => (letter: DeadLetter): void => {
  appendFileSync(file, `${JSON.stringify(letter)}\n`, { mode: 0o600 });
  onLetter(letter);
};
