import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('is free again after its holder was killed', async () => {
    const dataDir = folder();
    const module = new URL('./lock.ts', import.meta.url).href;
    const script = `const { lockFolder } = await import(${JSON.stringify(module)}); lockFolder(${JSON.stringify(dataDir)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(() => lockFolder(dataDir)).toThrow(`process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(dataDir).release();
  });
});
