import type { JSX } from 'preact';
import type { LetterField } from '#core/letter/letter-correction.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import type { FormState } from '../components/form-state.ts';
import type { Frame } from '../frame.ts';
import { LetterInput } from '../letter/letter-input.tsx';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
  readonly returned: readonly LetterField[];
}

export function ReturnedFields({ frame, form, returned }: Props): JSX.Element | null {
  const { toCorrect, hint } = correctionTexts(frame.language);
  if (returned.length === 0) return null;
  return (
    <section aria-labelledby="letter">
      <h2 class="govuk-heading-m" id="letter">
        {toCorrect}
      </h2>
      <p class="govuk-body">{hint}</p>
      {returned.map((field) => (
        <LetterInput key={field} frame={frame} form={form} field={field} />
      ))}
    </section>
  );
}
