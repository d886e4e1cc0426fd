import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson, readText, writeWhole } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));

describe('files', () => {
  it('replaces a file and leaves no draft behind', () => {
    const path = join(folder, 'state.json');
    writeWhole(path, '{"a":1}');
    writeWhole(path, '{"a":2}', { durable: true });
    expect(readFileSync(path, 'utf8')).toBe('{"a":2}');
    expect(readdirSync(folder)).toEqual(['state.json']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('tells a missing file from one that cannot be read', () => {
    expect(readJson(join(folder, 'none.json'))).toBeUndefined();
    expect(() => readText(folder)).toThrow('EISDIR');
  });

  it('names a file that is not JSON', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{"a":');
    expect(() => readJson(path)).toThrow('broken.json is not JSON');
  });
});
