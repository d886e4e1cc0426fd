import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openFileOperations } from '#core/api/open-files.ts';
import { operations } from '#core/api/operations.ts';
import { routes } from '#infra/manifest/index.ts';
import { packageFaults } from '#test/support/oc4ids.ts';
import { openApiDocument } from './document.ts';

describe('the OpenAPI document', () => {
  it('is the one the contracts make (npm run openapi writes it)', async () => {
    const kept: unknown = JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  it('has files of open data that are served, with an example of lines that OC4IDS takes', () => {
    const served = routes.map(({ method, path }) => `${method} ${path}`);
    for (const { path } of Object.values(openFileOperations))
      expect(served).toContain(`GET ${path.includes('{') ? path : path.replace(/[^/]+$/, '{file}')}`);
    expect(packageFaults(openFileOperations.readOpenLines.example)).toEqual([]);
  });

  it('has an operation for every API route of the manifest and no other', () => {
    const served = routes
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path, auth }) => `${method} ${path} ${auth}`);
    const promised = Object.values(operations).map(
      ({ method, path, auth }) => `${method} ${path} ${auth === 'jwt' ? 'jwt' : 'none'}`,
    );
    expect(promised.toSorted()).toEqual(served.toSorted());
  });

  it.each(Object.entries(operations).filter(([, { method }]) => method === 'POST'))(
    'has an example of %s that its contract takes',
    (_id, { body, example }) => {
      expect(body.safeParse(example).error).toBeUndefined();
    },
  );
});
