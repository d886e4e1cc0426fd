import type { JSX } from 'preact';
import { isDoubtful } from '#core/kernel/company-number.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import type { FormState } from '../components/form-state.ts';
import type { Frame } from '../frame.ts';

/** The warning beside a company's number that cannot be right; it keeps nobody from going on. */
export function NumberDoubt({ frame, form }: { readonly frame: Frame; readonly form: FormState }): JSX.Element | null {
  if (!isDoubtful({ country: form.text('company.country'), number: form.text('company.number') })) return null;
  return <Doubt frame={frame} />;
}

export const Doubt = ({ frame }: { readonly frame: Frame }): JSX.Element => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{frame.words.important}: </span>
      {letterTexts(frame.language).doubtfulNumber}
    </strong>
  </div>
);
