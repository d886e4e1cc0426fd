import type { JSX } from 'preact';
import { textsOf } from '#core/texts/index.ts';
import { Tag } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';

export interface Entry {
  readonly key: string;
  /** Where it is opened; without it, it is only named. */
  readonly href?: string | undefined;
  readonly name: string;
  readonly hint?: string;
  /** Until when, in words. */
  readonly due?: string | undefined;
  readonly overdue?: boolean;
  /** Answers that can be chosen at once. */
  readonly answers?: readonly { readonly href: string; readonly text: string }[];
}

/** What can be opened, one below the other: a name that leads there, what it belongs to, how it stands. What its reader may not open leads nowhere. */
export function EntryList({
  frame,
  entries,
  empty = frame.words.empty,
}: {
  readonly frame: Frame;
  readonly entries: readonly Entry[];
  readonly empty?: string;
}): JSX.Element {
  if (entries.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <ul class="govuk-task-list">
      {entries.map(({ key, href, name, hint, due, overdue, answers = [] }) => (
        <li key={key} class={`govuk-task-list__item${href === undefined ? '' : ' govuk-task-list__item--with-link'}`}>
          <div class="govuk-task-list__name-and-hint">
            {href === undefined ? (
              <strong>{name}</strong>
            ) : (
              <a class="govuk-link govuk-task-list__link" href={href}>
                {name}
              </a>
            )}
            {hint && <div class="govuk-task-list__hint">{hint}</div>}
            {due && (
              <div>
                {overdue && (
                  <>
                    <Tag colour="red">{textsOf(frame.language).assignmentStates.overdue}</Tag>{' '}
                  </>
                )}
                {due}
              </div>
            )}
            {answers.length > 1 && (
              <ul class="answers">
                {answers.map((one) => (
                  <li key={one.href}>
                    <a class="govuk-link" href={one.href}>
                      {one.text}
                      <span class="govuk-visually-hidden"> ({name})</span>
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
