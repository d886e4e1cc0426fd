import { Figures, Holder } from '#core/project/event.ts';
import { Decision, DecisionRequest, LinkDecisionRequest, PaperAnswer } from '#core/stages/decision.ts';
import { ObstacleAbout } from '#core/obstacles/obstacle-facts.ts';
import { OfficeNote } from '#core/work/office-note.ts';
import { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import { Names } from '#core/reference/reference.ts';
import {
  AssignmentLineView,
  AssignmentPage,
  AssignmentView,
  BucketView,
  ChangedView,
  EmailPage,
  EventPage,
  EventView,
  LinkView,
  NotePage,
  ObstacleLineView,
  ObstaclePage,
  ObstacleView,
  PipelineView,
  Problem,
  ProjectLineView,
  ProjectPage,
  ProjectView,
  StageView,
  ZoneList,
} from '#core/api/views.ts';

/** The shapes that the OpenAPI document names, so that each is written once. */
export const namedSchemas = {
  AssignmentLineView,
  AssignmentPage,
  AssignmentView,
  BucketView,
  ChangedView,
  Decision,
  DecisionRequest,
  EmailPage,
  EventPage,
  EventView,
  Figures,
  Holder,
  LetterOfIntent,
  LinkDecisionRequest,
  LinkView,
  Names,
  NotePage,
  ObstacleAbout,
  ObstacleLineView,
  ObstaclePage,
  ObstacleView,
  OfficeNote,
  PaperAnswer,
  PipelineView,
  Problem,
  ProjectLineView,
  ProjectPage,
  ProjectView,
  StageView,
  ZoneList,
} as const;
