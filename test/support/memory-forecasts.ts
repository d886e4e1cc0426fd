import type { ForecastMonth, Forecasts } from '#core/figures/forecasts.ts';

/** What was forecast month by month, in memory. */
export function memoryForecasts(): Forecasts {
  const months = new Map<string, ForecastMonth>();
  return {
    isKept: async (zoneId, month) => months.has(`${zoneId} ${month}`),
    since: async (zoneId, month) =>
      [...months.values()]
        .filter((one) => one.zoneId === zoneId && one.month >= month)
        .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    keep: async (one) => {
      months.set(`${one.zoneId} ${one.month}`, one);
    },
  };
}
