import type { Outcome } from '../../stages/decision.ts';
import type { ProjectAction } from '../../project/act-on-project.ts';
import { en } from '../en/office.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/office.ts';
import { ru } from '../ru/office.ts';
import { uzCyrl } from '../uz-cyrl/office.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface OfficeTexts {
  readonly list: Named<
    | 'title'
    | 'zone'
    | 'tasks'
    | 'ofInvestors'
    | 'overdue'
    | 'all'
    | 'byStage'
    | 'byParty'
    | 'ended'
    | 'search'
    | 'searchHint'
    | 'find'
    | 'show'
    | 'noTasks'
    | 'noProjects'
    | 'first'
    | 'enterLetter'
    | 'lines'
    | 'plots'
    | 'importFile'
    /** `{text}` */
    | 'found'
    /** `{forum}` */
    | 'forum'
    /** `{date}` */
    | 'due'
  >;
  readonly project: Named<
    | 'financing'
    | 'now'
    | 'heldBy'
    | 'timeHeld'
    | 'workingDays'
    | 'daysWith'
    | 'daysPaused'
    | 'until'
    | 'since'
    | 'state'
    | 'stage'
    | 'missing'
    | 'legalSource'
    | 'todo'
    | 'more'
    | 'stages'
    | 'baseline'
    | 'target'
    | 'actual'
    | 'assignments'
    | 'assignment'
    | 'due'
    | 'answer'
    | 'letter'
    | 'history'
    | 'onPaper'
    | 'unconfirmed'
    | 'nothing'
    | 'company'
    | 'registeredIn'
    | 'email'
    | 'language'
    | 'production'
    | 'investment'
    | 'jobs'
    | 'exportShare'
    | 'sector'
    | 'land'
    | 'utilities'
    | 'wantedStart'
    | 'expectedStart'
    | 'slack'
    | 'receivedOn'
    | 'forum'
    /** `{date}` */
    | 'suspended'
    | 'moving'
    | 'again'
    /** `{phone}` */
    | 'noEmail'
    /** `{percent}` */
    | 'percent'
  >;
  /** What has just been done, on the page it leads to. */
  readonly done: Named<
    | 'answered'
    | 'acted'
    | 'reported'
    | 'next'
    | 'undone'
    | 'too-late'
    /** `{time}` */
    | 'untilWhen'
    | 'undo'
  >;
  readonly answer: Named<
    | 'given'
    | 'noneGiven'
    | 'answeredOn'
    | 'enteredBy'
    | 'words'
    | 'files'
    | 'impossible'
    | 'choose'
    | 'outcome'
    | 'withNote'
    | 'andApprove'
    | 'alsoApprove'
    | 'other'
    | 'request'
    | 'reasonCode'
    | 'reason'
    | 'conditions'
    | 'daysToCure'
    | 'appeal'
    | 'appealHint'
    | 'to'
    | 'until'
    | 'note'
    /** Of a question of the investor: the choice, and the field. */
    | 'reply'
    | 'replyWords'
    | 'paper'
    | 'paperNumber'
    | 'paperDate'
    | 'preview'
    | 'check'
    | 'confirm'
    | 'mend'
    | 'answeredAlready'
    | 'closedAlready'
    | 'notYours'
    | 'won'
    | 'wonHint'
    | 'lookAgain'
    | 'typed'
    | 'gate'
    /** `{holder}` */
    | 'onBehalf'
  >;
  readonly because: Named<'gate' | 'head' | 'stage'>;
  /** Outcomes as commands, where the office chooses one; `outcomes` of the shared texts say what was chosen. */
  readonly choices: Named<Outcome>;
  readonly actions: Readonly<Record<ProjectAction['action'], Named<'title' | 'text' | 'button'>>>;
  readonly actionFields: Named<
    | 'fault'
    | 'reviewOn'
    | 'target'
    | 'wholeStage'
    | 'newDate'
    | 'nothingToExtend'
    | 'note'
    | 'timeAsked'
    | 'timeAnswer'
    | 'timeGiven'
    | 'timeRefused'
  >;
  readonly lines: Named<
    | 'title'
    | 'text'
    | 'line'
    | 'state'
    | 'reportedOn'
    | 'ready'
    | 'committed'
    | 'notReady'
    | 'readyBy'
    | 'unknown'
    | 'report'
    | 'save'
    /** `{date}` */
    | 'committedUntil'
  >;
  readonly paper: Named<
    | 'title'
    | 'text'
    | 'email'
    | 'emailHint'
    | 'phone'
    | 'unsigned'
    | 'signedText'
    | 'consentText'
    | 'duplicate'
    | 'different'
    | 'despite'
    | 'enter'
    /** `{number}` */
    | 'entered'
  >;
}

export const officeTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
