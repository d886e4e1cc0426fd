import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { Language } from '#core/kernel/common.ts';

type Area = Readonly<Record<string, (language: Language) => unknown>>;
/** A text by where it stands: `/stages/expertise`. */
export type Flat = readonly (readonly [path: string, text: string])[];

const folder = new URL('../../core/texts/areas/', import.meta.url);

/** Every area of words that is picked by language; the words of obstacles', dockets' and reports' emails are in `emails`. */
export const areas: readonly string[] = globSync('*.ts', { cwd: folder })
  .map((file) => basename(file, '.ts'))
  .filter((area) => !['obstacle-emails', 'docket-emails', 'report-emails'].includes(area))
  .toSorted();

/** The words of an area in a language. */
export async function wordsOf(area: string, language: Language): Promise<unknown> {
  const module = (await import(new URL(`${area}.ts`, folder).pathname)) as Area;
  const [pick] = Object.entries(module)
    .filter(([name]) => /texts(Of)?$/i.test(name))
    .map(([, picked]) => picked);
  if (pick === undefined) throw new Error(`No words in the area ${area}`);
  return pick(language);
}

/** Every text inside a value. */
export function flat(value: unknown, path = ''): Flat {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}/${key}`));
}

/** Every text of a language, from every area. */
export async function textsIn(language: Language): Promise<Flat> {
  return (await Promise.all(areas.map(async (area) => flat(await wordsOf(area, language), `/${area}`)))).flat();
}
