import { today } from '../project/zone-context.ts';
import { milestoneKey, TimetableMilestone } from '../timetable/timetable.ts';
import type { ImportRow } from './import.ts';
import type { Compared, KindRules } from './kinds.ts';

/** What our own projects are called: what is said of one is said of a company, and is nobody else's to read. */
const isNumber = (project: string): boolean => /^[A-Z]{2,5}-\d{4}-[A-Z0-9]{4,6}$/i.test(project);

const read: KindRules['read'] = ({ rows, zoneOf, isPublic, issues: _ }) => {
  const seen = new Set<string>();
  return rows.flatMap((cells): ImportRow[] => {
    const zone = zoneOf(cells);
    const [actual, baseline] = [cells.day('actual'), cells.day('baseline')];
    const project = cells.text('project');
    const optional = { target: cells.day('target'), actual, reason: cells.text('reason') };
    if (zone === undefined) return [];
    if (actual !== undefined && actual > today(zone)) cells.wrong('actual', 'in-future');
    const value = {
      zoneId: zone.zone.zoneId,
      project,
      milestone: cells.text('milestone'),
      baseline,
      ...Object.fromEntries(Object.entries(optional).filter(([, one]) => one !== undefined)),
      isPublic: isPublic && !isNumber(project ?? ''),
    };
    const milestone = cells.fit(TimetableMilestone, value, (path) => path);
    if (milestone === undefined || !cells.isRight) return [];
    const key = `${milestone.zoneId}#${milestoneKey(milestone)}`;
    if (seen.has(key)) cells.wrong('milestone', 'twice');
    seen.add(key);
    return cells.isRight ? [{ row: cells.row, zoneId: milestone.zoneId, value: milestone }] : [];
  });
};

const same = (a: TimetableMilestone, b: TimetableMilestone): boolean =>
  (['project', 'milestone', 'baseline', 'target', 'actual', 'reason', 'isPublic'] as const).every(
    (field) => a[field] === b[field],
  );

const compare: KindRules['compare'] = async ({ timetables }, rows, issues) => {
  const zones = [...new Set(rows.map(({ zoneId }) => zoneId))];
  const there = new Map<string, TimetableMilestone>();
  for (const zoneId of zones)
    for (const one of await timetables.of(zoneId)) there.set(`${zoneId}#${milestoneKey(one)}`, one);
  return rows.flatMap((row): Compared[] => {
    const one = row.value as TimetableMilestone;
    const found = there.get(`${row.zoneId}#${milestoneKey(one)}`);
    if (found === undefined) return [{ row, standing: 'new' }];
    if (found.baseline !== one.baseline) {
      issues.push({ row: row.row, column: 'baseline', code: 'baseline-stays' });
      return [];
    }
    return [{ row, standing: same(found, one) ? 'same' : 'changed' }];
  });
};

/** A timetable that is kept elsewhere, as it is now; the baseline that was first said stays. */
export const milestoneRows: KindRules = {
  read,
  compare,
  write: async ({ timetables }, rows) => {
    await timetables.write(rows.map(({ value }) => TimetableMilestone.parse(value)));
    return [];
  },
  rowsAPart: 100,
  partsAtOnce: 8,
};
