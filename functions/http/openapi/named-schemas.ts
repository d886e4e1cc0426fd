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
} from '#core/api/views.ts';
import { ChangedView } from '#core/api/define.ts';
import { ZoneList } from '#core/api/public-operations.ts';

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
