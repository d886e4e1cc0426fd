import * as z from 'zod/mini';
import { LetterOfIntent, StoredLetter } from './letter-of-intent.ts';

/** Fields of a letter that an officer can return as wrong; `company.number` goes with the country in whose register it stands. */
export const letterFields = [
  'company.name',
  'company.number',
  'production',
  'sector',
  'investment',
  'jobs',
  'exportShare',
  'financing',
  'utilities.power',
  'utilities.gas',
  'utilities.water',
  'utilities.sewerage',
  'utilities.heat',
  'utilities.telecom',
  'utilities.road',
  'utilities.rail',
  'landHectares',
  'wantedStart',
] as const;
export const LetterField = z.enum(letterFields);
export type LetterField = z.infer<typeof LetterField>;

export const ReturnedFields = z.optional(z.array(LetterField).check(z.maxLength(letterFields.length)));

const facts = {
  sector: true,
  investment: true,
  jobs: true,
  exportShare: true,
  financing: true,
  utilities: true,
  landHectares: true,
  wantedStart: true,
} as const;
const words = { company: true, production: true } as const;

/** Only what was returned may differ. A returned utility line left out is no longer needed; all else left out stays. */
export const CorrectedLetter = z.partial(z.pick(LetterOfIntent, { ...facts, ...words }));
export type CorrectedLetter = z.infer<typeof CorrectedLetter>;

export const LetterParts = z.partial(z.pick(StoredLetter, { ...facts, ...words }));
export type LetterParts = z.infer<typeof LetterParts>;

/** Parts that name nobody, and parts that may; only the first lie in the log. */
const LetterFacts = z.partial(z.pick(StoredLetter, facts));
const LetterWords = z.partial(z.pick(StoredLetter, words));
export const CorrectedWords = z.object({ was: LetterWords, now: LetterWords });

export const LetterCorrection = z.object({
  fields: z.array(LetterField),
  was: LetterFacts,
  now: LetterFacts,
  /** Where the old and new words lie, which may name a person and can be erased (`CorrectedWords`). */
  wordsId: z.optional(z.string()),
});
export type LetterCorrection = z.infer<typeof LetterCorrection>;

/** The same as it is shown, its words among the rest as far as the reader may have them and they were not erased. */
export const CorrectionView = z.object({ fields: z.array(LetterField), was: LetterParts, now: LetterParts });
export type CorrectionView = z.infer<typeof CorrectionView>;

export type LetterAlone = Omit<LetterOfIntent, 'contact' | 'consent'>;
