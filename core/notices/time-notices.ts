import type { EventBody, Holder } from '../project/event.ts';
import type { ProjectNotice, Recipient } from './notice.ts';
import type { Assignment } from '../project/project.ts';

type OfTime = Extract<EventBody, { type: 'time-asked' | 'time-refused' }>;

const recipientOf = (holder: Holder): Recipient =>
  holder.kind === 'party' ? { to: 'party', partyId: holder.partyId } : { to: holder.kind };

export function ofTime(
  body: OfTime,
  { holder }: Assignment,
  subject: Omit<ProjectNotice, 'notice' | 'recipient'>,
): readonly ProjectNotice[] {
  const { noteId } = body;
  if (body.type === 'time-asked')
    return [{ notice: 'time-asked', recipient: { to: 'office' }, ...subject, to: body.to, who: holder, noteId }];
  return [{ notice: 'time-refused', recipient: recipientOf(holder), ...subject, reasonCode: body.reasonCode, noteId }];
}
