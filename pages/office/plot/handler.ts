import { Identifier, Utility } from '#core/kernel/common.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { keepPlot } from '#core/plots/keep-plot.ts';
import { PlotRequest, type Plot } from '#core/plots/plot.ts';
import { projectNumbered, viewPlot, viewPlots, type OfficePlotPorts } from '#core/plots/view-plots.ts';
import { check, type Checked } from '../../kit/check.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import { staffForm, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { numberIn, present, textIn } from '../../kit/values.ts';
import { problem, render } from '../../kit/visit.ts';
import { plotAddress } from '../addresses.ts';
import { outlineIn, outlineText } from './outline.ts';
import { plotPage } from './page.tsx';
import { plotForms, plotSheet, type PlotProps } from './sheets.ts';

async function opened(ports: OfficePlotPorts, visit: StaffVisit): Promise<Result<PlotProps>> {
  const { params, query, actor, now, event } = visit;
  const { zoneId = '', plotId = '' } = params;
  const isNew = plotId === 'new';
  const view = isNew ? undefined : await viewPlot(ports, { plotId, actor, now });
  if (view !== undefined && !view.ok) return view;
  if (view !== undefined && view.value.plot.zoneId !== zoneId) return fail({ kind: 'not-found' });
  const registerId = view === undefined ? (query.get('register') ?? '') : view.value.plot.registerId;
  const found = await viewPlots(ports, { zoneId, registerId, actor, now });
  if (!found.ok) return found;
  const { zone, chosen } = found.value;
  if (chosen === undefined) return fail({ kind: 'not-found' });
  const form = isNew ? 'plot' : plotForms.find((one) => one === query.get('do'));
  const writes = form !== undefined || event.requestContext.http.method === 'POST';
  if (writes && !zone.works) return fail({ kind: 'forbidden' });
  return ok({ frame: visit.frame(), zone, registered: chosen, view: view?.value, form, isDone: query.has('done') });
}

interface Asked {
  readonly plotId: string;
  readonly request: PlotRequest;
  /** The number of the project whose it is. */
  readonly project?: string | undefined;
}

function moneyOf(typed: URLSearchParams, name: string): unknown {
  const amount = numberIn(typed, name);
  return amount === undefined
    ? undefined
    : { amountMinor: Math.round(amount * 100), currency: textIn(typed, 'currency') ?? '' };
}

const plotFacts = (typed: URLSearchParams): object =>
  present({
    cadastre: textIn(typed, 'cadastre'),
    hectares: numberIn(typed, 'hectares'),
    ownership: textIn(typed, 'ownership'),
    price: moneyOf(typed, 'price'),
    rentAYear: moneyOf(typed, 'rentAYear'),
    typed: present({
      state: textIn(typed, 'state'),
      until: textIn(typed, 'until'),
      from: textIn(typed, 'from'),
      why: textIn(typed, 'why'),
    }),
    outline: outlineIn(textIn(typed, 'outline')),
  });

/** One line said anew; the others stay. */
const lineFacts = (typed: URLSearchParams, plot: Plot): object => ({
  lines: {
    ...plot.lines,
    [textIn(typed, 'utility') ?? '']: present({
      distanceMetres: numberIn(typed, 'distanceMetres'),
      spare: numberIn(typed, 'spare'),
      point: textIn(typed, 'point'),
      from: textIn(typed, 'from'),
      asOf: textIn(typed, 'asOf'),
    }),
  },
});

/** Paths of the contract by the fields of the form. */
function fieldOf(path: string): string {
  const [first = '', ...rest] = path.split('.');
  if (first === 'projectId') return 'project';
  if (path.endsWith('.currency')) return 'currency';
  if (first === 'lines') return rest.at(-1) ?? 'utility';
  return first === 'typed' ? (rest[0] ?? 'state') : first;
}

function missingIn(
  typed: URLSearchParams,
  { view, form = 'plot' }: PlotProps,
): readonly { path: string; code: string }[] {
  const code = textIn(typed, 'code')?.toLowerCase();
  if (form === 'line') return check(Utility, textIn(typed, 'utility')).ok ? [] : [{ path: 'utility', code: 'missing' }];
  if (view !== undefined || check(Identifier, code).ok) return [];
  return [{ path: 'code', code: code === undefined ? 'missing' : 'line-id' }];
}

