import { writeFile } from 'node:fs/promises';
import { assetFiles } from './assets.ts';

// `npm run assets`: kept in the repository, so that nothing is built at start.
for (const [name, text] of Object.entries(assetFiles()))
  await writeFile(new URL(`../../pages/assets/${name}`, import.meta.url), text);
