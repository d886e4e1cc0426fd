import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const sources = globSync('{core,functions,pages,infra,local,seeds,workflows}/**/*.{ts,tsx,json}', { cwd: root }).filter(
  (file) => !/\.test\.|openapi\.json|pages\/assets|^core\/texts\//.test(file),
);

/** The files a recipe of CONTRIBUTING.md names in its list. */
function namedIn(title: string): readonly string[] {
  const part =
    read('CONTRIBUTING.md')
      .split('\n## ')
      .find((one) => one.startsWith(`${title}\n`)) ?? '';
  const list = part
    .split('\n')
    .filter((line) => /^(- | {2})/.test(line))
    .join('\n');
  return [...list.matchAll(/`([\w-]+(?:\/[\w.-]+)+)`/g)]
    .map(([, file = '']) => file)
    .filter((file) => /\.(tsx?|json)$/.test(file))
    .toSorted();
}

it.each<[string, RegExp]>([
  ['A page', /'\/office\/zones\/\{zoneId\}\/lines'|\.\/lines\/handler\.ts'/],
  ['An operation of the JSON API', /\breportLine\b/],
  ['A notice', /'stage-late'/],
  ['An event with a notice', /'time-refused'/],
  ['A stage, or what one needs', /'expertise'|\bexpertise:|"expertise"/],
])('%s lies in the files that its recipe names', (title, example) => {
  const named = namedIn(title);
  const folders = named
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  const found = sources.filter((file) => example.test(read(file)) || folders.some((folder) => file.startsWith(folder)));
  expect(found.toSorted()).toEqual(named);
});

it('a notice of an event that is there is said in three files', () => {
  expect(namedIn('A notice').length).toBeLessThanOrEqual(3);
});

it('a stage is said once, beside how long it takes and where the demo stands', () => {
  expect(namedIn('A stage, or what one needs').length).toBeLessThanOrEqual(3);
});
