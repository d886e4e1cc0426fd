import type { JSX } from 'preact';
import { numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Waiting } from '#core/figures/waiting.ts';
import { assignmentOf } from '#core/stages/assignment-id.ts';
import { capital } from '#core/texts/capital.ts';
import type { Frame } from '../frame.ts';
import { nameOf } from '../office/names.ts';
import { holderName } from './names.ts';

/** Working days in hand; below zero it is said aloud, not only in red. */
export const Slack = ({ frame, days }: { readonly frame: Frame; readonly days: number }): JSX.Element =>
  days < 0 ? (
    <strong class="late">
      {numberText(frame.language, days)}{' '}
      <span class="govuk-visually-hidden">({regionTexts(frame.language).tooLate})</span>
    </strong>
  ) : (
    <>{numberText(frame.language, days)}</>
  );

/** A figure that leads to the projects behind it; nought leads nowhere. */
export const Figure = ({
  href,
  count,
  text,
  what,
  isLate = false,
}: {
  readonly href: string;
  readonly count: number;
  readonly text: string;
  readonly what: string;
  readonly isLate?: boolean;
}): JSX.Element =>
  count === 0 ? (
    <>{text}</>
  ) : (
    <a class={`govuk-link${isLate ? ' late' : ''}`} href={href}>
      {text}
      <span class="govuk-visually-hidden"> ({what})</span>
    </a>
  );

export function assignmentText(frame: Frame, { assignmentId }: Pick<Waiting, 'assignmentId'>): string {
  const known = assignmentOf(assignmentId);
  return known ? capital(frame.language, nameOf(frame, known)) : assignmentId;
}

/** Who holds it, a party by its own name. */
export const waitingHolder = (language: Language, { holder, holderNames }: Waiting): string =>
  holderNames?.[language] ?? holderName(language, holder);
