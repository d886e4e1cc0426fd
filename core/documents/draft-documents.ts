import type { DraftDocument, FileRecord } from './document.ts';
import { documentStates, type DocumentKind, type DocumentState } from './document-kind.ts';
import type { LetterDraft } from '../letter/letter-draft.ts';
import { financingSources } from '../letter/letter-of-intent.ts';
import { stateAfter } from './apply-document.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { answersOf, askedKinds } from './document-rules.ts';
import { uploadBudgets } from './upload-budgets.ts';
import type { Ports } from '../kernel/ports.ts';
import { announce, formOf, fromNetwork, inspect, putFile, type Announced, type FilePorts } from './upload-file.ts';
import { changeDraft, openDraft, type ByDraftLink } from '../letter/letter-drafts.ts';
import type { Announcement } from './project-documents.ts';
import { firstStage } from '../stages/stage-id.ts';

type DraftFilePorts = FilePorts & Pick<Ports, 'drafts' | 'links'>;

export interface AtDraft extends ByDraftLink {
  readonly sourceIp: string;
}

const uploads = { count: 40, seconds: 3600 } as const;

function askedOfDraft({ fields }: Pick<LetterDraft, 'fields'>): readonly DocumentKind[] {
  const country = fields['company.country']?.[0] === 'other' ? ('other' as const) : ('KZ' as const);
  const financing = financingSources.find((one) => one === fields['financing']?.[0]) ?? 'own-funds';
  return askedKinds(firstStage, answersOf({ company: { country }, financing }));
}

export interface DraftSlot {
  readonly kind: DocumentKind;
  readonly document?: DraftDocument | undefined;
  /** The name of a file that was there and is deleted, because the letter was not handed in for so long. */
  readonly forgotten?: string | undefined;
  readonly state: DocumentState | 'missing';
}

const stateOf = (record: FileRecord | undefined): DraftSlot['state'] => {
  if (record === undefined) return 'missing';
  const { scan } = record;
  return (
    documentStates.find((state) => state === scan) ??
    (scan === 'waiting' || scan === 'not-scanned' ? scan : stateAfter[scan])
  );
};

export async function draftSlots(
  { fileRecords }: Pick<Ports, 'fileRecords'>,
  draft: LetterDraft,
): Promise<readonly DraftSlot[]> {
  const records = await fileRecords.findAll(draft.documents.map(({ fileId }) => fileId));
  return askedOfDraft(draft).map((kind): DraftSlot => {
    const document = draft.documents.find((one) => one.kind === kind);
    const state = stateOf(records.find(({ fileId }) => fileId === document?.fileId));
    return { kind, state, ...(state === 'missing' ? document && { forgotten: document.fileName } : { document }) };
  });
}

async function begin(
  ports: DraftFilePorts,
  { link, sourceIp, now }: AtDraft,
  file: Announced,
): Promise<Result<FileRecord>> {
  const opened = await openDraft(ports, { link, now });
  if (!opened.ok) return opened;
  const { draftId, submitted } = opened.value;
  if (submitted) return fail({ kind: 'not-allowed', action: 'add-document', because: 'submitted' });
  if (!askedOfDraft(opened.value).includes(file.kind)) return fail({ kind: 'forbidden' });
  const senders = [
    { sender: `files-${draftId}`, limit: uploads, budget: uploadBudgets.draft },
    fromNetwork(ports, sourceIp),
  ];
  const { kind, fileName, bytes, sha256, mediaType } = file;
  return announce(
    ports,
    { owner: { kind: 'draft', draftId }, by: { kind: 'investor' }, senders },
    { kind, fileName, bytes, sha256, mediaType },
    now,
  );
}

export async function requestDraftUpload(
  ports: DraftFilePorts,
  at: AtDraft,
  file: Announced,
): Promise<Result<Announcement>> {
  const record = await begin(ports, at, file);
  return record.ok ? ok({ fileId: record.value.fileId, form: await formOf(ports, record.value) }) : record;
}

/** A file that was announced has come: the letter has it, in the place of an earlier one of its kind. It is kept when the letter is handed in. */
export async function completeDraftUpload(
  ports: DraftFilePorts,
  by: ByDraftLink,
  fileId: string,
): Promise<Result<LetterDraft>> {
  const [opened, record] = await Promise.all([openDraft(ports, by), ports.fileRecords.find(fileId)]);
  if (!opened.ok) return opened;
  if (record?.owner.kind !== 'draft' || record.owner.draftId !== opened.value.draftId)
    return fail({ kind: 'not-found' });
  const seen = await inspect(ports, record);
  if (!seen.ok) return seen;
  const { kind, fileName = '', sha256, bytes, mediaType } = record;
  const document = { kind, fileName, fileId, sha256, bytes, mediaType };
  return changeDraft(ports, by, (draft) => ({
    ...draft,
    documents: [...draft.documents.filter((one) => one.kind !== kind), document],
  }));
}

export async function uploadSmallToDraft(
  ports: DraftFilePorts,
  at: AtDraft,
  file: Announced,
  content: Uint8Array,
): Promise<Result<LetterDraft>> {
  const record = await begin(ports, at, file);
  if (!record.ok) return record;
  await putFile(ports, record.value, content);
  return completeDraftUpload(ports, at, record.value.fileId);
}

/** What is asked and there, kept. Fails with `invalid` (`signedLetter`). @param may.lack files cannot be brought now */
export async function keepDraftFiles(
  ports: Pick<Ports, 'files' | 'fileRecords'>,
  draft: LetterDraft,
  may: { readonly lack: boolean },
): Promise<Result<readonly string[]>> {
  const slots = await draftSlots(ports, draft);
  const unsigned = (code: string) => fail({ kind: 'invalid', issues: [{ path: 'signedLetter', code }] });
  const signed = slots.find(({ kind }) => kind === 'signed-letter');
  if (!may.lack && signed?.document === undefined) return unsigned('missing');
  if (!may.lack && signed?.state === 'refused') return unsigned('infected-file');
  const kept: string[] = [];
  for (const { document, state, kind } of slots) {
    if (document === undefined || state === 'refused') continue;
    if ((await ports.files.keep(document.fileId)) === 'kept') kept.push(document.fileId);
    else if (!may.lack && kind === 'signed-letter') return unsigned('file-not-there');
  }
  return ok(kept);
}
