import type { ComponentChildren, JSX } from 'preact';
import type { CorrectionView, LetterField } from '#core/letter/letter-correction.ts';
import type { DocumentView } from '#core/documents/document-views.ts';
import type { Outcome } from '#core/stages/decision.ts';
import type { EmailView } from '#core/api/email-view.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { handlingTexts, type HandlingStep } from '#core/texts/areas/handling.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { Notification, SummaryList } from '../../components/facts.tsx';
import { seenNumber } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { ReviewBody, type Seen, type Sheet } from '../../components/sheet.tsx';
import { DocumentsLink } from '../../documents/documents-link.tsx';
import { requestText } from '../../answer/facts-summary.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { assignmentAddress, documentsAddress, projectAddress } from '../addresses.ts';
import { stateTag } from '../work-list/assignment-table.tsx';
import { Desk } from '../project/beside.tsx';
import { AnswerHere, Choose, endsStage, type ReadyAnswer } from './answer-here.tsx';
import { choiceName, isOnPaper } from './decision-fields.tsx';
import { Duplicates } from '../duplicates.tsx';
import { untold } from '../../components/email-previews.tsx';
import { HandlingLinks } from '../handling/handling-links.tsx';
import { MissingList } from '../missing-list.tsx';
import { StillOpen } from '../still-open.tsx';
import { holderName, nameOf } from '../names.ts';
import { answerFacts, Grounds } from './stage-answers.tsx';
import { Undelivered } from '../undelivered.tsx';
import { TimeAsked } from '../time-asked.tsx';
import { workerName, type Office } from '../worker-name.ts';
import type { Presets } from './paper-correction.ts';

export interface AssignmentProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly assignment: AssignmentView;
  readonly parties: ZoneView['parties'];
  readonly office: Office;
  /** What a rejection and a return begin with. */
  readonly presets: Presets;
  /** Of the zone's time from UTC. */
  readonly offsetMinutes: number;
  /** For an email that did not arrive: which ones did not. */
  readonly undelivered: readonly EmailView[];
  /** What has just been done here. */
  readonly done?: HandlingStep | undefined;
  readonly documents: readonly DocumentView[];
  /** What can be given on the spot. */
  readonly ready?: ReadyAnswer | undefined;
}

