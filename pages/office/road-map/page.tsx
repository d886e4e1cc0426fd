import type { ComponentChildren, JSX } from 'preact';
import type { ChangeView, RowView } from '#core/road-map/view-road-map.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { roadMapTexts } from '#core/texts/areas/road-map.ts';
import { Notification, Table, Tag } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { Layout } from '../../layout.tsx';
import { projectAddress, roadMapAddress } from '../addresses.ts';
import { changeText, holderText, personText, rowText, staffText, type RoadMapProps } from './sheet.ts';

const dayIn = ({ frame }: RoadMapProps, date: string | undefined): string =>
  date === undefined ? '–' : shortDateText(frame.language, date);

function PersonCell(props: RoadMapProps & { readonly row: RowView; readonly plain: boolean }): JSX.Element {
  const { frame, row, plain, whole } = props;
  const words = roadMapTexts(frame.language);
  const { person, deputy, state, lacks } = row;
  const lacking = (part: 'person' | 'deputy'): ComponentChildren =>
    lacks.includes(part) ? <strong class="late">–</strong> : '–';
  const mayEdit = !plain && state !== 'done' && whole.view.actions.some((one) => one === 'fill' || one === 'change');
  return (
    <>
      {person ? personText(props, person) : lacking('person')}
      <br />
      {words.deputy}: {deputy ? personText(props, deputy) : lacking('deputy')}
      {mayEdit && (
        <>
          <br />
          <a class="govuk-link" href={roadMapAddress(whole.view.projectId, { do: 'row', row: row.row })}>
            {words.edit}
            <span class="govuk-visually-hidden"> ({rowText(props, row)})</span>
          </a>
        </>
      )}
    </>
  );
}

function Rows(props: RoadMapProps & { readonly plain: boolean }): JSX.Element {
  const { frame, whole } = props;
  const words = roadMapTexts(frame.language);
  return (
    <div class="printed">
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        columns={[
          { text: words.row },
          { text: words.baseline },
          { text: words.target },
          { text: words.actual },
          { text: words.expected },
          { text: words.legal },
          { text: words.person },
        ]}
        rows={whole.view.rows.map((row) => {
          const { assignment, holder, baseline, target, actual, expected, legal, lacks } = row;
          const isLate = actual === undefined && target !== undefined && expected !== undefined && expected > target;
          return [
            assignment === undefined ? (
              rowText(props, row)
            ) : (
              <>
                {rowText(props, row)}
                <br />
                <span class="plan__holder">{holderText(props, holder)}</span>
              </>
            ),
            dayIn(props, baseline),
            lacks.includes('date') ? <strong class="late">{dayIn(props, target)}</strong> : dayIn(props, target),
            dayIn(props, actual),
            isLate ? <strong class="late">{dayIn(props, expected)}</strong> : dayIn(props, expected),
            dayIn(props, legal),
            <PersonCell key="person" {...props} row={row} />,
          ];
        })}
      />
    </div>
  );
}

/** When construction starts by what stages took here, beside the one date of the forecast. */
function Range({ frame, whole }: RoadMapProps): JSX.Element | null {
  const { language } = frame;
  const { range } = whole.view;
  const words = roadMapTexts(language);
  if (range === undefined) return null;
  const { stage, known, needed, half, fourInFive } = range;
  const told = half !== undefined && fourInFive !== undefined;
  const text = fill(told ? words.range : words.noRange, {
    half: half === undefined ? '' : dateText(language, half),
    fourInFive: fourInFive === undefined ? '' : dateText(language, fourInFive),
    stage: textsOf(language).stages[stage],
    known: numberText(language, known),
    needed: numberText(language, needed),
  });
  return (
    <p class="govuk-body" id="range">
      {text}
    </p>
  );
}

