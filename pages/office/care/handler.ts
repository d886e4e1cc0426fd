import { fail, ok, type Result } from '#core/kernel/result.ts';
import { actionOf, careFor } from '#core/project/care.ts';
import { CareRequest, numberKinds, numberRules } from '#core/project/care-facts.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { viewProject } from '#core/project/view-project.ts';
import type { ProjectView } from '#core/api/views.ts';
import type { StaffPerson, ZoneLine } from '#core/reference/reference.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import { acting, rolesAt } from '#core/kernel/actor.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import { needTexts } from '#core/texts/areas/needs.ts';
import { textsOf } from '#core/texts/index.ts';
import type { Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { readForm } from '../../kit/form.ts';
import { numberIn, textIn } from '../../kit/values.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { careActs, careAddress, projectAddress } from '../addresses.ts';
import { projectForm } from '../office-form.ts';
import { beginNeed, needFields, saidFields } from './need-fields.ts';

export interface CareProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly act: (typeof careActs)[number];
  readonly country: string;
  /** Who of the office can be named. */
  /** The lines that are kept of its zone, and of which of them a need is told anew. */
  readonly lines: readonly ZoneLine[];
  readonly line?: string | undefined;
  readonly staff: readonly (Pick<StaffPerson, 'personId'> & { readonly text: string })[];
}

async function opened(ports: ChangePorts, visit: StaffVisit): Promise<Result<CareProps>> {
  const { params, actor, now, query } = visit;
  const act = careActs.find((one) => one === query.get('do'));
  if (act === undefined) return fail({ kind: 'not-found' });
  const found = await viewProject(ports, { projectId: params['projectId'] ?? '', actor, now });
  if (!found.ok) return found;
  const view = found.value;
  const action = actionOf({ act });
  if (!view.allowedActions.includes('note-number')) return fail({ kind: 'forbidden' });
  if (!view.allowedActions.includes(action))
    return fail({ kind: 'not-allowed', action, because: view.ending ?? view.phase });
  const context = await zoneContextOf(ports, view.zoneId, now);
  if (context === undefined) return fail({ kind: 'not-found' });
  const { zone } = context;
  const frame = visit.frame();
  const all = act === 'name-companion' ? await ports.reference.staff(zone) : [];
  const staff = all.flatMap(({ personId, name, email, memberships }) => {
    const roles = rolesAt(memberships, zone);
    const role = acting.find((one) => roles.includes(one));
    return role ? [{ personId, text: `${name ?? email} · ${textsOf(frame.language).roles[role]}` }] : [];
  });
  const lines = context.lines.filter(({ lineId }) => lineId !== undefined);
  return ok({ frame, view, act, country: zone.country, lines, line: query.get('line') ?? undefined, staff });
}

function fieldsOf(props: CareProps): readonly Field[] {
  const {
    frame: { language },
    act,
    country,
    staff,
    view,
  } = props;
  const words = careTexts(language);
  switch (act) {
    case 'note-number':
      return [
        {
          name: 'kind',
          kind: 'radios',
          label: words.kind,
          choices: numberKinds
            .filter((kind) => (numberRules[kind].only ?? country) === country)
            .map((value) => ({ value, text: words.kinds[value] })),
        },
        { name: 'number', kind: 'line', label: words.number, hint: words.numberHint, width: 20, spellcheck: false },
      ];
    case 'remove-number':
      return [
        {
          name: 'number',
          kind: 'radios',
          label: words.number,
          choices: view.numbers.map(({ kind, number }) => ({
            value: `${kind} ${number}`,
            text: `${words.kinds[kind]}: ${number}`,
          })),
        },
      ];
    case 'name-companion':
      return [
        {
          name: 'personId',
          kind: 'select',
          label: words.companion,
          choices: staff.map(({ personId, text }) => ({ value: personId, text })),
        },
      ];
    case 'say-need':
      return needFields(props);
    case 'remove-need':
      return saidFields(props);
    case 'verify':
      return [];
  }
}

function careSheet(props: CareProps): Sheet {
  const { frame, view, act } = props;
  const words = careTexts(frame.language);
  const titles = {
    'note-number': words.addNumber,
    'remove-number': words.removeNumber,
    'name-companion': words.nameCompanion,
    verify: words.verify,
    'say-need': needTexts(frame.language).say,
    'remove-need': needTexts(frame.language).remove,
  };
  return {
    frame,
    title: titles[act],
    caption: `${view.number} · ${view.company}`,
    ...(act === 'name-companion' && { text: words.companionText }),
    ...(act === 'say-need' && { text: needTexts(frame.language).text }),
    address: careAddress(view.projectId, act),
    back: projectAddress(view.projectId),
    button:
      act === 'verify'
        ? words.verify
        : act === 'remove-number' || act === 'remove-need'
          ? words.removeNumber
          : words.save,
    fields: fieldsOf(props),
  };
}

function read(typed: URLSearchParams, props: CareProps) {
  const { act } = props;
  const { fields } = careSheet(props);
  if (act === 'say-need')
    return readForm(CareRequest, typed, [], {
      act,
      ...Object.fromEntries(['lineId', 'stage', 'by'].map((name) => [name, textIn(typed, name)])),
      capacity: numberIn(typed, 'capacity'),
    });
  if (act !== 'remove-number') return readForm(CareRequest, typed, fields, { act });
  const [kind, number] = (typed.get('number') ?? '').split(' ');
  return readForm(CareRequest, typed, [], { act, kind, number: number === '' ? undefined : number });
}

/** Numbers of other registers, needs of lines, the investor's companion, and the one button that says that all is as it stands. Nothing is sent: it is done at once. */
export const care = (ports: ChangePorts & FormPorts): FormHandlers =>
  projectForm<CareProps, CareRequest>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: careSheet,
    begin: (props) => {
      const { companion } = props.view;
      if (props.act === 'say-need') return beginNeed(props);
      return props.act === 'name-companion' && companion !== undefined ? [['personId', companion]] : [];
    },
    read,
    atOnce: () => true,
    act: (on, { about, request, visit: { actor, now } }) =>
      careFor(on, { projectId: about.view.projectId, actor, now, request }),
    done: ({ view: { projectId } }, { act }) =>
      `${projectAddress(projectId)}?done=${act}#${act.endsWith('-need') ? 'needs' : 'care'}`,
    words: stateWords,
  });
