import { languages, type Language } from '../kernel/common.ts';
import { addDays, yearOf, type LocalDate } from '../calendar/local-date.ts';
import type { Zone } from '../reference/reference.ts';
import { appealIn } from '../reference/zone-replies.ts';
import type { EmailContent, NoticeContent } from './notice-content.ts';
import { ownWords, partsOf, type NoticeName, type OwnTexts } from './own-words.ts';
import { renderNotice } from './render-notice.ts';

type Facts = Partial<NoticeContent>;

const power = { assignment: 'technical-condition', line: 'power' } as const;

/** What a party is asked, an investor has to add, the office decides on. */
const asked: Readonly<Record<NoticeContent['audience'], Facts>> = {
  party: power,
  investor: { assignment: 'documents', documents: ['application'] },
  office: { assignment: 'refusal', about: 'technical-condition', line: 'power' },
};

const dated: readonly NoticeContent['notice'][] = [
  'receipt',
  'letter-received',
  'assignment',
  'new-link',
  'correction',
  'document-returned',
  'ready-for-decision',
];

const docketed: readonly NoticeContent['notice'][] = [
  'start-reminder',
  'breach-act',
  'docket-decided',
  'contract-ended',
  'docket-closed',
];

const aboutPower: readonly NoticeContent['notice'][] = [
  'new-link',
  'assignment-closed',
  'answer-recorded',
  'answer-received',
  'line-answered',
  'extended',
];

/** A project that nobody has, in the middle of its way. */
function sampleFacts(
  { code, mailbox }: Zone,
  name: NoticeName,
  today: LocalDate,
): Omit<NoticeContent, 'language' | 'zone'> {
  const { notice, audience } = partsOf(name);
  const number = `${code}-${String(yearOf(today))}-0001`;
  const [due, later] = [addDays(today, 7), addDays(today, 21)];
  return {
    notice,
    audience,
    number,
    noticeNumber: `${number}/17`,
    stage: notice === 'receipt' || notice === 'letter-received' ? 'letter-of-intent' : 'technical-conditions',
    ...(dated.includes(notice) && { due }),
    ...(audience !== 'investor' && { company: code }),
    ...(audience !== 'party' && notice !== 'assignment' ? {} : asked[audience]),
    ...(aboutPower.includes(notice) && audience !== 'office' && power),
    ...(notice === 'merged' && { kept: `${code}-${String(yearOf(today))}-0002` }),
    ...(notice.startsWith('report-') && { kept: `${String(yearOf(today))}/I` }),
    ...(notice === 'extended' && { from: due, to: later, due: later }),
    ...((notice === 'suspended' || notice === 'pause-renewed') && audience === 'office' && { to: later }),
    ...(notice === 'line-answered' && { outcome: 'issued' }),
    ...(notice === 'rejected' && { outcome: 'rejected', reasonCode: 'no-plot' }),
    ...(notice === 'address-changed' && { newAddress: `${mailbox.slice(0, 1)}…@e….org` }),
    ...(docketed.includes(notice) && {
      docket: {
        contract: 'D-27',
        startBy: later,
        ...(notice !== 'start-reminder' && { number: '12-07/58', on: today }),
        ...(notice === 'breach-act' && { cureUntil: later }),
        ...(notice === 'docket-decided' && { ground: 'late' as const }),
        ...(notice === 'docket-closed' && { newStart: later }),
      },
    }),
    // A link belongs to its reader.
    actionUrl: '…',
    ...(audience === 'party' && { everythingUrl: '…' }),
  };
}

export interface SampleEmail extends EmailContent {
  readonly language: Language;
}

/** The emails that a notice would be, one a language, about a project that nobody has. @param texts absent: the product's */
export function sampleEmails(
  zone: Zone,
  name: NoticeName,
  texts: OwnTexts | undefined,
  today: LocalDate,
): readonly SampleEmail[] {
  const facts = sampleFacts(zone, name, today);
  const version = texts && { zoneId: zone.zoneId, name, at: 0, by: '', texts };
  const ends = facts.notice === 'rejected' || facts.notice === 'terminated' || docketed.includes(facts.notice);
  return languages.map((language) => ({
    ...renderNotice({
      ...facts,
      ...(ends && { appeal: appealIn(zone, language) }),
      language,
      zone: zone.names,
      own: ownWords(name, version, language),
    }),
    language,
  }));
}
