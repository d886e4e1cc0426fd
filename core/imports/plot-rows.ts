import * as z from 'zod/mini';
import { currencies, Identifier, line, utilities } from '../kernel/common.ts';
import { plotIssues, plotOf } from '../plots/keep-plot.ts';
import { ownerships, PlotRequest, typedStates, type Plot, type RegisteredZone } from '../plots/plot.ts';
import { attempts } from '../project/change-project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { importTexts } from '../texts/areas/imports.ts';
import { plotTexts } from '../texts/areas/plots.ts';
import { textsOf } from '../texts/index.ts';
import { plainWord, type Cells, type RowIssue } from './cells.ts';
import type { ImportRow } from './import.ts';
import { calledBy, eachOf, type Compared, type KindPorts, type KindRules } from './kinds.ts';

/** What a file says of a plot; cells that are empty leave what is there. */
const Told = z.partial(
  z.omit(PlotRequest, { registerId: true, projectId: true, outline: true, reason: true, version: true }),
);
const PlotRow = z.object({
  /** The zone of the register, as the file calls it. */
  registered: z.optional(line(120)),
  code: z.optional(Identifier),
  told: Told,
  /** Once it was looked at: which plot it is. */
  plotId: z.optional(Identifier),
  registerId: z.optional(Identifier),
});
type PlotRow = z.infer<typeof PlotRow>;

/** Which column shows what is wrong with a part of a plot. */
function columnOf(path: string): string {
  const own: Readonly<Record<string, string>> = { code: 'plot', distanceMetres: 'distance', plotId: 'plot' };
  const [first = '', second = '', third] = path.replace(/^told\./, '').split('.');
  if (first === 'typed') return second === '' ? 'state' : second;
  if (second === 'currency') return 'currency';
  if (first !== 'lines') return own[first] ?? first;
  return third === undefined ? 'utility' : third === 'from' ? 'available' : (own[third] ?? third);
}

const called = {
  utility: () => calledBy(utilities, (language) => textsOf(language).utilities),
  state: () => calledBy(typedStates, (language) => plotTexts(language).states),
  ownership: () => calledBy(ownerships, (language) => plotTexts(language).forms),
  currency: () => new Map(currencies.map((one) => [plainWord(one), one])),
};
type CalledBy = { readonly [Name in keyof typeof called]: ReturnType<(typeof called)[Name]> };

const known = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function ownIn(cells: Cells, words: CalledBy): Readonly<Record<string, unknown>> {
  const state = cells.one('state', words.state);
  const typed = { until: cells.day('until'), from: cells.day('from'), why: cells.text('why') };
  if (state === undefined && !cells.has('state') && Object.keys(known(typed)).length > 0)
    cells.wrong('state', 'missing');
  const currency = cells.one('currency', words.currency);
  const money = (field: string) => {
    const amountMinor = cells.minor(field);
    return amountMinor === undefined ? undefined : { amountMinor, currency };
  };
  return known({
    cadastre: cells.text('cadastre'),
    hectares: cells.number('hectares'),
    ownership: cells.one('ownership', words.ownership),
    price: money('price'),
    rentAYear: money('rentAYear'),
    typed: state && known({ state, ...typed }),
  });
}

const ofLine = ['distance', 'spare', 'point', 'available', 'asOf'] as const;

function lineIn(cells: Cells, { utility }: CalledBy): Readonly<Record<string, unknown>> {
  const kind = cells.one('utility', utility);
  if (kind === undefined) {
    if (!cells.has('utility') && ofLine.some((field) => cells.has(field))) cells.wrong('utility', 'missing');
    return {};
  }
  return {
    [kind]: known({
      distanceMetres: cells.number('distance'),
      spare: cells.number('spare'),
      point: cells.text('point'),
      from: cells.day('available'),
      asOf: cells.day('asOf'),
    }),
  };
}

/** Rows about one plot of one zone: by its short name, else by its cadastral number. */
const keyIn = (cells: Cells): string | undefined => {
  const name = cells.text('plot')?.toLowerCase() ?? cells.text('cadastre');
  return name === undefined
    ? cells.wrong('cadastre', 'missing')
    : [cells.text('zone'), cells.text('registered'), name].map((one) => plainWord(one ?? '')).join('|');
};

