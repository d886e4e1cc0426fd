import { viewPublic, type PublicPorts, type PublicView } from '#core/figures/view-public.ts';
import { figuresPage } from '#pages/public/figures/page.tsx';
import { publicSheets } from '#pages/public/figures/sheets.ts';
import { startPage } from '#pages/letter/steps/start-page.tsx';
import { sheetFile } from '../../kit/sheet-file.ts';
import { render, type Reply, type Visit } from '../../kit/visit.ts';
import { forumIn } from '../../letter/steps/handler.ts';

/** Anybody may ask as often as they like; the table is asked once a minute. */
const trustMs = 60_000;

type Draw = (visit: Visit) => Promise<Reply>;

/** Pages for everybody, of one view that a warm function keeps. */
export function publicPages(ports: PublicPorts): Readonly<Record<'start' | 'figures' | 'csv' | 'xlsx', Draw>> {
  let kept: { readonly until: number; readonly view: Promise<PublicView> } | undefined;
  const seen = ({ now }: Visit): Promise<PublicView> => {
    if (kept !== undefined && kept.until >= performance.now()) return kept.view;
    const view = viewPublic(ports, now);
    kept = { until: performance.now() + trustMs, view };
    view.catch(() => {
      kept = undefined;
    });
    return view;
  };
  const fileOf =
    (form: 'csv' | 'xlsx'): Draw =>
    async (visit) => {
      const view = await seen(visit);
      const day = new Date(view.at).toISOString().slice(0, 10);
      return sheetFile(visit.frame(), `figures-${day}`, form, publicSheets(visit.frame(), view));
    };
  return {
    start: async (visit) => render(startPage(visit.frame(), await seen(visit), forumIn(visit.query.get('forum')))),
    figures: async (visit) => render(figuresPage(visit.frame(), await seen(visit))),
    csv: fileOf('csv'),
    xlsx: fileOf('xlsx'),
  };
}
