/** One measured figure: a line of the bench's output. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value must reach; a bench that misses it fails. */
  readonly atLeast?: number;
}

export const figure = (name: string, value: number, unit: string): Figure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
});

export const isMissed = ({ value, atLeast }: Figure): boolean => atLeast !== undefined && value < atLeast;

/** The middle of what was measured. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Runs `work` a number of times and gives the median in ms; the first run is a warm-up. */
export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const measured: number[] = [];
  for (let run = 0; run < times; run += 1) measured.push(await milliseconds(work));
  return median(measured);
}
