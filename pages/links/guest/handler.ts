import { answerAsGuest, GuestAnswer, meetAsGuest, viewGuest } from '#core/forums/by-guest.ts';
import { MeetingRequest } from '#core/forums/meetings.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Issue } from '#core/kernel/result.ts';
import { meetingFieldOf, meetingRequest } from '../../components/meeting-fields.ts';
import { readForm } from '../../kit/form.ts';
import { meetingsFile } from '../../kit/meetings-file.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { reviewFlow } from '../../kit/review-flow.ts';
import { problem, redirect, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, keptName, pathOf } from '../link-form.ts';
import { answerSheet, guestPage, meetingSheet, type GuestProps, type MeetingProps } from './page.tsx';

type GuestPorts = Pick<Ports, 'links' | 'forums' | 'reference' | 'ids'> & FormPorts;

const answerForm = (ports: GuestPorts) =>
  reviewFlow<GuestProps, GuestAnswer, undefined, unknown, Visit>(ports, {
    sheet: answerSheet,
    kept: (_, visit) => ({ name: keptName(visit, 'guest') }),
    page: guestPage,
    read: (typed, about) => readForm(GuestAnswer, typed, answerSheet(about).fields),
    foresee: () => Promise.resolve(ok(undefined)),
    perform: ({ request, visit }) => answerAsGuest(ports, { ...by(visit), request }),
    done: ({ path }) => `${path}?done`,
    words: refusalWords,
  });

const meetingForm = (ports: GuestPorts) =>
  reviewFlow<MeetingProps, MeetingRequest, undefined, unknown, Visit>(ports, {
    sheet: meetingSheet,
    kept: ({ meeting }, visit) => ({ name: keptName(visit, `guest|${meeting?.meetingId ?? 'new'}`) }),
    begin: ({ meeting }) => (meeting ? [['version', String(meeting.version)]] : []),
    read: (typed, about) => {
      const fields = meetingSheet(about).fields.filter(({ name }) => name === 'version');
      const read = readForm(MeetingRequest, typed, fields, meetingRequest(typed, about.meeting));
      return read.ok ? read : { ok: false, issues: ofFields(read.issues) };
    },
    foresee: () => Promise.resolve(ok(undefined)),
    perform: async ({ request, visit }) => {
      const done = await meetAsGuest(ports, { ...by(visit), request });
      return done.ok || done.failure.kind !== 'invalid'
        ? done
        : fail({ ...done.failure, issues: ofFields(done.failure.issues) });
    },
    done: ({ path }) => path,
    words: refusalWords,
  });

/** Said once of a field. */
const ofFields = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map(({ path, code }) => [meetingFieldOf(path), { path: meetingFieldOf(path), code }])).values(),
];

/** A meeting that is asked for, or one of theirs. */
async function meetingOf(ports: GuestPorts, visit: Visit, about: GuestProps, asked: string): Promise<Reply> {
  const meeting = about.view.meetings.find(({ meetingId }) => meetingId === asked);
  // What was called off by the first of two clicks is not there for the second.
  if (meeting === undefined && asked !== 'new')
    return isLooking(visit) ? problem({ kind: 'not-found' }, about.view.language) : redirect(about.path);
  const { shown, posted } = meetingForm(ports);
  const of = { ...about, meeting };
  return isLooking(visit) ? shown(visit, of) : posted(visit, of);
}

/** The meetings of a guest for their calendar. */
export async function guestCalendar(ports: GuestPorts, visit: Visit): Promise<Reply> {
  const found = await viewGuest(ports, by(visit));
  return found.ok
    ? meetingsFile(visit.frame(found.value.language).language, found.value, visit.now)
    : problem(found.failure);
}

/** The page of a guest of a forum. Looking changes nothing: mail scanners open links. */
export async function guest(ports: GuestPorts, visit: Visit): Promise<Reply> {
  const found = await viewGuest(ports, by(visit));
  if (!found.ok) return problem(found.failure);
  const view = found.value;
  const about: GuestProps = {
    frame: visit.frame(view.language, view.office),
    view,
    path: pathOf(visit),
    isDone: visit.query.has('done'),
  };
  const asked = visit.query.get('meeting');
  if (asked !== null) return meetingOf(ports, visit, about, asked);
  const { shown, posted } = answerForm(ports);
  return isLooking(visit) ? shown(visit, about) : posted(visit, about);
}
