import type { LinkPorts } from '#core/links/act-by-link.ts';
import { viewCopy } from '#core/links/view-copy.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { by, pathOf } from '../link-form.ts';
import { copyPage } from './page.tsx';

/** All that an investor has said, on one page to print or keep. */
export async function copy(ports: LinkPorts, visit: Visit): Promise<Reply> {
  const view = await viewCopy(ports, by(visit));
  return view.ok
    ? render(
        copyPage({ frame: visit.frame(view.value.language, view.value.office), view: view.value, back: pathOf(visit) }),
      )
    : problem(view.failure);
}
