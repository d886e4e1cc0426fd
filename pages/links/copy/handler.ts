import type { LinkPorts } from '#core/links/act-by-link.ts';
import { sendCopy, viewCopy } from '#core/links/view-copy.ts';
import { problem, redirect, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, isLooking, pathOf } from '../link-form.ts';
import { copyPage } from './page.tsx';

/** All that an investor has said, on one page to print or keep; its button sends it to the address of the letter. */
export async function copy(ports: LinkPorts, visit: Visit): Promise<Reply> {
  const view = await viewCopy(ports, by(visit));
  if (!view.ok) return problem(view.failure);
  const { language, office } = view.value;
  if (isLooking(visit))
    return render(copyPage({ frame: visit.frame(language, office), view: view.value, back: pathOf(visit) }));
  const sent = await sendCopy(ports, by(visit));
  return sent.ok ? redirect(`${pathOf(visit)}/copy`) : problem(sent.failure, language);
}
