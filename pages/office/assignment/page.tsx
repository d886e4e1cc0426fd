import type { ComponentChildren, JSX } from 'preact';
import type { CorrectionView, LetterField } from '#core/letter/letter-correction.ts';
import type { Outcome } from '#core/stages/decision.ts';
import type { AssignmentView, EmailView, ProjectView } from '#core/api/views.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { handlingTexts, type HandlingStep } from '#core/texts/areas/handling.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { Notification, SummaryList } from '../../components/facts.tsx';
import { seenNumber } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import { ReturnedFields } from '../../answer/returned-fields.tsx';
import { DocumentsLink } from '../../documents/documents-link.tsx';
import { requestText } from '../../answer/facts-summary.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { assignmentAddress, documentsAddress, projectAddress } from '../addresses.ts';
import { stateTag } from '../work-list/assignment-table.tsx';
import { choiceName, DecisionFields, isOnPaper } from './decision-fields.tsx';
import { Duplicates } from '../duplicates.tsx';
import { untold } from '../../components/email-previews.tsx';
import { EntryList } from '../work-list/entry-list.tsx';
import { HandlingLinks } from '../handling/handling-links.tsx';
import { LetterFacts } from '../letter-facts.tsx';
import { Missing, MissingList } from '../missing-list.tsx';
import { holderName, nameOf } from '../names.ts';
import { answerFacts, StageAnswers } from './stage-answers.tsx';
import { Undelivered } from '../undelivered.tsx';
import { TimeAsked } from '../time-asked.tsx';
import { workerName, type Office } from '../worker-name.ts';

export interface AssignmentProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly assignment: AssignmentView;
  readonly parties: ZoneView['parties'];
  readonly office: Office;
  /** Of the zone's time from UTC. */
  readonly offsetMinutes: number;
  /** For an email that did not arrive: which ones did not. */
  readonly undelivered: readonly EmailView[];
  /** What has just been done here. */
  readonly done?: HandlingStep | undefined;
}

function Page({
  frame,
  view,
  assignment,
  failed = false,
  done,
  children,
}: AssignmentProps & { readonly failed?: boolean; readonly children: ComponentChildren }): JSX.Element {
  const name = capital(frame.language, nameOf(frame, assignment));
  return (
    <Layout frame={frame} title={`${name} · ${view.number}`} failed={failed} back={projectAddress(view.projectId)}>
      {done && <Notification frame={frame}>{handlingTexts(frame.language).steps[done].done}</Notification>}
      {children}
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
      <About {...props} />
      {decides(assignment) && <Duplicates frame={frame} view={view} />}
      {decides(assignment) && <StageAnswers {...props} />}
      {decides(assignment) && <Letter {...props} />}
      <h2 class="govuk-heading-m">{words.request}</h2>
      <p class="govuk-body">{requestText(frame.language, assignment)}</p>
      {allowedOutcomes.length > 0 && <h2 class="govuk-heading-m">{words.choose}</h2>}
      {allowedOutcomes.length > 0 && (
        <EntryList
          frame={frame}
          entries={allowedOutcomes.map((outcome) => ({
            key: outcome,
            href: assignmentAddress(assignmentId, outcome),
            name: choiceName(frame, assignment, outcome),
          }))}
        />
      )}
      <Impossible {...props} />
      {allowedOutcomes.length === 0 && (
        <p class="govuk-inset-text">
          {state === 'answered' ? words.answeredAlready : state === 'closed' ? words.closedAlready : words.notYours}
        </p>
      )}
      {assignment.kind === 'office-decision' && (state === 'open' || state === 'paused') && (
        <Missing frame={frame} missing={view.missing} />
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
      <HandlingLinks frame={frame} assignment={assignment} />
      {!decides(assignment) && <Letter {...props} />}
    </Page>
  );
}

/** Whether it is the office's decision on the stage, still to be made. */
const decides = ({ kind, state }: AssignmentView): boolean =>
  kind === 'office-decision' && (state === 'open' || state === 'paused');

/** Outcomes that cannot be chosen now, each with its reason: nobody has to guess where an approval went. */
function Impossible({ frame, assignment }: AssignmentProps): JSX.Element | null {
  const { answer: words, because } = officeTexts(frame.language);
  const { impossible = [] } = assignment;
  if (impossible.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{words.impossible}</h3>
      <ul class="govuk-list impossible">
        {impossible.map((one) => (
          <li key={one.outcome}>
            {choiceName(frame, assignment, one.outcome)} – {because[one.because]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The letter, at hand where it is judged: open where the stage is decided. */
const Letter = ({ frame, view, assignment }: AssignmentProps): JSX.Element => (
  <details class="govuk-details" open={decides(assignment)}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{officeTexts(frame.language).project.letter}</span>
    </summary>
    <div class="govuk-details__text">
      <LetterFacts frame={frame} view={view} />
    </div>
  </details>
);

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
  const { frame, view, assignment, parties, outcome, returned } = props;
  const { answer: words } = officeTexts(frame.language);
  const isOnly = assignment.allowedOutcomes.length === 1 && assignment.kind !== 'office-decision';
  return (
    <Page {...props} failed={form.errors.length > 0 || missing.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      {missing.length > 0 && <Gate frame={frame} missing={missing} />}
      <Heading {...props} />
      <About {...props} />
      {decides(assignment) && <Duplicates frame={frame} view={view} />}
      {decides(assignment) && <StageAnswers {...props} />}
      {decides(assignment) && <Letter {...props} />}
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
      <SheetForm sheet={decisionSheet(props)} form={form}>
        <DecisionFields frame={frame} form={form} assignment={assignment} outcome={outcome} />
        <ReturnedFields frame={frame} form={form} returned={returned} />
      </SheetForm>
      {!isOnly && (
        <p class="govuk-body">
          <a class="govuk-link" href={assignmentAddress(assignment.assignmentId)}>
            {words.other}
          </a>
        </p>
      )}
      {isOnly && <HandlingLinks frame={frame} assignment={assignment} />}
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
