import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { DocumentId, DocumentKind, FileId, Sha256 } from '#core/documents/document-kind.ts';
import { plainName, typeOf } from '#core/documents/file-type.ts';
import type { Issue, Result } from '#core/kernel/result.ts';
import { wrongFile, type Announced } from '#core/documents/upload-file.ts';
import { documentRules } from '#core/documents/document-rules.ts';
import type { Announcement } from '#core/documents/project-documents.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { issueText } from '#core/texts/areas/problems.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { formState, type FieldError, type FormState } from '#pages/components/form-state.ts';
import { addedField } from '#pages/documents/page.tsx';
import { mostRows, rowField } from '#pages/documents/several-form.tsx';
import { fileField } from '#pages/documents/upload-form.tsx';
import type { UploadPlace } from '#pages/documents/upload-places.ts';
import type { Language } from '#core/kernel/common.ts';
import { intakeOf } from '#functions/http/intake.ts';
import { errorsOf } from '../kit/check.ts';
import type { PostedFile } from '../kit/posted.ts';
import { present, textIn } from '../kit/values.ts';
import { redirect, problem, json, type Reply, type Visit } from '../kit/visit.ts';
import { problemOf, type Trouble } from '#functions/http/problems.ts';
import { full } from '#functions/http/turned-away.ts';

/** The largest file a function takes: Lambda's 6 MB with base64, and some room. */
const largestHere = 4 * 1024 * 1024;

export interface Desk {
  readonly language?: Language | undefined;
  readonly request: (file: Announced) => Promise<Result<Announcement>>;
  readonly complete: (fileId: string) => Promise<Result<unknown>>;
  readonly bringSmall: (file: Announced, content: Uint8Array) => Promise<Result<unknown>>;
  /** @param count files that were taken together */
  readonly onward: (count: number) => Promise<string> | string;
  readonly again: (form: FormState) => Promise<Reply>;
}

const Place = z.object({
  kind: DocumentKind,
  documentId: z.optional(DocumentId),
  assignmentId: z.optional(z.string().check(z.regex(/^[a-z0-9_-]{1,160}$/))),
});
type Place = z.infer<typeof Place>;
const Said = z.object({
  fileName: z.string().check(z.minLength(1), z.maxLength(1000)),
  bytes: z.coerce.number().check(z.int()),
  sha256: Sha256,
  beginning: z.string().check(z.regex(/^([a-f0-9]{2}){0,1024}$/)),
});

/** Where a form's file belongs. An optional name that makes no sense names nothing there is. */
const placeIn = (fields: URLSearchParams) =>
  Place.safeParse(
    present({
      kind: textIn(fields, 'kind'),
      documentId: textIn(fields, 'documentId'),
      assignmentId: textIn(fields, 'assignmentId'),
    }),
  ).data;

/** What went wrong, in the reader's words. */
function textOf(language: Language, failure: Trouble): string {
  const { title, detail = '' } = problemOf(failure, language, '');
  const [issue] = failure.kind === 'invalid' ? failure.issues : [];
  return issue ? issueText(language, issue.code) : `${title}. ${detail}`;
}

function tellFailure(visit: Visit, desk: Desk, failure: Trouble): Reply {
  const { language } = visit.frame(desk.language);
  return json({ error: textOf(language, failure) }, problemOf(failure, language, '').status);
}

async function scripted(desk: Desk, visit: Visit, place: Place): Promise<Reply> {
  const { fields } = visit;
  if (fields.get('step') === 'complete') {
    const fileId = FileId.safeParse(fields.get('fileId'));
    const done = fileId.success ? await desk.complete(fileId.data) : undefined;
    if (!done?.ok) return tellFailure(visit, desk, done?.failure ?? { kind: 'not-found' });
    return json({ to: await desk.onward(Number(fields.get('count') ?? 1)) });
  }
  // A file that was announced may still come: its form was given out when there was room.
  if (intakeOf(visit.event) !== 'all') return tellFailure(visit, desk, full('no-room'));
  const said = Said.safeParse(
    Object.fromEntries(['fileName', 'bytes', 'sha256', 'beginning'].map((name) => [name, fields.get(name)])),
  );
  if (!said.success)
    return tellFailure(visit, desk, { kind: 'invalid', issues: [{ path: 'file', code: 'file-not-there' }] });
  const { beginning, ...file } = said.data;
  const asked = await desk.request({
    ...place,
    ...file,
    fileName: plainName(file.fileName),
    mediaType: typeOf(Buffer.from(beginning, 'hex')),
  });
  return asked.ok ? json({ fileId: asked.value.fileId, ...asked.value.form }) : tellFailure(visit, desk, asked.failure);
}

