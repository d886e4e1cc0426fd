import { Console } from 'node:console';
import { describe, expect, it } from 'vitest';
import { divertOutput } from './output.ts';

describe('output', () => {
  it('of what runs inside goes to the log, also later and through any console; other output does not', async () => {
    const log: string[] = [];
    const terminal: string[] = [];
    const original = process.stdout.write;
    process.stdout.write = ((text: string) => (terminal.push(text), true)) as typeof process.stdout.write;
    try {
      const logger = new Console({ stdout: process.stdout, stderr: process.stderr });
      const output = divertOutput((text) => log.push(text));
      const inside = output.capture(async () => {
        logger.info('first');
        await new Promise((resolve) => setImmediate(resolve));
        logger.error('second');
        await new Promise<void>((resolve) => process.stdout.write(Buffer.from('third\n'), () => resolve()));
      });
      process.stdout.write('outside\n');
      await inside;
      output.release();
      await output.capture(async () => logger.info('after'));
      expect(log).toEqual(['first\n', 'second\n', 'third\n']);
      expect(terminal).toEqual(['outside\n', 'after\n']);
    } finally {
      process.stdout.write = original;
    }
  });
});
