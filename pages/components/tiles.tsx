import type { ComponentChildren, JSX } from 'preact';

export interface Tile {
  readonly term: string;
  readonly value: ComponentChildren;
  /** Something is wrong: said by the figure itself, underlined by the colour. */
  readonly alarming?: boolean;
}

export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }): JSX.Element => (
  <dl class="tiles">
    {tiles.map(({ term, value, alarming = false }) => (
      <div key={term} class={`tiles__tile${alarming ? ' tiles__tile--alarming' : ''}`}>
        <dt class="tiles__term">{term}</dt>
        <dd class="tiles__value">{value}</dd>
      </div>
    ))}
  </dl>
);
