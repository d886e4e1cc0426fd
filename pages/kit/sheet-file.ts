import { languageTags } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { csv, csvRows, type Sheet } from './csv.ts';
import { file, type Reply } from './visit.ts';
import { mimes, xlsx } from './xlsx.ts';

export type SheetForm = keyof typeof mimes;

/** Tables to keep: a workbook with a sheet each, or one CSV in which several stand below each other. @param name ASCII, without its ending */
export function sheetFile({ language }: Frame, name: string, form: SheetForm, sheets: readonly Sheet[]): Reply {
  const [only, ...others] = sheets;
  const bytes =
    form === 'csv' ? csv(language, only && others.length === 0 ? only.rows : csvRows(sheets)) : xlsx(sheets);
  return file(`${name}-${languageTags[language]}.${form}`, mimes[form], bytes);
}
