import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { countText, fill } from '#core/texts/index.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import type { Frame } from '../frame.ts';

/** An email as it will go out; its link is left out, for it belongs to the reader. */
export interface EmailPreview {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly lang: string;
}

interface Props {
  readonly frame: Frame;
  readonly emails: readonly EmailPreview[];
  readonly contact?: ProjectView['contact'];
}

/** What is said of an investor to whom nothing is emailed; undefined of any other. */
export const untold = ({ language }: Frame, contact: ProjectView['contact']): string | undefined =>
  contact !== undefined && contact.email === undefined
    ? fill(frameTexts(language).emails.noAddress, { phone: contact.phone ?? '' })
    : undefined;

export function EmailPreviews({ frame, emails, contact }: Props): JSX.Element {
  const { emails: words } = frame.words;
  const byTelephone = untold(frame, contact);
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <p class="govuk-body">
        {emails.length === 0 ? words.none : countText(frame.language, words.count, emails.length)}
      </p>
      {byTelephone !== undefined && <p class="govuk-inset-text">{byTelephone}</p>}
      {emails.map(({ to, subject, text, lang }, at) => (
        <details key={at} class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text said">
              {to}: <span lang={lang}>{subject}</span>
            </span>
          </summary>
          <div class="govuk-details__text said" lang={lang}>
            {text}
          </div>
        </details>
      ))}
    </>
  );
}
