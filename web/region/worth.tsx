import type { JSX } from 'preact';
import type { PipelineView } from '#core/contracts/views.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import type { Frame } from '../frame.ts';

/** Money by currency, one below the other: there is no sum across currencies. */
export const Worth = ({ frame, investment }: { readonly frame: Frame; readonly investment: PipelineView['total']['investment'] }): JSX.Element => (
  <>{investment.length === 0 ? '–' : investment.map((money) => <span key={money.currency} class="amount">{shortMoneyText(frame.language, money)}</span>)}</>
);

/** A figure that leads to the projects behind it; nought leads nowhere. */
export const Figure = ({ href, count, text, what }: { readonly href: string; readonly count: number; readonly text: string; readonly what: string }): JSX.Element =>
  (count === 0 ? <>{text}</> : <a class="govuk-link" href={href}>{text}<span class="govuk-visually-hidden"> ({what})</span></a>);
