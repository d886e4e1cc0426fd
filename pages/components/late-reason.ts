import type { Language } from '#core/kernel/common.ts';
import type { LateReason } from '#core/stages/expected-start.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { countText, dateText, fill, textsOf } from '#core/texts/index.ts';

/** What a late start waits for, in words: 'waits for the line L-3 (power), 52 working days late, held by the power company'. */
export function lateReasonText(language: Language, reason: LateReason): string {
  const { reasons } = lineTexts(language);
  const { stages, utilities, holders } = textsOf(language);
  if (reason.by === 'stage') return countText(language, reasons.stage, reason.days, { stage: stages[reason.stage] });
  const date = dateText(language, reason.readyBy);
  const utility = utilities[reason.utility];
  if (reason.names === undefined) return fill(reasons.reported, { utility, date });
  const known = { utility, name: reason.names[language], party: reason.party?.[language] ?? holders.party };
  return reason.days === undefined
    ? fill(reasons.until, { ...known, date })
    : countText(language, reasons.late, reason.days, known);
}
