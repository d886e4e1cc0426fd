import type { Ports } from '#core/kernel/ports.ts';
import { ok } from '#core/kernel/result.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import { today } from '#core/project/zone-context.ts';
import { ProposalRequest } from '#core/showcase/proposal.ts';
import { proposeItem } from '#core/showcase/propose.ts';
import { isShown } from '#core/showcase/view-showcase.ts';
import { issueText } from '#core/texts/areas/problems.ts';
import { readForm } from '../../kit/form.ts';
import { keptNowhere } from '../../kit/kept-form.ts';
import { reviewFlow } from '../../kit/review-flow.ts';
import { moneyIn, numberIn } from '../../kit/values.ts';
import { problem, type Reply, type Visit } from '../../kit/visit.ts';
import { proposeFields, proposePage, proposeSheet, type ProposeProps } from './propose.tsx';

const read = (typed: URLSearchParams, { frame }: ProposeProps) => {
  const fields = proposeFields(frame).filter(({ name }) => name !== 'aYear' && name !== 'consent');
  const checked = readForm(ProposalRequest, typed, fields, {
    aYear: numberIn(typed, 'aYear'),
    consent: typed.get('consent') === 'true' ? true : undefined,
    price: moneyIn(typed, 'price'),
    invest: moneyIn(typed, 'invest'),
  });
  if (checked.ok) return checked;
  const issues = checked.issues.map(({ path, code }) => ({ path: /^(?:price|invest)/.exec(path)?.[0] ?? path, code }));
  const shown = issues.map(({ path, code }) => ({
    path: path === 'price' || path === 'invest' ? `${path}.amount` : path === 'company' ? 'company.country' : path,
    code,
  }));
  return {
    ok: false as const,
    issues: shown.filter(({ path }, at) => shown.findIndex((one) => one.path === path) === at),
  };
};

type ProposePorts = Pick<Ports, 'showcase' | 'reference' | 'ids' | 'limits'>;

/** "I can make it": without an account, kept nowhere until it is sent. */
export async function propose(ports: ProposePorts, visit: Visit): Promise<Reply> {
  const found = await ports.showcase.load(visit.params['itemId'] ?? '');
  const context = found && (await zoneContextOf(ports, found.item.zoneId, visit.now));
  if (found === undefined || context === undefined || !isShown(found.item, today(context)))
    return problem({ kind: 'not-found' });
  const { item } = found;
  const frame = visit.frame();
  const flow = reviewFlow<ProposeProps, ProposalRequest, undefined, unknown, Visit>(keptNowhere, {
    kept: () => ({ name: '' }),
    sheet: proposeSheet,
    page: proposePage,
    begin: () => [
      ['company.country', context.zone.country],
      ['contact.language', frame.language],
      ['price.currency', item.price?.currency ?? 'KZT'],
      ['invest.currency', 'KZT'],
    ],
    read,
    foresee: async () => Promise.resolve(ok(undefined)),
    perform: ({ request, visit: { event, now } }) =>
      proposeItem(ports, { itemId: item.itemId, request, sourceIp: event.requestContext.http.sourceIp, now }),
    words: ({ kind }) => (kind === 'too-many' ? issueText(frame.language, 'too-many-emails') : undefined),
    done: (about) => `${proposeSheet(about).address}?sent`,
  });
  const about = { frame, item, isSent: visit.query.has('sent') };
  return visit.event.requestContext.http.method === 'POST' ? flow.posted(visit, about) : flow.shown(visit, about);
}
