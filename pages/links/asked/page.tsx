import type { ComponentChildren, JSX } from 'preact';
import type { AskedRow, PartyView } from '#core/links/view-party.ts';
import { capital } from '#core/texts/capital.ts';
import { countText, dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { needText } from '#core/texts/need-text.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { Button } from '../../components/form.tsx';
import { formState } from '../../components/form-state.ts';
import { Notification, Pagination, Table, type Column } from '../../components/facts.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Until } from '../../components/until.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { lineOfPath } from './line-form.ts';
import { askedText, pageLength, parametersOf, type AskedQuery, type Sort } from './list.ts';

interface Props {
  readonly frame: Frame;
  readonly view: PartyView;
  /** Those that were searched for, in their order. */
  readonly rows: readonly AskedRow[];
  readonly query: AskedQuery;
  readonly path: string;
  /** Something was said of a line just now. */
  readonly isDone: boolean;
}

const address = (path: string, query: AskedQuery): string => {
  const parameters = new URLSearchParams(parametersOf(query)).toString();
  return parameters === '' ? path : `${path}?${parameters}`;
};

/** What waits, and what was answered: one list at a time. */
function States({ frame, query, path }: Props): JSX.Element {
  const { all } = partyTexts(frame.language);
  const one = (answered: boolean, text: string) => (
    <li key={text}>
      {answered === query.answered ? (
        <strong aria-current="page">{text}</strong>
      ) : (
        <a class="govuk-link" href={answered ? `${path}?state=answered` : path}>
          {text}
        </a>
      )}
    </li>
  );
  return (
    <nav aria-label={all.title}>
      <ul class="govuk-list">
        {one(false, all.open)}
        {one(true, all.answered)}
      </ul>
    </nav>
  );
}

function Search({ frame, query, path }: Props): JSX.Element {
  const { all } = partyTexts(frame.language);
  const kept = parametersOf({ ...query, text: '', page: 1 });
  return (
    <form method="get" action={path} role="search">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        frame={frame}
        form={formState([['q', query.text]])}
        name="q"
        label={all.search}
        type="search"
        width={20}
      />
      <div class="govuk-button-group">
        <Button kind="secondary">{all.find}</Button>
        {query.text !== '' && (
          <a class="govuk-link" href={address(path, { ...query, text: '', page: 1 })}>
            {all.clear}
          </a>
        )}
      </div>
    </form>
  );
}

/** A head that sorts by its column; once more, the other way round. */
function sorted({ query, path }: Props, sort: Sort, text: string): Column {
  const isNow = query.sort === sort;
  const backwards = isNow ? !query.backwards : query.answered && sort === 'due';
  return {
    text,
    sort: {
      href: address(path, { ...query, sort, backwards, page: 1 }),
      ...(isNow && { now: query.backwards ? 'descending' : 'ascending' }),
    },
  };
}

function DayCell({ frame, row }: { readonly frame: Frame; readonly row: AskedRow }): JSX.Element {
  const { language, words } = frame;
  const { answered, due, pausedUntil, endless, daysLate } = row;
  if (answered) return <>{dateText(language, answered.on)}</>;
  return (
    <>
      <Until frame={frame} due={due} pausedUntil={pausedUntil} endless={endless} />
      {daysLate > 0 && (
        <>
          <br />
          <strong class="late">{countText(language, words.lateBy, daysLate)}</strong>
        </>
      )}
    </>
  );
}

/** What is asked, which leads to its own page; without a link of its own it says where that is. */
function AskedCell({ frame, row }: { readonly frame: Frame; readonly row: AskedRow }): JSX.Element {
  const { language } = frame;
  const text = askedText(language, row);
  if (row.url !== undefined)
    return (
      <a class="govuk-link" href={new URL(row.url).pathname}>
        {text}
      </a>
    );
  return (
    <>
      {text}
      {row.answered === undefined && <div class="govuk-hint">{partyTexts(language).all.anew}</div>}
    </>
  );
}

function List(props: Props): JSX.Element {
  const { frame, rows, query } = props;
  const { language } = frame;
  const { all, ...words } = partyTexts(language);
  const { holders, outcomes } = textsOf(language);
  const from = (query.page - 1) * pageLength;
  const cellsOf = (row: AskedRow): readonly ComponentChildren[] => [
    <AskedCell key="asked" frame={frame} row={row} />,
    row.company,
    row.number,
    row.need && needText(language, row.need),
    <DayCell key="day" frame={frame} row={row} />,
    ...(row.answered ? [capital(language, outcomes[row.answered.outcome])] : []),
  ];
  return (
    <Table
      frame={frame}
      caption={query.answered ? all.answered : all.open}
      captionHidden
      empty={all.none}
      columns={[
        sorted(props, 'asked', words.asked),
        sorted(props, 'company', holders.investor),
        sorted(props, 'number', all.number),
        { text: all.amount },
        sorted(props, 'due', query.answered ? words.on : words.until),
        ...(query.answered ? [{ text: words.given }] : []),
      ]}
      rows={rows.slice(from, from + pageLength).map(cellsOf)}
    />
  );
}

/** Lines of the zone that the party builds; each leads to where it says how far it is. */
function Lines({ frame, view, path }: Props): JSX.Element {
  const { language } = frame;
  const words = lineTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.built}
      columns={[{ text: words.name }, { text: words.readyBy }]}
      rows={view.lines.map(({ lineId, names, report }) => [
        <a key="line" class="govuk-link" href={lineOfPath(path, lineId)}>
          {names[language]}
        </a>,
        report.state === 'committed' ? dateText(language, report.readyBy) : '–',
      ])}
    />
  );
}

/** Everything that a party is asked: late first, with search, order, pages and a file; each row leads to where it is answered. */
export function askedPage(props: Props): JSX.Element {
  const { frame, view, rows, query, path } = props;
  const { language } = frame;
  const { all } = partyTexts(language);
  const late = rows.filter(({ daysLate }) => daysLate > 0).length;
  const file = (form: string) => address(`${path}/asked.${form}`, { ...query, page: 1 });
  const pageAt = (page: number) => address(path, { ...query, page });
  return (
    <Layout frame={frame} title={all.title} wide>
      {props.isDone && <Notification frame={frame}>{lineTexts(language).recorded}</Notification>}
      <span class="govuk-caption-l">
        {view.party[language]} · {view.zone[language]}
      </span>
      <h1 class="govuk-heading-l">{all.title}</h1>
      <States {...props} />
      <Search {...props} />
      <p class="govuk-body">
        {fill(all.count, { count: numberText(language, rows.length) })}
        {late > 0 && (
          <>
            {' · '}
            <strong class="late">{fill(all.late, { count: numberText(language, late) })}</strong>
          </>
        )}
      </p>
      {view.more && <p class="govuk-inset-text">{fill(all.more, { count: numberText(language, view.rows.length) })}</p>}
      <List {...props} />
      <Pagination
        frame={frame}
        previous={query.page > 1 ? pageAt(query.page - 1) : undefined}
        next={query.page * pageLength < rows.length ? pageAt(query.page + 1) : undefined}
      />
      {rows.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={file('csv')} download>
            {all.csv}
          </a>
          {' · '}
          <a class="govuk-link" href={file('xlsx')} download>
            {all.xlsx}
          </a>
        </p>
      )}
      {view.lines.length > 0 && <Lines {...props} />}
      <p class="govuk-hint">{all.keep}</p>
    </Layout>
  );
}
