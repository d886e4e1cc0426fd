import type { Sector } from '../../letter/sector.ts';
import { en } from '../en/sectors.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/sectors.ts';
import { ru } from '../ru/sectors.ts';
import { uzCyrl } from '../uz-cyrl/sectors.ts';

export type SectorTexts = Readonly<Record<Sector, string>>;

export const sectorTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
