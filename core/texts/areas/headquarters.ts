import type { agendaSections } from '../../headquarters/agenda.ts';
import type { HeadquartersRequest, InstructionStanding } from '../../headquarters/headquarters.ts';
import { en } from '../en/headquarters.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/headquarters.ts';
import { ru } from '../ru/headquarters.ts';
import { uzCyrl } from '../uz-cyrl/headquarters.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of the headquarters of a zone or region: its agenda, its protocol, its register of instructions. */
export interface HeadquartersTexts extends Named<
  | 'none'
  | 'views'
  /** `{date}`, `{time}` */
  | 'meets'
  /** `{date}` */
  | 'ended'
  /** The same of a region's. */
  | 'regionEnded'
  | 'regionNone'
  /** `{zones}`: by name */
  | 'region'
  | 'regionLink'
  | 'places'
  | 'zone'
  | 'secretary'
  | 'members'
  | 'weekday'
  | 'time'
  | 'timeHint'
  | 'begunOn'
  /** `{since}` */
  | 'agendaText'
  | 'nothing'
  /** `{due}`, `{from}`: days */
  | 'moved'
  | 'matter'
  | 'project'
  | 'holder'
  | 'due'
  | 'record'
  | 'kind'
  | 'day'
  | 'text'
  | 'responsible'
  | 'forInstruction'
  | 'deadline'
  | 'projectHint'
  | 'noMeetings'
  /** `{date}` */
  | 'meetingOf'
  /** `{number}` */
  | 'instruction'
  | 'standing'
  | 'all'
  | 'noInstructions'
  | 'evidence'
  | 'giveEvidence'
  | 'judge'
  | 'refusal'
  | 'csv'
  | 'xlsx'
> {
  readonly view: Named<'agenda' | 'hall' | 'protocol' | 'instructions' | 'setting'>;
  /** Of the page that a meeting is held with; `item`: `{at}`, `{count}` */
  readonly hall: Named<'previous' | 'next' | 'item' | 'before' | 'nothingBefore' | 'finish'>;
  /** Of the email with the agenda; `subject`, `nothing`: `{date}`, `{time}` */
  readonly pack: Named<'subject' | 'all' | 'own' | 'nothing' | 'open'>;
  readonly sections: Named<(typeof agendaSections)[number]>;
  readonly weekdays: readonly [string, string, string, string, string];
  readonly kinds: Named<'decide' | 'instruct'>;
  readonly judgements: Named<'accept' | 'refuse'>;
  readonly standings: Named<InstructionStanding>;
  readonly figures: Named<'keptInTime' | 'keptLate' | 'open' | 'pastDue'>;
  /** `{who}`, `{date}` */
  readonly said: Named<'evidence' | 'refusal' | 'acceptance'>;
  readonly done: Named<HeadquartersRequest['action']>;
}

export const headquartersTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
