import type { EventType } from '../../project/event.ts';
import type { HistoryKind } from '../../project/history-filter.ts';
import type { OutboxMessageState } from '../../notices/outbox.ts';
import { en } from '../en/history.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/history.ts';
import { ru } from '../ru/history.ts';
import { uzCyrl } from '../uz-cyrl/history.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface HistoryTexts extends Named<
  | 'title'
  | 'email'
  | 'to'
  | 'state'
  | 'sentAt'
  | 'system'
  | 'what'
  | 'ofWhom'
  | 'print'
  | 'earlier'
  | 'addressGone'
  | 'textGone'
  | 'textNote'
> {
  readonly kinds: Named<HistoryKind>;
  /** `{date}` with its hour. */
  readonly asOf: string;
  /** `{holder}` */
  readonly emailTo: string;
  /** `{address}` of today. */
  readonly addressChanged: string;
  /** A sentence each; may name `{stage}`, `{assignment}`, `{outcome}`, `{holder}`, `{date}`, `{from}`, `{ending}`, `{document}`, `{version}`, `{scan}`, `{number}`, `{about}` of an obstacle, `{step}` and `{because}` of a docket, `{step}` also of a kind of number, `{utility}`. */
  readonly sentences: Named<EventType>;
  /** In the place of `start-moved`, when nothing keeps it any longer. */
  readonly startFits: string;
  /** In the place of `road-map-approved`, when it was made with the acceptance of the letter. */
  readonly roadMapMade: string;
  /** In the place of `road-map-change-answered`, when it was refused. */
  readonly roadMapKept: string;
  /** `{number}` and `{date}` of a letter on paper. */
  readonly onPaper: string;
  /** Beside the investor as who did it: `{person}` of the staff and `{date}`. */
  readonly entered: string;
  /** `{reason}` */
  readonly because: string;
  readonly emailStates: Named<OutboxMessageState>;
}

export const historyTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
