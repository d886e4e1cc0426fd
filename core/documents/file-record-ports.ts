import type { FileRecord } from './document.ts';
import type { ScanResult } from './document-kind.ts';

/** What is known of each file beside its bytes. One that becomes no document is forgotten some weeks later, as its bytes are. */
export interface FileRecords {
  readonly find: (fileId: string) => Promise<FileRecord | undefined>;
  /** Those of many that are there, in any order. */
  readonly findAll: (fileIds: readonly string[]) => Promise<readonly FileRecord[]>;
  /** Writes the record of a new file. */
  readonly begin: (record: FileRecord) => Promise<void>;
  /**
   * Notes what a scanner said and gives the record as it is then; a later word that a file is infected outweighs an earlier
   * one, no other does. Undefined for a file that we do not know.
   */
  readonly noteScan: (fileId: string, result: ScanResult) => Promise<FileRecord | undefined>;
}
