import type { PipelineView } from '#core/api/views.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { pipelineOf } from '#core/figures/view-pipeline.ts';
import { figuresPage } from '#pages/public/figures/page.tsx';
import { render, type Reply, type Visit } from '../../kit/visit.ts';

/** Anybody may ask as often as they like; the table is asked once a minute. */
const trustMs = 60_000;

export function figures(ports: Pick<Ports, 'reference' | 'counts'>): (visit: Visit) => Promise<Reply> {
  let kept: { readonly until: number; readonly view: Promise<PipelineView> } | undefined;
  const read = async () => pipelineOf(ports, await ports.reference.zones());
  return async ({ frame }) => {
    if (kept === undefined || kept.until < performance.now()) {
      const view = read();
      kept = { until: performance.now() + trustMs, view };
      view.catch(() => {
        kept = undefined;
      });
    }
    return render(figuresPage(frame(), await kept.view));
  };
}
