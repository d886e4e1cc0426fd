import type { Language } from '#core/kernel/common.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { ok, type Failure } from '#core/kernel/result.ts';
import { contactOf } from '#core/reference/reference.ts';
import { ShowcaseLinkRequest } from '#core/showcase/proposal.ts';
import { actByShowcaseLink, openShowcase, type OpenedShowcase } from '#core/showcase/showcase-by-link.ts';
import { linkViewOf, type ShowcaseLinkView } from '#core/showcase/showcase-views.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { formState } from '#pages/components/form-state.ts';
import { showcaseForms, type FormAbout } from '../../components/showcase-fields.ts';
import { check, type Checked } from '../../kit/check.ts';
import { showcaseIssues, showcaseValues } from '../../kit/showcase-form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { reviewFlow } from '../../kit/review-flow.ts';
import { problem, redirect, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, keptName, pathOf } from '../link-form.ts';
import { linkSheet, showcaseLinkPage, type Props } from './page.tsx';

type LinkPorts = Pick<Ports, 'showcase' | 'reference' | 'ids' | 'links'> & FormPorts;

/** The form of an address, if whoever comes by the link may fill it in now. */
function formOf(view: ShowcaseLinkView, { query }: Visit): Props['form'] {
  const [only] = view.asked;
  if (view.who === 'party')
    return only && view.actions.includes('report')
      ? { name: 'report', id: only.askedId, about: { by: 'party', asked: only } }
      : undefined;
  const name = showcaseForms.find((one) => one === query.get('do'));
  const id = query.get('id') ?? '';
  const asked = view.asked.find(({ askedId }) => askedId === id);
  const proposal = view.proposals.find(({ proposalId }) => proposalId === id);
  const about: FormAbout = { by: view.who, proposal, asked };
  const { actions } = view;
  switch (name) {
    case 'decide':
      return proposal && (actions.includes('decline') || actions.includes('leave')) ? { name, id, about } : undefined;
    case 'answer':
      return actions.includes('answer') && view.questions.some(({ questionId }) => questionId === id)
        ? { name, id, about }
        : undefined;
    case 'question':
      return actions.includes('question') && proposal ? { name, id, about } : undefined;
    case 'reply':
      return actions.includes('reply') && asked ? { name, id, about } : undefined;
    case 'report':
      return actions.includes('report') && asked?.state === 'open' ? { name, id, about } : undefined;
    default:
      return undefined;
  }
}

function read(typed: URLSearchParams, { form }: Props): Checked<ShowcaseLinkRequest> {
  if (form === undefined) return check(ShowcaseLinkRequest, {});
  const checked = check(ShowcaseLinkRequest, showcaseValues(form.name, typed, form.id));
  return checked.ok ? checked : { ok: false, issues: showcaseIssues(form.name, checked.issues) };
}

const languageOf = ({ who, showcased, context, unconfirmed }: OpenedShowcase): Language => {
  if (who.kind === 'buyer') return showcased.item.buyer.language;
  if (who.kind === 'party')
    return context.parties.find(({ partyId }) => partyId === who.partyId)?.language ?? context.zone.language;
  const own = unconfirmed ?? showcased.proposals.find(({ proposalId }) => proposalId === who.proposalId);
  return own?.contact?.language ?? context.zone.language;
};

const wordsOf = (failure: Failure, { frame }: Props): string | undefined =>
  failure.kind === 'not-allowed' ? problemTextsOf(frame.language).problems['not-allowed'].title : undefined;

const flowOf = (ports: LinkPorts) =>
  reviewFlow<Props, ShowcaseLinkRequest, undefined, unknown, Visit>(ports, {
    kept: ({ form }, visit) => ({ name: keptName(visit, `showcase|${form?.name ?? ''}|${form?.id ?? ''}`) }),
    sheet: linkSheet,
    page: showcaseLinkPage,
    begin: () => [['amount.currency', 'KZT']],
    read,
    foresee: async () => Promise.resolve(ok(undefined)),
    perform: async ({ request, visit }) => {
      const done = await actByShowcaseLink(ports, { ...by(visit), request });
      if (done.ok || done.failure.kind !== 'invalid') return done;
      const issues = showcaseIssues(request.action === 'report' ? 'report' : 'decide', done.failure.issues);
      return { ok: false, failure: { kind: 'invalid', issues } };
    },
    words: wordsOf,
    done: ({ path }) => `${path}?done`,
  });

/** The page of a buyer, a proposer or a party that is asked. Looking changes nothing: mail scanners open links. */
export async function showcaseByLink(ports: LinkPorts, visit: Visit): Promise<Reply> {
  const opened = await openShowcase(ports, by(visit));
  if (!opened.ok) return problem(opened.failure);
  const view = linkViewOf(opened.value);
  const path = pathOf(visit);
  const props: Props = {
    frame: visit.frame(languageOf(opened.value), contactOf(opened.value.context.zone)),
    path,
    link: visit.params['link'] ?? '',
    opened: opened.value,
    view,
    form: formOf(view, visit),
    isDone: visit.query.has('done'),
  };
  if (!isLooking(visit) && visit.fields.get('do') === 'confirm') {
    const done = await actByShowcaseLink(ports, { ...by(visit), request: { action: 'confirm' } });
    return done.ok ? redirect(`${path}?done`) : problem(done.failure);
  }
  if (props.form === undefined)
    return isLooking(visit) ? render(showcaseLinkPage(props, formState())) : problem({ kind: 'not-found' });
  const flow = flowOf(ports);
  return isLooking(visit) ? flow.shown(visit, props) : flow.posted(visit, props);
}
