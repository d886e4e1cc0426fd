import { currentFormat, readIdentity, writeIdentity } from '../identity.ts';
import type { Migration } from './migration.ts';

export const raiseFormat: Migration = {
  to: currentFormat,
  name: 'format of the folder',
  run: ({ dataDir }) => {
    const identity = readIdentity(dataDir);
    if (identity === undefined) return Promise.reject(new Error(`${dataDir} has no identity.`));
    if (identity.format < currentFormat) writeIdentity(dataDir, { ...identity, format: currentFormat });
    return Promise.resolve(String(currentFormat));
  },
};
