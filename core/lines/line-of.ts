import type { Utility } from '../kernel/common.ts';
import type { ZoneLine } from '../reference/reference.ts';

/** Of the lines of a zone the one that a project needs of a kind: that which names it, else the first that is for all; where none is kept, what was reported of the kind. */
export function lineOf(lines: readonly ZoneLine[], utility: Utility, projectId: string): ZoneLine | undefined {
  const kept = lines
    .filter((one) => one.utility === utility && one.lineId !== undefined)
    .toSorted((a, b) => ((a.lineId ?? '') < (b.lineId ?? '') ? -1 : 1));
  return (
    kept.find(({ serves }) => serves?.includes(projectId)) ??
    kept.find(({ serves }) => serves === undefined || serves.length === 0) ??
    lines.find((one) => one.utility === utility && one.lineId === undefined)
  );
}
