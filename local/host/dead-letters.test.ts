import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDeadLetters } from './dead-letters.ts';

it('R3: letters that a full disk does not take wait, are told of at once, and are there when there is room', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'letters-')), 'dead-letters.jsonl');
  symlinkSync('/dev/full', file);
  const [told, waiting]: [string[], (() => void)[]] = [[], []];
  const write = openDeadLetters(file, ({ function: name }) => told.push(name), {
    after: (_, act) => {
      waiting.push(act);
      return () => undefined;
    },
  });
  const letter = (name: string) => ({ at: '2025-12-12T04:00:00.000Z', function: name, condition: 'x', event: {} });
  write(letter('relay'));
  write(letter('run-day'));
  expect([told, waiting.length]).toEqual([['relay', 'run-day'], 1]);
  waiting.shift()?.();
  expect(waiting).toHaveLength(1);
  rmSync(file);
  waiting.shift()?.();
  write(letter('record-scan'));
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { function: string }).function);
  expect(lines).toEqual(['relay', 'run-day', 'record-scan']);
});
