import type { JSX } from 'preact';
import type { PipelineView } from '#core/api/views.ts';
import { numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import type { Frame } from '../frame.ts';

/** A tile on a phone is narrower than an amount: it may break between its words. In tables the style keeps it whole. */
const breakable = (amount: string): string => amount.replaceAll('\u00a0', ' ');

/** Money by currency, one below the other: there is no sum across currencies. */
export const Totals = ({
  frame,
  investment,
}: {
  readonly frame: Frame;
  readonly investment: PipelineView['total']['investment'];
}): JSX.Element => (
  <>
    {investment.length === 0
      ? '–'
      : investment.map((money) => (
          <span key={money.currency} class="amount">
            {breakable(shortMoneyText(frame.language, money))}
          </span>
        ))}
  </>
);

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
}: {
  readonly href: string;
  readonly count: number;
  readonly text: string;
  readonly what: string;
}): JSX.Element =>
  count === 0 ? (
    <>{text}</>
  ) : (
    <a class="govuk-link" href={href}>
      {text}
      <span class="govuk-visually-hidden"> ({what})</span>
    </a>
  );
