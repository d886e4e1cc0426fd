import type { JSX } from 'preact';
import type { Names } from '#core/reference/reference.ts';
import { photoTexts } from '#core/texts/areas/photos.ts';
import { Notification } from '../components/facts.tsx';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { idOf, type FormState } from '../components/form-state.ts';
import { ErrorMessage, groupClass } from '../components/form-group.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { fileField } from './upload-form.tsx';
import { UploadScript } from './upload-script.tsx';

interface Props {
  readonly frame: Frame;
  readonly name: Names;
  readonly form: FormState;
  readonly path: string;
  readonly back: string;
  readonly isDone: boolean;
}

const place = { kind: 'other' } as const;
const field = fileField(place);

/** Where whoever builds a line adds a photo of the works. */
export function photoPage({ frame, name, form, path, back, isDone }: Props): JSX.Element {
  const words = photoTexts(frame.language);
  const error = form.error(field);
  return (
    <Layout frame={frame} title={words.add} back={back} failed={form.errors.length > 0}>
      {isDone && <Notification frame={frame}>{words.added}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{name[frame.language]}</span>
        {words.add}
      </h1>
      <UploadScript frame={frame}>
        <div class="upload">
          <Form frame={frame} action={path} multipart>
            <input type="hidden" name="kind" value={place.kind} />
            <div class={groupClass(error)}>
              <label class="govuk-label" for={idOf(field)}>
                {words.file}
              </label>
              <p class="govuk-hint" id="photo-hint">
                {words.hint}
              </p>
              {error !== undefined && <ErrorMessage frame={frame} id={`${idOf(field)}-error`} message={error} />}
              <input
                class={`govuk-file-upload${error === undefined ? '' : ' govuk-file-upload--error'}`}
                id={idOf(field)}
                name={field}
                type="file"
                accept=".jpg,.jpeg,.png,image/jpeg,image/png"
                aria-describedby={error === undefined ? 'photo-hint' : `photo-hint ${idOf(field)}-error`}
              />
            </div>
            <Button>{words.send}</Button>
          </Form>
        </div>
      </UploadScript>
    </Layout>
  );
}
