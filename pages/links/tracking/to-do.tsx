import type { JSX } from 'preact';
import type { Ending } from '#core/project/event.ts';
import { assignmentName } from '#core/notices/names.ts';
import { appealIn } from '#core/reference/zone-replies.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { countText } from '#core/texts/count-text.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { locales } from '#core/texts/locales.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { Asked, TrackingView } from '#core/project/tracking.ts';
import { CalendarLink } from '../../components/calendar-link.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { suspendedText } from '../../components/until.tsx';
import { Refused } from './utility-lines.tsx';

interface ToDoProps {
  readonly frame: Frame;
  readonly view: TrackingView;
  readonly path: string;
}

/** Lines that a supplier refused, while the office has not decided what follows. */
const refusedLines = ({ lines }: TrackingView): TrackingView['lines'] =>
  lines.filter(({ assignment, decidedBy }) => assignment.answer?.outcome === 'refused' && decidedBy !== undefined);

/** The colour of the box: who is asked must see it, who is refused too; calm only where nothing at all is asked and nothing stands still. */
function toneOf(view: TrackingView, lacks: boolean): string {
  const { link, asked, ending, unproven, late, suspendedUntil } = view;
  if (ending && ending.as !== 'construction-started') return ending.as === 'withdrawn' ? ' call--over' : ' call--wrong';
  if (link.actions.includes('confirm') || unproven || asked.length > 0 || lacks) return '';
  return late > 0 || suspendedUntil !== undefined || refusedLines(view).length > 0 ? ' call--over' : ' call--calm';
}

export function ToDo({ frame, view, path }: ToDoProps): JSX.Element {
  const words = trackingTexts(frame.language);
  const { link, asked, suspendedUntil, unproven, ending, late } = view;
  const confirms = link.actions.includes('confirm');
  const lacks = lackingOf(view).length > 0;
  const others = asked.filter(({ assignment }) => assignment.kind !== 'documents');
  const idle = !confirms && !unproven && asked.length === 0 && !lacks;
  return (
    <section class={`call${toneOf(view, lacks)}`} aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        {ending ? endingName(frame, link, ending.as) : words.headings.do}
      </h2>
      {suspendedUntil && (
        <p class="govuk-body">{fill(words.suspended, { date: dateText(frame.language, suspendedUntil) })}</p>
      )}
      {unproven && <p class="govuk-body">{words.confirm.first}</p>}
      {unproven && !confirms && (
        <p class="govuk-body">{problemTextsOf(frame.language).problems['address-unconfirmed'].next}</p>
      )}
      {confirms && (
        <>
          <h3 class="govuk-heading-s">{words.confirm.heading}</h3>
          <p class="govuk-body">{words.confirm.text}</p>
          <Form frame={frame} action={`${path}/confirm`}>
            <Button>{words.confirm.button}</Button>
          </Form>
        </>
      )}
      {others.map((one) => (
        <Asking
          key={one.assignment.assignmentId}
          frame={frame}
          asked={one}
          path={path}
          suspendedUntil={suspendedUntil}
        />
      ))}
      {lacks && <NeededDocuments frame={frame} view={view} path={path} />}
      {!ending &&
        refusedLines(view).map((line) => <Refused key={line.assignment.assignmentId} frame={frame} line={line} />)}
      {ending && <Ended frame={frame} ending={ending} link={link} />}
      {idle && <p class="govuk-body">{link.ending ? words.ended : words.nothing}</p>}
      {late > 0 && view.holders.some(({ kind }) => kind !== 'investor') && (
        <Late frame={frame} view={view} path={path} />
      )}
      {!link.ending && !unproven && <CalendarLink frame={frame} href={`${path}/calendar.ics`} />}
    </section>
  );
}

const isThere = ({ state }: TrackingView['link']['documents'][number]): boolean =>
  state === 'there' || state === 'held' || state === 'waiting';
const lackingOf = ({ link: { documents } }: TrackingView) => documents.filter((one) => !isThere(one));

/** What is there of what the project needs, counted: "3 of 8". */
export const countOf = (template: string, { link: { documents } }: TrackingView): string =>
  fill(template, { there: documents.filter(isThere).length, all: documents.length });

