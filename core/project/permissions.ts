import type { Outcome } from '../stages/decision.ts';
import type { Aggregate, Assignment, Project } from './project.ts';
import type { StaffRole } from '../reference/reference.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { isFrozen } from '../docket/steps.ts';
import type { Missing } from '../kernel/result.ts';
import { nameable } from './nameable.ts';
import { stages } from '../stages/definition.ts';
import { firstStage, stageOfLines, type StageId } from '../stages/stage-id.ts';
import { openAssignments } from './standing.ts';

/** What can be done with a project. `decide:…` is an outcome of the office's decision on the running stage. */
const actions = [
  'view',
  'confirm',
  'answer',
  'record-answer',
  'waive-line',
  'decide:approved',
  'decide:approved-with-conditions',
  'decide:returned',
  'decide:rejected',
  'decide:sent-back',
  'suspend',
  'renew-pause',
  'resume',
  'extend',
  'withdraw',
  'merge',
  'terminate',
  'reopen',
  'view-documents',
  'add-document',
  'hold-original',
  'return-document',
  'send-again',
  'hand-over',
  'take',
  'renew-link',
  'correct-contact',
  'ask-office',
  'manage-people',
  'send-copy',
  'agree-naming',
  'unname',
  'raise-obstacle',
  'answer-obstacle',
  'hand-over-obstacle',
  'refer-obstacle',
  'referral-answer-obstacle',
  'resolve-obstacle',
  'add-note',
  'read-notes',
  'work-on-docket',
  'decide-docket',
  'fill-road-map',
  'approve-road-map',
  'change-road-map',
  'answer-road-map',
  'note-number',
  'name-companion',
  'verify',
  'say-need',
  'say-rung',
  'judge-rung',
  'report-obligations',
  'keep-obligations',
] as const;
export type Action = (typeof actions)[number];

type Role = StaffRole | 'investor' | 'party' | 'system';

interface Rule {
  readonly roles: readonly Role[];
  readonly when: (project: Project) => boolean;
}

const staff: readonly StaffRole[] = ['officer', 'head'];
const going = ({ phase }: Project): boolean => phase !== 'ended';
const running = (project: Project): boolean => project.phase === 'open' && project.pause === undefined;
const atWork = ({ phase, pause }: Project): boolean =>
  (phase === 'open' || phase === 'correcting') && pause === undefined;
const where =
  (is: (stage: StageId) => boolean) =>
  (project: Project): boolean =>
    running(project) && is(project.stage);
const whereMay = (outcome: 'approved-with-conditions' | 'rejected') =>
  where((stage) => stages[stage].outcomes?.includes(outcome) ?? false);
const always = (): boolean => true;
/** Nobody sends the office mail in the name of an address that was never confirmed. */
const known = (project: Project): boolean => going(project) && (project.confirmed || project.accepted);
/** Somebody reads at its address, also after its end. */
const reached = ({ confirmed, accepted, noAddress, erased }: Project): boolean =>
  (confirmed || accepted) && noAddress !== true && erased === undefined;
const hindered = (project: Project): boolean => going(project) && project.openObstacles > 0;

/** Construction has started: what follows is its ladder. */
export const isBuilding = ({ ending, erased }: Project): boolean =>
  ending === 'construction-started' && erased === undefined;

const isAgreed = ({ roadMap }: Project): boolean => roadMap !== undefined;
/** Made when the letter was accepted, and not approved yet. */
const isDrawn = (project: Project): boolean => going(project) && project.accepted && !isAgreed(project);

const isGivenUp = ({ docket }: Project): boolean =>
  docket?.steps.some(({ step }) => step === 'entry-annulled') ?? false;

