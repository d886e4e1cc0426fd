import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);
const files = readdirSync(folder).toSorted();

it('decisions are numbered one after the other', () => {
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, at) => at + 1));
});

it.each(files)('%s has its number, its status and its day', (file) => {
  const [title, , status] = readFileSync(new URL(file, folder), 'utf8').split('\n');
  expect(title).toMatch(new RegExp(`^# ${file.slice(0, 4)} \\S`));
  expect(status).toMatch(/^Status: (accepted|replaced by \d{4}), \d{4}-\d\d-\d\d\./);
});
