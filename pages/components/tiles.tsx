import type { ComponentChildren, JSX } from 'preact';
import type { PipelineView } from '#core/api/views.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import type { Frame } from '../frame.ts';

export interface Tile {
  readonly term: string;
  readonly value: ComponentChildren;
  /** Something is wrong: said by the figure itself, underlined by the colour. */
  readonly alarming?: boolean;
  /** What belongs to the figure, smaller. */
  readonly more?: string | undefined;
}

export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }): JSX.Element => (
  <dl class="tiles">
    {tiles.map(({ term, value, alarming = false, more }) => (
      <div key={term} class={`tiles__tile${alarming ? ' tiles__tile--alarming' : ''}`}>
        <dt class="tiles__term">{term}</dt>
        <dd class="tiles__value">
          {value}
          {more !== undefined && <span class="news__day">{more}</span>}
        </dd>
      </div>
    ))}
  </dl>
);

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
