import { appendFileSync } from 'node:fs';
import { type Patience, realPatience } from '../kit/patience.ts';

export interface DeadLetter {
  /** Host's time, ISO 8601. */
  readonly at: string;
  readonly function: string;
  readonly condition: string;
  readonly event: unknown;
}

/** A letter that could not be written is tried again after so many ms, until the host ends. */
const again = 10_000;

export function openDeadLetters(
  file: string,
  onLetter: (letter: DeadLetter) => void,
  patience: Patience = realPatience,
): (letter: DeadLetter) => void {
  let waiting = '';
  let isPlanned = false;
  const write = (): void => {
    isPlanned = false;
    try {
      appendFileSync(file, waiting, { mode: 0o600 });
      waiting = '';
    } catch {
      // A part may be there: what waits begins on a line of its own.
      waiting = `\n${waiting.trimStart()}`;
      isPlanned = true;
      patience.after(again, write);
    }
  };
  return (letter) => {
    waiting += `${JSON.stringify(letter)}\n`;
    if (!isPlanned) write();
    onLetter(letter);
  };
}
