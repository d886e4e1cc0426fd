import { join } from 'node:path';
import { readJson } from '../../kit/files.ts';
import { stampFolder } from '../folder.ts';
import type { Migration } from './migration.ts';
import { tableName, withTable } from './with-table.ts';

export const giveIdentity: Migration = {
  to: 2,
  name: 'identity of the folder',
  run: async ({ dataDir, environment: { SITE_URL: site, ISSUER_URL: issuer }, now }) => {
    const seeded = (readJson(join(dataDir, 'seeded.json')) ?? {}) as { people?: boolean };
    const kind = seeded.people === false || issuer ? 'real' : 'demo';
    if (kind === 'real' && (!site || !issuer)) {
      throw new Error(
        'This is the data folder of a real office. Set SITE_URL and ISSUER_URL as the host is started with: the folder notes whose it is. What was migrated so far stays; run it again.',
      );
    }
    const { id } = await withTable(dataDir, (client) =>
      stampFolder(dataDir, client, tableName, { kind, site: site ?? null, issuer: issuer ?? null, now: now.getTime() }),
    );
    return `${id}, ${kind}`;
  },
};
