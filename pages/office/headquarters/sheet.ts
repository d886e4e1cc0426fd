import type { Actor } from '#core/kernel/actor.ts';
import {
  type HeadquartersRequest,
  instructionStandings,
  memberName,
  memberOf,
  type Instruction,
  type InstructionStanding,
  type Member,
} from '#core/headquarters/headquarters.ts';
import { partyIn, remitName } from '#core/headquarters/remit.ts';
import { hallItems } from '#core/headquarters/hall.ts';
import {
  mayGiveEvidence,
  rightsIn,
  type AgendaView,
  type HeadquartersView,
} from '#core/headquarters/view-headquarters.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill } from '#core/texts/index.ts';
import { headquartersTexts } from '#core/texts/areas/headquarters.ts';
import { seenNumber, type Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { headquartersAddress, type HeadquartersShown } from '../addresses.ts';
import { workerName } from '../worker-name.ts';

export interface HeadquartersProps {
  readonly frame: Frame;
  readonly actor: Actor;
  readonly view: HeadquartersView;
  readonly shown: HeadquartersShown;
  readonly instruction?: Instruction | undefined;
  /** Where what is shown speaks of it. */
  readonly agenda?: AgendaView | undefined;
  /** Which item of it is spoken of. */
  readonly item?: string | undefined;
  /** What was done last. */
  readonly done?: HeadquartersRequest['action'] | undefined;
}

/** Whose it is, by name. */
export const nameOf = ({ frame, view }: Pick<HeadquartersProps, 'frame' | 'view'>): string =>
  remitName(frame.language, view);

/** The agenda item by item, and the one that is spoken of: the first where none is named, or what was named is settled. */
export function hallOf({ agenda, item }: Pick<HeadquartersProps, 'agenda' | 'item'>) {
  const items = hallItems(agenda?.sections ?? []);
  return {
    items,
    at: Math.max(
      0,
      items.findIndex(({ key }) => key === item),
    ),
  };
}

/** Somebody of the staff by name. */
export const staffText = ({ frame, view }: Pick<HeadquartersProps, 'frame' | 'view'>, personId: string): string =>
  workerName(frame, { reader: '', colleagues: [...view.people, ...view.staff] }, personId);

export function memberText(props: Pick<HeadquartersProps, 'frame' | 'view'>, member: Member): string {
  if (member.kind === 'staff') return staffText(props, member.personId);
  return partyIn(props.view, member.partyId)?.names[props.frame.language] ?? member.partyId;
}

/** Everybody who may sit in it: the staff of its zones and their region, the parties of its zones. */
function candidates(props: HeadquartersProps): readonly { readonly value: string; readonly text: string }[] {
  const { staff, contexts } = props.view;
  const parties = new Set(
    contexts.flatMap((one) => one.parties.flatMap(({ partyId, endedOn }) => (endedOn === undefined ? [partyId] : []))),
  );
  const all: readonly Member[] = [
    ...staff.map(({ personId }): Member => ({ kind: 'staff', personId })),
    ...[...parties].map((partyId): Member => ({ kind: 'party', partyId })),
  ];
  return all.map((one) => ({ value: memberName(one), text: capital(props.frame.language, memberText(props, one)) }));
}

const version = seenNumber('version');

function settingFields(props: HeadquartersProps): readonly Field[] {
  const words = headquartersTexts(props.frame.language);
  const { staff, state } = props.view;
  return [
    version,
    { name: 'members', kind: 'tick', label: words.members, choices: candidates(props) },
    {
      name: 'secretary',
      kind: 'select',
      label: words.secretary,
      choices: staff.map(({ personId }) => ({ value: personId, text: staffText(props, personId) })),
    },
    {
      name: 'weekday',
      kind: 'select',
      label: words.weekday,
      choices: words.weekdays.map((text, at) => ({ value: String(at + 1), text })),
      value: Number,
    },
    { name: 'time', kind: 'line', label: words.time, hint: words.timeHint, width: 5 },
    state ? { name: 'begunOn', kind: 'unseen', label: '' } : { name: 'begunOn', kind: 'date', label: words.begunOn },
  ];
}

function recordFields(props: HeadquartersProps): readonly Field[] {
  const { frame, view } = props;
  const words = headquartersTexts(frame.language);
  const members = view.state?.headquarters.members ?? [];
  const all = candidates(props);
  const sits = new Set(members.map(memberName));
  return [
    version,
    {
      name: 'action',
      kind: 'radios',
      label: words.kind,
      choices: (['decide', 'instruct'] as const).map((value) => ({ value, text: words.kinds[value] })),
    },
    props.shown === 'hall'
      ? { name: 'on', kind: 'unseen', label: words.day }
      : { name: 'on', kind: 'date', label: words.day },
    { name: 'text', kind: 'text', label: words.text },
    {
      name: 'responsible',
      kind: 'select',
      label: words.responsible,
      hint: words.forInstruction,
      optional: true,
      // Its members first: it is them who mostly answer.
      choices: [...all.filter(({ value }) => sits.has(value)), ...all.filter(({ value }) => !sits.has(value))],
      value: (typed) => memberOf(typed) ?? typed,
    },
    { name: 'deadline', kind: 'date', label: words.deadline, hint: words.forInstruction, optional: true },
    { name: 'project', kind: 'line', label: words.project, hint: words.projectHint, optional: true, width: 20 },
  ];
}

function judgeFields({ frame, instruction }: HeadquartersProps): readonly Field[] {
  const words = headquartersTexts(frame.language);
  const id: Field = { name: 'instructionId', kind: 'unseen', label: '' };
  if (instruction?.state === 'open')
    return [
      version,
      id,
      { name: 'action', kind: 'unseen', label: '' },
      { name: 'text', kind: 'text', label: words.evidence },
    ];
  return [
    version,
    id,
    {
      name: 'action',
      kind: 'radios',
      label: words.judge,
      choices: (['accept', 'refuse'] as const).map((value) => ({ value, text: words.judgements[value] })),
    },
    { name: 'text', kind: 'text', label: words.refusal, optional: true },
  ];
}

const fieldsOf = (props: HeadquartersProps): readonly Field[] => {
  switch (props.shown) {
    case 'setting':
      return settingFields(props);
    case 'hall':
    case 'protocol':
      return recordFields(props);
    default:
      return judgeFields(props);
  }
};

/** Whether this reader may send the form of what is shown now. */
export function mayAct({ view, actor, shown, instruction }: HeadquartersProps): boolean {
  const rights = rightsIn(view, actor, instruction);
  if (shown === 'setting') return rights.has('set');
  if (shown === 'protocol' || shown === 'hall')
    return rights.has('record') && view.state !== undefined && view.endedOn === undefined;
  if (shown !== 'instruction' || instruction === undefined) return false;
  if (instruction.state === 'open') return mayGiveEvidence(view, actor, instruction);
  return instruction.state === 'evidence' && rights.has('accept');
}

export const hereOf = (props: HeadquartersProps): string =>
  headquartersAddress(props.view.name, props.shown, {
    id: props.instruction?.instructionId,
    item: props.shown === 'hall' ? props.item : undefined,
  });

export function headquartersSheet(props: HeadquartersProps): Sheet {
  const { frame, shown, instruction } = props;
  const words = headquartersTexts(frame.language);
  const title =
    shown === 'setting'
      ? words.view.setting
      : shown === 'protocol' || shown === 'hall'
        ? words.record
        : words.view.instructions;
  return {
    frame,
    title,
    caption: nameOf(props),
    address: hereOf(props),
    back: hereOf(props),
    button: shown === 'instruction' && instruction?.state === 'open' ? words.giveEvidence : frame.words.save,
    fields: fieldsOf(props),
  };
}

/** What a form begins with: what holds now. */
export function begun(props: HeadquartersProps): readonly (readonly [string, string])[] {
  const { view, shown, instruction } = props;
  const { headquarters } = view.state ?? {};
  const seen = ['version', String(headquarters?.version ?? 0)] as const;
  if (shown === 'protocol') return [seen, ['on', view.today]];
  if (shown === 'hall') {
    const { items, at } = hallOf(props);
    const { holder = '', number } = items[at]?.item ?? {};
    const party = partyIn(view, holder);
    const responsible = party ? memberName({ kind: 'party', partyId: party.partyId }) : holder;
    return [
      seen,
      ['on', view.today],
      ['responsible', memberOf(responsible) ? responsible : ''],
      ['project', number ?? ''],
    ];
  }
  if (shown === 'instruction')
    return [
      seen,
      ['instructionId', instruction?.instructionId ?? ''],
      ...(instruction?.state === 'open' ? [['action', 'give-evidence'] as const] : []),
    ];
  if (headquarters === undefined) return [seen, ['begunOn', view.today]];
  return [
    seen,
    ...headquarters.members.map((one) => ['members', memberName(one)] as const),
    ['secretary', headquarters.secretary],
    ['weekday', String(headquarters.weekday)],
    ['time', headquarters.time],
    ['begunOn', headquarters.begunOn],
  ];
}

export const standingIn = (text: string | null): InstructionStanding | undefined =>
  instructionStandings.find((one) => one === text);

export const saidText = (props: HeadquartersProps, { as, by, on }: Instruction['said'][number]): string =>
  fill(headquartersTexts(props.frame.language).said[as], {
    who: staffText(props, by),
    date: dateText(props.frame.language, on),
  });
