import type { JSX } from 'preact';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { Frame } from '../frame.ts';

/** A list has its files at its own address, so who may see the one may have the other. */
export const Files = ({ frame: { language, here } }: { readonly frame: Frame }): JSX.Element => (
  <ul class="govuk-list no-print">
    {(['csv', 'xlsx'] as const).map((form) => (
      <li key={form}>
        <a class="govuk-link" href={`${here}${here.includes('?') ? '&' : '?'}file=${form}`} download>
          {adminTexts(language).files[form]}
        </a>
      </li>
    ))}
  </ul>
);
