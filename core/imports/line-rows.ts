import * as z from 'zod/mini';
import { currencies, Identifier, utilities } from '../kernel/common.ts';
import { judgeLine, writeLine } from '../lines/change-line.ts';
import { lineMilestones, LineRequest, type Line, type LineMilestone } from '../lines/line.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { writtenLanguages } from '../reference/reference.ts';
import { importTexts } from '../texts/areas/imports.ts';
import { lineTexts } from '../texts/areas/lines.ts';
import { textsOf } from '../texts/index.ts';
import { plainWord, type Cells, type RowIssue } from './cells.ts';
import type { ImportRow } from './import.ts';
import { calledBy, eachOf, type Compared, type KindPorts, type KindRules } from './kinds.ts';

const Told = z.omit(LineRequest, { version: true, why: true });
const LineRow = z.object({ lineId: Identifier, told: Told, rows: z.record(z.string(), z.int()) });
type LineRow = z.infer<typeof LineRow>;

/** Which column shows what is wrong with a part of a line. */
const columnOf = (path: string): string => {
  const [first = '', second = '', third = ''] = path.split('.');
  const own: Readonly<Record<string, string>> = {
    lineId: 'line',
    partyId: 'builder',
    expected: 'target',
    money: 'year',
  };
  if (first === 'milestones') return own[third] ?? (third === '' ? 'milestone' : third);
  if (first === 'names') return second === '' ? 'name.en' : `name.${second}`;
  return first === 'money' && third !== '' ? third : (own[first] ?? first);
};

const called = {
  utility: () => calledBy(utilities, (language) => textsOf(language).utilities),
  milestone: () => calledBy(lineMilestones, (language) => lineTexts(language).milestoneNames),
  currency: () => new Map(currencies.map((one) => [plainWord(one), one])),
};
type CalledBy = { readonly [Name in keyof typeof called]: ReturnType<(typeof called)[Name]> };

const known = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** What one row says of its line beside the milestone and the year it may name. */
function ownIn(cells: Cells, { parties }: ZoneContext, { utility }: CalledBy): Readonly<Record<string, unknown>> {
  const names = writtenLanguages.map((written) => [written, cells.text(`name.${written}`)] as const);
  const builders = new Map(
    parties.flatMap(({ partyId, names: own }) =>
      [partyId, ...Object.values(own)].map((name) => [plainWord(name), partyId]),
    ),
  );
  return known({
    utility: cells.one('utility', utility),
    ...(names.some(([, name]) => name !== undefined) && { names: known(Object.fromEntries(names)) }),
    partyId: cells.one('builder', builders),
    capacity: cells.number('capacity'),
  });
}

function milestoneIn(cells: Cells, { milestone }: CalledBy): readonly [LineMilestone, unknown] | undefined {
  const name = cells.one('milestone', milestone);
  const facts = known({
    baseline: cells.day('baseline'),
    expected: cells.day('target'),
    actual: cells.day('actual'),
    responsible: cells.text('responsible'),
    reason: cells.text('reason'),
  });
  if (name === undefined && Object.keys(facts).length > 0) return cells.wrong('milestone', 'missing');
  return name && [name, facts];
}

function moneyIn(cells: Cells, { currency }: CalledBy): unknown {
  const year = cells.number('year');
  const sums = known(
    Object.fromEntries((['allocated', 'committed', 'spent'] as const).map((field) => [field, cells.minor(field)])),
  );
  if (year === undefined) return Object.keys(sums).length > 0 ? cells.wrong('year', 'missing') : undefined;
  return { year, currency: cells.one('currency', currency), ...sums };
}

function groupIn(group: readonly Cells[], zone: ZoneContext, words: CalledBy): LineRow | undefined {
  const [first] = group;
  const milestones: Record<string, unknown> = {};
  const money: unknown[] = [];
  const rows: Record<string, number> = {};
  const own: Record<string, unknown> = { zoneId: zone.zone.zoneId };
  for (const cells of group) {
    Object.assign(own, ownIn(cells, zone, words));
    const milestone = milestoneIn(cells, words);
    if (milestone) {
      const [name, facts] = milestone;
      if (name in milestones) cells.wrong('milestone', 'twice');
      milestones[name] = facts;
      rows[name] = cells.row;
    }
    const year = moneyIn(cells, words);
    if (year !== undefined) money.push(year);
  }
  const value = { lineId: first?.text('line'), rows, told: { ...own, milestones, ...(money.length > 0 && { money }) } };
  return group.every(({ isRight }) => isRight)
    ? first?.fit(LineRow, value, (path) => columnOf(path.replace(/^told\./, '')))
    : undefined;
}

