import { join } from 'node:path';
import { readJson } from '../../files.ts';
import { stampFolder } from '../identity.ts';
import type { Migration } from './migration.ts';

/** The last step to a format: from now on the folder is of it. */
export const giveIdentity: Migration = {
  to: 2,
  name: 'identity of the folder',
  run: async ({ dataDir, environment: { SITE_URL: site, ISSUER_URL: issuer }, now }) => {
    const seeded = (readJson(join(dataDir, 'seeded.json')) ?? {}) as { at?: string; people?: boolean };
    const kind = seeded.people === false || issuer ? 'real' : 'demo';
    if (kind === 'real' && (!site || !issuer)) {
      throw new Error('This is the data folder of a real office. Set SITE_URL and ISSUER_URL as the host is started with: the folder notes whose it is. What was migrated so far stays; run it again.');
    }
    const { id } = await stampFolder(dataDir, { kind, createdAt: seeded.at ?? now.toISOString(), ...(site && { site }), ...(issuer && { issuer }) });
    return `${id}, ${kind}`;
  },
};
