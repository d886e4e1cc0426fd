import type { JSX } from 'preact';
import type { MoratoriumView } from '#core/moratoria/moratorium.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { moratoriumTexts } from '#core/texts/areas/moratoria.ts';
import type { Frame } from '../frame.ts';

/** Why clocks stand: each moratorium once, with its reason. */
export function MoratoriumNotes({
  frame: { language },
  assignments,
}: {
  readonly frame: Frame;
  readonly assignments: readonly { readonly moratorium?: MoratoriumView | undefined }[];
}): JSX.Element {
  const words = moratoriumTexts(language);
  const found = new Map(
    assignments.flatMap(({ moratorium }) => (moratorium ? [[moratorium.moratoriumId, moratorium] as const] : [])),
  );
  return (
    <>
      {[...found.values()].map(({ moratoriumId, utility, from, until, reason }) => (
        <div key={moratoriumId} class="govuk-inset-text">
          <p class="govuk-body">
            {fill(until === undefined ? words.held : words.heldUntil, {
              line: capital(language, textsOf(language).utilities[utility]),
              from: dateText(language, from),
              date: until === undefined ? '' : dateText(language, until),
            })}
          </p>
          <p class="govuk-body said">
            {words.reason}: {reason}
          </p>
        </div>
      ))}
    </>
  );
}
