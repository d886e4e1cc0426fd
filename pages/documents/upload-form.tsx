import type { JSX } from 'preact';
import { typesOf } from '#core/documents/file-type.ts';
import type { DocumentKind, MediaType } from '#core/documents/document-kind.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { idOf, type FormState } from '../components/form-state.ts';
import { ErrorMessage, groupClass } from '../components/form-group.tsx';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import type { UploadPlace } from './upload-places.ts';

interface Props extends UploadPlace {
  readonly frame: Frame;
  readonly form: FormState;
  readonly action: string;
  readonly kind: DocumentKind;
  /** Of which document the form is: said beside "File" and "Upload" for those who hear them. */
  readonly about: string;
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

export function FileField({
  frame,
  form,
  name,
  label,
  kinds,
}: {
  readonly frame: Frame;
  readonly form: FormState;
  readonly name: string;
  /** For those who hear it: what is beside the field tells the others. */
  readonly label: string;
  readonly kinds: readonly DocumentKind[];
}): JSX.Element {
  const error = form.error(name);
  return (
    <div class={groupClass(error)}>
      <label class="govuk-visually-hidden" for={idOf(name)}>
        {label}
      </label>
      {error !== undefined && <ErrorMessage frame={frame} id={`${idOf(name)}-error`} message={error} />}
      <input
        class={`govuk-file-upload${error === undefined ? '' : ' govuk-file-upload--error'}`}
        id={idOf(name)}
        name={name}
        type="file"
        accept={accepted(kinds)}
        aria-describedby={error === undefined ? limitsId : `${limitsId} ${idOf(name)}-error`}
      />
    </div>
  );
}

/** One file for one place. The script sends it straight to the store and shows how far it is; without, the form brings it. */
export function UploadForm({ frame, form, action, about, primary = false, ...place }: Props): JSX.Element {
  const { form: words } = documentPageTexts(frame.language);
  const { kind, documentId, assignmentId } = place;
  return (
    <div class="upload">
      <Form frame={frame} action={action} multipart>
        <Hidden name="kind" value={kind} />
        <Hidden name="documentId" value={documentId} />
        <Hidden name="assignmentId" value={assignmentId} />
        <FileField frame={frame} form={form} name={fileField(place)} label={`${words.file}: ${about}`} kinds={[kind]} />
        <Button {...(!primary && { kind: 'secondary' as const })}>
          {words.send}
          <span class="govuk-visually-hidden"> ({about})</span>
        </Button>
      </Form>
    </div>
  );
}
