import type { JSX } from 'preact';
import { countText } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/pages/office/index.ts';
import type { Frame } from '../frame.ts';

/** An email as it will go out; its link is left out, for it belongs to the reader. */
export interface EmailPreview {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of its own language, as HTML wants it. */
  readonly lang: string;
}

/** Which emails a step brings about, each to be opened and read. */
export function EmailPreviews({ frame, emails }: { readonly frame: Frame; readonly emails: readonly EmailPreview[] }): JSX.Element {
  const { emails: words } = officeTexts(frame.language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <p class="govuk-body">{emails.length === 0 ? words.none : countText(frame.language, words.count, emails.length)}</p>
      {emails.map(({ to, subject, text, lang }, at) => (
        <details key={at} class="govuk-details">
          <summary class="govuk-details__summary"><span class="govuk-details__summary-text said">{to}: <span lang={lang}>{subject}</span></span></summary>
          <div class="govuk-details__text said" lang={lang}>{text}</div>
        </details>
      ))}
    </>
  );
}
