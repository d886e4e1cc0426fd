import type { JSX } from 'preact';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { isBesidePath } from '#core/stages/assignment-kind.ts';
import type { DocumentView } from '#core/documents/document-views.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { capital } from '#core/texts/capital.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { dateText, momentText, textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { givenFacts } from '#core/texts/given-facts.ts';
import { answererText } from '../../answer/answerer-text.ts';
import { SummaryList, type Fact } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { documentsAddress, linesAddress } from '../addresses.ts';
import { holderName, nameOf, type Parties } from '../names.ts';
import { workerName, type Office } from '../worker-name.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly parties: Parties;
  readonly office: Office;
  /** Of the zone's time from UTC. */
  readonly offsetMinutes: number;
}

/** Who gave it: whose answer it was on paper, the investor's person and company, a colleague, the system. */
function answererOf(
  { frame, view, parties, office }: Pick<Props, 'frame' | 'view' | 'parties' | 'office'>,
  holder: AssignmentView['holder'],
  { by, personId, onBehalf }: NonNullable<AssignmentView['answer']>,
): string {
  if (by === 'staff' && personId !== undefined && !onBehalf) return workerName(frame, office, personId);
  if (by === 'investor')
    return answererText(frame.language, { kind: by, person: view.contact?.name, company: view.company });
  return by === 'system' ? historyTexts(frame.language).system : holderName(frame, holder, parties);
}

/** An answer in all that was said: outcome, figures, reason, words, the paper it came on and who entered it, files. */
export function answerFacts(
  { frame, view, parties, office, offsetMinutes }: Props,
  { kind, holder, answer, files }: AssignmentView,
): readonly Fact[] {
  const { language } = frame;
  const { answer: words, project } = officeTexts(language);
  const texts = textsOf(language);
  if (answer === undefined) return [];
  const { outcome, at, facts, onBehalf, paper, receivedOn, reasonCode, note, personId } = answer;
  const names = documentTexts(language).names;
  return [
    {
      term: words.outcome,
      value: onBehalf
        ? `${capital(language, texts.outcomes[outcome])} (${project.onPaper})`
        : capital(language, texts.outcomes[outcome]),
    },
    { term: handlingTexts(language).answeredBy, value: answererOf({ frame, view, parties, office }, holder, answer) },
    { term: words.answeredOn, value: momentText(language, at, offsetMinutes) },
    ...(paper
      ? [
          { term: words.paperNumber, value: paper.number },
          { term: words.paperDate, value: dateText(language, paper.date) },
        ]
      : []),
    ...(receivedOn === undefined ? [] : [{ term: project.receivedOn, value: dateText(language, receivedOn) }]),
    ...(onBehalf && personId !== undefined
      ? [{ term: words.enteredBy, value: workerName(frame, office, personId) }]
      : []),
    ...givenFacts(language, kind, facts),
    ...(reasonCode ? [{ term: words.reasonCode, value: capital(language, texts.reasons[reasonCode]) }] : []),
    ...(note === undefined ? [] : [{ term: words.words, value: <span class="said">{note}</span> }]),
    ...(files.length > 0
      ? [
          {
            term: words.files,
            value: files.map(({ documentId, kind: of, version }) => (
              <div key={documentId}>
                <a class="govuk-link" href={`${documentsAddress(view.projectId)}/${documentId}/${String(version)}`}>
                  {names[of]}
                </a>
              </div>
            )),
          },
        ]
      : []),
  ];
}

/** Everything that was answered at the running stage. @param isAsked whether it is said that nothing was */
function StageAnswers({ isAsked, ...props }: Props & { readonly isAsked: boolean }): JSX.Element | null {
  const { frame, view } = props;
  const { answer: words } = officeTexts(frame.language);
  const answered = view.assignments.filter(
    ({ stage, kind, answer }) =>
      stage === view.stage &&
      answer !== undefined &&
      kind !== 'office-decision' &&
      !isBesidePath(kind) &&
      kind !== 'documents',
  );
  if (answered.length === 0 && !isAsked) return null;
  return (
    <section aria-labelledby="answers">
      <h2 class="govuk-heading-m" id="answers">
        {words.given}
      </h2>
      {answered.length === 0 && <p class="govuk-body">{words.noneGiven}</p>}
      {answered.map((one) => (
        <section key={one.assignmentId}>
          <h3 class="govuk-heading-s">{capital(frame.language, nameOf(frame, one))}</h3>
          <SummaryList frame={frame} facts={answerFacts(props, one)} />
          {one.answer?.corrected && <LetterChanges frame={frame} correction={one.answer.corrected} />}
        </section>
      ))}
    </section>
  );
}

/** The documents that are there, each to be opened; the rest is said where something is missing. */
function Documents({
  frame,
  view,
  documents,
}: Pick<Props, 'frame' | 'view'> & { readonly documents: readonly DocumentView[] }): JSX.Element | null {
  const { names, states } = documentTexts(frame.language);
  const there = documents.filter(({ state }) => state !== 'missing');
  if (there.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {documentPageTexts(frame.language).title} ({there.length})
        </span>
      </summary>
      <ul class="govuk-list govuk-details__text">
        {there.map(({ kind, documentId, state, versions }) => {
          const latest = versions.at(-1);
          return (
            <li key={documentId ?? kind}>
              {latest?.mayDownload && documentId !== undefined ? (
                <a
                  class="govuk-link"
                  href={`${documentsAddress(view.projectId)}/${documentId}/${String(latest.version)}`}
                >
                  {names[kind]}
                </a>
              ) : (
                names[kind]
              )}{' '}
              – {states[state]}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What an answer of the office rests on: the question, or what others answered at the stage, the documents, the lines of the zone. */
export function Grounds({
  assignment: { kind, state, holder, question },
  documents,
  ...props
}: Props & { readonly assignment: AssignmentView; readonly documents: readonly DocumentView[] }): JSX.Element | null {
  const { frame, view } = props;
  const isOpen = state === 'open' || state === 'paused';
  if (question !== undefined) return <div class="govuk-inset-text said">{question}</div>;
  if (holder.kind !== 'office' || !isOpen || isBesidePath(kind)) return null;
  const isOfLines = kind === 'line-readiness' || view.missing.some(({ what }) => what === 'line-readiness');
  return (
    <>
      <StageAnswers {...props} isAsked={kind === 'office-decision'} />
      {isOfLines && (
        <p class="govuk-body">
          <a class="govuk-link" href={linesAddress(view.zoneId)}>
            {officeTexts(frame.language).list.lines}
          </a>
        </p>
      )}
      <Documents frame={frame} view={view} documents={documents} />
    </>
  );
}
