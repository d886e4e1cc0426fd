import type { JSX } from 'preact';
import { isDoubtful, isEntrepreneur } from '#core/kernel/company-number.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import type { FormState } from '../components/form-state.ts';
import type { Frame } from '../frame.ts';

type Doubt = 'doubtfulNumber' | 'entrepreneurInSez';

interface Asked {
  readonly country: string;
  readonly number: string;
}

export const doubtsOf = (company: Asked, companiesOnly: boolean): readonly Doubt[] => [
  ...(isDoubtful(company) ? (['doubtfulNumber'] as const) : []),
  ...(companiesOnly && isEntrepreneur(company) ? (['entrepreneurInSez'] as const) : []),
];

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
  readonly zones?: readonly { readonly zoneId: string; readonly companiesOnly: boolean }[];
  /** Where the form does not ask for it. */
  readonly zoneId?: string;
}

/** Warnings beside a company's number: it cannot be right, or its bearer cannot take part; they keep nobody from going on. */
export function NumberDoubt({ frame, form, zones = [], zoneId = form.text('zoneId') }: Props): JSX.Element {
  const company = { country: form.text('company.country'), number: form.text('company.number') };
  const companiesOnly = zones.some((zone) => zone.companiesOnly && zone.zoneId === zoneId);
  return <Doubts frame={frame} doubts={doubtsOf(company, companiesOnly)} />;
}

export const Doubts = ({
  frame,
  doubts,
}: Pick<Props, 'frame'> & { readonly doubts: readonly Doubt[] }): JSX.Element => (
  <>
    {doubts.map((doubt) => (
      <div key={doubt} class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">
          !
        </span>
        <strong class="govuk-warning-text__text">
          <span class="govuk-visually-hidden">{frame.words.important}: </span>
          {letterTexts(frame.language)[doubt]}
        </strong>
      </div>
    ))}
  </>
);
