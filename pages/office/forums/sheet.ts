import type { ForumView } from '#core/forums/view-forum.ts';
import type { Meeting } from '#core/forums/meetings.ts';
import type { Plan } from '#core/forums/plan.ts';
import { promiseKinds, type Guest, type Promised } from '#core/forums/forum-record.ts';
import { languages } from '#core/kernel/common.ts';
import type { OutboxMessageState } from '#core/notices/outbox.ts';
import { acting, rolesAt, type Actor } from '#core/kernel/actor.ts';
import { capital } from '#core/texts/capital.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { forumTexts, type ForumTexts } from '#core/texts/areas/forums.ts';
import { fill, languageNames } from '#core/texts/index.ts';
import type { Choice } from '../../components/choices.tsx';
import { seenNumber, type Field } from '../../components/fields.tsx';
import { whenText } from '../../components/meeting-fields.ts';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { forumAddress, type ForumShown } from '../addresses.ts';
import { workerName } from '../worker-name.ts';
import { planFields, planViews } from './plan-form.ts';

export interface ForumProps {
  readonly frame: Frame;
  readonly actor: Actor;
  readonly view: ForumView;
  readonly shown: ForumShown;
  readonly guest?: Guest | undefined;
  readonly promised?: Promised | undefined;
  /** What became of the invitation of each, where they are looked at. */
  readonly emails?: ReadonlyMap<string, OutboxMessageState> | undefined;
  /** Of its plan and its meetings, where they are looked at; `id`: of a session or a task. */
  readonly plan?: Plan | undefined;
  readonly meetings?: readonly Meeting[] | undefined;
  readonly meeting?: Meeting | undefined;
  readonly id?: string | undefined;
  readonly isDone: boolean;
}

export const mayAct = ({ actor, view }: Pick<ForumProps, 'actor' | 'view'>): boolean =>
  actor.kind === 'staff' &&
  rolesAt(actor.memberships, view.context.zone).some((role) => acting.some((one) => one === role));

/** With a guest only whoever they belong to, and those who lead. */
export function mayWith({ actor, view }: Pick<ForumProps, 'actor' | 'view'>, { owner, erased }: Guest): boolean {
  if (actor.kind !== 'staff' || erased) return false;
  const roles = rolesAt(actor.memberships, view.context.zone);
  const isOwn = owner === actor.personId && mayAct({ actor, view });
  return isOwn || roles.includes('head') || roles.includes('headquarters');
}

export const staffText = ({ frame, view }: Pick<ForumProps, 'frame' | 'view'>, personId: string): string =>
  capital(frame.language, workerName(frame, { reader: '', colleagues: view.staff }, personId));

export const staffChoices = (props: ForumProps): readonly Choice[] =>
  props.view.staff.map(({ personId }) => ({ value: personId, text: staffText(props, personId) }));

export const nextFields = (props: ForumProps, under = ''): readonly Field[] => {
  const words = forumTexts(props.frame.language);
  return [
    { name: 'nextStep', path: `${under}step`, kind: 'line', label: words.next, optional: true },
    {
      name: 'owner',
      path: `${under}owner`,
      kind: 'select',
      label: words.owner,
      choices: staffChoices(props),
      optional: true,
    },
    { name: 'due', path: `${under}due`, kind: 'date', label: words.until, optional: true },
  ];
};

const guestActions = ['accepted', 'declined', 'came', 'met', 'erase'] as const;
const promiseActions = ['next', 'letter', 'lose'] as const;

const actionField = (props: ForumProps, actions: readonly (keyof ForumTexts['actions'])[]): Field => {
  const words = forumTexts(props.frame.language);
  return {
    name: 'action',
    kind: 'radios',
    label: words.what,
    choices: actions.map((value) => ({ value, text: words.actions[value] })),
  };
};