/** What stands in the way of an approval, each with where it is filled in. */
function Missing(props: RoadMapProps): JSX.Element | null {
  const { frame, whole } = props;
  const { projectId, rows, state, actions } = whole.view;
  const words = roadMapTexts(frame.language);
  const lacking = rows.filter(({ lacks }) => lacks.length > 0);
  if (state !== 'drawn' || actions.length === 0) return null;
  if (lacking.length === 0) return <p class="govuk-body">{words.nothingMissing}</p>;
  return (
    <details class="govuk-details" open={props.act === 'approve'} id="missing">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {words.missing}: {String(lacking.length)}
        </span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">{words.missingText}</p>
        <ul class="govuk-list govuk-list--bullet">
          {lacking.map((row) => (
            <li key={row.row}>
              <a class="govuk-link" href={roadMapAddress(projectId, { do: 'row', row: row.row })}>
                {rowText(props, row)}
              </a>
              : {row.lacks.map((part) => words.lacks[part]).join(', ')}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Approved(props: RoadMapProps): JSX.Element {
  const { frame, whole } = props;
  const { approved, state } = whole.view;
  const words = roadMapTexts(frame.language);
  if (approved === undefined) return <p class="govuk-body-l">{state === 'before' ? words.before : words.drawn}</p>;
  const date = localDateOf(approved.at, whole.context.calendar.offsetMinutes);
  return (
    <>
      <p class="govuk-body-l">
        {fill(words.approved, { date: dateText(frame.language, date), who: staffText(props, approved.by) })}
      </p>
      <p class="govuk-body">
        {words.hash}: <code class="said">{approved.hash}</code>{' '}
        <Tag colour={approved.holds ? 'green' : 'red'}>{approved.holds ? words.holds : words.broken}</Tag>
      </p>
    </>
  );
}

function Change(props: RoadMapProps & { readonly change: ChangeView; readonly plain: boolean }): JSX.Element {
  const { frame, whole, change, plain } = props;
  const { language } = frame;
  const words = roadMapTexts(language);
  const day = (at: number): string => dateText(language, localDateOf(at, whole.context.calendar.offsetMinutes));
  const { accepted, answeredAt } = change;
  const standing = accepted === undefined ? 'waits' : accepted ? 'accepted' : 'refused';
  const colours = { waits: 'yellow', accepted: 'green', refused: 'grey' } as const;
  return (
    <li>
      <strong>{changeText(props, change)}</strong> <Tag colour={colours[standing]}>{words[standing]}</Tag>
      <br />
      {words.reasons[change.reason]} · {day(change.at)} · {staffText(props, change.by)}
      {change.text !== undefined && <div class="govuk-inset-text said">{change.text}</div>}
      {answeredAt !== undefined && (
        <>
          <br />
          {capital(language, words[standing])}: {day(answeredAt)} · {staffText(props, change.answeredBy)}
          {change.answer !== undefined && ` – ${change.answer}`}
        </>
      )}
      {change.mine && !plain && (
        <>
          <br />
          <a
            class="govuk-link"
            href={roadMapAddress(whole.view.projectId, { do: 'answer', change: String(change.change) })}
          >
            {words.judge}
          </a>
        </>
      )}
    </li>
  );
}

/** All rows with their days and people, what is missing, and after the approval every change. @param plain to be printed */
export function roadMapPage(props: RoadMapProps, plain = false): JSX.Element {
  const { frame, whole, done } = props;
  const { view, company } = whole;
  const words = roadMapTexts(frame.language);
  const { projectId, number, changes, actions } = view;
  return (
    <Layout
      frame={frame}
      title={`${words.title} · ${number} · ${company}`}
      back={projectAddress(projectId)}
      wide="screen"
    >
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {number} · {company}
        </span>
        {words.title}
      </h1>
      <Approved {...props} />
      {!plain && (
        <>
          <Missing {...props} />
          {actions.length > 0 && (
            <div class="govuk-button-group">
              {actions.includes('fill') && (
                <Button kind="secondary" href={roadMapAddress(projectId, { do: 'fill' })}>
                  {words.fill}
                </Button>
              )}
              {actions.includes('approve') && (
                <Button href={roadMapAddress(projectId, { do: 'approve' })}>{words.approve}</Button>
              )}
            </div>
          )}
        </>
      )}
      <Rows {...props} plain={plain} />
      <Range {...props} />
      {changes.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="changes">
            {words.changes}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {changes.toReversed().map((change) => (
              <Change key={change.change} {...props} change={change} plain={plain} />
            ))}
          </ul>
        </>
      )}
      {!plain && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={roadMapAddress(projectId, { as: 'ics' })} download>
              {words.calendar}
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={roadMapAddress(projectId, { as: 'print' })}>
              {words.print}
            </a>
          </p>
        </>
      )}
    </Layout>
  );
}
