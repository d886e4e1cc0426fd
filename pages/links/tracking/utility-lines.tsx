import type { JSX } from 'preact';
import { capital } from '#core/texts/capital.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { givenFacts } from '#core/texts/given-facts.ts';
import type { TrackingView } from '#core/project/tracking.ts';
import { answererText } from '../../answer/answerer-text.ts';
import { SummaryList, Table, Tag, type TagColour } from '../../components/facts.tsx';
import { isEndless, Until } from '../../components/until.tsx';
import type { Frame } from '../../frame.ts';

interface LinesProps {
  readonly frame: Frame;
  readonly view: TrackingView;
  readonly path: string;
}

const stateColours: Partial<Record<string, TagColour>> = {
  open: 'blue',
  paused: 'yellow',
  answered: 'green',
  closed: 'grey',
};

type Line = TrackingView['lines'][number];

function LineState({
  frame: { language },
  line: {
    assignment: { state, answer, overdue },
    pausedUntil,
  },
}: {
  readonly frame: Frame;
  readonly line: Line;
}): JSX.Element {
  const texts = textsOf(language);
  if (overdue && state === 'open') return <Tag colour="red">{texts.assignmentStates.overdue}</Tag>;
  if (pausedUntil)
    return (
      <Tag colour="yellow">
        {fill(trackingTexts(language).line.suspended, { date: dateText(language, pausedUntil) })}
      </Tag>
    );
  const refused = answer?.outcome === 'refused' || answer?.outcome === 'returned';
  return (
    <Tag colour={refused ? 'orange' : (stateColours[state] ?? 'grey')}>
      {answer ? texts.outcomes[answer.outcome] : texts.assignmentStates[state]}
    </Tag>
  );
}

export function Refused({
  frame: { language },
  line: {
    assignment: { line, answer },
    decidedBy,
  },
}: {
  readonly frame: Frame;
  readonly line: Line;
}): JSX.Element | null {
  const texts = textsOf(language);
  if (line === undefined || answer === undefined || decidedBy === undefined) return null;
  const why = answer.reasonCode ? ` – ${texts.reasons[answer.reasonCode]}` : '';
  return (
    <>
      <p class="govuk-body">
        <strong class="late">
          {capital(language, texts.utilities[line])}: {texts.outcomes.refused}
          {why}
        </strong>
      </p>
      <p class="govuk-body">{fill(trackingTexts(language).line.refused, { date: dateText(language, decidedBy) })}</p>
    </>
  );
}

/** Until when: the line's own pause is told beside it, the project's is told here when it lasts longer. */
function LineUntil({
  frame,
  due,
  pausedUntil,
  suspendedUntil,
}: {
  readonly frame: Frame;
  readonly due: string;
  readonly pausedUntil?: string | undefined;
  readonly suspendedUntil?: string | undefined;
}): JSX.Element {
  const isProject = suspendedUntil !== undefined && suspendedUntil > (pausedUntil ?? '');
  return <Until frame={frame} due={pausedUntil ?? due} pausedUntil={isProject ? suspendedUntil : undefined} />;
}

export function Lines({ frame, view: { lines, link, suspendedUntil }, path }: LinesProps): JSX.Element {
  const { language } = frame;
  const { facts, headings } = trackingTexts(language);
  const texts = textsOf(language);
  const answered = lines.filter(({ assignment }) => assignment.answer !== undefined);
  return (
    <>
      <Table
        frame={frame}
        caption={headings.lines}
        columns={[{ text: facts.line }, { text: facts.party }, { text: facts.state }, { text: facts.until }]}
        rows={lines.map((line) => {
          const {
            assignment: { line: utility, state, due, moratorium },
            names,
            pausedUntil,
          } = line;
          return [
            utility ? capital(language, texts.utilities[utility]) : '',
            names?.[language] ?? '',
            <LineState frame={frame} line={line} />,
            isEndless({ moratorium, pausedUntil }) ? (
              <Until frame={frame} due={due} endless />
            ) : state === 'open' || state === 'paused' ? (
              <LineUntil frame={frame} due={due} pausedUntil={pausedUntil} suspendedUntil={suspendedUntil} />
            ) : (
              ''
            ),
          ];
        })}
      />
      {answered.map((line) => (
        <LineAnswer
          key={line.assignment.assignmentId}
          frame={frame}
          line={line}
          path={path}
          ended={link.ending !== undefined}
        />
      ))}
    </>
  );
}

function LineAnswer({
  frame,
  line: { assignment, note, decidedBy, answeredBy },
  path,
  ended,
}: {
  readonly frame: Frame;
  readonly line: Line;
  readonly path: string;
  readonly ended: boolean;
}): JSX.Element | null {
  const { language } = frame;
  const words = trackingTexts(language);
  const texts = textsOf(language);
  const { answer, line, files } = assignment;
  if (answer === undefined || line === undefined) return null;
  const names = documentTexts(language).names;
  const bad = answer.outcome === 'refused' || answer.outcome === 'returned';
  return (
    <details class="govuk-details" open={bad && !ended}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{fill(words.line.more, { line: texts.utilities[line] })}</span>
      </summary>
      <div class="govuk-details__text">
        <SummaryList
          frame={frame}
          facts={[
            { term: words.facts.state, value: capital(language, texts.outcomes[answer.outcome]) },
            ...(answeredBy ? [{ term: words.facts.answeredBy, value: answererText(language, answeredBy) }] : []),
            ...givenFacts(language, 'technical-condition', answer.facts),
            ...(answer.reasonCode
              ? [{ term: words.facts.reason, value: capital(language, texts.reasons[answer.reasonCode]) }]
              : []),
            ...(note ? [{ term: words.facts.note, value: <span class="said">{note}</span> }] : []),
            ...(files.length > 0
              ? [
                  {
                    term: words.line.files,
                    value: files.map(({ documentId, kind, version }) => (
                      <div key={documentId}>
                        <a class="govuk-link" href={`${path}/documents/${documentId}/${String(version)}`}>
                          {names[kind]}
                        </a>
                      </div>
                    )),
                  },
                ]
              : []),
            ...(answer.outcome === 'refused' && decidedBy
              ? [{ term: words.line.next, value: fill(words.line.refused, { date: dateText(language, decidedBy) }) }]
              : []),
          ]}
        />
      </div>
    </details>
  );
}
