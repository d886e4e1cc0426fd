import type { JSX } from 'preact';
import { plotStates, type PlotState, type StandingPlot } from '#core/plots/plot.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import type { Frame } from '../frame.ts';

/** A colour and a stroke for each state; its letter is its place in the alphabet. */
const looks: Readonly<Record<PlotState, readonly [colour: string, stroke: string]>> = {
  free: ['#cfe8d5', ''],
  held: ['#fff3c4', 'M0 4H8'],
  auction: ['#d5e3f7', 'M4 0V8'],
  contract: ['#d9d2ec', 'M0 8 8 0'],
  building: ['#f7d9bd', 'M0 0 8 8'],
  producing: ['#b9dcdf', 'M0 4H8M4 0V8'],
  blocked: ['#f3c6c3', 'M0 0 8 8M0 8 8 0'],
  'in-docket': ['#ecd0e0', 'M0 2H8M0 6H8'],
  planned: ['#eeebe4', 'M2 0V8M6 0V8'],
};

export const letterOf = (state: PlotState): string => String.fromCharCode(65 + plotStates.indexOf(state));

const width = 600;

/** From degrees to the drawing: west and north are its edges, a degree of longitude is as long as on the middle latitude. */
function projection(plots: readonly StandingPlot[]) {
  const all = plots.flatMap(({ outline = [] }) => outline);
  const [easts, norths] = [all.map(([east]) => east), all.map(([, north]) => north)];
  const [west, east] = [Math.min(...easts), Math.max(...easts)];
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * shrink, 1e-6);
  return {
    height: Math.ceil((north - south) * scale),
    place: ([x, y]: readonly [number, number]): readonly [number, number] => [
      Math.round((x - west) * shrink * scale * 10) / 10,
      Math.round((north - y) * scale * 10) / 10,
    ],
  };
}

/** Outlines of plots as one picture: colour, pattern and letter say the state; a table beside it says the same. */
export function PlotMap({
  frame: { language },
  plots,
}: {
  readonly frame: Frame;
  readonly plots: readonly StandingPlot[];
}): JSX.Element | null {
  const drawn = plots.filter(({ outline }) => outline !== undefined);
  if (drawn.length === 0) return null;
  const words = plotTexts(language);
  const { height, place } = projection(drawn);
  const states = plotStates.filter((state) => drawn.some((plot) => plot.state === state));
  return (
    <>
      <svg viewBox={`-4 -4 ${String(width + 8)} ${String(height + 8)}`} width="100%" role="img" aria-label={words.map}>
        <defs>
          {states.map((state) => (
            <pattern key={state} id={`plot-${state}`} width="8" height="8" patternUnits="userSpaceOnUse">
              <rect width="8" height="8" fill={looks[state][0]} />
              <path d={looks[state][1]} stroke="#0b3d47" stroke-opacity="0.35" />
            </pattern>
          ))}
        </defs>
        {drawn.map(({ plotId, state, outline = [] }) => {
          const points = outline.map(place);
          const ring = points.slice(1);
          const middle = (at: 0 | 1) => Math.round(ring.reduce((sum, point) => sum + point[at], 0) / ring.length);
          return (
            <g key={plotId}>
              <polygon points={points.join(' ')} fill={`url(#plot-${state})`} stroke="#14191a" />
              <text x={middle(0)} y={middle(1)} text-anchor="middle" font-size="18" fill="#14191a">
                {`${letterOf(state)} ${String(Number(plotId.split('-').at(-1)) || '')}`}
              </text>
            </g>
          );
        })}
      </svg>
      <p class="govuk-hint">{words.mapNote}</p>
    </>
  );
}
