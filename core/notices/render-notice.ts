import { dateText, fill, textsOf, type Texts } from '../texts/index.ts';
import type { NoticeText } from '../texts/texts.ts';
import type { NoticeAudience } from './audiences.ts';
import type { Letter } from './letter.ts';
import { assignmentLabel, assignmentName, placeName } from './names.ts';
import type { EmailContent, NoticeContent } from './notice-content.ts';
import { asks, rowsOf } from './notice-rows.ts';
import { longestSubject, toEmail } from './to-email.ts';

function noticeText(texts: Texts, { notice, audience }: NoticeContent): NoticeText {
  const byAudience: Readonly<Partial<Record<NoticeAudience, NoticeText>>> = texts.notices[notice];
  const text = byAudience[audience];
  if (text === undefined) throw new RangeError(`No notice '${notice}' goes to: ${audience}`);
  return text;
}

/** Project number, stage (with line), what it is, due date. What it is gives way when there is no room for all. */
function subjectOf(texts: Texts, content: NoticeContent): string {
  const { notice, number, language, due } = content;
  const label = notice === 'assignment' && content.assignment ? assignmentLabel(texts, content) : noticeText(texts, content).subject;
  const when = due && fill(asks(content) ? texts.email.answerBy : texts.email.dueOn, { due: dateText(language, due) });
  const join = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');
  const place = placeName(texts, content);
  const whole = join(number, place, label, when);
  return whole.length <= longestSubject ? whole : join(number, place, when);
}

/** The sentence that asks for the assignment. */
function requestOf(texts: Texts, { assignment, about, line, stage }: NoticeContent): readonly string[] {
  if (assignment === undefined) return [];
  return [fill(texts.assignments[assignment].request, { about: about ? assignmentName(texts, about, line) : texts.stages[stage] })];
}

function quotesOf({ email }: Texts, { notice, outcome, note, appeal }: NoticeContent): Letter['quotes'] {
  // A receipt goes to an address nobody has confirmed yet: it must carry nobody's words.
  if (notice === 'receipt') return [];
  const conditional = outcome === 'approved-with-conditions' || outcome === 'issued-with-conditions';
  return [
    ...(note ? [{ label: email.quotes[conditional ? 'conditions' : 'explanation'], text: note }] : []),
    ...(appeal ? [{ label: email.quotes.appeal, text: appeal }] : []),
  ];
}

/**
 * The email of a notice in its recipient's language. Pure: the same content gives the same email. Throws a RangeError for an
 * audience the notice does not go to (audiences.ts) and for dates that do not exist: both are faults of the caller.
 */
export function renderNotice(content: NoticeContent): EmailContent {
  const { language, number, stage, zone, notice, noticeNumber, actionUrl } = content;
  const texts = textsOf(language);
  const { heading, paragraphs, action } = noticeText(texts, content);
  const values = { number, stage: texts.stages[stage] };
  const { email } = texts;
  return toEmail({
    language,
    zone: zone[language],
    subject: subjectOf(texts, content),
    heading: fill(heading, values),
    greeting: email.greeting[content.audience],
    paragraphs: [...(notice === 'assignment' ? requestOf(texts, content) : []), ...paragraphs.map((one) => fill(one, values))],
    rows: rowsOf(texts, content),
    quotes: quotesOf(texts, content),
    lists: [],
    action: actionUrl === undefined ? undefined : { label: action, url: actionUrl, copyAddress: email.copyAddress },
    closing: [fill(email.noticeNumber, { noticeNumber }), email.questions],
  });
}
