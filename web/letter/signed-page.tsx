import type { JSX } from 'preact';
import { fill } from '#core/texts/index.ts';
import { letterTexts } from '#core/texts/pages/letter/index.ts';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { Upload } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { letterSteps } from './steps.ts';

export interface KeptFile {
  readonly fileName: string;
}

/** The largest file a function takes: Lambda's 6 MB with base64, and some room. */
export const largestFileBytes = 4 * 1024 * 1024;

interface SignedProps {
  readonly frame: Frame;
  readonly form: Filled;
  readonly file: KeptFile | undefined;
  readonly path: string;
}

/** The signed letter as a file; one that is there already can be replaced. */
export function signedPage({ frame, form, file, path }: SignedProps): JSX.Element {
  const words = letterTexts(frame.language);
  return (
    <Layout frame={frame} title={words.steps.signed} failed={form.errors.length > 0} back={`${path}/contact`}>
      <ErrorSummary frame={frame} form={form} />
      <span class="govuk-caption-l">{fill(words.step, { number: letterSteps.indexOf('signed') + 1, count: letterSteps.length })}</span>
      <h1 class="govuk-heading-l">{words.steps.signed}</h1>
      {file
        ? <p class="govuk-body">{words.file.kept} <strong>{file.fileName}</strong> ({words.file.notScanned}). {words.file.replace}</p>
        : <p class="govuk-body">{words.file.why}</p>}
      <Form frame={frame} multipart>
        <Upload frame={frame} form={form} name="file" label={words.labels.file} hint={words.hints.file} optional={file !== undefined} accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          most={{ bytes: largestFileBytes, message: frame.words.fileTooBig }} />
        <Button>{frame.words.save}</Button>
      </Form>
    </Layout>
  );
}
