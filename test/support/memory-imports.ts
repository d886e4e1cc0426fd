import { Import, ImportRow, type Imports } from '#core/imports/import.ts';
import { milestoneKey, type TimetableMilestone, type Timetables } from '#core/timetable/timetable.ts';

export interface MemoryImports {
  readonly imports: Imports;
  readonly timetables: Timetables;
}

/** As the table keeps them: copies, and none that is not JSON. */
export function memoryImports(): MemoryImports {
  const imports = new Map<string, Import>();
  const parts = new Map<string, readonly ImportRow[]>();
  const milestones = new Map<string, TimetableMilestone>();
  const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  return {
    imports: {
      find: async (importId) => imports.get(importId),
      begin: async (one, some) => {
        imports.set(one.importId, Import.parse(copy(one)));
        for (const [at, rows] of some.entries()) parts.set(`${one.importId}#${String(at)}`, copy(rows));
      },
      part: async (importId, part) =>
        (parts.get(`${importId}#${String(part)}`) ?? []).map((row) => ImportRow.parse(row)),
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
