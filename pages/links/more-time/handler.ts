import { AskTimeRequest } from '#core/project/project-action.ts';
import { askForTimeByLink } from '#core/project/ask-for-time.ts';
import type { LinkPorts } from '#core/links/act-by-link.ts';
import { mayAskTime, timeSheet, type AskingTime } from '#pages/answer/more-time.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { redirect, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, linkForm } from '../link-form.ts';

interface Asking extends AskingTime {
  readonly assignment: AskingTime['assignment'] & Parameters<typeof mayAskTime>[0];
  readonly suspended: boolean;
}

export const isAboutTime = ({ query, fields }: Visit): boolean => query.has('time') || fields.get('step') === 'time';

/** Asks for more time, and leads back to the answer, which says so; who cannot ask for it now is led there at once. */
export async function moreTime(ports: LinkPorts & FormPorts, visit: Visit, asking: Asking): Promise<Reply> {
  const form = linkForm<Asking, AskTimeRequest, LinkPorts & FormPorts>(ports, {
    sheet: timeSheet,
    name: ({ assignment: { assignmentId } }) => `time|${assignmentId}`,
    read: (typed, about) => readForm(AskTimeRequest, typed, timeSheet(about).fields),
    act: (
      on,
      {
        about: {
          assignment: { assignmentId },
        },
        request,
        visit: here,
      },
    ) => askForTimeByLink(on, { ...by(here), assignmentId, request }),
    done: ({ back }) => back,
  });
  return isLooking(visit) && !mayAskTime(asking.assignment, asking.suspended)
    ? redirect(asking.back)
    : form(visit, asking);
}
