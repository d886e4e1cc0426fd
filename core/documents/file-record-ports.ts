import type { FileRecord } from './document.ts';
import type { ScanResult } from './document-kind.ts';

/** What is known of each file beside its bytes. One that becomes no document is forgotten some weeks later, as its bytes are. */
export interface FileRecords {
  readonly find: (fileId: string) => Promise<FileRecord | undefined>;
  readonly findAll: (fileIds: readonly string[]) => Promise<readonly FileRecord[]>;
  readonly begin: (record: FileRecord) => Promise<void>;
  /** Gives the record as it is then; only `infected` outweighs an earlier word. Undefined for an unknown file. */
  readonly noteScan: (fileId: string, result: ScanResult) => Promise<FileRecord | undefined>;
}