function NeededDocuments({ frame, view, path }: ToDoProps): JSX.Element {
  const { language } = frame;
  const { documents: words, due: dueWords } = trackingTexts(language);
  const { names, states } = documentTexts(language);
  const lacking = lackingOf(view);
  const request = view.asked.find(({ assignment }) => assignment.kind === 'documents')?.assignment;
  const due = request?.due ?? view.link.due;
  return (
    <>
      <h3 class="govuk-heading-s">{words.heading}</h3>
      {lacking.some(({ kind }) => kind === 'signed-letter') && (
        <p class="govuk-body">
          <strong>{words.unsigned}</strong>
        </p>
      )}
      <p class="govuk-body">{countOf(words.count, view)}</p>
      <ul class="govuk-list govuk-list--bullet">
        {lacking.map(({ kind, state, reasonCode }) => (
          <li key={kind}>
            {names[kind]}
            {(state === 'refused' || state === 'returned') && (
              <>
                {' '}
                –{' '}
                <strong class="late">
                  {states[state].toLocaleLowerCase(locales[language])}
                  {reasonCode && `: ${textsOf(language).reasons[reasonCode]}`}
                </strong>
              </>
            )}
          </li>
        ))}
      </ul>
      {due !== undefined && (
        <p class="govuk-body">
          <strong>
            {request?.overdue
              ? fill(dueWords.late, { date: dateText(language, due) })
              : fill(words.until, { date: dateText(language, due) })}
          </strong>
        </p>
      )}
      <Button href={`${path}/documents`}>{words.button}</Button>
    </>
  );
}

/** A duplicate was not turned down: it goes on under another number. */
export const endingName = ({ language }: Frame, { mergedInto }: TrackingView['link'], as: Ending): string =>
  mergedInto === undefined ? textsOf(language).endings[as] : trackingTexts(language).ending.merged;

export function endedSentence(
  { language }: Pick<Frame, 'language'>,
  { mergedInto }: TrackingView['link'],
  as: Ending,
): string {
  const { states } = trackingTexts(language);
  return mergedInto === undefined ? states[as] : fill(states.merged, { number: mergedInto });
}

function Ended({
  frame,
  link,
  ending: { as, on, reasonCode, note, route, ...ending },
}: {
  readonly frame: Frame;
  readonly link: TrackingView['link'];
  readonly ending: NonNullable<TrackingView['ending']>;
}): JSX.Element {
  const { language } = frame;
  const words = trackingTexts(language);
  const appeal = ending.appeal ?? appealIn({ appeal: route }, language);
  return (
    <>
      <p class="govuk-body">
        <strong>{endedSentence(frame, link, as)}</strong>
      </p>
      <p class="govuk-body">
        {words.ending.date}: {dateText(language, on)}
      </p>
      {reasonCode && link.mergedInto === undefined && (
        <p class="govuk-body">
          {words.facts.reason}: {textsOf(language).reasons[reasonCode]}
        </p>
      )}
      {note && (
        <>
          <p class="govuk-body">{words.facts.note}:</p>
          <div class="govuk-inset-text said">{note}</div>
        </>
      )}
      {appeal && (
        <>
          <p class="govuk-body">
            <strong>{words.ending.appeal}</strong>
          </p>
          <div class="govuk-inset-text said">{appeal}</div>
        </>
      )}
    </>
  );
}

function Late({ frame, view, path }: ToDoProps): JSX.Element {
  const { language } = frame;
  const { late: words } = trackingTexts(language);
  return (
    <>
      <p class="govuk-body">
        <strong class="late">
          {textsOf(language).stages[view.link.stage]}: {countText(language, frame.words.lateBy, view.late)}
        </strong>
      </p>
      <p class="govuk-body">
        <strong>{words.heading}.</strong> {words.text}
        {view.link.actions.includes('obstacle') && (
          <>
            {' '}
            <a class="govuk-link" href={`${path}/obstacles`}>
              {obstacleTexts(language).report}
            </a>
          </>
        )}
      </p>
    </>
  );
}

function Asking({
  frame,
  asked: { assignment, note, reasonCode },
  path,
  suspendedUntil,
}: {
  readonly frame: Frame;
  readonly asked: Asked;
  readonly path: string;
  readonly suspendedUntil?: string | undefined;
}): JSX.Element {
  const { language } = frame;
  const words = trackingTexts(language);
  const texts = textsOf(language);
  const { kind, stage, about, line, due, overdue, assignmentId } = assignment;
  const request = fill(texts.assignments[kind].request, {
    stage: texts.stages[stage],
    about: about ? assignmentName(texts, about, line) : '',
  });
  const corrects = kind === 'correction' || kind === 'cure';
  return (
    <>
      <h3 class="govuk-heading-s">{capital(language, assignmentName(texts, kind, line))}</h3>
      <p class="govuk-body">{request}</p>
      {reasonCode && (
        <p class="govuk-body">
          {words.facts.reason}: {texts.reasons[reasonCode]}
        </p>
      )}
      {note && (
        <>
          <p class="govuk-body">{words.facts.note}:</p>
          <div class="govuk-inset-text said">{note}</div>
        </>
      )}
      <p class="govuk-body">
        <strong>
          {suspendedUntil !== undefined
            ? suspendedText(frame, suspendedUntil)
            : fill(overdue ? words.due.late : words.due.answerBy, { date: dateText(language, due) })}
        </strong>
      </p>
      <Button href={`${path}/answer/${assignmentId}`}>{corrects ? words.answer.correct : words.answer.open}</Button>
    </>
  );
}