function fieldsOf(props: ForumProps): readonly Field[] {
  if (planViews.has(props.shown)) return planFields(props);
  const words = forumTexts(props.frame.language);
  const owner: Field = { name: 'owner', kind: 'select', label: words.owner, choices: staffChoices(props) };
  switch (props.shown) {
    case 'invite':
      return [
        owner,
        {
          name: 'language',
          kind: 'select',
          label: words.language,
          hint: words.languageHint,
          choices: languages.map((value) => ({ value, text: languageNames[value] })),
        },
        {
          name: 'guests',
          kind: 'text',
          label: words.guests,
          hint: fill(words.guestsHint, { codes: languages.join(', ') }),
          rows: 8,
        },
      ];
    case 'sign':
      return [
        {
          name: 'kind',
          kind: 'radios',
          label: words.kind,
          choices: promiseKinds.map((value) => ({ value, text: capital(props.frame.language, words.kinds[value]) })),
        },
        { name: 'parties', kind: 'line', label: words.parties },
        { name: 'signedOn', kind: 'date', label: words.signedOn },
        { name: 'jobs', kind: 'whole', label: words.jobs, optional: true },
        owner,
      ];
    case 'guest':
      return [
        seenNumber('version'),
        actionField(props, guestActions),
        { name: 'outcome', kind: 'line', label: words.outcome, hint: words.outcomeHint, optional: true },
        { name: 'reason', kind: 'text', label: words.reason, optional: true },
        ...nextFields(props, 'next.'),
      ];
    default:
      return [
        seenNumber('version'),
        actionField(props, promiseActions),
        ...nextFields(props),
        { name: 'project', kind: 'line', label: words.project, optional: true, width: 20 },
        { name: 'reason', kind: 'text', label: words.reason, optional: true },
      ];
  }
}

const hereOf = ({ view, shown, guest, promised, meeting, id }: ForumProps): string =>
  forumAddress(view.forum.forumId, shown, { id: guest?.guestId ?? promised?.promiseId ?? meeting?.meetingId ?? id });

const lists: Partial<Readonly<Record<ForumShown, ForumShown>>> = {
  sign: 'promises',
  promise: 'promises',
  promises: 'promises',
  session: 'programme',
  task: 'programme',
  tables: 'programme',
  meeting: 'meetings',
  ask: 'meetings',
  'in-hall': 'in-hall',
  stated: 'cohort',
};

/** The list that a form belongs to. */
export const listOf = ({ view, shown }: ForumProps): string =>
  forumAddress(view.forum.forumId, lists[shown] ?? 'guests');

function planTitle(props: ForumProps): string {
  const { frame, shown, plan, meeting, id } = props;
  const words = forumPlanTexts(frame.language);
  if (shown === 'in-hall') return words.inHall;
  if (shown === 'stated') return forumTexts(frame.language).addStated;
  if (meeting) return whenText(frame, meeting);
  const session = plan?.sessions.find(({ sessionId }) => sessionId === id)?.title;
  const task = plan?.tasks.find(({ taskId }) => taskId === id)?.text;
  const titles: Partial<Record<ForumShown, string>> = {
    session: session ?? words.addSession,
    task: task ?? words.addTask,
    tables: words.setTables,
    ask: words.ask,
    sheets: words.sheets,
    meetings: words.meetings,
  };
  return titles[shown] ?? words.programme;
}

export function titleOf(props: ForumProps): string {
  const { frame, shown, guest, promised } = props;
  const words = forumTexts(frame.language);
  if (planViews.has(shown)) return planTitle(props);
  if (guest) return guest.erased ? words.erased : guest.name;
  if (promised) return promised.parties;
  return (words.view as Partial<Record<ForumShown, string>>)[shown] ?? '';
}

function buttonOf({ frame, shown, id }: ForumProps): string {
  const words = forumPlanTexts(frame.language);
  if (id === undefined || shown === 'meeting') return forumTexts(frame.language).save;
  return shown === 'session' ? words.dropSession : words.finishTask;
}

export const forumSheet = (props: ForumProps): Sheet => ({
  frame: props.frame,
  title: titleOf(props),
  caption: props.view.forum.names[props.frame.language],
  address: hereOf(props),
  back: listOf(props),
  button: buttonOf(props),
  fields: fieldsOf(props),
});
