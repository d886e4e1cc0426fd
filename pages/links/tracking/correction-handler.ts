import { CorrectionRequest, type Decision } from '#core/stages/decision.ts';
import type { CorrectionView } from '#core/letter/letter-correction.ts';
import type { Language } from '#core/kernel/common.ts';
import { changedFields } from '#core/letter/correct-letter.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { Asked, TrackingView } from '#core/project/tracking.ts';
import { letterLabels } from '#pages/letter/labels.ts';
import { check, type Checked, type Labels } from '../../kit/check.ts';
import { correctionFields, correctionIn } from '../../letter/correct-letter.ts';
import { present, textIn } from '../../kit/values.ts';

type Page = Pick<TrackingView, 'link'>;

/** The fields of the letter that the investor may change with an answer; none where words are all that is asked. */
export const returnedIn = ({ link }: Page, { assignment: { fields } }: Asked) =>
  link.letter === undefined ? [] : (fields ?? []);

export const correctionForm = (view: Page, asked: Asked, typed: URLSearchParams): URLSearchParams =>
  view.link.letter === undefined || returnedIn(view, asked).length === 0
    ? typed
    : correctionFields(view.link.letter, returnedIn(view, asked), typed);

export function correctedIn(
  view: Page,
  asked: Asked,
  fields: URLSearchParams,
): Checked<Extract<Decision, { outcome: 'done' }>> {
  const returned = returnedIn(view, asked);
  const note = check(CorrectionRequest, present({ note: textIn(fields, 'note') }));
  const letter = returned.length > 0 ? correctionIn(correctionForm(view, asked, fields), returned) : undefined;
  const issues = [letter, note].flatMap((one) => (one && !one.ok ? one.issues : []));
  if (issues.length > 0 || !note.ok) return { ok: false, issues };
  return {
    ok: true,
    value: { outcome: 'done', facts: {}, note: note.value.note, ...(letter?.ok && { letter: letter.value }) },
  };
}

export function changesIn(view: Page, asked: Asked, decision: Decision): CorrectionView {
  const now = ('letter' in decision && decision.letter) || {};
  const was = view.link.letter ?? {};
  return { fields: [...changedFields(was, now, returnedIn(view, asked))], was, now };
}

export const correctionLabels = (language: Language): Labels => ({
  ...letterLabels(language),
  note: trackingTexts(language).answer.note,
});
