import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const newFolder = () => mkdtempSync(join(tmpdir(), 'main-'));

function start(dataDir: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), '--empty'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

describe('npm start', () => {
  it('leaves nothing in the data folder that another user of the machine could read', async () => {
    const dataDir = newFolder();
    chmodSync(dataDir, 0o755);
    const child = start(dataDir, { BUNDLES_DIR: '' });
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(printed)).toContain('npm run -s token -- officer');
    const modes = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      statSync(join(dataDir, name)).mode & 0o077,
    ]);
    expect(modes.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'table.sqlite',
        'executions.sqlite',
        'sign-in.sqlite',
        'link-secret',
        expect.stringMatching(/^bundles\/[0-9a-f]{32}\/office\.mjs$/),
      ]),
    );
    expect([['.', statSync(dataDir).mode & 0o077], ...modes].filter(([, open]) => open !== 0)).toEqual([]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    [{ SITE_URL: 'https://zholkarta.example.org' }, 'name the OpenID issuer'],
    [{ ISSUER_URL: 'https://id.example.org' }, 'ISSUER_URL and CLIENT_ID go together'],
  ])('says what is missing with %j', async (environment, message) => {
    const child = start(newFolder(), environment);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toContain(message);
  });

  it('R4: ends with 78 where trying again changes nothing, and says what to do in one sentence', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'folder.json'), '{}');
    const child = start(dataDir);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await once(child, 'close')).toEqual([78, null]);
    expect(said).toBe(
      `${join(realpathSync(dataDir), 'folder.json')} does not say what this folder is: restore this one file from a backup of the same folder.\n`,
    );
  });
});
