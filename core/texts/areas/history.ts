import type { EventType } from '../../project/event.ts';
import type { OutboxMessageState } from '../../notices/outbox.ts';
import { en } from '../en/history.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/history.ts';
import { ru } from '../ru/history.ts';
import { uzCyrl } from '../uz-cyrl/history.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface HistoryTexts extends Named<
  'title' | 'events' | 'emails' | 'noEmails' | 'email' | 'to' | 'state' | 'sentAt' | 'system'
> {
  /** A sentence each; may name `{stage}`, `{assignment}`, `{outcome}`, `{holder}`, `{date}`, `{from}`, `{ending}`, `{document}`, `{version}`, `{scan}`, `{number}`, `{about}` of an obstacle. */
  readonly sentences: Named<EventType>;
  /** `{number}` and `{date}` of a letter on paper. */
  readonly onPaper: string;
  /** Beside the investor as who did it: `{person}` of the staff and `{date}`. */
  readonly entered: string;
  /** `{reason}` */
  readonly because: string;
  readonly emailStates: Named<OutboxMessageState>;
}

export const historyTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
