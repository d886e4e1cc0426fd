import { answerAsGuest, GuestAnswer, viewGuest } from '#core/forums/by-guest.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { ok } from '#core/kernel/result.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { reviewFlow } from '../../kit/review-flow.ts';
import { problem, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, keptName, pathOf } from '../link-form.ts';
import { answerSheet, guestPage, type GuestProps } from './page.tsx';

type GuestPorts = Pick<Ports, 'links' | 'forums' | 'reference'> & FormPorts;

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
  const { shown, posted } = answerForm(ports);
  return isLooking(visit) ? shown(visit, about) : posted(visit, about);
}
