import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from './lock.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'lock-'));

describe('lock of a data folder', () => {
  it('is refused while held and granted after release', () => {
    const dataDir = folder();
    const lock = lockFolder(dataDir);
    expect(() => lockFolder(dataDir)).toThrow(`in use by another host (process ${process.pid})`);
    lock.release();
    lockFolder(dataDir).release();
  });

  it('outlives a collection of garbage, and is free again after its holder was killed', async () => {
    const dataDir = folder();
    const module = new URL('./lock.ts', import.meta.url).href;
    const script = `const { lockFolder } = await import(${JSON.stringify(module)}); lockFolder(${JSON.stringify(dataDir)}); globalThis.gc(); process.stdout.write('held'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    expect(() => lockFolder(dataDir)).toThrow(`process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(dataDir).release();
  });
});
