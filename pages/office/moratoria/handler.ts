import { isOver, MoratoriumRequest } from '#core/moratoria/moratorium.ts';
import { listMoratoria, setMoratorium, type MoratoriumPorts } from '#core/moratoria/set-moratorium.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { reviewPage, formPage } from '#pages/components/sheet.tsx';
import { moratoriaAddress } from '#pages/office/addresses.ts';
import { moratoriaPage, moratoriumSheet, type MoratoriaProps } from '#pages/office/moratoria/page.tsx';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { textIn } from '../../kit/values.ts';

async function opened(
  ports: MoratoriumPorts,
  { params, query, actor, now, frame, event }: StaffVisit,
): Promise<Result<MoratoriaProps>> {
  const found = await listMoratoria(ports, { zoneId: params['zoneId'] ?? '', actor, now });
  if (!found.ok) return found;
  const view = found.value;
  const id = query.get('id');
  const changed = view.moratoria.find(({ moratoriumId }) => moratoriumId === id);
  if (id !== null && changed === undefined) return fail({ kind: 'not-found' });
  const writes = changed !== undefined || event.requestContext.http.method === 'POST';
  const may = changed ? view.mayHold[changed.scope] : view.mayHold.zone || view.mayHold.region;
  if (writes && !may) return fail({ kind: 'forbidden' });
  if (changed && isOver(changed, view.today))
    return fail({ kind: 'conflict', version: changed.version, state: 'closed' });
  return ok({ frame: frame(), view, changed, isDone: query.has('done') });
}

/** What of one that is there does not change goes along as it is. */
function read(typed: URLSearchParams, about: MoratoriaProps): Checked<MoratoriumRequest> {
  const { changed, view } = about;
  const known = changed
    ? { scope: changed.scope, scopeId: changed.scopeId, utility: changed.utility, from: changed.from }
    : { scopeId: textIn(typed, 'scope') === 'region' ? view.zone.regionId : view.zone.zoneId };
  return readForm(MoratoriumRequest, typed, moratoriumSheet(about).fields, known);
}

/** The same line from the same day on is the same moratorium: a form that was sent twice enters one. */
const idOf = ({ changed }: MoratoriaProps, { scopeId, utility, from }: MoratoriumRequest): string =>
  changed?.moratoriumId ?? `${scopeId}-${utility}-${from}`;

const set = (
  ports: MoratoriumPorts,
  { about, request, visit: { actor, now } }: Judged<MoratoriaProps, MoratoriumRequest>,
) => setMoratorium(ports, { moratoriumId: idOf(about, request), request, actor, now });

export const moratoria = (ports: MoratoriumPorts & FormPorts): FormHandlers =>
  staffForm(ports, {
    open: (visit) => opened(ports, visit),
    sheet: moratoriumSheet,
    page: (about, form) => (about.changed ? formPage(moratoriumSheet(about), form) : moratoriaPage(about, form)),
    begin: ({ changed }) =>
      changed
        ? [...(changed.until === undefined ? [] : [['until', changed.until] as const]), ['reason', changed.reason]]
        : [],
    read,
    foresee: (judged) =>
      set({ ...ports, moratoria: { ...ports.moratoria, write: async () => Promise.resolve('written') } }, judged),
    review: ({ about, typed }) => reviewPage(moratoriumSheet(about), { typed }),
    perform: (judged) => set(ports, judged),
    done: ({ view }) => `${moratoriaAddress(view.zone.zoneId)}?done`,
  });
