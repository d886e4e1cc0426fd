import { viewPublic, type PublicPorts } from '#core/figures/view-public.ts';
import { viewMilestones } from '#core/timetable/late-milestones.ts';
import { figuresPage } from '#pages/public/figures/page.tsx';
import { publicSheets } from '#pages/public/figures/sheets.ts';
import { startPage } from '#pages/letter/steps/start-page.tsx';
import { sheetFile } from '../../kit/sheet-file.ts';
import { render, type Reply, type Visit } from '../../kit/visit.ts';
import { forumIn } from '../../letter/steps/handler.ts';

/** Anybody may ask as often as they like; the table is asked once a minute. */
const trustMs = 60_000;

type Draw = (visit: Visit) => Promise<Reply>;

/** What a warm function looks at again after a while only. */
export function keptFor<View>(look: (now: number) => Promise<View>): (visit: Pick<Visit, 'now'>) => Promise<View> {
  let kept: { readonly until: number; readonly view: Promise<View> } | undefined;
  return ({ now }) => {
    if (kept !== undefined && kept.until >= performance.now()) return kept.view;
    const view = look(now);
    kept = { until: performance.now() + trustMs, view };
    view.catch(() => {
      kept = undefined;
    });
    return view;
  };
}

type FigurePorts = PublicPorts & Parameters<typeof viewMilestones>[0];

/** Pages for everybody, of views that a warm function keeps. */
export function publicPages(ports: FigurePorts): Readonly<Record<'start' | 'figures' | 'csv' | 'xlsx', Draw>> {
  const seen = keptFor((now) => viewPublic(ports, now));
  const milestones = keptFor((now) => viewMilestones(ports, now));
  const fileOf =
    (form: 'csv' | 'xlsx'): Draw =>
    async (visit) => {
      const [view, told] = await Promise.all([seen(visit), milestones(visit)]);
      const day = new Date(view.at).toISOString().slice(0, 10);
      return sheetFile(visit.frame(), `figures-${day}`, form, publicSheets(visit.frame(), view, told));
    };
  return {
    start: async (visit) => render(startPage(visit.frame(), await seen(visit), forumIn(visit.query.get('forum')))),
    figures: async (visit) => {
      const [view, told] = await Promise.all([seen(visit), milestones(visit)]);
      return render(figuresPage(visit.frame(), view, told));
    },
    csv: fileOf('csv'),
    xlsx: fileOf('xlsx'),
  };
}
