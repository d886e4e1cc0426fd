import type { JSX } from 'preact';

/** The same page seen another way: links in a line, the one that is shown is none. */
export function ChoiceLinks({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly { readonly name: string; readonly href: string; readonly isNow: boolean }[];
}): JSX.Element {
  return (
    <nav class="choice no-print" aria-label={label}>
      <ul class="choice__list">
        {entries.map(({ name, href, isNow }) => (
          <li key={name}>
            {isNow ? (
              <strong aria-current="true">{name}</strong>
            ) : (
              <a class="govuk-link" href={href}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
