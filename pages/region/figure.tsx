import type { JSX } from 'preact';
import { numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Waiting } from '#core/figures/waiting.ts';
import { assignmentOf } from '#core/stages/assignment-id.ts';
import { capital } from '#core/texts/capital.ts';
import { Totals } from '../components/tiles.tsx';
import type { Frame } from '../frame.ts';
import { nameOf } from '../office/names.ts';
import { holderName, type Sum } from './names.ts';

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

/** What projects are worth, or their jobs: it leads to their list, and there to its sum. */
export const SumFigure = ({
  frame,
  href,
  sum: { projects, investment, jobs },
  of,
  what,
}: {
  readonly frame: Frame;
  readonly href: string;
  readonly sum: Pick<Sum, 'projects' | 'investment' | 'jobs'>;
  readonly of: 'worth' | 'jobs';
  readonly what: string;
}): JSX.Element => {
  const { language } = frame;
  const isNothing = projects === 0 || (of === 'worth' ? investment.length : jobs) === 0;
  const text = of === 'worth' ? <Totals frame={frame} investment={investment} /> : numberText(language, jobs);
  return isNothing ? (
    <>{text}</>
  ) : (
    <a class="govuk-link" href={`${href}#${sumId}`}>
      {text}
      <span class="govuk-visually-hidden">
        {' '}
        ({what}: {regionTexts(language)[of]})
      </span>
    </a>
  );
};

/** Where a list says what its projects are together. */
export const sumId = 'sum';

export function assignmentText(frame: Frame, { assignmentId }: Pick<Waiting, 'assignmentId'>): string {
  const known = assignmentOf(assignmentId);
  return known ? capital(frame.language, nameOf(frame, known)) : assignmentId;
}

/** Who holds it, a party by its own name. */
export const waitingHolder = (language: Language, { holder, holderNames }: Waiting): string =>
  holderNames?.[language] ?? holderName(language, holder);
