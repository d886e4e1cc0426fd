import type { Ports } from '#core/kernel/ports.ts';
import type { Sessions } from '#functions/adapters/table/session-store.ts';
import type { FormPorts } from '../kit/kept-form.ts';

export interface DocumentPagePorts
  extends
    Pick<Ports, 'projects' | 'reference' | 'drafts' | 'links' | 'limits' | 'ids' | 'files' | 'fileRecords'>,
    FormPorts {
  readonly scanning: boolean;
  /** Where browsers send files: for the page's content policy. */
  readonly storeOrigin: string;
  readonly sessions: Sessions;
}
