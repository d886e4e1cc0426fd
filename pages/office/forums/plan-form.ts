import { randomUUID } from 'node:crypto';
import { cohortSteps } from '#core/forums/cohort.ts';
import { isHeld, freeTimes, type FreeTime, type Meeting } from '#core/forums/meetings.ts';
import type { Guest } from '#core/forums/forum-record.ts';
import { daysOf, timesOf } from '#core/forums/plan.ts';
import { languages } from '#core/kernel/common.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { dateText, languageNames } from '#core/texts/index.ts';
import { seenNumber, type Field } from '../../components/fields.tsx';
import { meetingFields, meetingRequest, timeField } from '../../components/meeting-fields.ts';
import { moneyIn } from '../../kit/values.ts';
import type { ForumShown } from '../addresses.ts';
import { mayWith, nextFields, staffChoices, type ForumProps } from './sheet.ts';

/** Views that show or change the plan of a forum, and its meetings. */
export const planViews: ReadonlySet<ForumShown> = new Set([
  'in-hall',
  'stated',
  'programme',
  'session',
  'task',
  'tables',
  'meetings',
  'meeting',
  'ask',
  'sheets',
] as const);

/** Times at which there is a table; for a guest who is known, such as they have free. */
function timesFor({ view, plan, meetings = [] }: ForumProps, guestId: string): readonly FreeTime[] {
  const hall = plan?.hall;
  return hall ? freeTimes({ hall, forum: view.forum, meetings, from: view.today }, guestId) : [];
}

const guestField = (props: ForumProps, guests: readonly Guest[]): Field => ({
  name: 'guestId',
  kind: 'select',
  label: forumTexts(props.frame.language).guest,
  choices: guests
    .filter(({ erased }) => !erased)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ guestId, name, company }) => ({ value: guestId, text: `${name}, ${company}` })),
});

/** What came of a meeting in one line, with a key that makes it done once. Of those guests whom the reader may do something with. */
const hallFields = (props: ForumProps): readonly Field[] => [
  { name: 'key', kind: 'unseen', label: '' },
  { name: 'on', kind: 'unseen', label: '' },
  guestField(
    props,
    props.view.guests.filter((one) => mayWith(props, one)),
  ),
  { name: 'outcome', kind: 'line', label: forumTexts(props.frame.language).outcome },
  ...nextFields(props, 'next.'),
];

function statedFields({ frame: { language } }: ForumProps): readonly Field[] {
  const words = forumTexts(language);
  return [
    seenNumber('version'),
    {
      name: 'reached',
      path: 'step',
      kind: 'select',
      label: words.step,
      choices: cohortSteps.map((value) => ({ value, text: words.steps[value] })),
    },
    { name: 'count', kind: 'whole', label: words.count },
    { name: 'jobs', kind: 'whole', label: words.jobs, optional: true },
    { name: 'source', kind: 'line', label: words.source },
    { name: 'asOf', kind: 'date', label: words.asOf },
  ];
}

export function planFields(props: ForumProps): readonly Field[] {
  const { frame, view, shown, id, meeting } = props;
  const { language } = frame;
  const words = forumPlanTexts(language);
  const version = seenNumber('version');
  const time = (name: 'from' | 'until'): Field => ({ name, kind: 'line', label: words[name], hint: '09:00', width: 5 });
  switch (shown) {
    case 'tables':
      return [
        version,
        { name: 'tables', kind: 'whole', label: words.tables },
        time('from'),
        time('until'),
        { name: 'minutes', kind: 'whole', label: words.minutes },
      ];
    case 'session':
      return id !== undefined
        ? [version]
        : [
            version,
            {
              name: 'on',
              kind: 'select',
              label: words.day,
              choices: daysOf(view.forum).map((value) => ({ value, text: dateText(language, value) })),
            },
            time('from'),
            time('until'),
            { name: 'hall', kind: 'line', label: words.hall },
            { name: 'title', kind: 'line', label: words.title },
            {
              name: 'languages',
              kind: 'tick',
              label: words.languages,
              choices: languages.map((value) => ({ value, text: languageNames[value] })),
            },
          ];
    case 'task':
      return id !== undefined
        ? [version]
        : [
            version,
            { name: 'text', kind: 'line', label: words.task },
            { name: 'daysBefore', kind: 'whole', label: words.daysBefore, hint: words.daysBeforeHint },
            { name: 'owner', kind: 'select', label: forumTexts(language).owner, choices: staffChoices(props) },
          ];
    case 'in-hall':
      return hallFields(props);
    case 'stated':
      return statedFields(props);
    case 'ask':
      return [guestField(props, view.guests), timeField(frame, timesFor(props, ''), words.time)];
    default:
      return meeting === undefined ? [] : meetingFields(frame, meeting, 'office', timesFor(props, meeting.guestId));
  }
}

/** What of a request is no field of its own. */
export function planRequest(typed: URLSearchParams, { shown, id, meeting }: ForumProps): object {
  switch (shown) {
    case 'in-hall':
      return { action: 'note' };
    case 'stated':
      return { action: 'stated', money: moneyIn(typed, 'money') };
    case 'tables':
      return { action: 'hall' };
    case 'session':
      return id === undefined
        ? { action: 'session', languages: typed.getAll('languages') }
        : { action: 'drop-session', sessionId: id };
    case 'task':
      return id === undefined ? { action: 'task' } : { action: 'task-done', taskId: id };
    default:
      return meetingRequest(typed, meeting);
  }
}

/** What a form of the plan begins with. */
export function planBegins({ shown, plan, meeting, view }: ForumProps): readonly (readonly [string, string])[] {
  if (meeting) return [['version', String(meeting.version)]];
  if (shown === 'ask') return [];
  if (shown === 'in-hall')
    return [
      ['key', randomUUID()],
      ['on', view.today],
    ];
  const { from = '', until = '', tables, minutes } = plan?.hall ?? {};
  return [
    ['version', String(plan?.version ?? 0)],
    ...(shown === 'tables'
      ? ([
          ['from', from],
          ['until', until],
          ['tables', tables === undefined ? '' : String(tables)],
          ['minutes', minutes === undefined ? '' : String(minutes)],
        ] as const)
      : []),
  ];
}

export const heldMeetings = ({ meetings = [] }: ForumProps): readonly Meeting[] =>
  meetings.filter(isHeld).toSorted((a, b) => {
    const [one, other] = [a, b].map(
      (meeting) => `${meeting.on} ${meeting.at} ${String(meeting.table).padStart(3, '0')}`,
    );
    return (one ?? '') < (other ?? '') ? -1 : 1;
  });

export const hasTables = ({ plan }: ForumProps): boolean => plan?.hall !== undefined && timesOf(plan.hall).length > 0;
