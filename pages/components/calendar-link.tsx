import type { JSX } from 'preact';
import { calendarTexts } from '#core/texts/areas/calendar.ts';
import type { Frame } from '../frame.ts';

export const CalendarLink = ({ frame, href }: { readonly frame: Frame; readonly href: string }): JSX.Element => (
  <p class="govuk-body">
    <a class="govuk-link" href={href} download>
      {calendarTexts(frame.language).link}
    </a>
  </p>
);
