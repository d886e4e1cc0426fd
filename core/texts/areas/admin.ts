import type { TermUnit } from '../../calendar/term.ts';
import type { auditKinds } from '../../people/audit.ts';
import type { Plural } from '../count-text.ts';
import { en } from '../en/admin.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/admin.ts';
import { ru } from '../ru/admin.ts';
import { uzCyrl } from '../uz-cyrl/admin.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface AdminTexts {
  readonly home: Named<
    | 'title'
    | 'text'
    | 'delay'
    | 'people'
    | 'access'
    | 'parties'
    | 'zone'
    | 'forums'
    | 'calendar'
    | 'durations'
    | 'changes'
    /** `{zones}` */
    | 'region'
  >;
  readonly people: Named<
    | 'title'
    | 'search'
    | 'find'
    | 'none'
    | 'name'
    | 'email'
    | 'language'
    | 'roles'
    | 'account'
    | 'signedIn'
    | 'waiting'
    /** `{from}` */
    | 'since'
    /** `{until}` */
    | 'upTo'
    /** `{from}`, `{until}` */
    | 'days'
    /** `{name}` */
    | 'standsIn'
    /** `{from}`, `{until}`, `{name}` */
    | 'away'
  >;
  readonly person: Named<
    | 'edit'
    | 'giveRole'
    | 'endRole'
    | 'endAll'
    | 'deputy'
    | 'roleAt'
    | 'elsewhere'
    | 'cannotEdit'
    | 'newAddress'
    | 'ownAddress'
  >;
  readonly add: Named<
    'title' | 'text' | 'ceiling' | 'emailHint' | 'role' | 'place' | 'from' | 'until' | 'daysHint' | 'button'
  >;
  readonly ask: Named<
    | 'title'
    | 'text'
    | 'more'
    | 'noEmail'
    | 'address'
    | 'name'
    | 'language'
    | 'place'
    | 'role'
    | 'note'
    | 'noteHint'
    | 'button'
    | 'sent'
    /** `{date}`, `{role}`, `{place}` */
    | 'waiting'
    /** `{date}`, `{role}`, `{place}`, `{reason}` */
    | 'refused'
  >;
  readonly access: Named<
    | 'title'
    | 'list'
    | 'text'
    | 'none'
    | 'asked'
    /** `{group}` */
    | 'ceilingMissing'
    | 'decision'
    | 'give'
    | 'refuse'
    | 'reason'
    | 'reasonHint'
    | 'button'
    | 'done'
    | 'taken'
    | 'newAccount'
  >;
  readonly known: Named<
    | 'title'
    | 'text'
    | 'noRoles'
    | 'button'
    | 'other'
    /** `{name}` */
    | 'entered'
  >;
  readonly refused: Named<'toOneself' | 'bothRanks' | 'tooMany'>;
  readonly end: Named<'title' | 'titleAll' | 'text' | 'own' | 'ownText' | 'last' | 'button'>;
  readonly deputies: Named<'title' | 'text' | 'who' | 'from' | 'until' | 'button' | 'end' | 'none'>;
  readonly what: Named<(typeof auditKinds)[number]>;
  readonly parties: Named<
    | 'title'
    | 'text'
    | 'add'
    | 'edit'
    | 'kind'
    | 'name'
    | 'email'
    | 'emailHint'
    | 'colleagues'
    | 'colleaguesHint'
    | 'people'
    | 'peopleHint'
    | 'language'
    | 'state'
    | 'active'
    | 'end'
    | 'endText'
    | 'endButton'
    | 'holds'
    | 'missing'
    | 'none'
    /** `{language}` */
    | 'nameIn'
    /** `{date}` */
    | 'ended'
    | 'sent'
    | 'noEnds'
    | 'moveTitle'
    | 'moveButton'
    /** `{count}` */
    | 'endsMore'
  > & {
    /** `{count}` links that end with another address. */
    readonly ends: Plural;
  };
  readonly zone: Named<
    | 'title'
    | 'edit'
    | 'mailbox'
    | 'mailboxHint'
    | 'phone'
    | 'hours'
    | 'hoursHint'
    | 'address'
    | 'language'
    | 'country'
    | 'code'
    | 'lines'
    | 'linesText'
    | 'report'
  >;
  readonly forums: Named<'title' | 'text' | 'add' | 'edit' | 'firstDay' | 'lastDay' | 'none' | 'tooMany'>;
  readonly calendar: Named<
    | 'month'
    | 'title'
    | 'text'
    | 'day'
    | 'state'
    | 'reason'
    | 'source'
    | 'working'
    | 'off'
    | 'forecast'
    | 'byRule'
    | 'expected'
    | 'sources'
    | 'own'
    | 'add'
    | 'remove'
    | 'noDays'
    | 'noOwn'
    | 'year'
  >;
  readonly override: Named<
    'title' | 'text' | 'date' | 'state' | 'reason' | 'reasonHint' | 'source' | 'removeTitle' | 'removeText'
  >;
  readonly durations: Named<
    | 'title'
    | 'text'
    | 'stage'
    | 'source'
    | 'since'
    | 'whose'
    | 'ofCountry'
    | 'ofZone'
    | 'inForce'
    | 'ahead'
    | 'past'
    | 'state'
    | 'set'
    | 'withdraw'
    | 'withdrawText'
    | 'setTitle'
    | 'setText'
    | 'workingDays'
    | 'calendarDays'
    | 'calendarMonths'
    | 'oneUnit'
    | 'ofType'
    | 'term'
    | 'sourceTitle'
    | 'sourceUrl'
    | 'effectiveFrom'
    | 'effectiveHint'
  > & { readonly units: Readonly<Record<TermUnit, Plural>> };
  readonly preview: Named<
    | 'title'
    | 'text'
    | 'check'
    | 'save'
    | 'mend'
    | 'projects'
    | 'project'
    | 'stage'
    | 'before'
    | 'after'
    | 'start'
    | 'late'
    | 'becomesLate'
    | 'noMore'
    | 'told'
    | 'toldText'
    | 'assignment'
    | 'due'
    | 'none'
    | 'noneTold'
    | 'more'
  > & {
    /** `{count}` each. */
    readonly looked: Plural;
    readonly moved: Plural;
    readonly newlyLate: Plural;
    readonly shift: Plural;
    readonly earlier: Plural;
  };
  readonly changes: Named<'title' | 'when' | 'who' | 'what' | 'about' | 'facts' | 'none'>;
  readonly fields: Named<
    | 'name'
    | 'email'
    | 'colleagues'
    | 'people'
    | 'language'
    | 'role'
    | 'from'
    | 'until'
    | 'firstDay'
    | 'lastDay'
    | 'deputy'
    | 'names'
    | 'mailbox'
    | 'phone'
    | 'hours'
    | 'address'
    | 'kind'
    | 'working'
    | 'reason'
    | 'source'
    | 'workingDays'
    | 'calendarDays'
    | 'calendarMonths'
    | 'zoneType'
    | 'effectiveFrom'
    | 'daysToCure'
    | 'replyTo'
    | 'without'
    | 'endedOn'
  >;
  readonly conflict: string;
  readonly files: Named<'csv' | 'xlsx'>;
}

export const adminTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
