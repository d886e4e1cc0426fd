import type { JSX } from 'preact';
import { dateText, fill } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { Tag } from './facts.tsx';

export const suspendedText = ({ language, words }: Frame, until: string): string =>
  fill(words.stageDates.suspended, { date: dateText(language, until) });

/** Until when: a due date, or for what stands still the day until which it does. */
export const Until = ({
  frame,
  due,
  pausedUntil,
}: {
  readonly frame: Frame;
  readonly due: string;
  readonly pausedUntil?: string | undefined;
}): JSX.Element =>
  pausedUntil === undefined ? (
    <>{dateText(frame.language, due)}</>
  ) : (
    <Tag colour="yellow">{suspendedText(frame, pausedUntil)}</Tag>
  );