/** What is asked and answered, with the project beside it. */
function Page({
  frame,
  view,
  assignment,
  parties,
  offsetMinutes,
  failed = false,
  title,
  done,
  children,
}: AssignmentProps & {
  readonly failed?: boolean;
  readonly title?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const name = capital(frame.language, nameOf(frame, assignment));
  return (
    <Layout
      frame={frame}
      title={`${title ?? name} · ${view.number}`}
      failed={failed}
      back={projectAddress(view.projectId)}
      wide
    >
      <Desk frame={frame} view={view} parties={parties} offsetMinutes={offsetMinutes}>
        {done && <Notification frame={frame}>{handlingTexts(frame.language).steps[done].done}</Notification>}
        {children}
      </Desk>
    </Layout>
  );
}

const Heading = ({ frame, view, assignment }: AssignmentProps): JSX.Element => (
  <h1 class="govuk-heading-l">
    <span class="govuk-caption-l">
      <a class="govuk-link" href={projectAddress(view.projectId)}>
        {view.number}
      </a>{' '}
      · {view.company}
    </span>
    {capital(frame.language, nameOf(frame, assignment))}
  </h1>
);

function About({ frame, view, assignment, parties, office }: AssignmentProps): JSX.Element {
  const { language } = frame;
  const { project: words } = officeTexts(language);
  const { stage, holder, due, state, assignee, timeAsked, timeReason } = assignment;
  const { worksOn, nobody } = handlingTexts(language);
  const isOfOffice = holder.kind === 'office' && (state === 'open' || state === 'paused');
  return (
    <SummaryList
      frame={frame}
      facts={[
        { term: words.stage, value: textsOf(language).stages[stage] },
        { term: words.heldBy, value: holderName(frame, holder, parties) },
        ...(isOfOffice
          ? [{ term: worksOn, value: assignee === undefined ? nobody : workerName(frame, office, assignee) }]
          : []),
        { term: words.due, value: dateText(language, due) },
        ...(timeAsked === undefined
          ? []
          : [
              {
                term: officeTexts(language).actionFields.timeAsked,
                value: (
                  <TimeAsked frame={frame} view={view} assignment={assignment} date={timeAsked} reason={timeReason} />
                ),
              },
            ]),
        { term: words.state, value: stateTag(frame, assignment) },
      ]}
    />
  );
}

/** What is asked, and each answer that may be given as a link to its form; or why none may, and what an approval still needs. */
export function assignmentPage(props: AssignmentProps): JSX.Element {
  const { frame, view, assignment } = props;
  const { answer: words } = officeTexts(frame.language);
  const { assignmentId, allowedOutcomes, state } = assignment;
  return (
    <Page {...props}>
      <Heading {...props} />
      {decides(assignment) && <Duplicates frame={frame} view={view} />}
      <h2 class="govuk-heading-m">{words.request}</h2>
      <p class="govuk-body">{requestText(frame.language, assignment)}</p>
      <Grounds {...props} />
      <Choose {...props} />
      {decides(assignment) && <StillOpen frame={frame} view={view} parties={props.parties} but={assignmentId} />}
      {allowedOutcomes.length === 0 && (
        <p class="govuk-inset-text">
          {state === 'answered' ? words.answeredAlready : state === 'closed' ? words.closedAlready : words.notYours}
        </p>
      )}
      <Given {...props} />
      {view.allowedActions.includes('add-document') && (
        <DocumentsLink
          frame={frame}
          documents={documentsAddress(view.projectId)}
          here={assignmentAddress(assignmentId)}
          assignmentId={assignmentId}
        />
      )}
      <Undelivered {...props} />
      <About {...props} />
      <HandlingLinks frame={frame} assignment={assignment} />
    </Page>
  );
}

/** Whether it is the office's decision on the stage, still to be made. */
const decides = ({ kind, state }: AssignmentView): boolean =>
  kind === 'office-decision' && (state === 'open' || state === 'paused');

/** The answer that was given. */
const Given = (props: AssignmentProps): JSX.Element | null =>
  props.assignment.answer === undefined ? null : (
    <>
      <SummaryList frame={props.frame} facts={answerFacts(props, props.assignment)} />
      {props.assignment.answer.corrected && (
        <LetterChanges frame={props.frame} correction={props.assignment.answer.corrected} />
      )}
    </>
  );

export interface DecisionProps extends AssignmentProps {
  readonly outcome: Outcome;
  /** The fields of the letter that a correction on paper may change. */
  readonly returned: readonly LetterField[];
}

/** One assignment as the project's own page shows it. */
export interface Work {
  readonly about: AssignmentProps;
  readonly answer?: DecisionProps & { readonly form: FormState };
}

/** What the office is to do next, done where the project is read. */
export function WorkHere({ about, answer }: Work): JSX.Element {
  const { frame, assignment, undelivered } = about;
  const id = assignment.kind === 'question' ? 'question' : 'next';
  return (
    <section class="call" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        <a class="govuk-link" href={assignmentAddress(assignment.assignmentId)}>
          {capital(frame.language, nameOf(frame, assignment))}
        </a>
      </h2>
      <p class="govuk-body">{requestText(frame.language, assignment)}</p>
      <Grounds {...about} />
      {undelivered.length > 0 && <Undelivered {...about} />}
      {answer ? <AnswerHere {...answer} sheet={decisionSheet(answer)} /> : <Choose {...about} />}
    </section>
  );
}

/** One answer, as a form; its fields are those of its outcome. */
export function decisionSheet({ frame, view, assignment, outcome }: DecisionProps): Sheet {
  const { answer: words } = officeTexts(frame.language);
  const { assignmentId } = assignment;
  const name = capital(frame.language, nameOf(frame, assignment));
  return {
    frame,
    title: name,
    caption: `${view.number} · ${view.company}`,
    address: assignmentAddress(assignmentId, outcome),
    back: projectAddress(view.projectId),
    fields: [seenNumber('version')],
    button: words.preview,
    ...(endsStage(view, assignment, outcome) && { also: { name: 'approve', value: 'true', text: words.alsoApprove } }),
    before: <input type="hidden" name="outcome" value={outcome} />,
    review: {
      title: words.check,
      caption: `${view.number} · ${name}`,
      button: words.confirm,
      change: words.mend,
      contact: view.contact,
    },
  };
}

/** The form of one answer. @param missing what the stage still needs, when an approval was refused for it */
export function decisionPage(props: DecisionProps, form: FormState, missing: ProjectView['missing'] = []): JSX.Element {
  const { frame, view, assignment, parties, outcome } = props;
  const { answer: words } = officeTexts(frame.language);
  const isOnly = assignment.allowedOutcomes.length === 1 && assignment.kind !== 'office-decision';
  return (
    <Page {...props} failed={form.errors.length > 0 || missing.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      {missing.length > 0 && <Gate frame={frame} missing={missing} />}
      <Heading {...props} />
      {decides(assignment) && <Duplicates frame={frame} view={view} />}
      <Grounds {...props} />
      <Undelivered {...props} />
      <h2 class="govuk-heading-m">
        {words.outcome}: {choiceName(frame, assignment, outcome)}
      </h2>
      {isOnPaper(assignment, outcome) && (
        <p class="govuk-inset-text">
          {(assignment.holder.kind === 'investor' ? untold(frame, view.contact) : undefined) ??
            fill(words.onBehalf, { holder: holderName(frame, assignment.holder, parties) })}
        </p>
      )}
      <AnswerHere {...props} sheet={decisionSheet(props)} form={form} />
      {!isOnly && (
        <p class="govuk-body">
          <a class="govuk-link" href={assignmentAddress(assignment.assignmentId)}>
            {words.other}
          </a>
        </p>
      )}
      <About {...props} />
      {isOnly && <HandlingLinks frame={frame} assignment={assignment} />}
    </Page>
  );
}

/** An answer as it was filled in, with the emails it will send, to be confirmed. */
export function reviewedPage(props: DecisionProps, seen: Omit<Seen, 'wide'>): JSX.Element {
  const sheet = decisionSheet(props);
  return (
    <Page {...props} title={sheet.review?.title ?? sheet.title}>
      <ReviewBody sheet={sheet} seen={seen} />
    </Page>
  );
}

/** What a correction on paper will change in the letter, before it is sent. */
export const changesShown = (frame: Frame, correction: CorrectionView | undefined): JSX.Element | undefined =>
  correction && <LetterChanges frame={frame} correction={correction} />;

const Gate = ({ frame, missing }: { readonly frame: Frame; readonly missing: ProjectView['missing'] }): JSX.Element => (
  <div class="govuk-error-summary" tabIndex={-1}>
    <div role="alert">
      <h2 class="govuk-error-summary__title">{officeTexts(frame.language).answer.gate}</h2>
      <div class="govuk-error-summary__body">
        <MissingList frame={frame} missing={missing} />
      </div>
    </div>
  </div>
);

/** Somebody else was faster: what stands now. */
export function lostDecisionPage(
  props: AssignmentProps & { readonly typed: Parameters<typeof SummaryList>[0]['facts'] },
): JSX.Element {
  const { frame, view, assignment, typed } = props;
  const { answer: words } = officeTexts(frame.language);
  return (
    <Page {...props} failed>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {capital(frame.language, nameOf(frame, assignment))}
        </span>
        {words.won}
      </h1>
      <p class="govuk-body">{words.wonHint}</p>
      <About {...props} />
      <Given {...props} />
      {typed.length > 0 && <h2 class="govuk-heading-m">{words.typed}</h2>}
      {typed.length > 0 && <SummaryList frame={frame} facts={typed} />}
      <Button href={projectAddress(view.projectId)}>{words.lookAgain}</Button>
    </Page>
  );
}
