import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { enginesOn } from './orphan.ts';

it('an orphan is an engine on exactly this database, nothing else', () => {
  const processes = mkdtempSync(join(tmpdir(), 'proc-'));
  const add = (id: string, ...command: string[]) => {
    mkdirSync(join(processes, id));
    writeFileSync(join(processes, id, 'cmdline'), command.map((part) => `${part}\0`).join(''));
  };
  add('11', '/modules/dynoxide', '--port', '8000', '--db-path', '/data/table.sqlite');
  add('12', '/modules/dynoxide', '--port', '8001', '--db-path', '/data/table.sqlite.other');
  add('13', '/usr/bin/vi', '--db-path', '/data/table.sqlite');
  add('14', '/modules/dynoxide', '/data/table.sqlite');
  add('self', '/modules/dynoxide', '--db-path', '/data/table.sqlite');
  mkdirSync(join(processes, '15'));
  expect(enginesOn('/data/table.sqlite', processes)).toEqual([11]);
});
