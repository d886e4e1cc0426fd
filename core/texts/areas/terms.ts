import type { Utility, UtilityNeed } from '../../kernel/common.ts';
import type { Outcome, ReasonCode } from '../../stages/decision.ts';
import type { Ending } from '../../project/event.ts';
import type { AssignmentKind } from '../../stages/facts.ts';
import type { faults } from '../../project/project-action.ts';
import type { Assignment, Project } from '../../project/project.ts';
import type { PartyKind, StaffRole } from '../../reference/reference.ts';
import type { Missing } from '../../kernel/result.ts';
import type { StageId } from '../../stages/stage-id.ts';
import { en } from '../en/terms.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/terms.ts';
import { ru } from '../ru/terms.ts';
import { uzCyrl } from '../uz-cyrl/terms.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface AssignmentText {
  /** What is asked, as a noun phrase in lower case. */
  readonly name: string;
  /** The sentences that ask for it; may name `{stage}` and `{about}`, what was returned or refused. */
  readonly request: string;
}

export type LinkPageText = Named<
  'title' | 'asked' | 'project' | 'stage' | 'askedBy' | 'answerBy' | 'answered' | 'closed' | 'invalid' | 'invalidNext'
>;

/** Every name and word that pages, answers and emails share, in one language. Templates name their values as `{value}`; see fill.ts. */
export interface Texts {
  /** An office as those outside reach it: `{zone}` and `{hours}` in the first and the last. */
  readonly office: Readonly<Record<'of' | 'companion' | 'phone' | 'hours', string>>;
  readonly stages: Named<StageId>;
  readonly assignments: Readonly<Record<AssignmentKind, AssignmentText>>;
  readonly utilities: Named<Utility>;
  readonly partyKinds: Named<PartyKind>;
  readonly roles: Named<StaffRole>;
  readonly holders: Named<'office' | 'investor' | 'party'>;
  readonly outcomes: Named<Outcome>;
  readonly reasons: Named<ReasonCode>;
  readonly endings: Named<Ending>;
  readonly phases: Named<Project['phase'] | 'suspended'>;
  readonly assignmentStates: Named<Assignment['state'] | 'overdue'>;
  readonly faults: Named<(typeof faults)[number]>;
  /** Of a line that is needed, instead of an amount. */
  readonly notKnown: string;
  /** `{amount}` with its unit. */
  readonly units: Named<UtilityNeed['unit']>;
  /** `{name}` of the assignment, utility line or document. */
  readonly missing: Named<Missing['what']>;
  readonly linkPage: LinkPageText;
}

export const textsOf = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
