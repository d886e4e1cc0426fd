import { CorrectedWords, type CorrectionView, type LetterCorrection } from './letter-correction.ts';
import type { Ports } from '../kernel/ports.ts';

/** A correction without what may name somebody. */
export const factsOfCorrection = ({ fields, was, now }: LetterCorrection): CorrectionView => ({ fields, was, now });

export async function wholeCorrection(
  { projects }: Pick<Ports, 'projects'>,
  projectId: string,
  { wordsId, ...correction }: LetterCorrection,
): Promise<CorrectionView> {
  const text = wordsId === undefined ? undefined : await projects.note(projectId, wordsId);
  const { fields, was, now } = correction;
  if (text === undefined) return { fields, was, now };
  const words = CorrectedWords.parse(JSON.parse(text));
  return { fields, was: { ...was, ...words.was }, now: { ...now, ...words.now } };
}
