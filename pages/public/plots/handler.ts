import { findPlots, plotsOf, viewRegister, type FindPorts } from '#core/plots/find-plots.ts';
import { PlotWish } from '#core/plots/plot.ts';
import { formState } from '#pages/components/form-state.ts';
import { plotsPage, wishFields } from '#pages/public/plots/page.tsx';
import { formWithErrors } from '../../kit/check.ts';
import { labelsOf, readForm } from '../../kit/form.ts';
import { render, type Reply, type Visit } from '../../kit/visit.ts';

/** The finder: without a wish the register, with one what fits; of one zone its map and all its plots. */
export async function plots(ports: FindPorts, visit: Visit): Promise<Reply> {
  const frame = visit.frame();
  const { query, now } = visit;
  const register = await ports.plots.register();
  const fields = wishFields(frame, register);
  const read = readForm(PlotWish, query, fields);
  const chosen = register.find(({ registerId }) => registerId === query.get('zone'));
  const zone = chosen?.registerId;
  const isAsked = read.ok && fields.some(({ name }) => name !== 'zone' && (query.get(name) ?? '').trim() !== '');
  const [zones, plots, found] = await Promise.all([
    zone === undefined && isAsked ? [] : viewRegister(ports, now, zone),
    chosen && plotsOf(ports, chosen, now),
    isAsked ? findPlots(ports, read.value, now) : undefined,
  ]);
  const form = read.ok ? formState(query) : formWithErrors(frame.language, query, read.issues, labelsOf(fields));
  const wish = read.ok ? read.value : {};
  const year = new Date(now).getUTCFullYear();
  return render(plotsPage({ frame, fields, form, wish, zones, plots, found, year }), read.ok ? 200 : 400);
}
