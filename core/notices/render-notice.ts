import { stageIds, stageIndex, type StageId } from '../stages/stage-id.ts';
import { correctionTexts } from '../texts/areas/correction.ts';
import { documentTexts } from '../texts/areas/documents.ts';
import { dateText, fill } from '../texts/index.ts';
import type { NoticeText } from '../texts/areas/emails.ts';
import type { ProjectNotice } from './notice.ts';
import { companionIn, everythingIn, questionsIn, type Letter } from './letter.ts';
import { assignmentLabel, nameInBrackets, placeName } from './names.ts';
import type { EmailContent, NoticeContent } from './notice-content.ts';
import { asks, dueOf, rowsOf } from './notice-rows.ts';
import { noticeName, paragraphsOf, productText } from './own-words.ts';
import { oneLine } from './one-line.ts';
import { cut, longestSubject, toEmail } from './to-email.ts';
import { wordsOf, type Words } from './words.ts';

const noNames: NoticeContent['zone'] = { kk: '', ru: '', en: '', uz: '', 'uz-cyrl': '' };

/** The zone's own words stand in the place of the product's; what is to be pressed is the product's. */
function noticeText({
  language,
  own,
  ...content
}: NoticeContent): NoticeText & { readonly closing?: string | undefined } {
  const text = productText(language, noticeName(content));
  return own === undefined ? text : { ...text, ...own, paragraphs: paragraphsOf(own.opening ?? '') };
}

/** Project number, stage (with line), what it is, due date. What it is gives way when there is no room for all. */
function subjectOf(words: Words, content: NoticeContent): string {
  const { notice, number, language } = content;
  // In the subject of a receipt the office's day would read as the reader's.
  const due = notice === 'receipt' ? undefined : dueOf(content);
  const label =
    notice === 'assignment' && content.assignment ? assignmentLabel(words, content) : noticeText(content).subject;
  const when = due && fill(asks(content) ? words.email.answerBy : words.email.dueOn, { due: dateText(language, due) });
  const join = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');
  const place = placeName(words, content);
  const whole = join(number, place, label, when);
  return whole.length <= longestSubject ? whole : join(number, place, when);
}

/** The subject alone, of what a notice itself says; undefined for one that nobody of a project gets. */
export function subjectOfNotice(
  { notice, recipient, ...facts }: ProjectNotice,
  reader: Pick<NoticeContent, 'language' | 'number' | 'own'>,
): string | undefined {
  if (notice === 'digest') return undefined;
  const audience = recipient.to === 'former-investor' ? 'investor' : recipient.to;
  const content = told({ ...facts, who: undefined, ...reader, notice, audience, noticeNumber: '', zone: noNames });
  return cut(oneLine(subjectOf(wordsOf(reader.language), content)));
}

function requestOf(words: Words, { notice, assignment, about, line, stage }: NoticeContent): readonly string[] {
  const asked = notice === 'correction' ? (assignment ?? 'correction') : assignment;
  if (asked === undefined || (notice !== 'assignment' && notice !== 'correction')) return [];
  const where = words.stages[stage];
  return [
    fill(words.assignments[asked].request, { stage: where, about: about ? nameInBrackets(words, about, line) : where }),
  ];
}

const stageBefore = (stage: StageId): StageId => stageIds[stageIndex(stage) - 1] ?? stage;

/** An approval is told when the next stage begins and carries that one's name; its email is about the stage that was approved. */
const told = (content: NoticeContent): NoticeContent =>
  content.notice === 'stage-approved' ? { ...content, stage: stageBefore(content.stage) } : content;

function noteLabel({ notice, outcome, refusal }: NoticeContent): keyof Words['email']['quotes'] {
  if (refusal !== undefined) return 'note';
  switch (notice) {
    case 'obstacle-answered':
    case 'question-answered':
      return 'answer';
    case 'obstacle-resolved':
      return 'resolution';
    case 'note-shared':
      return 'note';
    default:
      return outcome === 'approved-with-conditions' || outcome === 'issued-with-conditions'
        ? 'conditions'
        : 'explanation';
  }
}

function quotesOf({ email }: Words, content: NoticeContent): Letter['quotes'] {
  const { notice, report, note, appeal, refusal, assignment } = content;
  // A receipt goes to an address nobody has confirmed yet: it must carry nobody's words.
  if (notice === 'receipt') return [];
  return [
    ...(report
      ? [
          {
            label:
              notice === 'question-answered' || assignment === 'question' ? email.quotes.question : email.quotes.report,
            text: report,
          },
        ]
      : []),
    ...(refusal ? [{ label: email.quotes.refusal, text: refusal }] : []),
    ...(note ? [{ label: email.quotes[noteLabel(content)], text: note }] : []),
    ...(appeal ? [{ label: email.quotes.appeal, text: appeal }] : []),
  ];
}

/** Who is to mend something, or is refused, reads first what and why; of what a note or an answer is about the link tells more. */
const wordsFirst: readonly NoticeContent['notice'][] = [
  'correction',
  'document-returned',
  'rejected',
  'sent-back',
  'terminated',
  'breach-act',
  'docket-decided',
  'docket-closed',
  'report-breach',
  'reopened',
  'time-asked',
  'time-refused',
  'road-map-change',
  'note-shared',
  'question-answered',
  'obstacle-answered',
  'obstacle-resolved',
];

function listsOf(
  { email }: Words,
  { language, documents = [], fields = [], copy = [] }: NoticeContent,
): Letter['lists'] {
  const { toCorrect, fields: names } = correctionTexts(language);
  return [
    ...(documents.length > 0
      ? [{ title: email.documents, entries: documents.map((kind) => ({ text: documentTexts(language).names[kind] })) }]
      : []),
    ...(fields.length > 0 ? [{ title: toCorrect, entries: fields.map((field) => ({ text: names[field] })) }] : []),
    ...copy.map(({ title, facts }) => ({
      title,
      entries: facts.map(({ term, value }) => ({ text: `${term}: ${value}` })),
    })),
  ];
}

/** Pure. Throws a RangeError for an audience the notice does not go to (notice.ts) and for impossible dates. */
export function renderNotice(given: NoticeContent): EmailContent {
  const content = told(given);
  const { language, number, stage, zone, noticeNumber, actionUrl } = content;
  const words = wordsOf(language);
  const { heading, paragraphs, action, closing } = noticeText(content);
  const values = { number, stage: words.stages[stage], kept: content.kept ?? '' };
  const { email } = words;
  return toEmail({
    language,
    zone: zone[language],
    subject: subjectOf(words, content),
    heading: fill(heading, values),
    greeting: email.greeting[content.audience],
    paragraphs: [...requestOf(words, content), ...paragraphs.map((one) => fill(one, values))],
    rows: rowsOf(words, content),
    factsLast: wordsFirst.includes(content.notice),
    quotes: quotesOf(words, content),
    lists: listsOf(words, content),
    action: actionUrl === undefined ? undefined : { label: action, url: actionUrl, copyAddress: email.copyAddress },
    // The office's own mailbox is where replies go: it is not told to write to itself.
    closing: [
      ...companionIn(language, content.companion),
      fill(email.noticeNumber, { noticeNumber }),
      ...(content.audience === 'office' ? [] : questionsIn(language, content.office, closing)),
    ],
    everything: everythingIn(language, content.everythingUrl),
  });
}
