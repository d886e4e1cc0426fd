import { viewLink } from '#core/links/act-by-link.ts';
import { climbByLink, ladderByLink } from '#core/ladder/ladder-by-link.ts';
import type { LadderRequest } from '#core/ladder/ladder-facts.ts';
import type { LinkPorts } from '#core/links/act-by-link.ts';
import { reviewPage } from '#pages/components/sheet.tsx';
import { ladderPage, ladderSheet, type LadderProps } from '../../components/ladder.tsx';
import { askedOf, ladderForm } from '../../kit/ladder-form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { refusalWords } from '../../kit/refused-form.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { addressOf } from '../../routes.ts';
import { by, isLooking, linkForm, pathOf } from '../link-form.ts';

type Ports = LinkPorts & FormPorts;

const form = (ports: Ports) =>
  linkForm<LadderProps, LadderRequest, Ports>(ports, {
    ...ladderForm,
    name: ({ act, rung }) => `ladder|${act ?? ''}|${String(rung?.said ?? '')}`,
    act: (on, { request, visit }) => climbByLink(on, { ...by(visit), request }),
    review: ({ about, typed }) => reviewPage(ladderSheet(about), { typed }),
    words: refusalWords,
  });

/** How far a project is built, to its investor: what they say, the office or the headquarters confirms, and the other way round. */
export async function ladder(ports: Ports, visit: Visit): Promise<Reply> {
  const found = await ladderByLink(ports, by(visit));
  if (!found.ok) return problem(found.failure);
  const link = await viewLink(ports, by(visit));
  if (!link.ok) return problem(link.failure);
  const { language, office } = link.value;
  const asked = askedOf(found.value, visit.query, visit.fields.get('step') === 'send');
  if (!asked.ok) return problem(asked.failure, language);
  const path = pathOf(visit);
  const about: LadderProps = {
    frame: visit.frame(language, office),
    whole: found.value,
    ...asked.value,
    address: (asks = {}) => addressOf('/l/{link}/ladder', { link: visit.params['link'] ?? '' }, asks),
    back: path,
    documents: `${path}/documents`,
    fileOf: (documentId) => `${path}/documents/${documentId}/1`,
  };
  return about.act === undefined && isLooking(visit) ? render(ladderPage(about)) : form(ports)(visit, about);
}
