import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNotebook, readJson, readText, writeDurably, writeWhole } from './files.ts';

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

  it('writes without waiting, too', async () => {
    const path = join(folder, 'later.json');
    await writeDurably(path, '1');
    expect(readFileSync(path, 'utf8')).toBe('1');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  });

  it('keeps the newest of many notes', async () => {
    const path = join(folder, 'notes.json');
    const notebook = openNotebook(path);
    for (const text of ['1', '2', '3']) notebook.note(text);
    expect(readText(path)).toBeUndefined();
    notebook.flush();
    expect(readText(path)).toBe('3');
    notebook.note('4');
    while (readText(path) !== '4') await new Promise((resolve) => setImmediate(resolve));
    writeWhole(path, '5');
    notebook.flush();
    expect(readText(path)).toBe('5');
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