/** The one table of who may do what in which state: it decides in the use cases and says which buttons a page shows. */
export const rules: Readonly<Record<Action, Rule>> = {
  view: {
    roles: ['officer', 'head', 'headquarters', 'leadership', 'administrator', 'investor', 'party', 'system'],
    when: always,
  },
  confirm: { roles: ['investor'], when: ({ confirmed }) => !confirmed },
  answer: { roles: [...staff, 'investor', 'party'], when: going },
  'record-answer': { roles: staff, when: going },
  'waive-line': { roles: ['head'], when: where((stage) => stage === stageOfLines) },
  'decide:approved': { roles: staff, when: running },
  'decide:approved-with-conditions': { roles: ['head'], when: whereMay('approved-with-conditions') },
  'decide:returned': { roles: staff, when: running },
  'decide:rejected': { roles: staff, when: whereMay('rejected') },
  'decide:sent-back': { roles: ['head'], when: where((stage) => stage !== firstStage) },
  suspend: { roles: ['head'], when: atWork },
  'renew-pause': { roles: ['head'], when: (project) => going(project) && project.pause !== undefined },
  resume: { roles: ['head', 'system'], when: (project) => going(project) && project.pause !== undefined },
  extend: { roles: ['officer', 'head', 'headquarters'], when: atWork },
  withdraw: { roles: ['investor', ...staff], when: going },
  merge: { roles: staff, when: where((stage) => stage === firstStage) },
  // While a docket is open a contract ends by its steps.
  terminate: { roles: ['head'], when: (project) => going(project) && !isFrozen(project) },
  // A duplicate goes on elsewhere; of whom personal data were erased nobody can be told; a right that is out of the cadastre is not brought back here.
  reopen: {
    roles: ['head'],
    when: (project) =>
      !going(project) && project.mergedInto === undefined && project.erased === undefined && !isGivenUp(project),
  },
  'view-documents': { roles: ['officer', 'head', 'headquarters', 'investor', 'party'], when: always },
  'add-document': {
    roles: [...staff, 'investor', 'party'],
    when: (project) => going(project) || isFrozen(project) || isBuilding(project),
  },
  'hold-original': { roles: staff, when: going },
  'return-document': { roles: staff, when: running },
  'send-again': { roles: staff, when: going },
  'hand-over': { roles: staff, when: atWork },
  take: { roles: staff, when: going },
  'renew-link': { roles: staff, when: always },
  'correct-contact': { roles: staff, when: going },
  'manage-people': { roles: ['investor'], when: known },
  'send-copy': { roles: ['investor'], when: reached },
  'agree-naming': { roles: ['investor'], when: nameable },
  unname: { roles: ['investor'], when: always },
  'ask-office': { roles: ['investor'], when: known },
  'raise-obstacle': { roles: ['investor', ...staff], when: known },
  'answer-obstacle': { roles: ['investor', 'party', ...staff], when: hindered },
  'hand-over-obstacle': { roles: staff, when: hindered },
  'refer-obstacle': { roles: ['head', 'headquarters'], when: hindered },
  'referral-answer-obstacle': { roles: [...staff, 'headquarters'], when: hindered },
  'resolve-obstacle': { roles: ['investor', ...staff], when: hindered },
  'add-note': { roles: staff, when: always },
  'read-notes': { roles: [...staff, 'headquarters'], when: always },
  'work-on-docket': { roles: staff, when: isFrozen },
  'decide-docket': { roles: ['head'], when: (project) => going(project) && isFrozen(project) },
  'fill-road-map': { roles: staff, when: isDrawn },
  'approve-road-map': { roles: ['head'], when: isDrawn },
  'change-road-map': { roles: [...staff, 'headquarters'], when: (project) => going(project) && isAgreed(project) },
  // Not by whoever asked for the change (road-map/change-road-map.ts).
  'answer-road-map': { roles: ['head', 'headquarters'], when: (project) => going(project) && isAgreed(project) },
  'note-number': { roles: staff, when: always },
  'name-companion': { roles: staff, when: going },
  verify: { roles: staff, when: going },
  'say-need': { roles: staff, when: going },
  'say-rung': { roles: [...staff, 'investor'], when: isBuilding },
  // By a second person of another body (ladder/ladder.ts).
  'judge-rung': { roles: [...staff, 'headquarters', 'investor'], when: isBuilding },
  'report-obligations': { roles: [...staff, 'investor'], when: isBuilding },
  'keep-obligations': { roles: staff, when: isBuilding },
};

export const headDecides = (stage: StageId): boolean => stages[stage].headDecides ?? false;

/** Staff wrote the address, nobody confirmed it: anybody may read there. Its link shows the project and confirms. */
export const isUnproven = ({ addressEntered, confirmed }: Pick<Project, 'addressEntered' | 'confirmed'>): boolean =>
  addressEntered !== undefined && !confirmed;

/** What a colleague of the contact does not do for them. */
const contactsOwn: readonly Action[] = ['confirm', 'withdraw', 'manage-people', 'send-copy', 'agree-naming', 'unname'];

