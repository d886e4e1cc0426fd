import type { LegalClockView } from '../../api/views.ts';
import type { Plural } from '../count-text.ts';
import { en } from '../en/frame.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/frame.ts';
import { ru } from '../ru/frame.ts';
import { uzCyrl } from '../uz-cyrl/frame.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface FrameTexts extends Named<
  | 'siteName'
  | 'skip'
  | 'languages'
  | 'menu'
  | 'signIn'
  | 'signOut'
  | 'signOutEverywhere'
  | 'footer'
  | 'privacy'
  | 'back'
  | 'next'
  | 'previous'
  | 'pages'
  | 'save'
  | 'send'
  | 'change'
  | 'cancel'
  | 'choose'
  | 'optional'
  | 'notGiven'
  | 'yes'
  | 'no'
  | 'errorPrefix'
  | 'errorSummary'
  | 'error'
  | 'notice'
  | 'done'
  | 'important'
  | 'empty'
  | 'amount'
  | 'currency'
  | 'companyNumber'
  | 'contact'
  | 'phone'
  | 'dateHint'
  | 'whichNumber'
  | 'zeroMeant'
  /** `{count}`: the last row of a file that does not hold a whole list. */
  | 'fileCut'
  /** `{number}` */
  | 'numberRead'
  /** `{reference}` */
  | 'reference'
  | 'toStart'
  | 'toProject'
  | 'typed'
  | 'anotherLink'
> {
  /** For whoever signs in anew after a form came too late. */
  readonly typedBefore: { readonly title: string; readonly text: string };
  readonly staffMenu: Named<'workList' | 'desk' | 'projects' | 'overview' | 'administration' | 'headquarters'>;
  readonly signInPage: Named<'title' | 'text' | 'who' | 'start' | 'out'>;
  readonly stageStates: Named<'done' | 'running' | 'ahead'>;
  /** `{date}` each; `ended` also `{ending}`. */
  readonly stageDates: Named<'finished' | 'planned' | 'was' | 'suspended' | 'late' | 'ended' | 'never'>;
  readonly lateBy: Plural;
  /** The clock of the law over some stages: `{date}` each, for `clocks` of the application. */
  readonly legal: Named<'term' | 'until' | 'done' | 'stands'> & { readonly clocks: Named<LegalClockView['clock']> };
  /** A project by its days. `{date}` of a turn that runs; `{from}` and `{to}` of a standstill that is over. */
  readonly timeline: Named<'heading' | 'row' | 'dates' | 'since' | 'paused'> & {
    readonly legend: Named<'actual' | 'expected' | 'planned' | 'paused' | 'late' | 'today'>;
  };
  /** What will be emailed, looked at before it is sent. */
  readonly emails: Named<
    | 'heading'
    | 'none'
    | 'to'
    | 'text'
    /** `{phone}` */
    | 'noAddress'
  > & { readonly count: Plural };
}

export const frameTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
