import type { JSX } from 'preact';
import { typesOf } from '#core/documents/file-type.ts';
import type { DocumentKind, MediaType } from '#core/documents/document-kind.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { Select } from '../components/choices.tsx';
import { idOf, type FormState } from '../components/form-state.ts';
import { ErrorMessage, groupClass } from '../components/form-group.tsx';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';

export interface UploadPlace {
  readonly kind?: DocumentKind | undefined;
  readonly documentId?: string | undefined;
  readonly assignmentId?: string | undefined;
}

interface Props extends UploadPlace {
  readonly frame: Frame;
  readonly form: FormState;
  readonly action: string;
  /** Of which document the form is: said beside "File" and "Upload" for those who hear them. */
  readonly about: string;
  readonly kinds?: readonly DocumentKind[];
  readonly primary?: boolean;
}

const extensions: Readonly<Record<MediaType, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg,.jpeg',
  'image/png': '.png',
  'application/zip': '.zip',
  'application/pkcs7-signature': '.p7s,.p7m,.cms,.sig',
};

const accepted = (kinds: readonly DocumentKind[]): string =>
  [...new Set(kinds.flatMap(typesOf))].flatMap((type) => [extensions[type], type]).join(',');

/** The name of a form's file field: one of its own on a page of many, and an error finds it by it. */
export const fileField = ({ kind, documentId, assignmentId }: UploadPlace): string =>
  ['file', documentId ?? kind, documentId === undefined ? assignmentId : undefined].filter(Boolean).join('.');

const Hidden = ({ name, value }: { readonly name: string; readonly value: string | undefined }): JSX.Element | null =>
  value === undefined ? null : <input type="hidden" name={name} value={value} />;

const limitsId = 'limits';

/** What may be brought: said once on a page, and every file's field is described by it. */
export const Limits = ({ frame }: { readonly frame: Frame }): JSX.Element => (
  <p class="govuk-hint" id={limitsId}>
    {documentPageTexts(frame.language).form.hint}
  </p>
);

/** One file for one place. The script sends it straight to the store and shows how far it is; without, the form brings it. */
export function UploadForm({ frame, form, action, about, kinds = [], primary = false, ...place }: Props): JSX.Element {
  const { form: words } = documentPageTexts(frame.language);
  const { kind, documentId, assignmentId } = place;
  const name = fileField(place);
  const error = form.error(name);
  return (
    <div class="upload" data-upload>
      <Form frame={frame} action={action} multipart>
        <Hidden name="kind" value={kind} />
        <Hidden name="documentId" value={documentId} />
        <Hidden name="assignmentId" value={assignmentId} />
        <Hidden name="chosen" value={kind === undefined ? 'yes' : undefined} />
        {kind === undefined && (
          <Select
            frame={frame}
            form={form}
            name="kind"
            label={words.kind}
            choices={kinds.map((one) => ({ value: one, text: documentTexts(frame.language).names[one] }))}
          />
        )}
        <div class={groupClass(error)}>
          <label class={kind === undefined ? 'govuk-label' : 'govuk-visually-hidden'} for={idOf(name)}>
            {kind === undefined ? words.file : `${words.file}: ${about}`}
          </label>
          {error !== undefined && <ErrorMessage frame={frame} id={`${idOf(name)}-error`} message={error} />}
          <input
            class={`govuk-file-upload${error === undefined ? '' : ' govuk-file-upload--error'}`}
            id={idOf(name)}
            name={name}
            type="file"
            accept={accepted(kind === undefined ? kinds : [kind])}
            aria-describedby={error === undefined ? limitsId : `${limitsId} ${idOf(name)}-error`}
          />
        </div>
        <Button {...(!primary && { kind: 'secondary' as const })}>
          {words.send}
          <span class="govuk-visually-hidden"> ({about})</span>
        </Button>
      </Form>
    </div>
  );
}
