import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLog } from './log.ts';

it('a log appends lines and starts a new file when it is full, keeping the one before', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'host.log');
  const log = openLog(file, 10);
  for (const line of ['one', 'two\n']) log.write(line);
  log.flush();
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  log.write('three');
  log.flush();
  expect(readFileSync(file, 'utf8')).toBe('three\n');
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('one\ntwo\n');
  const again = openLog(file, 10);
  again.write('four');
  again.flush();
  expect(readFileSync(file, 'utf8')).toBe('four\n');
});

it('R3: a log on a full disk ends nobody, and has its lines when there is room', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'host.log');
  symlinkSync('/dev/full', file);
  const log = openLog(file);
  log.write('one');
  log.flush();
  log.write('two');
  log.flush();
  rmSync(file);
  log.flush();
  expect(readFileSync(file, 'utf8').trimStart()).toBe('one\ntwo\n');
  log.write('three');
  log.flush();
  expect(readFileSync(file, 'utf8').trimStart()).toBe('one\ntwo\nthree\n');
});
