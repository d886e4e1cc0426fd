import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNotebook, readJson, removeDrafts, readText, writeDurably, writeWhole } from './files.ts';

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

  const fullDraft = (path: string) => {
    symlinkSync('/dev/full', `${path}.${String(process.pid)}.draft`);
  };
  const drafts = () => readdirSync(folder).filter((name) => name.endsWith('.draft'));

  it('R3: on a full disk says so, keeps the file as it was and leaves no draft', async () => {
    const path = join(folder, 'full.json');
    writeWhole(path, 'old');
    fullDraft(path);
    expect(() => {
      writeWhole(path, 'new');
    }).toThrow('ENOSPC');
    fullDraft(path);
    await expect(writeDurably(path, 'new')).rejects.toThrow('ENOSPC');
    expect([readFileSync(path, 'utf8'), drafts()]).toEqual(['old', []]);
  });

  it('R3: a note that cannot be written ends nobody and is written later', () => {
    const path = join(folder, 'full-notes.json');
    const waiting: (() => void)[] = [];
    const notebook = openNotebook(path, {
      after: (_, act) => {
        waiting.push(act);
        return () => undefined;
      },
    });
    fullDraft(path);
    notebook.note('1');
    waiting.shift()?.();
    expect(readText(path)).toBeUndefined();
    notebook.note('2');
    expect(waiting).toHaveLength(1);
    waiting.shift()?.();
    expect(readText(path)).toBe('2');
    expect(waiting).toEqual([]);
  });

  it('R3: what a killed process left half written goes, and nothing else', () => {
    const left = mkdtempSync(join(tmpdir(), 'left-'));
    for (const name of ['host.pid.17.draft', '000000545.json.2232.draft', 'a.draft', 'host.pid'])
      writeFileSync(join(left, name), '');
    removeDrafts(left);
    expect(readdirSync(left).sort()).toEqual(['a.draft', 'host.pid']);
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
