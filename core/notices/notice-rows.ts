import { nextStage } from '../domain/stage-id.ts';
import { dateText, fill, numberText, type Texts } from '../texts/index.ts';
import type { Row } from './letter.ts';
import { addresseeName } from './names.ts';
import type { NoticeContent } from './notice-content.ts';

type Label = keyof Texts['email']['rows'];

const asking: readonly NoticeContent['notice'][] = ['letter-received', 'assignment', 'correction', 'ready-for-decision'];
const answering: readonly NoticeContent['notice'][] = ['answer-recorded', 'line-answered'];

/** Whether the reader is asked for something: then the due date is the day to answer by. */
export const asks = ({ notice }: NoticeContent): boolean => asking.includes(notice);

const needText = (texts: Texts, { language, need }: NoticeContent): string | undefined =>
  need && fill(texts.units[need.unit], { amount: numberText(language, need.amount) });

/** What the notice is about. */
const aboutRows = (texts: Texts, content: NoticeContent): readonly (readonly [Label, string | undefined])[] => {
  const { notice, number, zone, language, stage, assignment, line } = content;
  const next = notice === 'stage-approved' ? nextStage(stage) : undefined;
  return [
    ['asked', assignment && texts.assignments[assignment].name],
    ['addressee', asks(content) ? addresseeName(texts, content) : undefined],
    ['project', number],
    ['zone', zone[language]],
    ['stage', texts.stages[stage]],
    ['next', next && texts.stages[next]],
    ['line', line && texts.utilities[line]],
    ['need', needText(texts, content)],
  ];
};

/** What was decided, why, and which days follow. */
const resultRows = (texts: Texts, content: NoticeContent): readonly (readonly [Label, string | undefined])[] => {
  const { notice, language, outcome, reasonCode, from, to, due } = content;
  const day = (date: string | undefined) => date && dateText(language, date);
  return [
    [answering.includes(notice) ? 'answer' : 'decision', outcome && texts.outcomes[outcome]],
    ['reason', reasonCode && texts.reasons[reasonCode]],
    ['from', day(from)],
    [notice === 'extended' ? 'extendedTo' : 'pausedUntil', day(to)],
    [asks(content) ? 'answerBy' : 'due', due === to ? undefined : day(due)],
  ];
};

const days: readonly Label[] = ['extendedTo', 'pausedUntil', 'answerBy', 'due'];

/** The facts of a notice as labelled rows; what the content does not have has no row. */
export const rowsOf = (texts: Texts, content: NoticeContent): readonly Row[] =>
  [...aboutRows(texts, content), ...resultRows(texts, content)].flatMap(([label, value]): Row[] =>
    value === undefined ? [] : [{ label: texts.email.rows[label], value, strong: days.includes(label) }]);
