import type { FreeTime, Meeting, Side } from '#core/forums/meetings.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { dateText } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { seenNumber, type Field } from './fields.tsx';

export const whenText = ({ language }: Pick<Frame, 'language'>, { on, at }: FreeTime): string =>
  `${dateText(language, on)}, ${at}`;

export const meetingState = ({ language }: Pick<Frame, 'language'>, { state, askedBy }: Meeting): string => {
  const words = forumPlanTexts(language);
  if (state === 'accepted') return words.accepted;
  return askedBy === 'guest' ? words.askedByGuest : words.askedByOffice;
};

export const timeField = (
  frame: Pick<Frame, 'language'>,
  times: readonly FreeTime[],
  label: string,
  optional = false,
): Field => ({
  name: 'time',
  kind: 'select',
  label,
  optional,
  choices: times.map((time) => ({ value: `${time.on} ${time.at}`, text: whenText(frame, time) })),
});

/** What a side may do with a meeting: nobody says yes to what they have asked themselves. */
export function meetingFields(
  frame: Pick<Frame, 'language'>,
  { state, askedBy }: Meeting,
  side: Side,
  times: readonly FreeTime[],
): readonly Field[] {
  const words = forumPlanTexts(frame.language);
  const isAsked = state === 'asked' && askedBy !== side;
  const actions = isAsked ? (['take', 'move', 'end'] as const) : (['move', 'end'] as const);
  return [
    seenNumber('version'),
    {
      name: 'do',
      kind: 'radios',
      label: words.whatNow,
      choices: actions.map((value) => ({ value, text: words[value] })),
    },
    timeField(frame, times, words.moved, true),
  ];
}

const timeIn = (typed: URLSearchParams): object => {
  const [on = '', at = ''] = (typed.get('time') ?? '').split(' ');
  return { on, at };
};

/** What is asked: without a meeting for a new one. */
export function meetingRequest(typed: URLSearchParams, meeting: Meeting | undefined): object {
  if (meeting === undefined) return { action: 'ask-meeting', ...timeIn(typed) };
  const action = typed.get('do') ?? '';
  return {
    action: action === '' ? '' : `${action}-meeting`,
    meetingId: meeting.meetingId,
    ...(action === 'move' && timeIn(typed)),
  };
}

/** The field that something wrong with a meeting belongs to. */
export const meetingFieldOf = (path: string): string =>
  path === 'on' || path === 'at' ? 'time' : path === 'action' ? 'do' : path;
