import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const folder = 'local/systemd/';
/** Settings of a unit, as `Name=value`. */
const settings = (name: string): string[] =>
  read(folder + name)
    .split('\n')
    .filter((line) => /^[A-Z]\w*=/.test(line));
const page = read('docs/supervisor.md');
const host = settings('zholkarta.service');

describe('R3: the units a supervisor starts the host by', () => {
  it('have every setting that the page explains', () => {
    const explained = [...page.matchAll(/`([A-Z][A-Za-z]+=[^`\s]*)`/g)]
      .map(([, setting]) => setting)
      .filter((setting) => !setting?.startsWith('FLAGS'));
    expect(explained.length).toBeGreaterThan(10);
    expect(explained.filter((setting) => !host.includes(setting ?? ''))).toEqual([]);
  });

  it('start the host again however it ends, but not where its folder may not be started', () => {
    expect(host).toEqual(
      expect.arrayContaining(['Restart=always', 'RestartPreventExitStatus=78', 'KillMode=mixed', 'OOMPolicy=continue']),
    );
    expect(read('local/host/main.ts')).toContain('const refused = 78;');
  });

  it('let it write to its state and nowhere else, as nobody in particular', () => {
    const guards = [
      'User=zholkarta',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'StateDirectory=zholkarta',
      'UMask=0077',
    ];
    expect(host).toEqual(expect.arrayContaining(guards));
    expect(host.join()).toContain('DATA_DIR=/var/lib/zholkarta');
    // V8 compiles while it runs.
    expect(host.join()).not.toContain('MemoryDenyWriteExecute');
  });

  it('name what is there', () => {
    const started = /ExecStart=\/opt\/zholkarta\/(\S+) (--\S+ )(\S+)/.exec(host.join('\n'));
    expect(existsSync(root + (started?.[3] ?? 'nothing'))).toBe(true);
    expect(read('package.json')).toContain(`"start": "node ${started?.[2] ?? ''}${started?.[3] ?? ''}"`);
    expect(started?.[1]).toBe('node_modules/.bin/node');
    for (const name of readdirSync(root + folder).filter((one) => !one.endsWith('.ts')))
      expect(page).toContain(name.replace('.service', ''));
    const shown = [...page.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    expect(shown.length).toBeGreaterThan(4);
    for (const name of shown) expect(read('local/host/main.ts')).toContain(name);
  });

  it('have a backup every night by the command for it', () => {
    expect(settings('zholkarta-backup.service').join('\n')).toMatch(/ExecStart=.*npm run -s backup -- /);
    expect(settings('zholkarta-backup.timer')).toEqual(
      expect.arrayContaining(['Persistent=yes', 'OnCalendar=*-*-* 22:30:00 UTC']),
    );
  });
});

it('R2: no message of the host advises removing a part of a folder that holds data', () => {
  const words = [
    'folder/examine.ts',
    'folder/identity.ts',
    'clock/clock.ts',
    'kit/files.ts',
    'aws/secrets-manager/secret.ts',
    'aws/cognito/keys.ts',
    'aws/scheduler/schedules.ts',
  ].map((name) => read(`local/${name}`));
  for (const text of words) expect(text).not.toMatch(/`[^`]*\b(remove|delete) (it|them)\b[^`]*`/);
});
