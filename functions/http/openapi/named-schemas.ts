import { Figures, Holder } from '#core/contracts/event.ts';
import { Decision, DecisionRequest, LinkDecisionRequest, PaperAnswer } from '#core/contracts/decision.ts';
import { LetterOfIntent } from '#core/contracts/letter-of-intent.ts';
import { Names } from '#core/contracts/reference.ts';
import {
  AssignmentLineView, AssignmentPage, AssignmentView, BucketView, ChangedView, EmailPage, EventPage, EventView, LinkView, PipelineView,
  Problem, ProjectLineView, ProjectPage, ProjectView, StageView, ZoneList,
} from '#core/contracts/views.ts';

/** The shapes that the OpenAPI document names, so that each is written once. */
export const namedSchemas = {
  AssignmentLineView, AssignmentPage, AssignmentView, BucketView, ChangedView, Decision, DecisionRequest, EmailPage, EventPage,
  EventView, Figures, Holder, LetterOfIntent, LinkDecisionRequest, LinkView, Names, PaperAnswer, PipelineView, Problem,
  ProjectLineView, ProjectPage, ProjectView, StageView, ZoneList,
} as const;
