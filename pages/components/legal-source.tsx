import type { JSX } from 'preact';
import type { StageDuration } from '#core/calendar/stage-duration.ts';
import type { Frame } from '../frame.ts';

export function LegalSource({
  language,
  source: { title, titles, url },
}: Pick<Frame, 'language'> & Pick<StageDuration, 'source'>): JSX.Element {
  const text = titles?.[language] ?? title;
  return url === undefined ? (
    <>{text}</>
  ) : (
    <a class="govuk-link" href={url} rel="noreferrer">
      {text}
    </a>
  );
}
