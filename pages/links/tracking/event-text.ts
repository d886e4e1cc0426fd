import type { Language } from '#core/kernel/common.ts';
import { aboutName, assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { locales } from '#core/texts/locales.ts';
import { trackingTexts, type ToldEvent } from '#core/texts/areas/tracking.ts';
import type { TrackingView } from '#core/project/tracking.ts';

type Event = TrackingView['events'][number];
type Known = Pick<TrackingView['link'], 'assignments' | 'obstacles'>;

const dayIn = (
  body: Extract<
    Event['body'],
    { type: 'assignment-paused' | 'assignment-unpaused' | 'moratorium-applied' | 'moratorium-lifted' }
  >,
): string => (body.type === 'moratorium-applied' ? body.on : 'due' in body ? body.due : body.until);

function namesIn(
  language: Language,
  { body, names, passed }: Event,
  { assignments, obstacles }: Known,
): Record<string, string> {
  const texts = textsOf(language);
  switch (body.type) {
    case 'letter-submitted':
      return { date: dateText(language, body.receivedOn) };
    case 'merged-into':
    case 'number-given':
      return { number: body.number };
    case 'stage-opened':
      return { stage: texts.stages[body.stage], date: dateText(language, body.due) };
    case 'became-overdue':
      return { stage: passed ? texts.stages[passed.stage] : '', date: passed ? dateText(language, passed.due) : '' };
    case 'reopened':
      return { stage: texts.stages[body.stage] };
    case 'stage-decided':
      return { stage: texts.stages[body.stage], outcome: texts.outcomes[body.outcome] };
    case 'assignment-opened':
      return { assignment: assignmentName(texts, body.kind, body.line), date: dateText(language, body.due) };
    case 'assignment-answered': {
      const assignment = assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
      return {
        assignment: assignment ? assignmentName(texts, assignment.kind, assignment.line) : '',
        outcome: texts.outcomes[body.outcome],
      };
    }
    case 'assignment-paused':
    case 'moratorium-applied':
    case 'moratorium-lifted':
    case 'assignment-unpaused': {
      const assignment = assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
      return {
        assignment: assignment ? assignmentName(texts, assignment.kind, assignment.line) : '',
        date: dateText(language, dayIn(body)),
      };
    }
    case 'document-returned':
    case 'document-added':
      return { document: documentTexts(language).names[body.kind] };
    case 'document-scanned':
      return { document: documentTexts(language).names[body.kind], scan: documentTexts(language).scans[body.result] };
    case 'obstacle-raised':
    case 'obstacle-handed-over':
    case 'obstacle-answered':
    case 'obstacle-referred':
    case 'obstacle-referral-answered':
    case 'obstacle-resolved': {
      const obstacle = obstacles.find(({ obstacleId }) => obstacleId === body.obstacleId);
      return {
        about: obstacle ? aboutName(texts, obstacle.about, language) : '',
        ...('on' in body && { date: dateText(language, body.on) }),
        holder:
          'body' in body
            ? obstacleTexts(language).bodies[body.body]
            : 'to' in body
              ? (names?.[language] ?? texts.holders[body.to.kind])
              : '',
      };
    }
    case 'docket-step':
      return { step: docketTexts(language).steps[body.step], number: body.number, date: dateText(language, body.on) };
    case 'docket-closed':
      return { because: docketTexts(language).closings[body.because].toLocaleLowerCase(locales[language]) };
    case 'suspended':
    case 'pause-renewed':
      return { date: dateText(language, body.reviewOn) };
    case 'extended':
      return { date: dateText(language, body.to) };
    case 'ended':
      return { ending: texts.endings[body.as].toLocaleLowerCase(locales[language]) };
    default:
      return {};
  }
}

/** Whether it is of a question of the investor, which is told in words of its own. */
const questionIn = ({ body }: Event, { assignments }: Known): boolean =>
  (body.type === 'assignment-opened' && body.kind === 'question') ||
  (body.type === 'assignment-answered' &&
    assignments.some(({ assignmentId, kind }) => assignmentId === body.assignmentId && kind === 'question'));

export function eventText(language: Language, event: Event, link: Known): string {
  const templates: Readonly<Record<string, string>> & Readonly<Record<ToldEvent, string>> =
    trackingTexts(language).events;
  const { questions } = trackingTexts(language);
  const asked = questionIn(event, link);
  const template = asked
    ? event.body.type === 'assignment-opened'
      ? questions.askedEvent
      : questions.answeredEvent
    : event.body.type === 'road-map-approved' && event.body.hash === undefined
      ? trackingTexts(language).roadMapMade
      : templates[event.body.type];
  return template === undefined ? '' : capital(language, fill(template, namesIn(language, event, link)));
}
