import type { JSX } from 'preact';
import { calendarTexts } from '#core/texts/areas/calendar.ts';
import type { Frame } from '../frame.ts';

/** Leads to the page's due dates as a file for the reader's own calendar. */
export const CalendarLink = ({ frame, href }: { readonly frame: Frame; readonly href: string }): JSX.Element => (
  <p class="govuk-body">
    <a class="govuk-link" href={href} download>
      {calendarTexts(frame.language).link}
    </a>
  </p>
);
