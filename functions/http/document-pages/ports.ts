import type { Ports } from '#core/kernel/ports.ts';
import type { Sessions } from '../../adapters/table/session-store.ts';

/** What the pages of documents need. */
export interface DocumentPagePorts extends Pick<Ports, 'projects' | 'reference' | 'drafts' | 'links' | 'limits' | 'ids' | 'files' | 'fileRecords'> {
  readonly scanning: boolean;
  /** Where browsers send files: for the page's content policy. */
  readonly storeOrigin: string;
  readonly sessions: Sessions;
}
