import type { JSX } from 'preact';
import type { AskedView } from '#core/stages/view-asked.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { CalendarLink } from '../../components/calendar-link.tsx';
import { MoratoriumNotes } from '../../components/moratorium-notes.tsx';
import { isEndless, Until } from '../../components/until.tsx';
import { Notification, SummaryList } from '../../components/facts.tsx';
import { ErrorSummary } from '../../components/form.tsx';
import type { FormState } from '../../components/form-state.ts';
import { DocumentsLink } from '../../documents/documents-link.tsx';
import { requestText } from '../../answer/facts-summary.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { partyOutcomes, type PartyOutcome } from '../../answer/fields.ts';
import { ObstacleList } from '../../components/obstacle-list.tsx';
import { MoreTimeLink, TimeAsked } from '../../answer/more-time.tsx';
import { Saved } from '../../answer/save-later.tsx';
import { AnswerForm, OutcomeForm } from './answer-form.tsx';
import { Given } from './summary.tsx';
import { PlantFacts } from './plant-facts.tsx';

export interface PartyPage {
  readonly view: AskedView;
  readonly form: FormState;
  /** Which answer is being filled in. */
  readonly outcome?: PartyOutcome | undefined;
  /** The last day on which half an answer is there, and whether it has just been saved. */
  readonly keptUntil: string;
  readonly saved?: boolean | undefined;
  /** An answer has just been sent. */
  readonly done?: boolean | undefined;
  /** Why an answer that was sent was not taken. */
  readonly refused?: 'meanwhile' | 'notTaken' | undefined;
  /** What was typed into it: nothing typed is lost. */
  readonly typed?: URLSearchParams | undefined;
}

/** What a party is asked for one project, and the form to answer with; afterwards what was answered. */
export function partyPage(frame: Frame, page: PartyPage): JSX.Element {
  const { view, form, outcome, refused, done = false, saved = false, keptUntil } = page;
  const words = partyTexts(frame.language);
  const title = fill(words.title, { number: view.number });
  const back = outcome !== undefined && outcomesOf(view).length > 1 ? frame.here.split('?')[0] : undefined;
  return (
    <Layout frame={frame} title={title} failed={form.errors.length > 0} back={back}>
      <ErrorSummary frame={frame} form={form} />
      {saved && <Saved frame={frame} keptUntil={keptUntil} />}
      {done && isAnswered(view) && <Notification frame={frame}>{words.arrived}</Notification>}
      {refused && (
        <Notification frame={frame} kind="important">
          {words[refused]}
        </Notification>
      )}
      <span class="govuk-caption-l">{view.zone[frame.language]}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Asked frame={frame} view={view} isAnswering={outcome !== undefined} />
      {outcome === undefined && refused === undefined && outcomesOf(view).length > 0 && (
        <PlantFacts frame={frame} view={view} />
      )}
      <Answering frame={frame} page={page} />
      {outcome === undefined && <Obstacles frame={frame} view={view} />}
    </Layout>
  );
}

/** What stands in the project's way and is with this party. */
function Obstacles({
  frame,
  view: { obstacles, offsetMinutes },
}: {
  readonly frame: Frame;
  readonly view: AskedView;
}): JSX.Element | null {
  if (obstacles.length === 0) return null;
  const words = obstacleTexts(frame.language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.yours}</h2>
      <p class="govuk-body">{words.withYou}</p>
      <ObstacleList
        frame={frame}
        reader="party"
        offsetMinutes={offsetMinutes}
        obstacles={obstacles}
        addressOf={(id) => `${frame.here.split('?')[0] ?? ''}/obstacles/${id}`}
      />
    </>
  );
}

/** It was answered, or put off for the time being. */
const isAnswered = ({ assignment: { answer, state } }: AskedView): boolean =>
  answer !== undefined || state === 'paused';

export const outcomesOf = ({ assignment }: AskedView): readonly PartyOutcome[] =>
  partyOutcomes.filter((one) => assignment.allowedOutcomes.includes(one));

function Asked({
  frame,
  view: { assignment, letter, suspended },
  isAnswering,
}: {
  readonly frame: Frame;
  readonly view: AskedView;
  readonly isAnswering: boolean;
}): JSX.Element {
  const words = partyTexts(frame.language);
  const { kind, line, due, overdue, stage, pausedUntil } = assignment;
  const endless = isEndless(assignment);
  const isWaiting = assignment.state === 'open' || assignment.state === 'paused';
  return (
    <>
      {isWaiting && (
        <div class="call">
          <p class="govuk-body">{requestText(frame.language, assignment)}</p>
          <p class="govuk-body">
            {words.until}:{' '}
            <strong>
              <Until frame={frame} due={due} pausedUntil={pausedUntil} endless={endless} />
            </strong>
          </p>
          {overdue && pausedUntil === undefined && !endless && <p class="govuk-body">{words.overdue}</p>}
        </div>
      )}
      <MoratoriumNotes frame={frame} assignments={[assignment]} />
      {isWaiting && <TimeAsked frame={frame} assignment={assignment} />}
      {!isAnswering && (
        <MoreTimeLink
          frame={frame}
          suspended={suspended}
          assignment={assignment}
          here={frame.here.split('?')[0] ?? ''}
        />
      )}
      {isWaiting && <CalendarLink frame={frame} href={`${frame.here.split('?')[0] ?? ''}/calendar.ics`} />}
      <SummaryList
        frame={frame}
        facts={[
          { term: words.asked, value: capital(frame.language, assignmentName(textsOf(frame.language), kind, line)) },
          { term: textsOf(frame.language).holders.investor, value: letter.company.name },
          { term: textsOf(frame.language).linkPage.stage, value: textsOf(frame.language).stages[stage] },
        ]}
      />
    </>
  );
}

function Answering({
  frame,
  page: { view, form, outcome, refused, typed, keptUntil },
}: {
  readonly frame: Frame;
  readonly page: PartyPage;
}): JSX.Element {
  const words = partyTexts(frame.language);
  const outcomes = outcomesOf(view);
  const here = frame.here.split('?')[0] ?? '';
  if (outcomes.length === 0 || refused !== undefined) {
    return (
      <>
        <Given frame={frame} view={view} typed={typed} />
        {view.assignment.answer?.onBehalf === false && <p class="govuk-body">{words.mistake}</p>}
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/documents`}>
            {documentPageTexts(frame.language).link}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      {view.assignment.state === 'paused' && view.assignment.moratorium === undefined && (
        <p class="govuk-inset-text">{words.paused}</p>
      )}
      {outcome === undefined && <DocumentsLink frame={frame} documents={`${here}/documents`} here={here} />}
      {outcome === undefined ? (
        <OutcomeForm frame={frame} form={form} outcomes={outcomes} />
      ) : (
        <AnswerForm
          frame={frame}
          form={form}
          view={view}
          outcome={outcome}
          alone={outcomes.length === 1}
          keptUntil={keptUntil}
        />
      )}
    </>
  );
}
