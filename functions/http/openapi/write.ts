import { writeFile } from 'node:fs/promises';
import { openApiDocument } from './document.ts';

// `npm run openapi`: the document is kept in the repository, so that the function serves it without making it.
await writeFile(new URL('openapi.json', import.meta.url), `${JSON.stringify(openApiDocument(), null, 1)}\n`);
