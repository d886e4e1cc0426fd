import type { CohortStep, losses } from '../../forums/cohort.ts';
import type { GuestStep, PromiseKind, Stale } from '../../forums/forum-record.ts';
import { en } from '../en/forums.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/forums.ts';
import { ru } from '../ru/forums.ts';
import { uzCyrl } from '../uz-cyrl/forums.ts';

type Word =
  | 'title'
  | 'none'
  | 'views'
  | 'ages'
  | 'today'
  | 'step'
  | 'count'
  | 'money'
  | 'promisedMoney'
  | 'jobs'
  | 'days'
  | 'share'
  | 'lost'
  | 'alive'
  | 'launch'
  | 'expected'
  | 'lacks'
  | 'lacksNothing'
  | 'addStated'
  | 'stated'
  | 'source'
  | 'asOf'
  | 'statedCount'
  | 'counted'
  | 'difference'
  | 'project'
  | 'stage'
  | 'start'
  | 'guest'
  | 'company'
  | 'email'
  | 'owner'
  | 'state'
  | 'wave'
  | 'outcome'
  | 'outcomeHint'
  | 'reason'
  | 'next'
  | 'until'
  | 'what'
  | 'guests'
  | 'guestsHint'
  | 'language'
  | 'languageHint'
  | 'invitation'
  | 'makeLetter'
  | 'noGuests'
  | 'noPromises'
  | 'kind'
  | 'parties'
  | 'signedOn'
  | 'amount'
  | 'currency'
  | 'verifiedOn'
  | 'erased'
  | 'save'
  | 'done';

/** `ages`: `{count}` days; `guestsHint`: `{codes}` of languages. */
export type ForumTexts = Readonly<Record<Word, string>> & {
  readonly view: Readonly<Record<'cohort' | 'guests' | 'invite' | 'promises' | 'sign', string>>;
  readonly steps: Readonly<Record<CohortStep, string>>;
  readonly guestStates: Readonly<Record<GuestStep, string>>;
  readonly kinds: Readonly<Record<PromiseKind, string>>;
  readonly stale: Readonly<Record<Stale, string>>;
  readonly losses: Readonly<Record<(typeof losses)[number], string>>;
  readonly actions: Readonly<
    Record<'accepted' | 'declined' | 'came' | 'met' | 'erase' | 'next' | 'letter' | 'lose', string>
  >;
};

export const forumTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
