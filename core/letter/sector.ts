import * as z from 'zod/mini';

/** What kind of production a letter is for: a short list (ours) in which every production of the sources has its place. */
export const sectors = [
  'construction-materials',
  'metals',
  'machinery',
  'electronics',
  'chemicals',
  'food',
  'textiles',
  'wood',
  'paper',
  'recycling',
  'energy',
  'logistics',
  'other',
] as const;
export const Sector = z.enum(sectors);
export type Sector = z.infer<typeof Sector>;
