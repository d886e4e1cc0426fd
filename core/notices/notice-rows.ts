import { nextStage } from '../stages/stage-id.ts';
import { documentTexts } from '../texts/areas/documents.ts';
import { docketTexts } from '../texts/areas/docket.ts';
import { dateText, fill } from '../texts/index.ts';
import { needText } from '../texts/need-text.ts';
import type { Row } from './letter.ts';
import { addresseeName } from './names.ts';
import { oneLine } from './one-line.ts';
import type { NoticeContent } from './notice-content.ts';
import type { Words } from './words.ts';

type Label = keyof Words['email']['rows'];

const asking: readonly NoticeContent['notice'][] = [
  'letter-received',
  'assignment',
  'correction',
  'ready-for-decision',
  'document-returned',
];
const settled: readonly NoticeContent['notice'][] = [
  'assignment-closed',
  'answer-recorded',
  'answer-received',
  'line-answered',
  'corrected',
  'obstacle-closed',
];

const wishing: readonly NoticeContent['notice'][] = ['time-asked', 'road-map-change'];

export const asks = ({ notice }: NoticeContent): boolean => asking.includes(notice);

/** The day that still binds somebody. An assignment that is answered or closed binds nobody, and its day would only alarm. */
export const dueOf = ({ notice, due }: NoticeContent): NoticeContent['due'] =>
  settled.includes(notice) ? undefined : due;

const whoText = (words: Words, { language, who }: NoticeContent): string | undefined =>
  who && (who.names?.[language] ?? (who.named === undefined ? words.holders[who.kind] : oneLine(who.named)));

const whoLabels: Readonly<Partial<Record<NoticeContent['notice'], Label>>> = {
  'obstacle-answered': 'author',
  'time-asked': 'author',
  'answer-received': 'answeredBy',
};

const aboutRows = (words: Words, content: NoticeContent): readonly (readonly [Label, string | undefined])[] => {
  const { notice, number, company, zone, language, stage, assignment, line, document } = content;
  const next = notice === 'stage-approved' ? nextStage(stage) : undefined;
  return [
    ['document', document && documentTexts(language).names[document]],
    ['asked', assignment && words.assignments[assignment].name],
    ['addressee', asks(content) ? addresseeName(words, content) : undefined],
    ['project', number],
    ['investor', content.audience === 'investor' || company === undefined ? undefined : oneLine(company)],
    ['newAddress', content.newAddress],
    ['zone', zone[language]],
    ['stage', words.stages[stage]],
    ['next', next && words.stages[next]],
    ['line', line && words.utilities[line]],
    ['need', content.need && needText(language, content.need)],
    [whoLabels[notice] ?? 'owner', whoText(words, content)],
  ];
};

const resultRows = (words: Words, content: NoticeContent): readonly (readonly [Label, string | undefined])[] => {
  const { notice, language, outcome, reasonCode, from, to } = content;
  const due = dueOf(content);
  const day = (date: string | undefined) => date && dateText(language, date);
  return [
    [settled.includes(notice) ? 'answer' : 'decision', outcome && words.outcomes[outcome]],
    ['reason', reasonCode && words.reasons[reasonCode]],
    ['from', day(from)],
    [notice === 'extended' ? 'extendedTo' : wishing.includes(notice) ? 'wished' : 'pausedUntil', day(to)],
    ['receivedOn', day(content.receivedOn)],
    [notice === 'receipt' ? 'officeAnswersBy' : asks(content) ? 'answerBy' : 'due', due === to ? undefined : day(due)],
  ];
};

function docketRows({ language, docket }: NoticeContent): readonly (readonly [Label, string | undefined])[] {
  if (docket === undefined) return [];
  const words = docketTexts(language);
  const { contract, startBy, number, on, cureUntil, newStart, ground, article } = docket;
  const day = (date: string | undefined) => date && dateText(language, date);
  return [
    [
      'paper',
      number === undefined || on === undefined
        ? undefined
        : fill(words.paperOf, { number, date: dateText(language, on) }),
    ],
    ['cureUntil', day(cureUntil)],
    ['newStart', day(newStart)],
    ['ground', ground && words.groundNames[ground]],
    ['law', article && words.articles[article]],
    ['contract', contract],
    ['startBy', day(startBy)],
  ];
}

const days: readonly Label[] = [
  'cureUntil',
  'newStart',
  'extendedTo',
  'wished',
  'pausedUntil',
  'officeAnswersBy',
  'answerBy',
  'due',
];

const first: readonly Label[] = [...days, 'document', 'decision', 'reason', 'ground', 'law'];

export const rowsOf = (words: Words, content: NoticeContent): readonly Row[] =>
  [...aboutRows(words, content), ...docketRows(content), ...resultRows(words, content)].flatMap(
    ([label, value]): Row[] =>
      value === undefined
        ? []
        : [{ label: words.email.rows[label], value, strong: days.includes(label), first: first.includes(label) }],
  );
