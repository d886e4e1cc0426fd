import type { JSX } from 'preact';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { Button } from '../components/form.tsx';
import type { Frame } from '../frame.ts';

interface Props {
  readonly frame: Frame;
  readonly documents: string;
  readonly here: string;
  readonly assignmentId?: string | undefined;
}

/** From the form of an answer to its documents: bringing them is an act of its own, so what is typed here waits for them. */
export function DocumentsLink({ frame, documents, here, assignmentId }: Props): JSX.Element {
  const { beside } = documentPageTexts(frame.language);
  const query = new URLSearchParams({ ...(assignmentId !== undefined && { assignment: assignmentId }), back: here });
  return (
    <p class="govuk-body">
      {beside.text}{' '}
      <a class="govuk-link" href={`${documents}?${query.toString()}`}>
        {beside.add}
      </a>
    </p>
  );
}

export const DocumentsButton = ({ frame: { language } }: Pick<Props, 'frame'>): JSX.Element => {
  const { beside } = documentPageTexts(language);
  return (
    <div>
      <p class="govuk-body">{beside.kept}</p>
      <Button kind="secondary" name="then" value="documents">
        {beside.add}
      </Button>
    </div>
  );
};
