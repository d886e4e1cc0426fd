import type { AskedVersion, Zone } from '../reference/reference.ts';
import { compare, type LocalDate } from '../calendar/local-date.ts';
import { optionalIn, type StageId, type StageThing } from './definition.ts';

/** Versions of a stage, the latest first. */
export const askedVersions = ({ asked = [] }: Pick<Zone, 'asked'>, stage: StageId): readonly AskedVersion[] =>
  asked.filter((one) => one.stage === stage).toSorted((a, b) => compare(b.effectiveFrom, a.effectiveFrom));

/** What a stage that begins on a day leaves out; what the product no longer lets a zone leave out is asked. */
export function withoutOn(zone: Pick<Zone, 'asked'>, stage: StageId, on: LocalDate): readonly StageThing[] {
  const version = askedVersions(zone, stage).find(({ effectiveFrom }) => effectiveFrom <= on);
  return optionalIn(stage).filter((kind) => version?.without.includes(kind));
}
