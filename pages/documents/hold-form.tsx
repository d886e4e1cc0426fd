import type { JSX } from 'preact';
import type { DocumentKind } from '#core/documents/document-kind.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { Checkboxes } from '../components/choices.tsx';
import { formState } from '../components/form-state.ts';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';

/** The office says that the signed letter, or other documents that are needed, lie with it on paper. */
export function holdForm(frame: Frame, action: string, kinds: readonly DocumentKind[]): JSX.Element {
  const { original } = documentPageTexts(frame.language);
  const { names } = documentTexts(frame.language);
  const [only] = kinds.length === 1 ? kinds : [];
  return (
    <section>
      <h2 class="govuk-heading-m">{original.title}</h2>
      <p class="govuk-body">{original.text}</p>
      <Form frame={frame} action={action}>
        {only !== undefined && (
          <>
            <input type="hidden" name="kinds" value={only} />
            <p class="govuk-body">
              <strong>{names[only]}</strong>
            </p>
          </>
        )}
        {only === undefined && (
          <Checkboxes
            frame={frame}
            form={formState()}
            name="kinds"
            label={original.kinds}
            choices={kinds.map((kind) => ({ value: kind, text: names[kind] }))}
          />
        )}
        <Button kind="secondary">{original.button}</Button>
      </Form>
    </section>
  );
}
