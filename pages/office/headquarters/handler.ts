import { actOnHeadquarters } from '#core/headquarters/act-on-headquarters.ts';
import {
  headquartersNamed,
  HeadquartersRequest,
  keptOn,
  memberOf,
  standingOf,
} from '#core/headquarters/headquarters.ts';
import {
  agendaIn,
  registerOf,
  viewHeadquarters,
  type HeadquartersPorts,
  type RegisterQuery,
} from '#core/headquarters/view-headquarters.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { zonesOf } from '#core/reference/view-zone.ts';
import { headquartersTexts } from '#core/texts/areas/headquarters.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { addressOf } from '../../routes.ts';
import type { Cell } from '../../kit/csv.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import { sheetFile, type SheetForm } from '../../kit/sheet-file.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';
import { headquartersAddress, headquartersViews } from '../addresses.ts';
import { agendaPage, headquartersPage } from './page.tsx';
import { registerPage } from './register.tsx';
import { begun, headquartersSheet, hereOf, mayAct, memberText, standingIn, type HeadquartersProps } from './sheet.ts';

interface Typed {
  readonly version: number;
  readonly request: HeadquartersRequest;
}

function readHeadquarters(typed: URLSearchParams, props: HeadquartersProps): Checked<Typed> {
  const more =
    props.shown === 'setting'
      ? { action: 'set', members: typed.getAll('members').map((name) => memberOf(name) ?? name) }
      : {};
  const read = readForm(HeadquartersRequest, typed, headquartersSheet(props).fields, more);
  return read.ok ? { ok: true, value: { version: Number(typed.get('version')), request: read.value } } : read;
}

const actions = HeadquartersRequest.def.options.map(({ shape }) => shape.action.def.values[0]);

/** The headquarters of the zone or region that is named; what is posted needs the right to it. */
async function opened(ports: HeadquartersPorts, visit: StaffVisit): Promise<Result<HeadquartersProps>> {
  const { query, actor, now, frame, event } = visit;
  const shown = headquartersViews.find((one) => one === (query.get('view') ?? 'agenda'));
  const name = headquartersNamed(query.get('zone'), query.get('region'));
  if (name === undefined) return fail({ kind: 'not-found' });
  const found = await viewHeadquarters(ports, { ...name, actor, now });
  if (!found.ok) return found;
  const id = query.get('id');
  const instruction = found.value.state?.instructions.find(({ instructionId }) => instructionId === id);
  const isWhole = shown !== undefined && (shown === 'instruction') === (instruction !== undefined);
  if (!isWhole) return fail({ kind: 'not-found' });
  const done = actions.find((one) => one === query.get('done'));
  const agenda = shown === 'agenda' || shown === 'hall' ? await agendaIn(ports, found.value) : undefined;
  const item = query.get('item') ?? undefined;
  const props: HeadquartersProps = { frame: frame(), actor, view: found.value, shown, instruction, agenda, item, done };
  const isSent = event.requestContext.http.method === 'POST';
  return (isSent || shown === 'setting' || shown === 'hall') && !mayAct(props)
    ? fail({ kind: 'forbidden' })
    : ok(props);
}

const registerQuery = ({ query }: StaffVisit): RegisterQuery => {
  const person = query.get('person') ?? '';
  return { standing: standingIn(query.get('standing')), ...(memberOf(person) && { person }) };
};

function registerFile(props: HeadquartersProps, query: RegisterQuery, form: SheetForm): Reply {
  const { frame, view } = props;
  const words = headquartersTexts(frame.language);
  const { instructions } = registerOf(view, query);
  const rows: readonly (readonly Cell[])[] = [
    [
      '№',
      words.kinds.instruct,
      words.responsible,
      words.day,
      words.deadline,
      words.project,
      words.standing,
      words.evidence,
    ],
    ...instructions.map((one): readonly Cell[] => {
      const kept = keptOn(one);
      return [
        one.number,
        one.text,
        memberText(props, one.responsible),
        { day: one.meetingOn },
        { day: one.deadline },
        one.project?.number ?? '',
        words.standings[standingOf(one, view.today)],
        kept === undefined ? '' : { day: kept },
      ];
    }),
  ];
  return sheetFile(frame, `instructions-${view.name.headquartersId}-${view.today}`, form, [
    { name: words.view.instructions, rows },
  ]);
}

function shownPlainly(visit: StaffVisit, props: HeadquartersProps): Reply | undefined {
  if (props.shown === 'agenda') return render(agendaPage(props));
  if (props.shown !== 'instructions') return undefined;
  const form = visit.query.get('as');
  const query = registerQuery(visit);
  return form === 'csv' || form === 'xlsx' ? registerFile(props, query, form) : render(registerPage(props, query));
}

/** All pages of a headquarters; without a zone or region that of the reader's first zone. */
export function headquarters(ports: HeadquartersPorts & FormPorts): FormHandlers {
  const act = (on: HeadquartersPorts, { about, request, visit }: Judged<HeadquartersProps, Typed>) =>
    actOnHeadquarters(on, { ...about.view.name, actor: visit.actor, now: visit.now, ...request });
  const nothingWritten: HeadquartersPorts = {
    ...ports,
    headquarters: { ...ports.headquarters, commit: async () => Promise.resolve('committed') },
  };
  const form = staffForm(ports, {
    open: (visit) => opened(ports, visit),
    sheet: headquartersSheet,
    page: headquartersPage,
    begin: begun,
    read: readHeadquarters,
    foresee: (judged) => act(nothingWritten, judged),
    perform: (judged) => act(ports, judged),
    words: (failure, { frame }) =>
      failure.kind === 'conflict' ? problemTextsOf(frame.language).problems.conflict.title : undefined,
    done: (about, { request }) => {
      const here = request.action === 'set' ? headquartersAddress(about.view.name) : hereOf(about);
      return `${here}&done=${request.action}`;
    },
  });
  return {
    send: form.send,
    look: async (visit) => {
      if (!visit.query.has('zone') && !visit.query.has('region')) {
        const [zone] = await zonesOf(ports, visit.actor);
        return zone
          ? redirect(headquartersAddress({ headquartersId: zone.zoneId }))
          : redirect(addressOf('/office/access', {}));
      }
      const props = await opened(ports, visit);
      if (!props.ok) return problem(props.failure);
      return shownPlainly(visit, props.value) ?? form.shown(visit, props.value);
    },
  };
}
