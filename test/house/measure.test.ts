import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, measure } from './measure.ts';

const files: Readonly<Record<string, string>> = {
  'core/document.ts':
    '/**\n * Two lines and two more.\n */\nexport const one = 1; // not a line of its own\n\n// one\n',
  'core/rules/documents.ts': "import { one } from '../document.ts';\nexport const two = one + 1;\n",
  'core/rules/documents.test.ts': "import { two } from './documents.ts';\ntwo;\ntwo;\n",
  'web/documents/page.tsx':
    "import { one } from '#core/document.ts';\nimport type { two } from '#core/rules/documents.ts';\nexport const page = <p>{one}</p>;\n",
  'web/long.ts': Array.from({ length: 41 }, (_, at) => `export const c${String(at)} = 0;\n`).join(''),
  'test/support/document.ts': "import { two } from '#core/rules/documents.ts';\nexport { two };\n",
  'node_modules/document/index.ts': 'export {};\n',
  'web/styles.css': 'p {}\n',
};
let root: string;
let house: House;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'house-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  house = measure(root, { documents: /document/, digests: /digest/ });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

it('measures each room, its tests apart', () => {
  expect([...house.rooms.keys()]).toEqual(['core', 'test', 'web']);
  expect(house.rooms.get('core')).toEqual({
    files: 2,
    medianLines: 2,
    ninetiethLines: 5,
    short: 2,
    importedOnce: 1,
    comments: 4 / 7,
    sourceLines: 7,
    testLines: 3,
  });
  expect(house.rooms.get('web')).toMatchObject({
    files: 2,
    medianLines: 3,
    ninetiethLines: 41,
    short: 1,
    importedOnce: 0,
    comments: 0,
  });
  expect(house.rooms.get('test')).toMatchObject({
    files: 0,
    medianLines: 0,
    comments: 0,
    sourceLines: 0,
    testLines: 2,
  });
});

it('measures all of it, and where a concept lies', () => {
  expect(house.whole).toMatchObject({ files: 4, sourceLines: 51, testLines: 5, importedOnce: 1 });
  expect(house.concepts).toEqual([
    { name: 'documents', files: 2, folders: 2 },
    { name: 'digests', files: 0, folders: 0 },
  ]);
});