const read: KindRules['read'] = ({ rows, zoneOf }) => {
  const words = { utility: called.utility(), milestone: called.milestone(), currency: called.currency() };
  const lines = Map.groupBy(rows, (cells) => cells.text('line') ?? '');
  for (const cells of lines.get('') ?? []) cells.wrong('line', 'missing');
  lines.delete('');
  return [...lines.values()].flatMap((group): ImportRow[] => {
    const [first] = group;
    const zone = first && zoneOf(first);
    const line = zone && groupIn(group, zone, words);
    return first && zone && line ? [{ row: first.row, zoneId: zone.zone.zoneId, value: line }] : [];
  });
};

/** As a request upon what is there: cells that are empty leave it. */
function requestOf({ told }: LineRow, found: Line | undefined, why: string): LineRequest {
  const milestones = Object.fromEntries(
    Object.entries(told.milestones ?? {}).map(([name, facts]) => {
      const { baseline: _, ...was } = found?.milestones[name as LineMilestone] ?? {};
      return [name, { ...was, ...facts }];
    }),
  );
  return { ...told, milestones, why, version: found?.version ?? 0 };
}

const settled = ({ version: _, money, ...line }: Line): string =>
  JSON.stringify([Object.entries(line).toSorted(), money.map(({ on: __, ...one }) => Object.entries(one).toSorted())]);

async function judged(ports: Pick<KindPorts, 'lines' | 'reference'>, { row, zoneId, value }: ImportRow, now: number) {
  const line = LineRow.parse(value);
  const [found, context] = await Promise.all([ports.lines.find(line.lineId), zoneContextOf(ports, zoneId, now)]);
  if (context === undefined || (found !== undefined && found.zoneId !== zoneId))
    return { issues: [{ row, column: 'line', code: 'line-id' }] };
  const why = importTexts(context.zone.language).why;
  const result = judgeLine(line.lineId, found, requestOf(line, found, why), context);
  const moved = Object.entries(line.told.milestones ?? {}).flatMap(([name, { baseline }]): RowIssue[] => {
    const was = found?.milestones[name as LineMilestone]?.baseline;
    return was === undefined || baseline === undefined || was === baseline
      ? []
      : [{ row: line.rows[name] ?? row, column: 'baseline', code: 'baseline-stays' }];
  });
  if (result.ok && moved.length === 0) return { found, line: result.value, context, why };
  const issues = !result.ok && result.failure.kind === 'invalid' ? result.failure.issues : [];
  return {
    issues: [
      ...moved,
      ...issues.map(({ path, code }) => ({
        row: line.rows[path.split('.')[1] ?? ''] ?? row,
        column: columnOf(path),
        code,
      })),
    ],
  };
}

const compareAt =
  (now: number): KindRules['compare'] =>
  async (ports, rows, issues) => {
    const all = await eachOf(rows, 8, (row) => judged(ports, row, now));
    return rows.flatMap((row, at): Compared[] => {
      const one = all[at];
      if (one?.line === undefined) {
        issues.push(...(one?.issues ?? []));
        return [];
      }
      if (one.found === undefined) return [{ row, standing: 'new' }];
      return [{ row, standing: settled(one.found) === settled(one.line) ? 'same' : 'changed' }];
    });
  };

/** Lines of a zone with what their milestones and years are; several rows may be about one line. @param now decides what lies in the past */
export const lineRows = (now: number): KindRules => ({
  read,
  compare: compareAt(now),
  write: async (ports, rows, { by }) => {
    const answers = await eachOf(rows, 1, async (row): Promise<readonly RowIssue[]> => {
      const one = await judged(ports, row, now);
      if (one.line === undefined) return one.issues ?? [];
      // What a crash has left behind was written already.
      if (one.found !== undefined && settled(one.found) === settled(one.line)) return [];
      const written = await writeLine(ports, one.found, one.line, { by, why: one.why, context: one.context });
      return written.ok ? [] : [{ row: row.row, column: 'line', code: 'not-written' }];
    });
    return answers.flat();
  },
  rowsAPart: 20,
  partsAtOnce: 2,
});
