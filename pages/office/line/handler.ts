import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { changeLine } from '#core/lines/change-line.ts';
import { LineMilestone, LineRequest, type Line } from '#core/lines/line.ts';
import { viewLine, type WholeLineView } from '#core/lines/view-lines.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { check, type Checked } from '../../kit/check.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import { staffForm, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { numberIn, present, textIn, wholeIn } from '../../kit/values.ts';
import { problem, render } from '../../kit/visit.ts';
import { lineAddress } from '../addresses.ts';
import { linePage } from './page.tsx';
import { lineForms, lineSheet, type LineForm, type LineProps } from './sheets.ts';

type LinePorts = Pick<Ports, 'reference' | 'lines' | 'lists' | 'fileRecords'>;

async function opened(ports: LinePorts, visit: StaffVisit): Promise<Result<LineProps>> {
  const { params, actor, now, query, event } = visit;
  const { zoneId = '', lineId = '' } = params;
  const zone = await viewZone(ports, { zoneId, actor, now });
  if (!zone.ok) return zone;
  const form = lineForms.find((one) => one === query.get('do'));
  const writes = form !== undefined || lineId === 'new' || event.requestContext.http.method === 'POST';
  if (writes && !zone.value.works) return fail({ kind: 'forbidden' });
  const known = { frame: visit.frame(), zone: zone.value, form, isDone: query.has('done') };
  if (lineId === 'new') return ok({ ...known, form: 'line' });
  const line = await viewLine(ports, { lineId, actor, now });
  if (!line.ok) return line;
  return line.value.zoneId === zoneId ? ok({ ...known, line: line.value }) : fail({ kind: 'not-found' });
}

const minor = (typed: URLSearchParams, name: string): number | undefined => {
  const amount = numberIn(typed, name);
  return amount === undefined ? undefined : Math.round(amount * 100);
};

/** What is left empty stays as it is: a request names a milestone whole. */
function milestoneOf(typed: URLSearchParams, line: WholeLineView | undefined): object {
  const milestone = check(LineMilestone, textIn(typed, 'milestone'));
  if (!milestone.ok) return { milestone: textIn(typed, 'milestone') };
  const was = line?.milestones.find((one) => one.milestone === milestone.value);
  const facts = present({
    expected: textIn(typed, 'expected') ?? was?.expected,
    actual: textIn(typed, 'actual') ?? was?.actual,
    responsible: textIn(typed, 'responsible') ?? was?.responsible,
    reason: textIn(typed, 'reason') ?? was?.reason,
  });
  return { milestones: { [milestone.value]: facts } };
}

const moneyOf = (typed: URLSearchParams): object => ({
  money: [
    {
      year: wholeIn(typed, 'year'),
      currency: textIn(typed, 'currency'),
      ...Object.fromEntries(['allocated', 'committed', 'spent'].map((name) => [name, minor(typed, name)])),
    },
  ],
});

function lineFacts(typed: URLSearchParams, { line, zone }: LineProps): object {
  const readyBy = textIn(typed, 'readyBy');
  return present({
    names: Object.fromEntries(writtenLanguages.map((one) => [one, textIn(typed, `names.${one}`)])),
    partyId: textIn(typed, 'partyId'),
    capacity: numberIn(typed, 'capacity'),
    ...(line === undefined && { zoneId: zone.zoneId, utility: textIn(typed, 'utility') }),
    ...(readyBy !== undefined && { milestones: { energised: { expected: readyBy } } }),
  });
}

interface Asked {
  readonly lineId: string;
  readonly request: LineRequest;
}

/** Paths of the contract by the fields of the form. */
const fieldOf = (path: string): string => {
  const last = path.split('.').at(-1) ?? path;
  if (path.startsWith('names.')) return path;
  if (path === 'lineId') return 'code';
  return path === 'milestones.energised.expected' ? 'readyBy' : last;
};

function read(typed: URLSearchParams, about: LineProps): Checked<Asked> {
  const { form = 'line', line, zone } = about;
  const parts: Readonly<Record<LineForm, () => object>> = {
    milestone: () => milestoneOf(typed, line),
    money: () => moneyOf(typed),
    line: () => lineFacts(typed, about),
  };
  const code = textIn(typed, 'code');
  const request = check(LineRequest, {
    ...parts[form](),
    ...present({ why: textIn(typed, 'why') }),
    version: Number(textIn(typed, 'version') ?? 0),
  });
  const unchosen = [
    ...(form === 'milestone' && textIn(typed, 'milestone') === undefined ? ['milestone'] : []),
    ...(form === 'line' && line === undefined
      ? ['code', 'utility'].filter((name) => textIn(typed, name) === undefined)
      : []),
    ...(form === 'line' && textIn(typed, 'partyId') === undefined ? ['partyId'] : []),
  ];
  const missing = unchosen.map((path) => ({ path, code: 'missing' }));
  if (!request.ok || missing.length > 0) {
    const issues = request.ok
      ? []
      : request.issues.map(({ path, code: what }) => ({ path: fieldOf(path), code: what }));
    return { ok: false, issues: [...missing, ...issues.filter(({ path }) => !unchosen.includes(path))] };
  }
  const lineId = line?.lineId ?? `${zone.zoneId}-${(code ?? '').toLowerCase()}`;
  return { ok: true, value: { lineId, request: request.value } };
}

/** Issues of the use case by the fields of this form. */
function named(result: Result<Line>, { form }: LineProps): Result<Line> {
  if (result.ok || result.failure.kind !== 'invalid') return result;
  const nameOf = (path: string) => (form === 'milestone' ? (path.split('.').at(-1) ?? path) : fieldOf(path));
  return fail({
    kind: 'invalid',
    issues: result.failure.issues.map(({ path, code }) => ({ path: nameOf(path), code })),
  });
}

function* begin({ line, form = 'line' }: LineProps): Iterable<readonly [string, string]> {
  yield ['version', String(line?.version ?? 0)];
  if (line === undefined || form !== 'line') return;
  for (const one of writtenLanguages) yield [`names.${one}`, line.names[one]];
  yield ['partyId', line.partyId];
  if (line.capacity !== undefined) yield ['capacity', String(line.capacity)];
}

export function line(ports: LinePorts & FormPorts): FormHandlers {
  const perform = async (on: LinePorts, about: LineProps, asked: Asked, { actor, now }: StaffVisit) =>
    named(await changeLine(on, { ...asked, actor, now }), about);
  const forms = staffForm<LineProps, Asked, Line, Line>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: lineSheet,
    begin,
    read,
    words: stateWords,
    foresee: ({ about, request, visit }) =>
      perform(
        { ...ports, lines: { ...ports.lines, write: async () => Promise.resolve('written') } },
        about,
        request,
        visit,
      ),
    perform: ({ about, request, visit }) => perform(ports, about, request, visit),
    done: ({ zone }, { lineId }) => `${lineAddress(zone.zoneId, lineId)}?done`,
  });
  return {
    send: forms.send,
    look: async (visit) => {
      const found = await opened(ports, visit);
      if (!found.ok) return problem(found.failure);
      const { line: kept, form } = found.value;
      return kept !== undefined && form === undefined
        ? render(linePage({ ...found.value, line: kept }))
        : forms.shown(visit, found.value);
    },
  };
}
