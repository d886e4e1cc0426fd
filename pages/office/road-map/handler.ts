import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { actOnRoadMap } from '#core/road-map/change-road-map.ts';
import { RoadMapRequest } from '#core/road-map/road-map-facts.ts';
import { calendarOf, wholeRoadMap, type ViewRoadMapPorts, type WholeRoadMap } from '#core/road-map/view-road-map.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { calendarFile } from '../../kit/calendar-file.ts';
import { check, type Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { roadMapActs, roadMapAddress, type RoadMapAct } from '../addresses.ts';
import { projectForm } from '../office-form.ts';
import { roadMapPage } from './page.tsx';
import { begun, filledIn, roadMapSheet, rowFilledIn, type RoadMapProps } from './sheet.ts';

type PagePorts = ViewRoadMapPorts & FormPorts & { readonly links: Pick<Ports['links'], 'officeUrlOf'> };

const done = ['fill', 'approve', 'change', 'answer'] as const;

/** Everybody of the staff whom the page names beside its rows. */
const namedIn = ({ view: { approved, changes } }: WholeRoadMap): readonly string[] =>
  [approved?.by, ...changes.flatMap(({ by, answeredBy }) => [by, answeredBy])].filter((one) => one !== undefined);

/** Whether this reader may send the form that is asked for. */
function isOffered({ view }: WholeRoadMap, act: RoadMapAct, props: Pick<RoadMapProps, 'row' | 'change'>): boolean {
  switch (act) {
    case 'row':
      return props.row?.state !== 'done' && view.actions.some((one) => one === 'fill' || one === 'change');
    case 'answer':
      return props.change?.mine === true;
    default:
      return view.actions.includes(act);
  }
}

async function opened(ports: PagePorts, visit: StaffVisit): Promise<Result<RoadMapProps>> {
  const { params, actor, now, query, fields, frame } = visit;
  const found = await wholeRoadMap(ports, { projectId: params['projectId'] ?? '', actor, now });
  if (!found.ok) return found;
  const whole = found.value;
  const act = roadMapActs.find((one) => one === query.get('do'));
  const row = whole.view.rows.find((one) => one.row === query.get('row'));
  const change = whole.view.changes.find((one) => String(one.change) === query.get('change'));
  if ((act === 'row' && row === undefined) || (act === 'answer' && change === undefined))
    return fail({ kind: 'not-found' });
  const isSent = fields.get('step') === 'send';
  if (act !== undefined && !isSent && !isOffered(whole, act, { row, change })) {
    const isAnothers = act === 'answer' ? change?.accepted === undefined : !(act === 'fill' && whole.view.approved);
    return fail(
      isAnothers && whole.view.state !== 'before'
        ? { kind: 'forbidden' }
        : { kind: 'not-allowed', action: 'road-map', because: whole.view.state },
    );
  }
  return ok({
    frame: frame(),
    whole,
    reader: actor.personId,
    people: await colleaguesOf(ports, whole.context.zone.zoneId, namedIn(whole)),
    act,
    row,
    change,
    done: done.find((one) => one === query.get('done')),
  });
}

function read(typed: URLSearchParams, props: RoadMapProps): Checked<RoadMapRequest> {
  const { act, row, change, whole } = props;
  const { fields } = roadMapSheet(props);
  const version = typed.has('version') ? Number(typed.get('version')) : undefined;
  if (act === 'fill') return check(RoadMapRequest, { act, version, filled: filledIn(props, typed) });
  if (act === 'row' && row && whole.view.state !== 'approved') {
    const checked = check(RoadMapRequest, { act: 'fill', version, filled: rowFilledIn(props, row, typed) });
    return checked.ok ? checked : { ok: false, issues: checked.issues.map(ofRow(row.row)) };
  }
  if (act === 'row') return readForm(RoadMapRequest, typed, fields, { act: 'change', row: row?.row });
  return act === 'answer'
    ? readForm(RoadMapRequest, typed, fields, { act, change: change?.change })
    : check(RoadMapRequest, { act: 'approve', version });
}

/** The form of one row names its fields shortly. */
const ofRow =
  (row: string) =>
  <One extends { readonly path: string }>(issue: One): One => ({
    ...issue,
    path: issue.path.replace(`filled.`, '').replace(`rows.${row}.`, ''),
  });

/** What the use case says of a row, beside the field of the form that is shown. */
async function named<Value>({ act, row }: RoadMapProps, acted: Promise<Result<Value>>): Promise<Result<Value>> {
  const result = await acted;
  if (result.ok || result.failure.kind !== 'invalid' || act !== 'row' || row === undefined) return result;
  return fail({ kind: 'invalid', issues: result.failure.issues.map(ofRow(row.row)) });
}

/** A project's road map: the page, its print, its dates for a calendar, and the forms of all that can be done with it. */
export function roadMap(ports: PagePorts): FormHandlers {
  const form = projectForm<RoadMapProps, RoadMapRequest>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: roadMapSheet,
    begin: begun,
    isBare: ({ act }) => act === 'approve',
    read,
    act: (on, { about, request, visit: { actor, now } }) =>
      named(
        about,
        actOnRoadMap({ ...on, ids: ports.ids }, { projectId: about.whole.view.projectId, actor, now, request }),
      ),
    words: stateWords,
    // An approval that lacks something: the page says what, row by row.
    lost: (failure, { about }) => (failure.kind === 'invalid' ? render(roadMapPage(about), 400) : undefined),
    done: ({ whole }, request) => roadMapAddress(whole.view.projectId, { done: request.act }),
  });
  return {
    send: form.send,
    look: async (visit): Promise<Reply> => {
      const props = await opened(ports, visit);
      if (!props.ok) return problem(props.failure);
      const { act, whole, frame } = props.value;
      const { view } = whole;
      if (visit.query.get('as') === 'ics') {
        const { number, entries } = calendarOf(view, ports.links.officeUrlOf({ projectId: view.projectId }));
        return calendarFile(frame.language, number, entries, visit.now);
      }
      const lacks = view.rows.some((row) => row.lacks.length > 0);
      return act === undefined || (act === 'approve' && lacks)
        ? render(roadMapPage(props.value, visit.query.get('as') === 'print'))
        : form.shown(visit, props.value);
    },
  };
}
