import type { ProjectNotice } from '../notices/notice.ts';
import type { Change } from '../project/change-builder.ts';
import type { DocketBody } from './apply-docket.ts';
import { contractOf } from './steps.ts';

const kinds = {
  'act-of-breach': 'breach-act',
  decision: 'docket-decided',
  'contract-ended': 'contract-ended',
} as const;

const isToldOf = (step: string): step is keyof typeof kinds => step in kinds;

/** The investor is told what concerns their contract; what becomes of the plot afterwards is the office's. A docket left because construction began, or the project ended, is told by that. */
export function ofDocket(body: DocketBody, { before, after }: Change): readonly ProjectNotice[] {
  const contract = after.project.docket?.contract ?? contractOf(before ?? after);
  if (contract === undefined) return [];
  const base = { recipient: { to: 'investor' as const }, stage: after.project.stage };
  const about = { contract: contract.number, startBy: contract.startBy };
  switch (body.type) {
    case 'start-reminded':
      return [{ notice: 'start-reminder', ...base, docket: { ...about, startBy: body.startBy } }];
    case 'docket-step': {
      const { step, number, on, cureUntil, ground, startBy: newStart, noteId } = body;
      if (!isToldOf(step)) return [];
      const docket = {
        ...about,
        number,
        on,
        ...(cureUntil !== undefined && { cureUntil }),
        ...(ground !== undefined && { ground }),
        ...(newStart !== undefined && { newStart }),
      };
      return [{ notice: kinds[step], ...base, docket, ...(noteId !== undefined && { noteId }) }];
    }
    case 'docket-closed': {
      const { because, number, on, startBy: newStart, noteId } = body;
      if (because !== 'cured' && because !== 'no-breach') return [];
      return [
        { notice: 'docket-closed', ...base, docket: { ...about, number, on, newStart }, ...(noteId && { noteId }) },
      ];
    }
    case 'docket-opened':
      return [];
  }
}