const read: KindRules['read'] = ({ rows, zoneOf }) => {
  const words: CalledBy = {
    utility: called.utility(),
    state: called.state(),
    ownership: called.ownership(),
    currency: called.currency(),
  };
  const plots = Map.groupBy(rows, keyIn);
  plots.delete(undefined);
  return [...plots.values()].flatMap((group): ImportRow[] => {
    const [first] = group;
    const zone = first && zoneOf(first);
    if (first === undefined || zone === undefined) return [];
    const own = {};
    const lines = {};
    for (const cells of group) {
      Object.assign(own, ownIn(cells, words));
      for (const [utility, said] of Object.entries(lineIn(cells, words))) {
        if (utility in lines) cells.wrong('utility', 'twice');
        Object.assign(lines, { [utility]: said });
      }
    }
    const value = known({
      registered: first.text('registered'),
      code: first.text('plot')?.toLowerCase(),
      told: { ...own, lines },
    });
    const row = group.every(({ isRight }) => isRight) ? first.fit(PlotRow, value, columnOf) : undefined;
    return row ? [{ row: first.row, zoneId: zone.zone.zoneId, value: row }] : [];
  });
};

/** As a request upon what is there. */
function requestOf({ told }: PlotRow, registerId: string, found: Plot | undefined, reason: string): unknown {
  const { plotId: _, zoneId: __, land: ___, ...was } = found ?? { plotId: '', zoneId: '', land: undefined };
  return {
    ...was,
    ...told,
    lines: { ...found?.lines, ...told.lines },
    registerId,
    reason,
    version: found?.version ?? 0,
  };
}

const settled = ({ version: _, typed, lines, ...plot }: Plot): string =>
  JSON.stringify([
    Object.entries(plot).toSorted(),
    Object.entries(typed).toSorted(),
    Object.entries(lines)
      .map(([utility, said]) => [utility, Object.entries(said).toSorted()] as const)
      .toSorted(),
  ]);

interface Judged {
  readonly found: Plot | undefined;
  readonly plot: Plot;
  readonly reason: string;
}

/** A row whose plot is known, beside what is there now. */
async function judged(
  ports: Pick<KindPorts, 'plots'>,
  { row, value }: ImportRow,
  zone: RegisteredZone,
  context: ZoneContext,
): Promise<Judged | readonly RowIssue[]> {
  const parsed = value as PlotRow & { readonly plotId: string };
  const found = await ports.plots.find(parsed.plotId);
  if (found !== undefined && found.registerId !== zone.registerId) return [{ row, column: 'plot', code: 'line-id' }];
  const reason = importTexts(context.zone.language).why;
  const request = PlotRequest.safeParse(requestOf(parsed, zone.registerId, found, reason), { reportInput: true });
  const issues = request.success
    ? // Whose it is stays as it was.
      plotIssues(request.data, zone, context, { zoneId: zone.zoneId })
    : request.error.issues.map(({ path, code, input }) => ({
        path: path.join('.'),
        code: input === undefined ? 'missing' : code,
      }));
  if (!request.success || issues.length > 0)
    return issues.map(({ path, code }) => ({ row, column: columnOf(path), code }));
  return { found, plot: plotOf(parsed.plotId, request.data, zone, { found, land: found?.land }), reason };
}

const isJudged = (answer: Judged | readonly RowIssue[]): answer is Judged => 'plot' in answer;

/** The zone of the register that a row means: by its name or id, else the only one of the office. */
function registeredOf(own: readonly RegisteredZone[], { registered }: PlotRow): RegisteredZone | undefined {
  if (registered === undefined) return own.length === 1 ? own[0] : undefined;
  const word = plainWord(registered);
  return own.find(({ registerId, names }) =>
    [registerId, ...Object.values(names)].some((one) => plainWord(one) === word),
  );
}

const nameOf = (registerId: string, name: string): string =>
  name.startsWith(`${registerId}-`) ? name : `${registerId}-${name.replaceAll(/[^0-9a-z]+/g, '-')}`;