/** What the form does not ask for stays as it is. */
function read(typed: URLSearchParams, about: PlotProps): Checked<Asked> {
  const { registered, view, form = 'plot' } = about;
  const { plotId, zoneId: _, land: __, ...was } = view?.plot ?? { lines: {}, version: 0, plotId: undefined };
  const { registerId } = registered;
  const kept =
    form === 'line' ? was : present({ lines: was.lines, projectId: 'projectId' in was ? was.projectId : undefined });
  const request = check(PlotRequest, {
    ...kept,
    registerId,
    ...(form === 'line' && view ? lineFacts(typed, view.plot) : plotFacts(typed)),
    ...present({ reason: textIn(typed, 'reason') }),
    version: Number(textIn(typed, 'version') ?? 0),
  });
  const missing = [
    ...missingIn(typed, about),
    ...(textIn(typed, 'reason') === undefined ? [{ path: 'reason', code: 'missing' }] : []),
  ];
  if (request.ok && missing.length === 0)
    return {
      ok: true,
      value: {
        plotId: plotId ?? `${registerId}-${(textIn(typed, 'code') ?? '').toLowerCase()}`,
        request: request.value,
        project: form === 'line' ? view?.project?.number : textIn(typed, 'project'),
      },
    };
  const issues = [
    ...missing,
    ...(request.ok ? [] : request.issues.map(({ path, code }) => ({ path: fieldOf(path), code }))),
  ];
  return { ok: false, issues: issues.filter(({ path }, at) => issues.findIndex((one) => one.path === path) === at) };
}

function* begin({ view, form = 'plot' }: PlotProps): Iterable<readonly [string, string]> {
  yield ['version', String(view?.plot.version ?? 0)];
  if (view === undefined || form === 'line') return;
  const { cadastre, hectares, ownership, price, rentAYear, typed, outline } = view.plot;
  const money = price ?? rentAYear;
  const filled: Readonly<Record<string, string | undefined>> = {
    cadastre,
    hectares: String(hectares),
    ownership,
    price: price && String(price.amountMinor / 100),
    rentAYear: rentAYear && String(rentAYear.amountMinor / 100),
    currency: money?.currency,
    state: typed.state,
    until: typed.until,
    from: typed.from,
    why: typed.why,
    project: view.project?.number,
    outline: outlineText(outline),
  };
  for (const [name, value] of Object.entries(filled)) if (value !== undefined) yield [name, value];
}

/** The project is said by its number; one that the zone does not have is refused at its field. */
async function perform(
  ports: OfficePlotPorts,
  { zone }: PlotProps,
  { plotId, request, project }: Asked,
  { actor, now }: StaffVisit,
): Promise<Result<Plot>> {
  const projectId = project === undefined ? undefined : await projectNumbered(ports, zone.zoneId, project);
  if (project !== undefined && projectId === undefined)
    return fail({ kind: 'invalid', issues: [{ path: 'project', code: 'custom' }] });
  const { projectId: _, ...said } = request;
  const result = await keepPlot(ports, {
    plotId,
    request: { ...said, ...(projectId !== undefined && { projectId }) },
    actor,
    now,
  });
  if (result.ok || result.failure.kind !== 'invalid') return result;
  const { issues } = result.failure;
  return fail({ kind: 'invalid', issues: issues.map(({ path, code }) => ({ path: fieldOf(path), code })) });
}

/** A plot of the office: what it is, its lines, which letters ask for it. */
export function plot(ports: OfficePlotPorts & FormPorts): FormHandlers {
  const forms = staffForm<PlotProps, Asked, Plot, Plot>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: plotSheet,
    begin,
    read,
    words: stateWords,
    foresee: ({ about, request, visit }) =>
      perform(
        { ...ports, plots: { ...ports.plots, write: async () => Promise.resolve('written') } },
        about,
        request,
        visit,
      ),
    perform: ({ about, request, visit }) => perform(ports, about, request, visit),
    done: ({ zone }, { plotId }) => plotAddress(zone.zoneId, plotId, { done: '' }),
  });
  return {
    send: forms.send,
    look: async (visit) => {
      const found = await opened(ports, visit);
      if (!found.ok) return problem(found.failure);
      const { view, form } = found.value;
      return view !== undefined && form === undefined
        ? render(plotPage({ ...found.value, view }))
        : forms.shown(visit, found.value);
    },
  };
}
