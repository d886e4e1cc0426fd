import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { DocumentId, DocumentKind, FileId, Sha256 } from '#core/documents/document-kind.ts';
import { plainName, typeOf } from '#core/documents/file-type.ts';
import type { Issue, Result } from '#core/kernel/result.ts';
import type { Announced } from '#core/documents/upload-file.ts';
import type { Announcement } from '#core/documents/project-documents.ts';
import { issueText } from '#core/texts/areas/problems.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { fileField, type UploadPlace } from '#pages/documents/upload-form.tsx';
import type { Language } from '#core/kernel/common.ts';
import { intakeOf } from '#functions/http/intake.ts';
import { errorsOf } from '../kit/check.ts';
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
  readonly onward: () => Promise<string> | string;
  readonly again: (form: FormState) => Promise<Reply>;
}

const Place = z.object({
  kind: DocumentKind,
  documentId: z.optional(DocumentId),
  assignmentId: z.optional(z.string().check(z.regex(/^[a-z0-9_-]{1,160}$/))),
});
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

function tellFailure(visit: Visit, desk: Desk, failure: Trouble): Reply {
  const { language } = visit.frame(desk.language);
  const { title, detail = '', status } = problemOf(failure, language, '');
  const [issue] = failure.kind === 'invalid' ? failure.issues : [];
  return json({ error: issue ? issueText(language, issue.code) : `${title}. ${detail}` }, status);
}

async function scripted(desk: Desk, visit: Visit, place: z.infer<typeof Place>): Promise<Reply> {
  const { fields } = visit;
  if (fields.get('step') === 'complete') {
    const fileId = FileId.safeParse(fields.get('fileId'));
    const done = fileId.success ? await desk.complete(fileId.data) : undefined;
    if (!done?.ok) return tellFailure(visit, desk, done?.failure ?? { kind: 'not-found' });
    return json({ to: await desk.onward() });
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
  const isChosen = place.documentId === undefined && visit.fields.has('chosen');
  const field = fileField(isChosen ? { assignmentId: place.assignmentId } : place);
  const named = issues.map(({ path, code }) => ({ path: path === 'file' ? 'file' : path, code }));
  const errors = errorsOf(language, named, { file: `${words.file}${about}`, kind: words.kind }).map((error) =>
    error.name === 'file' ? { ...error, name: field } : error,
  );
  return desk.again(formState(visit.fields, errors));
}

export async function bring(desk: Desk, visit: Visit): Promise<Reply> {
  const { fields, file } = visit;
  const place = placeIn(fields);
  const isScript = fields.has('step');
  if (place === undefined)
    return isScript
      ? tellFailure(visit, desk, { kind: 'not-found' })
      : refused(desk, visit, present({ assignmentId: textIn(fields, 'assignmentId') }), [
          { path: 'kind', code: 'missing' },
        ]);
  if (isScript) return scripted(desk, visit, place);
  if (file === undefined) return refused(desk, visit, place, [{ path: 'file', code: 'missing' }]);
  const { content, name } = file;
  if (content.length > largestHere) return refused(desk, visit, place, [{ path: 'file', code: 'file-too-big-here' }]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const done = await desk.bringSmall(
    { ...place, fileName: plainName(name), bytes: content.length, sha256, mediaType: typeOf(content) },
    content,
  );
  if (done.ok) return redirect(await desk.onward());
  return done.failure.kind === 'invalid'
    ? refused(desk, visit, place, done.failure.issues)
    : problem(done.failure, desk.language);
}
