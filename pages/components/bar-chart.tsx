import type { JSX } from 'preact';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The figure beside the bar; it also says what the hatched part is. */
  readonly text: string;
  /** How much of the value is hatched. */
  readonly part?: number;
  /** Where a line stands across the bar, on the bars' own scale. */
  readonly mark?: number;
}

/** Bars drawn on the server. Every bar has its name and figure as text, so that neither colour nor length alone says anything. */
export function BarChart({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }): JSX.Element {
  const most = Math.max(1, ...bars.flatMap(({ value, mark = 0 }) => [value, mark]));
  return (
    <div class="chart" role="img" aria-label={label}>
      <svg class="chart__patterns" width="0" height="0" aria-hidden="true">
        <pattern id="hatched" width="3" height="3" patternUnits="userSpaceOnUse">
          <rect width="3" height="3" fill="#b3261e" />
          <path d="M0 3 3 0" stroke="#fff" stroke-width="1" />
        </pattern>
      </svg>
      {bars.map(({ label: name, value, text, part = 0, mark }) => (
        <div key={name} class="chart__row">
          <span class="chart__label">{name}</span>
          <svg class="chart__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="10" fill="#e6e2d8" />
            <rect width={String(((value - part) / most) * 100)} height="10" fill="#0a5a66" />
            {part > 0 && (
              <rect
                x={String(((value - part) / most) * 100)}
                width={String((part / most) * 100)}
                height="10"
                fill="url(#hatched)"
              />
            )}
            {mark !== undefined && (
              <rect x={String(Math.min(99.2, (mark / most) * 100))} width="0.8" height="10" fill="#14191a" />
            )}
          </svg>
          <span class="chart__value">{text}</span>
        </div>
      ))}
    </div>
  );
}
