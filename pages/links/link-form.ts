import { officeBehind, type ByLink } from '#core/links/act-by-link.ts';
import type { Ports } from '#core/kernel/ports.ts';
import type { Result } from '#core/kernel/result.ts';
import { unwritten } from '#core/project/unwritten.ts';
import { addressOf } from '#pages/routes.ts';
import type { FormPorts } from '../kit/kept-form.ts';
import { reviewFlow, type Judged, type ReviewedForm } from '../kit/review-flow.ts';
import type { Reply, Visit } from '../kit/visit.ts';

const linkOf = ({ params }: Visit): string => params['link'] ?? '';
export const pathOf = (visit: Visit): string => addressOf('/l/{link}', { link: linkOf(visit) });
export const by = (visit: Visit): ByLink => ({ link: linkOf(visit), now: visit.now });

/** A page behind a link. What goes wrong says whom to turn to, but for a link that leads to nothing here. */
export const linkPage =
  <On extends Parameters<typeof officeBehind>[0]>(ports: On, page: (on: On, visit: Visit) => Promise<Reply>) =>
  async (visit: Visit): Promise<Reply> => {
    const reply = await page(ports, visit);
    return reply.kind === 'problem' && reply.trouble.kind !== 'link-unknown'
      ? { ...reply, office: await officeBehind(ports, linkOf(visit)) }
      : reply;
  };

/** Where a form lies while it is not sent. */
export const keptName = (visit: Visit, form: string): string => `${linkOf(visit)}|${form}`;

export const isLooking = ({ event }: Visit): boolean => event.requestContext.http.method !== 'POST';

type Ready<About, Request> = ReviewedForm<About, Request, unknown, unknown, Visit>;

/** A form of somebody who comes by a link: what it does is played through first, with nothing written. */
interface LinkForm<About, Request, On> extends Omit<Ready<About, Request>, 'kept' | 'foresee' | 'perform'> {
  readonly name: (about: About) => string;
  /** How long half of it is kept, in days, where that is more than one. */
  readonly days?: number;
  readonly act: (on: On, judged: Judged<About, Request, Visit>) => Promise<Result<unknown>>;
}

export const linkForm = <
  About,
  Request,
  On extends Pick<Ports, 'projects'> & Partial<Pick<Ports, 'limits'>> & FormPorts,
>(
  ports: On,
  { name, days, act, ...form }: LinkForm<About, Request, On>,
): ((visit: Visit, about: About) => Promise<Reply>) => {
  const { shown, posted } = reviewFlow<About, Request, unknown, unknown, Visit>(ports, {
    ...form,
    kept: (about, visit) => ({ name: keptName(visit, name(about)), ...(days !== undefined && { days }) }),
    foresee: (judged) => act(uncounted(unwritten(ports)), judged),
    perform: (judged) => act(ports, judged),
  });
  return (visit, about) => (isLooking(visit) ? shown(visit, about) : posted(visit, about));
};

/** To look is not to do it: it is counted once it is done. */
const uncounted = <On extends Partial<Pick<Ports, 'limits'>>>(ports: On): On =>
  ports.limits ? { ...ports, limits: { ...ports.limits, allow: async () => Promise.resolve(true) } } : ports;