function refused(desk: Desk, visit: Visit, place: UploadPlace, issues: readonly Issue[]): Promise<Reply> {
  const { language } = visit.frame(desk.language);
  const words = documentPageTexts(language).form;
  const about = place.kind === undefined ? '' : `: ${documentTexts(language).names[place.kind]}`;
  const field = fileField(place);
  const errors = errorsOf(language, issues, { file: `${words.file}${about}`, kind: words.kind }).map((error) =>
    error.name === 'file' ? { ...error, name: field } : error,
  );
  return desk.again(formState(visit.fields, errors));
}

/** Takes the file of a form, as one that comes by the store is taken. */
async function take(desk: Desk, place: Place, { content, name }: PostedFile): Promise<Result<unknown>> {
  if (content.length > largestHere) return wrongFile('file-too-big-here');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { ...place, fileName: plainName(name), bytes: content.length, sha256, mediaType: typeOf(content) };
  return desk.bringSmall(file, content);
}

/** Each row for itself: what can be taken is, and what is wrong with another is said beside it. */
async function bringSeveral(desk: Desk, visit: Visit): Promise<Reply> {
  const { language } = visit.frame(desk.language);
  const words = documentPageTexts(language).several;
  const fields = new URLSearchParams(visit.fields);
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  let [all, done] = [0, 0];
  for (let row = 1; row <= mostRows; row += 1) {
    const [placeField, file] = [rowField(row, 'place'), visit.files.find((one) => one.field === rowField(row, 'file'))];
    if (file === undefined) {
      fields.delete(placeField);
      continue;
    }
    all += 1;
    const text = textIn(fields, placeField) ?? '';
    const place = placeIn(new URLSearchParams(text));
    const refuse = (field: 'file' | 'place', message: string) => {
      errors.push({ name: rowField(row, field), message: `${fill(words.row, { number: row })}: ${message}` });
    };
    if (place === undefined) refuse('place', words.which);
    else if (seen.has(text) && (!documentRules[place.kind].many || place.documentId !== undefined))
      refuse('place', words.twice);
    else {
      seen.add(text);
      const taken = await take(desk, place, file);
      if (taken.ok) {
        done += 1;
        fields.delete(placeField);
      } else refuse('file', textOf(language, taken.failure));
    }
  }
  if (all === 0) errors.push({ name: rowField(1, 'file'), message: issueText(language, 'missing') });
  if (errors.length === 0) return redirect(await desk.onward(done));
  fields.delete(addedField);
  if (done > 0)
    fields.set(addedField, fill(words.partly, { done: numberText(language, done), all: numberText(language, all) }));
  return desk.again(formState(fields, errors));
}

export async function bring(desk: Desk, visit: Visit): Promise<Reply> {
  const { fields, files } = visit;
  const isScript = fields.has('step');
  if (fields.has('several') && !isScript) return bringSeveral(desk, visit);
  const place = placeIn(fields);
  if (place === undefined)
    return isScript
      ? tellFailure(visit, desk, { kind: 'not-found' })
      : refused(desk, visit, present({ assignmentId: textIn(fields, 'assignmentId') }), [
          { path: 'kind', code: 'missing' },
        ]);
  if (isScript) return scripted(desk, visit, place);
  const file = files.find(({ content }) => content.length > 0) ?? files[0];
  if (file === undefined) return refused(desk, visit, place, [{ path: 'file', code: 'missing' }]);
  const done = await take(desk, place, file);
  if (done.ok) return redirect(await desk.onward(1));
  return done.failure.kind === 'invalid'
    ? refused(desk, visit, place, done.failure.issues)
    : problem(done.failure, desk.language);
}
