import { Identifier } from '#core/kernel/common.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { keepZone } from '#core/plots/keep-zone.ts';
import { plotStates, RegisterRequest, type RegisteredZone } from '#core/plots/plot.ts';
import { viewPlots, type OfficePlotPorts } from '#core/plots/view-plots.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { check, type Checked } from '../../kit/check.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import { staffForm, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { numberIn, present, textIn, wholeIn } from '../../kit/values.ts';
import { problem, render } from '../../kit/visit.ts';
import { plotsAddress } from '../addresses.ts';
import { plotsPage } from './page.tsx';
import { registerSheet, type ZonePlotsProps } from './sheet.ts';

/** Of a zone of the register that is new. */
const fresh = 'new';

async function opened(
  ports: OfficePlotPorts,
  { params, query, actor, now, frame, event }: StaffVisit,
): Promise<Result<ZonePlotsProps>> {
  const asked = query.get('register') ?? undefined;
  const state = plotStates.find((one) => one === query.get('state'));
  const found = await viewPlots(ports, {
    zoneId: params['zoneId'] ?? '',
    registerId: asked === fresh ? undefined : asked,
    state,
    actor,
    now,
  });
  if (!found.ok) return found;
  const isForm = query.get('do') === 'zone' || event.requestContext.http.method === 'POST';
  if (isForm && !found.value.keeps) return fail({ kind: 'forbidden' });
  const { chosen, ...view } = found.value;
  return ok({
    frame: frame(),
    view: { ...view, chosen: asked === fresh ? undefined : chosen },
    state,
    isForm,
    isDone: query.has('done'),
  });
}

interface Asked {
  readonly registerId: string;
  readonly request: RegisterRequest;
}

/** West, south, east and north, as they are typed one after another. */
function boxIn(typed: URLSearchParams): unknown {
  const text = textIn(typed, 'box');
  return text?.split(/[;\s]+/).map((part) => Number(part.replace(/,$/, '').replace(',', '.')));
}

function prioritiesIn(typed: URLSearchParams): unknown {
  const [on, sectors] = [textIn(typed, 'listOn'), typed.getAll('sectors')];
  return on === undefined && sectors.length === 0 ? undefined : present({ on, sectors });
}

/** Paths of the contract by the fields of the form. */
const fieldOf = (path: string): string => {
  if (path === 'registerId') return 'code';
  if (path.startsWith('priorities.sectors')) return 'sectors';
  return path.startsWith('priorities') ? 'listOn' : path.startsWith('box') ? 'box' : path;
};

function read(typed: URLSearchParams, { view: { zone, chosen } }: ZonePlotsProps): Checked<Asked> {
  const code = check(Identifier, textIn(typed, 'code')?.toLowerCase());
  const request = check(
    RegisterRequest,
    present({
      zoneId: zone.zoneId,
      names: Object.fromEntries(writtenLanguages.map((one) => [one, textIn(typed, `names.${one}`)])),
      kind: textIn(typed, 'kind'),
      founder: textIn(typed, 'founder'),
      hectares: numberIn(typed, 'hectares'),
      since: wholeIn(typed, 'since'),
      priorities: prioritiesIn(typed),
      box: boxIn(typed),
      reason: textIn(typed, 'reason'),
      version: Number(textIn(typed, 'version') ?? 0),
    }),
  );
  const isNamed = chosen !== undefined || code.ok;
  if (request.ok && isNamed)
    return {
      ok: true,
      value: {
        registerId: chosen?.registerId ?? (code.ok ? `${zone.zoneId}-${code.value}` : ''),
        request: request.value,
      },
    };
  const issues = request.ok ? [] : request.issues.map(({ path, code: what }) => ({ path: fieldOf(path), code: what }));
  return {
    ok: false,
    issues: [
      ...(isNamed ? [] : [{ path: 'code', code: textIn(typed, 'code') === undefined ? 'missing' : 'line-id' }]),
      ...issues.filter(({ path }, at) => issues.findIndex((one) => one.path === path) === at),
    ],
  };
}

function named(result: Result<RegisteredZone>): Result<RegisteredZone> {
  if (result.ok || result.failure.kind !== 'invalid') return result;
  const { issues } = result.failure;
  return fail({ kind: 'invalid', issues: issues.map(({ path, code }) => ({ path: fieldOf(path), code })) });
}

function* begin({ view: { chosen } }: ZonePlotsProps): Iterable<readonly [string, string]> {
  yield ['version', String(chosen?.version ?? 0)];
  if (chosen === undefined) return;
  for (const one of writtenLanguages) yield [`names.${one}`, chosen.names[one]];
  yield ['kind', chosen.kind];
  yield ['founder', chosen.founder];
  if (chosen.hectares !== undefined) yield ['hectares', String(chosen.hectares)];
  yield ['since', String(chosen.since)];
  if (chosen.priorities) yield ['listOn', chosen.priorities.on];
  for (const sector of chosen.priorities?.sectors ?? []) yield ['sectors', sector];
  if (chosen.box) yield ['box', chosen.box.join(' ')];
}

/** Plots of an office by state, and the zones of the register that it keeps. */
export function plots(ports: OfficePlotPorts & FormPorts): FormHandlers {
  const perform = async (on: OfficePlotPorts, asked: Asked, { actor, now }: StaffVisit) =>
    named(await keepZone(on, { ...asked, actor, now }));
  const forms = staffForm<ZonePlotsProps, Asked, RegisteredZone, RegisteredZone>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: registerSheet,
    begin,
    read,
    words: stateWords,
    foresee: ({ request, visit }) =>
      perform(
        { ...ports, plots: { ...ports.plots, writeZone: async () => Promise.resolve('written') } },
        request,
        visit,
      ),
    perform: ({ request, visit }) => perform(ports, request, visit),
    done: ({ view }, { registerId }) => plotsAddress(view.zone.zoneId, { register: registerId, done: '' }),
  });
  return {
    send: forms.send,
    look: async (visit) => {
      const found = await opened(ports, visit);
      if (!found.ok) return problem(found.failure);
      return found.value.isForm ? forms.shown(visit, found.value) : render(plotsPage(found.value));
    },
  };
}
