import type { ScanResult } from './document-kind.ts';
import { scanDocument } from './add-document.ts';
import { stateAfter } from './apply-document.ts';
import { ok } from '../kernel/result.ts';
import type { Ports } from '../kernel/ports.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { tellOfRefused } from '../letter/letter-drafts.ts';

export interface Scanned {
  readonly fileId: string;
  readonly result: ScanResult;
  readonly now: number;
}

type ScanPorts = ChangePorts & Pick<Ports, 'files' | 'fileRecords' | 'drafts' | 'linkErrands' | 'limits' | 'ids'>;

/** Somebody who is still filling in a letter is told by email, if the letter has the file and an address. */
async function tellDraft(ports: ScanPorts, draftId: string, { fileId, now }: Scanned): Promise<void> {
  const draft = await ports.drafts.find(draftId);
  if (draft?.documents.some((one) => one.fileId === fileId)) await tellOfRefused(ports, draft, { fileId, now });
}

/** Noted with the file, then with its document: neither is lost whichever is first. Refused: removed. Repeatable. */
export async function recordScan(ports: ScanPorts, scanned: Scanned): Promise<void> {
  const { fileId, now } = scanned;
  const record = await ports.fileRecords.noteScan(fileId, scanned.result);
  if (record === undefined || record.scan === 'waiting' || record.scan === 'not-scanned') return;
  const { attached, owner, scan } = record;
  const isRefused = stateAfter[scan] === 'refused';
  if (isRefused) await ports.files.remove(fileId);
  if (attached) {
    const { projectId } = attached;
    await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (aggregate, context) =>
      ok(scanDocument(aggregate, context, attached, scan)),
    );
  } else if (isRefused && owner.kind === 'draft') await tellDraft(ports, owner.draftId, scanned);
}
