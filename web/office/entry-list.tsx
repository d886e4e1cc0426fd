import type { ComponentChildren, JSX } from 'preact';
import type { Frame } from '../frame.ts';

export interface Entry {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  readonly hint?: string;
  readonly status?: ComponentChildren;
}

/** What can be opened, one below the other: a name that leads there, what it belongs to, how it stands. */
export function EntryList({ frame, entries, empty = frame.words.empty }: { readonly frame: Frame; readonly entries: readonly Entry[]; readonly empty?: string }): JSX.Element {
  if (entries.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <ul class="govuk-task-list">
      {entries.map(({ key, href, name, hint, status }) => (
        <li key={key} class="govuk-task-list__item govuk-task-list__item--with-link">
          <div class="govuk-task-list__name-and-hint">
            <a class="govuk-link govuk-task-list__link" href={href}>{name}</a>
            {hint && <div class="govuk-task-list__hint">{hint}</div>}
          </div>
          {status && <div class="govuk-task-list__status">{status}</div>}
        </li>
      ))}
    </ul>
  );
}
