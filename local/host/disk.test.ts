import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDisk } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'disk-'));
const megabyte = 1_000_000;

describe('S3, R3: a disk', () => {
  it.each([
    [1000, 'all', true],
    [100, 'all', true],
    [99, 'no-files', true],
    [25, 'no-files', true],
    [24, 'nothing', false],
    [0, 'nothing', false],
  ] as const)('with %d MB of a reserve of 100 takes %s, written in the background: %s', (free, intake, writable) => {
    const disk = openDisk(folder, { reserve: 100 * megabyte, free: () => free * megabyte });
    expect([disk.intake(), disk.isWritable()]).toEqual([intake, writable]);
  });

  it('has by itself a reserve of at least 64 MB and at most 2 GB', () => {
    const at = (free: number) => openDisk(folder, { free: () => free }).intake();
    expect([at(64 * megabyte - 1), at(2_000 * megabyte)]).toEqual([expect.stringMatching(/no-files|nothing/), 'all']);
  });

  it.each([
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), true],
    [Object.assign(new Error('write'), { code: 'EDQUOT' }), true],
    [Object.assign(new Error('step'), { errcode: 13 }), true],
    [new Error('The DynamoDB engine ended (1): database or disk is full'), true],
    [Object.assign(new Error('in use by another host'), { errcode: 5 }), false],
    ['a text', false],
  ])('tells of %s in words of its own: %s', (error, told) => {
    const explained = openDisk(folder, { reserve: 100 * megabyte, free: () => 2 * megabyte }).explained(error);
    if (told)
      expect(explained).toEqual(
        new Error(
          `The disk of ${folder} is full: 2 MB are free, the host needs 8 MB to start and 100 MB to take files. Make room, or move the folder to a larger disk.`,
        ),
      );
    else expect(explained).toBe(error);
  });
});
