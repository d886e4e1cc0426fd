import type { LinkPorts } from '#core/links/act-by-link.ts';
import { agreeNaming, viewNaming } from '#core/open-data/agree-naming.ts';
import { problem, redirect, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, pathOf } from '../link-form.ts';
import { namingPage } from './page.tsx';

/** Whether open data name an investor's company: what they would tell, and a button that agrees or takes it back. */
export async function naming(ports: LinkPorts, visit: Visit): Promise<Reply> {
  const view = await viewNaming(ports, by(visit));
  if (!view.ok) return problem(view.failure);
  const { aggregate, office } = view.value;
  const { language } = aggregate.project;
  if (isLooking(visit))
    return render(namingPage({ frame: visit.frame(language, office), view: view.value, back: pathOf(visit) }));
  const done = await agreeNaming(ports, { ...by(visit), agrees: visit.fields.get('agrees') === 'yes' });
  return done.ok ? redirect(`${pathOf(visit)}/naming`) : problem(done.failure, language);
}
