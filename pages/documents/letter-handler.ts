import type { LetterDraft } from '#core/letter/letter-draft.ts';
import {
  completeDraftUpload,
  draftSlots,
  requestDraftUpload,
  uploadSmallToDraft,
} from '#core/documents/draft-documents.ts';
import { hasRoom } from '#core/documents/file-room.ts';
import { openDraft } from '#core/letter/letter-drafts.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { letterDocumentsPage } from '#pages/letter/documents/page.tsx';
import { intakeOf } from '#functions/http/intake.ts';
import { linkIn, notOpened, pathOf } from '../letter/draft-visit.ts';
import { redirect, render, type Reply, type Visit } from '../kit/visit.ts';
import { bring } from './upload.ts';
import type { DocumentPagePorts } from './ports.ts';

async function page(
  ports: DocumentPagePorts,
  visit: Visit,
  draft: LetterDraft,
  form: FormState,
  status = 200,
): Promise<Reply> {
  const [slots, room] = await Promise.all([draftSlots(ports, draft), hasRoom(ports, visit.now)]);
  const takesFiles = room && intakeOf(visit.event) === 'all';
  return {
    ...render(
      letterDocumentsPage({
        frame: visit.frame(),
        form,
        slots,
        takesFiles,
        scanning: ports.scanning,
        path: pathOf(visit),
      }),
      status,
    ),
    connects: ports.storeOrigin,
  } as Reply;
}

/** The letter of the address; one that was handed in shows its receipt on its own page. */
async function withDraft(
  ports: DocumentPagePorts,
  visit: Visit,
  act: (draft: LetterDraft) => Promise<Reply>,
): Promise<Reply> {
  const draft = await openDraft(ports, { link: linkIn(visit), now: visit.now });
  if (!draft.ok) return notOpened(visit, draft.failure);
  return draft.value.submitted ? redirect(pathOf(visit)) : act(draft.value);
}

export const letterDocuments =
  (ports: DocumentPagePorts) =>
  (visit: Visit): Promise<Reply> =>
    withDraft(ports, visit, (draft) => page(ports, visit, draft, formState()));

/** After a file: what is still asked for, or the check of the answers. */
async function onward(ports: DocumentPagePorts, visit: Visit): Promise<string> {
  const draft = await openDraft(ports, { link: linkIn(visit), now: visit.now });
  const slots = draft.ok ? await draftSlots(ports, draft.value) : [];
  return `${pathOf(visit)}/${slots.every(({ state }) => state !== 'missing' && state !== 'refused') ? 'check' : 'documents'}`;
}

export const bringToLetter =
  (ports: DocumentPagePorts) =>
  (visit: Visit): Promise<Reply> =>
    withDraft(ports, visit, () => {
      const at = { link: linkIn(visit), sourceIp: visit.event.requestContext.http.sourceIp, now: visit.now };
      return bring(
        {
          request: (file) => requestDraftUpload(ports, at, file),
          complete: (fileId) => completeDraftUpload(ports, at, fileId),
          bringSmall: (file, content) => uploadSmallToDraft(ports, at, file, content),
          onward: () => onward(ports, visit),
          again: (form) => withDraft(ports, visit, (now) => page(ports, visit, now, form, 400)),
        },
        visit,
      );
    });
