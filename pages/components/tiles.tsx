import type { ComponentChildren, JSX } from 'preact';

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