const beforeConfirming: readonly Action[] = ['view', 'confirm'];

/** Milliseconds for which an address that staff have put in the place of another is changed once more by the head alone (ours: 30 days). */
const addressRests = 30 * 86_400_000;

export function mayChangeAddress(actor: Actor, project: Project, now: number): boolean {
  const { addressEntered } = project;
  const rests = addressEntered?.corrected === true && now - addressEntered.at < addressRests;
  return (
    actor.kind === 'staff' &&
    hasRole(actor, project, 'correct-contact') &&
    (!rests || rolesAt(actor.memberships, project).includes('head'))
  );
}

function rolesOf(actor: Actor, project: Project): readonly Role[] {
  switch (actor.kind) {
    case 'staff':
      return rolesAt(actor.memberships, project);
    case 'system':
      return ['system'];
    default:
      return actor.projectId === project.projectId ? [actor.kind] : [];
  }
}

export const mayView = (actor: Actor, project: Project): boolean =>
  rolesOf(actor, project).some((role) => rules.view.roles.includes(role));

/** Who speaks for an investor is told to those who work with the investor. */
export const mayReadContact = (actor: Actor, place: Parameters<typeof rolesAt>[1]): boolean =>
  actor.kind === 'staff' && rolesAt(actor.memberships, place).some((role) => staff.includes(role));

export function hasRole(actor: Actor, project: Project, action: Action): boolean {
  if (actor.kind === 'investor' && isUnproven(project) && !beforeConfirming.includes(action)) return false;
  if (actor.kind === 'investor' && actor.delegate !== undefined && contactsOwn.includes(action)) return false;
  const roles = rolesOf(actor, project).filter((role) => rules[action].roles.includes(role));
  const headOnly = (action === 'decide:approved' || action === 'decide:rejected') && headDecides(project.stage);
  return headOnly ? roles.includes('head') : roles.length > 0;
}

export const isAllowed = (actor: Actor, project: Project, action: Action): boolean =>
  hasRole(actor, project, action) && rules[action].when(project);

export const decisionAction = (outcome: Outcome): Action | undefined =>
  actions.find((action) => action === `decide:${outcome}`);

export function isOwn(actor: Actor, project: Project, assignment: Assignment): boolean {
  const { holder } = assignment;
  switch (actor.kind) {
    case 'staff':
      return holder.kind === 'office' && hasRole(actor, project, 'answer');
    case 'investor':
      return holder.kind === 'investor' && hasRole(actor, project, 'answer');
    case 'party':
      return (
        holder.kind === 'party' && actor.assignmentId === assignment.assignmentId && actor.partyId === holder.partyId
      );
    case 'system':
      return false;
  }
}

/** The rank that approves an extension: one above whoever has to answer (docs/domain.md). */
export function mayExtend(actor: Actor, project: Project, assignment: Assignment | undefined): boolean {
  if (actor.kind !== 'staff') return false;
  const roles = rolesAt(actor.memberships, project);
  const forStage = assignment === undefined || assignment.kind === 'office-decision';
  if (forStage) return roles.includes('headquarters') || (roles.includes('head') && !headDecides(project.stage));
  if (assignment.holder.kind === 'office') return roles.includes('head') || roles.includes('headquarters');
  return roles.includes('officer') || roles.includes('head');
}

/** Whether this actor may move the due date of the running stage now; while the investor corrects there is none to move. */
export const mayExtendStage = (actor: Actor, project: Project): boolean =>
  project.phase === 'open' && mayExtend(actor, project, undefined);

/** What buttons a page shows. @param needed of the stage (`missing`): no approval is offered that its gate refuses */
export function allowedActions(actor: Actor, aggregate: Aggregate, needed: readonly Missing[]): readonly Action[] {
  const { project } = aggregate;
  const extendable = () =>
    mayExtendStage(actor, project) || openAssignments(aggregate).some((one) => mayExtend(actor, project, one));
  return actions.filter((action) => {
    if (!isAllowed(actor, project, action)) return false;
    // Here the link is the investor's, and it goes out by email alone.
    if (action === 'renew-link') return project.noAddress === undefined;
    if (action === 'decide:approved' || action === 'decide:approved-with-conditions') return needed.length === 0;
    return action !== 'extend' || extendable();
  });
}
