import type { ComponentChildren, JSX } from 'preact';
import type { Frame } from '../frame.ts';

export interface Fact {
  readonly term: string;
  readonly value: ComponentChildren;
  readonly change?: string | undefined;
}

export const SummaryList = ({
  frame,
  facts,
}: {
  readonly frame: Frame;
  readonly facts: readonly Fact[];
}): JSX.Element => (
  <dl class="govuk-summary-list">
    {facts.map(({ term, value, change }) => (
      <div key={term} class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{term}</dt>
        <dd class="govuk-summary-list__value">{value === '' || value === undefined ? frame.words.notGiven : value}</dd>
        {change && (
          <dd class="govuk-summary-list__actions">
            <a class="govuk-link" href={change}>
              {frame.words.change}
              <span class="govuk-visually-hidden"> ({term})</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

export interface Column {
  readonly text: string;
  readonly numeric?: boolean;
  /** Where the same list is sorted by it, and how it is now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' };
}

interface TableProps {
  readonly frame: Frame;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly empty?: string;
  /** The caption is for those who hear it: a heading above says the same. */
  readonly captionHidden?: boolean;
}

/** A table. In a narrow box each row becomes a block, its cells one below the other; roles are said aloud, as blocks lose them. */
export function Table({ frame, caption, columns, rows, empty, captionHidden = false }: TableProps): JSX.Element {
  if (rows.length === 0) return <p class="govuk-body">{empty ?? frame.words.empty}</p>;
  const classOf = (block: 'header' | 'cell', at: number) =>
    `govuk-table__${block}${columns[at]?.numeric ? ` govuk-table__${block}--numeric` : ''}`;
  const table = (
    <table class="govuk-table" role="table">
      <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>
        {caption}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columns.map(({ text, sort }, at) => (
            <th
              key={text}
              scope="col"
              role="columnheader"
              class={classOf('header', at)}
              {...(sort?.now && { 'aria-sort': sort.now })}
            >
              {sort ? (
                <a class="govuk-link" href={sort.href}>
                  {text}
                  {sort.now && <span aria-hidden="true">{sort.now === 'ascending' ? ' ▲' : ' ▼'}</span>}
                </a>
              ) : (
                text
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map((cells, row) => (
          <tr key={row} class="govuk-table__row" role="row">
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key={at} scope="row" role="rowheader" class="govuk-table__header">
                  {cell}
                </th>
              ) : (
                <td key={at} role="cell" class={classOf('cell', at)} data-label={columns[at]?.text}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <div class="table-box" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

/** A state in a word or two; never the colour alone says it. */
export const Tag = ({
  colour,
  children,
}: {
  readonly colour?: TagColour;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <strong class={`govuk-tag${colour === undefined ? '' : ` govuk-tag--${colour}`}`}>{children}</strong>
);

export const Notification = ({
  frame,
  kind = 'done',
  below,
  children,
}: {
  readonly frame: Frame;
  readonly kind?: 'done' | 'important';
  /** Under what is told: what can be done about it. */
  readonly below?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div
    class={`govuk-notification-banner${kind === 'done' ? ' govuk-notification-banner--success' : ''}`}
    role={kind === 'done' ? 'alert' : 'region'}
    aria-labelledby="notification-title"
  >
    <div class="govuk-notification-banner__header">
      <h2 class="govuk-notification-banner__title" id="notification-title">
        {frame.words[kind]}
      </h2>
    </div>
    <div class="govuk-notification-banner__content">
      <p class="govuk-notification-banner__heading">{children}</p>
      {below}
    </div>
  </div>
);

/** Links to the page before and after; a list knows no more of its length. */
export function Pagination({
  frame,
  previous,
  next,
  words = frame.words,
}: {
  readonly frame: Frame;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Where what comes next is no page. */
  readonly words?: Pick<Frame['words'], 'previous' | 'next'>;
}): JSX.Element | null {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="govuk-pagination" aria-label={frame.words.pages}>
      {previous && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={previous} rel="prev">
            <span class="govuk-pagination__link-title">← {words.previous}</span>
          </a>
        </div>
      )}
      {next && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={next} rel="next">
            <span class="govuk-pagination__link-title">{words.next} →</span>
          </a>
        </div>
      )}
    </nav>
  );
}
