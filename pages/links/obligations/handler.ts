import { viewLink, type LinkPorts } from '#core/links/act-by-link.ts';
import type { ObligationRequest } from '#core/obligations/obligation-facts.ts';
import { obligationsByLink, reportByLink } from '#core/obligations/view-obligations.ts';
import { reviewPage } from '#pages/components/sheet.tsx';
import { obligationsPage, obligationsSheet, type ObligationsProps } from '../../components/obligations.tsx';
import type { FormPorts } from '../../kit/kept-form.ts';
import { askedOf, obligationsForm } from '../../kit/obligations-form.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { addressOf } from '../../routes.ts';
import { by, isLooking, linkForm, pathOf } from '../link-form.ts';

type Ports = LinkPorts & FormPorts;

const form = (ports: Ports) =>
  linkForm<ObligationsProps, ObligationRequest, Ports>(ports, {
    ...obligationsForm,
    name: ({ act, period }) => `obligations|${act ?? ''}|${period?.period ?? ''}`,
    act: (on, { request, visit }) => reportByLink(on, { ...by(visit), request }),
    review: ({ about, typed }) => reviewPage(obligationsSheet(about), { typed }),
    words: refusalWords,
  });

/** What its contract promises, to its investor: they report a period, with last year's figures beside. */
export async function obligations(ports: Ports, visit: Visit): Promise<Reply> {
  const found = await obligationsByLink(ports, by(visit));
  if (!found.ok) return problem(found.failure);
  const link = await viewLink(ports, by(visit));
  if (!link.ok) return problem(link.failure);
  const { language, office } = link.value;
  const asked = askedOf(found.value, visit.query, visit.fields.get('step') === 'send', true);
  if (!asked.ok) return problem(asked.failure, language);
  const about: ObligationsProps = {
    frame: visit.frame(language, office),
    whole: found.value,
    ...asked.value,
    address: (asks = {}) => addressOf('/l/{link}/obligations', { link: visit.params['link'] ?? '' }, asks),
    back: pathOf(visit),
    carried: found.value.carried,
  };
  return about.act === undefined && isLooking(visit) ? render(obligationsPage(about)) : form(ports)(visit, about);
}
