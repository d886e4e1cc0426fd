import { Import, ImportRow, type ImportPart, type Imports } from '#core/imports/import.ts';
import { milestoneKey, type TimetableMilestone, type Timetables } from '#core/timetable/timetable.ts';

export const serialKey = ({ zoneId, year }: { readonly zoneId: string; readonly year: number }): string =>
  `${zoneId} ${String(year)}`;

export interface MemoryImports {
  readonly imports: Imports;
  readonly timetables: Timetables;
}

/** As the table keeps them: copies, and none that is not JSON. */
export function memoryImports(numbers: Map<string, number>): MemoryImports {
  const imports = new Map<string, Import>();
  const parts = new Map<string, ImportPart>();
  const milestones = new Map<string, TimetableMilestone>();
  const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  return {
    imports: {
      find: async (importId) => imports.get(importId),
      begin: async (one, some) => {
        imports.set(one.importId, Import.parse(copy(one)));
        for (const [at, rows] of some.entries()) parts.set(`${one.importId}#${String(at)}`, { rows: copy(rows) });
      },
      part: async (importId, part) => {
        const found = parts.get(`${importId}#${String(part)}`);
        return { rows: (found?.rows ?? []).map((row) => ImportRow.parse(row)), serials: found?.serials };
      },
      reserve: async ({ importId, part }, serials, blocks) => {
        await Promise.resolve();
        const key = `${importId}#${String(part)}`;
        const found = parts.get(key);
        const isFree = blocks.every(({ last, ...of }) => (numbers.get(serialKey(of)) ?? 0) === last);
        if (found === undefined || found.serials !== undefined || !isFree) return false;
        for (const { upTo, ...of } of blocks) numbers.set(serialKey(of), upTo);
        parts.set(key, { ...found, serials: copy(serials) });
        return true;
      },
      go: async (one, { state, next }) => {
        const found = imports.get(one.importId);
        if (found?.state !== state || found.next !== next) return false;
        imports.set(one.importId, Import.parse(copy(one)));
        return true;
      },
      forget: async (importId, part) => {
        parts.delete(`${importId}#${String(part)}`);
      },
    },
    timetables: {
      of: async (zoneId) => [...milestones.values()].filter((one) => one.zoneId === zoneId),
      write: async (some) => {
        for (const one of some) milestones.set(`${one.zoneId}#${milestoneKey(one)}`, one);
      },
    },
  };
}
