import type { LetterOfIntent, SubmitLetterResponse } from './letter-of-intent.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Ports } from '../kernel/ports.ts';
import { keepDraftFiles } from '../documents/draft-documents.ts';
import { hasRoom, taken } from '../documents/file-room.ts';
import { firstTarget } from '../links/link-targets.ts';
import { changeDraft, openDraft, type ByDraftLink } from './letter-drafts.ts';
import { becomeLetter } from '../showcase/become-letter.ts';
import { numberNow, submitLetter } from './submit-letter.ts';

type SubmitDraftPorts = Parameters<typeof submitLetter>[0] & Pick<Ports, 'drafts' | 'files' | 'showcase'>;

/** The draft is the request's key. Fails as `submitLetter`; `invalid` without a signed letter, unless no room. */
export async function submitDraft(
  ports: SubmitDraftPorts,
  {
    link,
    letter,
    sourceIp,
    now,
    takesFiles = true,
  }: ByDraftLink & { readonly letter: LetterOfIntent; readonly sourceIp: string; readonly takesFiles?: boolean },
): Promise<Result<SubmitLetterResponse>> {
  const opened = await openDraft(ports, { link, now });
  if (!opened.ok) return opened;
  const { draftId, submitted, proposal } = opened.value;
  if (submitted)
    return ok({
      ...submitted,
      number: await numberNow(ports, submitted),
      trackingUrl: await ports.links.urlOf(firstTarget(submitted.projectId)),
    });
  const fileIds = await keepDraftFiles(ports, opened.value, { lack: !takesFiles || !(await hasRoom(ports, now)) });
  if (!fileIds.ok) return fileIds;
  const result = await submitLetter(ports, {
    letter,
    idempotencyKey: ports.ids.hash(`draft|${draftId}`),
    sourceIp,
    now,
    fileIds: fileIds.value,
  });
  if (!result.ok) return result;
  await taken(ports, await ports.fileRecords.findAll(fileIds.value));
  const { projectId, number } = result.value;
  if (proposal) await becomeLetter(ports, proposal, { projectId, number }, now);
  const done = await changeDraft(ports, { link, now }, ({ language }) => ({
    draftId,
    version: 0,
    language,
    fields: {},
    documents: [],
    submitted: { projectId, number },
  }));
  return done.ok ? result : done;
}
