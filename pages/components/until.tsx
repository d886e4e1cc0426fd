import type { JSX } from 'preact';
import { moratoriumTexts } from '#core/texts/areas/moratoria.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { Tag } from './facts.tsx';

export const suspendedText = ({ language, words }: Frame, until: string): string =>
  fill(words.stageDates.suspended, { date: dateText(language, until) });

export const isEndless = ({
  moratorium,
  pausedUntil,
}: {
  readonly moratorium?: unknown;
  readonly pausedUntil?: string | undefined;
}): boolean => moratorium !== undefined && pausedUntil === undefined;

/** Nobody knows until when it stands still. */
export const endlessText = ({ language }: Frame): string =>
  `${textsOf(language).phases.suspended} – ${moratoriumTexts(language).endless}`;

/** Until when: a due date, or for what stands still the day until which it does. */
export const Until = ({
  frame,
  due,
  pausedUntil,
  endless = false,
}: {
  readonly frame: Frame;
  readonly due: string;
  readonly pausedUntil?: string | undefined;
  readonly endless?: boolean | undefined;
}): JSX.Element =>
  endless ? (
    <Tag colour="yellow">{endlessText(frame)}</Tag>
  ) : pausedUntil === undefined ? (
    <>{dateText(frame.language, due)}</>
  ) : (
    <Tag colour="yellow">{suspendedText(frame, pausedUntil)}</Tag>
  );
