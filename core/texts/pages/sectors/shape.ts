import type { Sector } from '#core/contracts/sector.ts';

/** The name of each sector. */
export type SectorTexts = Readonly<Record<Sector, string>>;
