import type { ProjectNotice } from '../notices/notice.ts';
import type { StageId } from '../stages/stage-id.ts';
import type { ObligationBody } from './apply-obligations.ts';

const quarters = ['I', 'II', 'III', 'IV'];

/** In no language: '2026', '2026/III'. */
export function periodName(period: string): string {
  const [year = period, quarter] = period.split('-');
  return quarter === undefined ? year : `${year}/${quarters[Number(quarter) - 1] ?? quarter}`;
}

/** The investor is asked, reminded, and told of an act; the office of what is missing, and that somebody is to go there. */
export function ofObligations(body: ObligationBody, stage: StageId): readonly ProjectNotice[] {
  const investor = { to: 'investor' } as const;
  const office = { to: 'office' } as const;
  switch (body.type) {
    case 'obligations-asked':
      return [{ notice: 'report-asked', recipient: investor, stage, due: body.due, kept: periodName(body.period) }];
    case 'obligations-missed': {
      const told = { investor: [investor], office: [investor, office], head: [office] }[body.rung];
      return told.map((recipient) => ({
        notice: 'report-missing',
        recipient,
        stage,
        due: body.due,
        kept: periodName(body.period),
      }));
    }
    case 'obligations-visit-opened':
      return [{ notice: 'report-visit', recipient: office, stage, due: body.until, kept: periodName(body.period) }];
    case 'obligations-breach':
      return [
        {
          notice: 'report-breach',
          recipient: investor,
          stage,
          due: body.cureUntil,
          kept: body.number,
          noteId: body.noteId,
        },
      ];
    default:
      return [];
  }
}
