import type { Language, Utility } from '../kernel/common.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { ObstacleAbout } from '../obstacles/obstacle-facts.ts';
import { partyKinds, type PartyKind } from '../reference/reference.ts';
import { assignmentSpecs } from '../stages/assignment-kind.ts';
import type { StageId } from '../stages/stage-id.ts';
import { obstacleTexts } from '../texts/areas/obstacles.ts';
import { dateText, fill, type Texts } from '../texts/index.ts';
import type { NoticeContent } from './notice-content.ts';

// In brackets, as these names stand after the colon of a label or a sentence.
const withLine = (texts: Texts, name: string, line: Utility | undefined): string =>
  line === undefined ? name : `${name} (${texts.utilities[line]})`;

/** An assignment by name, with its utility line: 'technical conditions (power)'. */
export const assignmentName = (texts: Texts, kind: AssignmentKind, line: Utility | undefined): string =>
  withLine(texts, texts.assignments[kind].name, line);

/** The same for a text that sets it in brackets itself: 'technical conditions, power'. */
export const nameInBrackets = (texts: Texts, kind: AssignmentKind, line: Utility | undefined): string =>
  [texts.assignments[kind].name, ...(line === undefined ? [] : [texts.utilities[line]])].join(', ');

export function aboutName(texts: Texts, about: ObstacleAbout, language: Language): string {
  switch (about.kind) {
    case 'stage':
      return texts.stages[about.stage];
    case 'line':
      return texts.utilities[about.line];
    case 'party':
      return about.names[language];
    case 'instruction':
      return fill(obstacleTexts(language).instruction, {
        number: String(about.number),
        date: dateText(language, about.meetingOn),
      });
  }
}

interface Place {
  readonly stage: StageId;
  readonly line?: Utility | undefined;
  readonly assignment?: AssignmentKind | undefined;
}

export const placeName = (texts: Texts, { stage, line }: Place): string => withLine(texts, texts.stages[stage], line);

/** What an assignment adds to its place; nothing where stage and line say it already. */
export function assignmentLabel(texts: Texts, { assignment, stage }: Place): string | undefined {
  if (assignment === undefined || assignment === 'technical-condition') return undefined;
  const { name } = texts.assignments[assignment];
  return name.toLowerCase() === texts.stages[stage].toLowerCase() ? undefined : name;
}

const isPartyKind = (name: string): name is PartyKind => (partyKinds as readonly string[]).includes(name);

function partyKindOf({ assignment, line }: NoticeContent): PartyKind | undefined {
  const holder =
    assignment === undefined || assignmentSpecs[assignment].holder === 'line'
      ? line
      : assignmentSpecs[assignment].holder;
  return holder !== undefined && isPartyKind(holder) ? holder : undefined;
}

export function addresseeName(texts: Texts, content: NoticeContent): string {
  if (content.audience !== 'party') return texts.holders[content.audience];
  const kind = partyKindOf(content);
  return kind === undefined ? texts.holders.party : texts.partyKinds[kind];
}
