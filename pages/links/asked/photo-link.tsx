import type { JSX } from 'preact';
import { photoTexts } from '#core/texts/areas/photos.ts';
import type { Frame } from '../../frame.ts';

/** Leads from what is said of a line to where a photo of it is added. */
export const photoLink = ({ language }: Frame, href: string): JSX.Element => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {photoTexts(language).add}
    </a>
  </p>
);
