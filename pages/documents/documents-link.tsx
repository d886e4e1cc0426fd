import type { JSX } from 'preact';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { Button } from '../components/form.tsx';
import type { Frame } from '../frame.ts';

interface Props {
  readonly frame: Frame;
  /** The page of documents. */
  readonly documents: string;
  /** The page one is on, to come back to. */
  readonly here: string;
  /** The assignment that the documents belong to. */
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

/** The same inside the form of an answer: what was typed is posted along, kept, and there again afterwards. */
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
