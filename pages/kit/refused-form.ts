import type { Failure } from '#core/kernel/result.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import type { Frame } from '#pages/frame.ts';
import { errorsOf, type Labels } from './check.ts';

/** Whether a form is shown once more with what stood in the way; anything else is no matter of what was typed. */
export const isCorrectable = ({ kind }: Failure): boolean =>
  kind === 'invalid' || kind === 'conflict' || kind === 'not-allowed' || kind === 'too-many' || kind === 'busy';

export const stateWords = (
  { kind }: Failure,
  { frame: { language } }: { readonly frame: Pick<Frame, 'language'> },
): string | undefined =>
  kind === 'conflict' || kind === 'not-allowed' ? problemTextsOf(language).problems[kind].title : undefined;

export const refusalWords = (
  failure: Failure,
  { frame: { language } }: { readonly frame: Pick<Frame, 'language'> },
): string | undefined =>
  failure.kind !== 'invalid' && isCorrectable(failure)
    ? problemTextsOf(language).problems[failure.kind].title
    : undefined;

export function refusedForm(
  { language }: Pick<Frame, 'language'>,
  fields: URLSearchParams,
  failure: Failure,
  labels: Labels,
): FormState {
  const errors =
    failure.kind === 'invalid'
      ? errorsOf(language, failure.issues, labels, { fields })
      : [{ name: '', message: problemTextsOf(language).problems[failure.kind].title }];
  return formState(fields, errors);
}