/** Rows with the plot that each is about; known by its short name, else by its cadastral number. */
async function placed(
  { plots }: Pick<KindPorts, 'plots'>,
  rows: readonly ImportRow[],
  issues: RowIssue[],
): Promise<readonly ImportRow[]> {
  const register = await plots.register();
  const byCadastre = new Map<string, Promise<ReadonlyMap<string | undefined, string>>>();
  const cadastresOf = (registerId: string) => {
    const known = byCadastre.get(registerId);
    if (known) return known;
    const read = plots.bySize(registerId, 0).then((all) => new Map(all.map((one) => [one.cadastre, one.plotId])));
    byCadastre.set(registerId, read);
    return read;
  };
  const seen = new Set<string>();
  const found: ImportRow[] = [];
  for (const row of rows) {
    const value = PlotRow.parse(row.value);
    const zone = registeredOf(
      register.filter(({ zoneId }) => zoneId === row.zoneId),
      value,
    );
    const wrong = (column: string, code: string) => issues.push({ row: row.row, column, code });
    if (zone === undefined) {
      wrong('registered', value.registered === undefined ? 'missing' : 'unknown-zone');
      continue;
    }
    const { registerId } = zone;
    const { cadastre } = value.told;
    const there = value.code === undefined ? (await cadastresOf(registerId)).get(cadastre) : undefined;
    const plotId = there ?? nameOf(registerId, value.code ?? (cadastre ?? '').toLowerCase());
    if (!Identifier.safeParse(plotId).success) wrong('plot', 'line-id');
    else if (seen.has(plotId)) wrong('plot', 'twice');
    else found.push({ ...row, value: { ...value, plotId, registerId } });
    seen.add(plotId);
  }
  return found;
}

/** Each row with its zone of the register and the office's time; both are read once. */
async function inZones(
  ports: Pick<KindPorts, 'plots' | 'reference'>,
  rows: readonly ImportRow[],
  now: number,
): Promise<readonly { readonly row: ImportRow; readonly zone: RegisteredZone; readonly context: ZoneContext }[]> {
  const register = new Map((await ports.plots.register()).map((zone) => [zone.registerId, zone]));
  const contexts = new Map<string, ZoneContext | undefined>();
  for (const zoneId of new Set(rows.map((row) => row.zoneId)))
    contexts.set(zoneId, await zoneContextOf(ports, zoneId, now));
  return rows.flatMap((row) => {
    const zone = register.get((row.value as PlotRow).registerId ?? '');
    const context = contexts.get(row.zoneId);
    return zone && context ? [{ row, zone, context }] : [];
  });
}

/** Plots of zones of the register with what was said of their lines; several rows may be about one plot. @param now decides what lies in the past */
export const plotRows = (now: number): KindRules => ({
  read,
  compare: async (ports, rows, issues) => {
    const known = await inZones(ports, await placed(ports, rows, issues), now);
    const all = await eachOf(known, 8, ({ row, zone, context }) => judged(ports, row, zone, context));
    return known.flatMap(({ row }, at): Compared[] => {
      const one = all[at] ?? [];
      if (!isJudged(one)) {
        issues.push(...one);
        return [];
      }
      if (one.found === undefined) return [{ row, standing: 'new' }];
      return [{ row, standing: settled(one.found) === settled(one.plot) ? 'same' : 'changed' }];
    });
  },
  write: async (ports, rows, { by }) => {
    const write = async (row: ImportRow, zone: RegisteredZone, context: ZoneContext): Promise<readonly RowIssue[]> => {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const one = await judged(ports, row, zone, context);
        if (!isJudged(one)) return one;
        // What a crash has left behind was written already.
        if (one.found !== undefined && settled(one.found) === settled(one.plot)) return [];
        const change = { plot: one.plot, reason: one.reason, by, at: now };
        if ((await ports.plots.write(one.plot, one.found, change)) === 'written') return [];
      }
      return [{ row: row.row, column: 'plot', code: 'not-written' }];
    };
    const known = await inZones(ports, rows, now);
    // One after another: each moves what is counted of its zone.
    const answers = await eachOf(known, 1, ({ row, zone, context }) => write(row, zone, context));
    return answers.flat();
  },
  rowsAPart: 50,
  partsAtOnce: 2,
});
