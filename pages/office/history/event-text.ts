import type { EventBody, Holder } from '#core/project/event.ts';
import type { AssignmentView, ObstacleView } from '#core/api/views.ts';
import { aboutName } from '#core/notices/names.ts';
import { rowParts } from '#core/road-map/kept.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import type { Language } from '#core/kernel/common.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { Frame } from '../../frame.ts';
import { holderName, nameOf, rowName, type Parties } from '../names.ts';

export interface EventContext {
  readonly frame: Frame;
  readonly assignments: readonly AssignmentView[];
  readonly obstacles: readonly Pick<ObstacleView, 'obstacleId' | 'about'>[];
  readonly parties: Parties;
}

/** The day an event names, by its type. */
function dayOf(body: EventBody): string | undefined {
  switch (body.type) {
    case 'stage-opened':
    case 'assignment-opened':
    case 'assignment-unpaused':
      return body.due;
    case 'assignment-paused':
    case 'moratorium-lifted':
      return body.until;
    case 'moratorium-applied':
      return body.on;
    case 'suspended':
    case 'pause-renewed':
      return body.reviewOn;
    case 'resumed':
      return body.stageDue;
    case 'extended':
    case 'time-asked':
      return body.to;
    case 'need-said':
      return body.by;
    case 'docket-opened':
      return body.contract.startBy;
    case 'docket-step':
    case 'obstacle-referred':
    case 'obstacle-referral-answered':
      return body.on;
    default:
      return undefined;
  }
}

/** What the obstacle stands against that an event is about. */
function aboutIn(body: EventBody, { frame, obstacles }: EventContext): string {
  if (!('obstacleId' in body)) return '';
  const found = obstacles.find(({ obstacleId }) => obstacleId === body.obstacleId);
  return found ? aboutName(textsOf(frame.language), found.about, frame.language) : '';
}

/** Whom an event names: who was asked, or who was given an obstacle. */
function holderIn(body: EventBody): Holder | undefined {
  if (body.type === 'obstacle-handed-over') return body.to;
  return 'holder' in body ? body.holder : undefined;
}

/** A body outside that has an obstacle, or whoever above the office hears of it. */
function aboveIn(body: EventBody, language: Language): string | undefined {
  if (body.type === 'obstacle-escalated') return textsOf(language).roles[body.rung];
  return 'body' in body ? obstacleTexts(language).bodies[body.body] : undefined;
}

function assignmentIn(body: EventBody, { frame, assignments }: EventContext): string | undefined {
  if (body.type === 'assignment-opened') return nameOf(frame, body);
  if (body.type === 'road-map-change-asked') return rowName(frame, rowParts(body.row));
  if (!('assignmentId' in body)) return undefined;
  const found = assignments.find(({ assignmentId }) => assignmentId === body.assignmentId);
  return found && nameOf(frame, found);
}

/** The step of a docket, or the kind of a number. */
function stepIn(body: EventBody, language: Language): string {
  if (body.type === 'docket-step') return docketTexts(language).steps[body.step];
  return body.type === 'number-noted' || body.type === 'number-removed' ? careTexts(language).kinds[body.kind] : '';
}

const sentenceOf = (body: EventBody, language: Language): string => {
  const { sentences, startFits, roadMapMade, roadMapKept } = historyTexts(language);
  if (body.type === 'start-moved' && body.line === undefined) return startFits;
  if (body.type === 'road-map-approved' && body.hash === undefined) return roadMapMade;
  if (body.type === 'road-map-change-answered' && !body.accepted) return roadMapKept;
  return sentences[body.type];
};

/** One event of a project's log as a sentence. */
export function eventText(body: EventBody, context: EventContext): string {
  const { frame, parties } = context;
  const { language } = frame;
  const texts = textsOf(language);
  const date = dayOf(body);
  const holder = holderIn(body);
  return fill(sentenceOf(body, language), {
    stage: 'stage' in body ? texts.stages[body.stage] : '',
    assignment:
      assignmentIn(body, context) ??
      (body.type === 'link-renewed'
        ? texts.holders.investor
        : officeTexts(language).actionFields.wholeStage
      ).toLowerCase(),
    outcome: 'outcome' in body ? texts.outcomes[body.outcome] : '',
    holder: aboveIn(body, language) ?? (holder ? holderName(frame, holder, parties) : ''),
    about: aboutIn(body, context),
    date: date === undefined ? '' : dateText(language, date),
    from: body.type === 'extended' ? dateText(language, body.from) : '',
    document:
      body.type === 'document-added' || body.type === 'document-scanned'
        ? documentTexts(language).names[body.kind]
        : '',
    number: ('number' in body ? body.number : undefined) ?? '',
    step: stepIn(body, language),
    because: body.type === 'docket-closed' ? docketTexts(language).closings[body.because].toLowerCase() : '',
    utility: 'utility' in body && body.utility ? texts.utilities[body.utility] : '',
    version: 'version' in body ? String(body.version) : '',
    scan: body.type === 'document-scanned' ? documentTexts(language).scans[body.result] : '',
    ending: body.type === 'ended' ? texts.endings[body.as].toLowerCase() : '',
  });
}
