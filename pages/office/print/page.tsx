import type { JSX } from 'preact';
import type { DocumentView } from '#core/documents/document-views.ts';
import type { History } from '#core/project/view-history.ts';
import type { Timeline } from '#core/project/timeline.ts';
import type { OfficeNote } from '#core/work/office-note.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import { capital } from '#core/texts/capital.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { dateText, fill, momentText } from '#core/texts/index.ts';
import { SummaryList, Table } from '../../components/facts.tsx';
import { CompanionLine } from '../care/companion-line.tsx';
import { aboutText, dayText, ownerText } from '../../components/obstacle-names.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { historyAddress, projectAddress } from '../addresses.ts';
import { answerFacts } from '../assignment/stage-answers.tsx';
import { HistoryList } from '../history/page.tsx';
import { LetterFacts } from '../letter-facts.tsx';
import { nameOf } from '../names.ts';
import { NoteList } from '../notes/page.tsx';
import { Holders, Plan, Standing } from '../project/beside.tsx';
import type { InZone } from '../view-with-zone.ts';
import { AssignmentTable } from '../work-list/assignment-table.tsx';

export interface Printed extends InZone {
  readonly timeline: Timeline;
  readonly history: History;
  /** Those that the office shares. */
  readonly notes: readonly OfficeNote[];
  readonly documents: readonly DocumentView[];
  readonly people: readonly Colleague[];
  /** Epoch ms. */
  readonly now: number;
}

type Props = Printed & { readonly frame: Frame };

function Answers({ frame, view, zone, people }: Props): JSX.Element | null {
  const answered = view.assignments.filter(({ answer }) => answer !== undefined);
  if (answered.length === 0) return null;
  // Whoever reads the paper is not who prints it.
  const office = { reader: '', colleagues: people };
  const about = { frame, view, parties: zone.parties, office, offsetMinutes: zone.offsetMinutes };
  return (
    <>
      <h2 class="govuk-heading-m">{officeTexts(frame.language).answer.given}</h2>
      {answered.map((one) => (
        <section key={one.assignmentId} class="printed__part">
          <h3 class="govuk-heading-s">{capital(frame.language, nameOf(frame, one))}</h3>
          <SummaryList frame={frame} facts={answerFacts(about, one)} />
          {one.answer?.corrected && <LetterChanges frame={frame} correction={one.answer.corrected} />}
        </section>
      ))}
    </>
  );
}

function Documents({ frame, documents }: Props): JSX.Element {
  const { names, states } = documentTexts(frame.language);
  const { title } = documentPageTexts(frame.language);
  const { state, receivedOn } = officeTexts(frame.language).project;
  return (
    <Table
      frame={frame}
      caption={title}
      columns={[{ text: title }, { text: state }, { text: receivedOn }]}
      rows={documents.map(({ kind, state: standing, versions }) => {
        const latest = versions.at(-1);
        return [names[kind], states[standing], latest ? dateText(frame.language, latest.on) : '–'];
      })}
    />
  );
}

function Obstacles({ frame, view, zone }: Props): JSX.Element | null {
  if (view.obstacles.length === 0) return null;
  const words = obstacleTexts(frame.language);
  const reading = { frame, reader: 'office', offsetMinutes: zone.offsetMinutes } as const;
  return (
    <Table
      frame={frame}
      caption={words.heading}
      columns={[
        { text: words.against },
        { text: words.state },
        { text: words.raisedOn },
        { text: words.owner },
        { text: words.resolvedOn },
      ]}
      rows={view.obstacles.map(({ about, state, raisedAt, owner, resolvedAt }) => [
        aboutText(frame, about),
        words.states[state],
        dayText(reading, raisedAt),
        ownerText(reading, owner),
        resolvedAt === undefined ? '–' : dayText(reading, resolvedAt),
      ])}
    />
  );
}

/** All that is kept of a project, to be printed: where it stands and the letter on the first sheet, then its days, answers, documents and history. */
export function printedPage(props: Props): JSX.Element {
  const { frame, view, zone, timeline, notes, history, people, now } = props;
  const { number, company, projectId } = view;
  const { parties, offsetMinutes } = zone;
  const words = historyTexts(frame.language);
  const beside = { frame, view, parties, offsetMinutes };
  return (
    <Layout frame={frame} title={`${number} · ${company}`} back={projectAddress(projectId)} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {number} · {zone.names[frame.language]}
        </span>
        {company}
      </h1>
      <p class="govuk-body">
        <strong>{fill(words.asOf, { date: momentText(frame.language, now, offsetMinutes) })}</strong>
      </p>
      <CompanionLine frame={frame} view={view} people={people} />
      <div class="printed">
        <section class="printed__first">
          <div>
            <Standing {...beside} />
            <Holders {...beside} />
          </div>
          <div>
            <h2 class="govuk-heading-m">{officeTexts(frame.language).project.letter}</h2>
            <LetterFacts frame={frame} view={view} />
          </div>
        </section>
        <Plan frame={frame} parties={parties} timeline={timeline} />
        <AssignmentTable frame={frame} view={view} parties={parties} />
        <Answers {...props} />
        {props.documents.length > 0 && <Documents {...props} />}
        <Obstacles {...props} />
        {notes.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{obstacleTexts(frame.language).notes.fromOffice}</h2>
            <NoteList
              frame={frame}
              notes={notes}
              offsetMinutes={offsetMinutes}
              office={{ reader: '', colleagues: people }}
            />
          </>
        )}
        <h2 class="govuk-heading-m">{words.title}</h2>
        <HistoryList {...props} entries={history.entries} />
        {history.next !== undefined && (
          <p class="govuk-body">
            {words.earlier}{' '}
            <a class="govuk-link" href={historyAddress(projectId, { after: String(history.next) })}>
              {frame.words.next}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
