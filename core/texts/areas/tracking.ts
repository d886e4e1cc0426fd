import type { Ending, EventType } from '../../project/event.ts';
import type { Project } from '../../project/project.ts';
import { en } from '../en/tracking.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/tracking.ts';
import { ru } from '../ru/tracking.ts';
import { uzCyrl } from '../uz-cyrl/tracking.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export type ToldEvent = Exclude<
  EventType,
  | 'taken-over'
  | 'taken-back'
  | 'letter-merged'
  | 'assignment-closed'
  | 'fell-behind'
  | 'start-moved'
  | 'assignment-sent-again'
  | 'assignment-handed-over'
  | 'assignment-taken'
  | 'assignment-given-back'
  | 'link-renewed'
  | 'personal-data-erased'
  | 'contact-corrected'
  | 'confirmation-reminded'
  | 'docket-opened'
  | 'road-map-filled'
  | 'road-map-change-asked'
  | 'road-map-change-answered'
  | 'number-noted'
  | 'number-removed'
  | 'companion-named'
  | 'verified'
  | 'need-said'
  | 'need-removed'
  | 'rung-said'
  | 'rung-confirmed'
  | 'rung-disputed'
  | 'rung-taken-back'
  | `obligations-${string}`
  | 'obstacle-escalated'
>;

export interface TrackingTexts {
  /** `{number}` */
  readonly title: string;
  readonly facts: Named<
    | 'company'
    | 'zone'
    | 'stage'
    | 'heldBy'
    | 'since'
    | 'until'
    | 'line'
    | 'party'
    | 'state'
    | 'reason'
    | 'note'
    | 'office'
    | 'you'
    | 'answeredBy'
  >;
  readonly headings: Named<'do' | 'now' | 'stages' | 'lines' | 'news' | 'more'>;
  readonly nothing: string;
  readonly ended: string;
  /** `{date}` */
  readonly suspended: string;
  /** `{date}` each. */
  readonly due: Named<'answerBy' | 'late'>;
  readonly states: Named<
    | Exclude<Project['phase'], 'ended'>
    | 'suspended'
    | Ending
    /** `{number}` */
    | 'merged'
  >;
  /** `{there}`, `{all}`; `{date}` */
  readonly documents: Named<'heading' | 'count' | 'short' | 'until' | 'unsigned' | 'button'>;
  readonly late: Named<'heading' | 'text'>;
  readonly ending: Named<'appeal' | 'date' | 'merged'>;
  /** `{line}`, `{date}` */
  readonly line: Named<'more' | 'next' | 'refused' | 'suspended' | 'files'>;
  readonly confirm: Named<'heading' | 'text' | 'first' | 'button' | 'done'>;
  readonly answer: Named<'open' | 'correct' | 'note' | 'noteHint' | 'sent' | 'over'>;
  /** Half an answer that is kept for another day; `{date}`: the last day on which it is there. */
  readonly later: Named<'button' | 'text' | 'saved'>;
  /** More time for an answer: `{date}` until when it is due in `text`, and which day was asked for in `asked`. */
  readonly time: Named<'link' | 'title' | 'text' | 'to' | 'reason' | 'button' | 'asked'>;
  /** To the office; `{date}` in all but the first four and `closed`, `erased`, `answeredEvent`. */
  readonly questions: Named<
    | 'heading'
    | 'text'
    | 'label'
    | 'button'
    | 'done'
    | 'answerBy'
    | 'late'
    | 'asked'
    | 'answered'
    | 'closed'
    | 'erased'
    | 'askedEvent'
    | 'answeredEvent'
  >;
  /** Whom the emails go to: `{email}` in `moving`, `{number}` in `invText`. */
  readonly people: Named<
    | 'title'
    | 'text'
    | 'you'
    | 'name'
    | 'email'
    | 'language'
    | 'asked'
    | 'confirmed'
    | 'none'
    | 'add'
    | 'addText'
    | 'addButton'
    | 'remove'
    | 'removeTitle'
    | 'removeText'
    | 'removeButton'
    | 'keep'
    | 'own'
    | 'ownText'
    | 'ownButton'
    | 'moving'
    | 'full'
    | 'inv'
    | 'invText'
    | 'invButton'
  > & { readonly done: Named<'added' | 'removed' | 'saved' | 'moving'> };
  /** `{date}`, `{on}` */
  readonly copy: Named<'title' | 'received' | 'how' | 'email' | 'send' | 'sent' | 'last'>;
  readonly withdraw: Named<'link' | 'title' | 'text' | 'reason' | 'button' | 'keep' | 'done'>;
  readonly keepLink: string;
  /** `{stage}`, `{assignment}`, `{outcome}`, `{date}`, `{ending}`, `{document}`, `{scan}`, `{about}`, `{holder}` as each needs. */
  readonly events: Named<ToldEvent>;
  /** In the place of `road-map-approved`, when it was made with the acceptance of the letter. */
  readonly roadMapMade: string;
}

export const trackingTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
