import type { AskedVersion, Zone } from '../reference/reference.ts';
import { compare, type LocalDate } from '../calendar/local-date.ts';
import { statedType } from '../reference/zone-type.ts';
import { beyondLaw, optionalIn, type StageId, type StageThing } from './definition.ts';

/** Versions of a stage, the latest first. */
export const askedVersions = ({ asked = [] }: Pick<Zone, 'asked'>, stage: StageId): readonly AskedVersion[] =>
  asked.filter((one) => one.stage === stage).toSorted((a, b) => compare(b.effectiveFrom, a.effectiveFrom));

/** What a stage that begins on a day leaves out: what the zone says, and before it said anything what the law of its type does not ask. What law or product no longer lets a zone leave out is asked. */
export function withoutOn(
  zone: Pick<Zone, 'asked' | 'types' | 'country'>,
  stage: StageId,
  on: LocalDate,
): readonly StageThing[] {
  const type = statedType(zone, on);
  const without =
    askedVersions(zone, stage).find(({ effectiveFrom }) => effectiveFrom <= on)?.without ?? beyondLaw(stage, type);
  return optionalIn(stage, type).filter((kind) => without.some((one) => one === kind));
}
