import type { NightContents } from '#core/open-data/night-ports.ts';

/** Files of nights, as `filesOnDemand` in a file of its own: who has one of them alone loads half the store's client with the table's otherwise. */
export function nightsOnDemand(bucket: string): NightContents {
  let opened: Promise<NightContents> | undefined;
  const store = () => (opened ??= import('./night-contents.ts').then(({ nightContents }) => nightContents(bucket)));
  return {
    put: async (day, file, text) => (await store()).put(day, file, text),
    get: async (day, name) => (await store()).get(day, name),
  };
}
