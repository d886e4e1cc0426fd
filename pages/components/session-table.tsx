import type { JSX } from 'preact';
import type { Plan } from '#core/forums/plan.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { dateText, languageNames } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { Table } from './facts.tsx';

const placeOf = ({ on, from, hall }: Plan['sessions'][number]): string => `${on} ${from} ${hall}`;

/** The programme of a forum as its guests read it; nothing where there is none. */
export function SessionTable({
  frame,
  sessions,
}: {
  readonly frame: Frame;
  readonly sessions: Plan['sessions'];
}): JSX.Element | null {
  const { language } = frame;
  const words = forumPlanTexts(language);
  if (sessions.length === 0) return null;
  return (
    <Table
      frame={frame}
      caption={words.sessions}
      columns={[words.time, words.hall, words.title, words.languages].map((text) => ({ text }))}
      rows={sessions
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .map((one) => [
          `${dateText(language, one.on)}, ${one.from}–${one.until}`,
          one.hall,
          one.title,
          one.languages.map((spoken) => languageNames[spoken]).join(', '),
        ])}
    />
  );
}
