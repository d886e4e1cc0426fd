import type { ProjectView, SamePlotView } from '../api/views.ts';
import type { Ports } from '../kernel/ports.ts';
import { projectLineView } from '../project/project-views.ts';
import { plotWord } from './plot-word.ts';

/** Letters of one plot that are told. */
const most = 100;

/** Projects under way whose letters ask for a plot, the earliest first. Reads: one of the search index, one of projects. */
export async function askedFor(
  { lists }: Pick<Ports, 'lists'>,
  { zoneId, plotId }: { readonly zoneId: string; readonly plotId: string },
  except?: string,
): Promise<readonly SamePlotView[]> {
  const ids = (await lists.havingWord(zoneId, plotWord(plotId))).filter((one) => one !== except).slice(0, most);
  const lines = ids.length === 0 ? [] : await lists.lines(ids);
  return lines
    .filter(({ project }) => project.phase !== 'ended')
    .toSorted((a, b) => a.project.submittedAt - b.project.submittedAt)
    .map((line) => {
      const { projectId, number, company, stage, phase, suspended, counted, receivedOn } = projectLineView(line);
      return { projectId, number, company, stage, phase, suspended, counted, receivedOn };
    });
}

/** A project with the others that ask for its plot, for staff who work with the investor and while it is on its path. */
export async function withSamePlot(ports: Pick<Ports, 'lists'>, view: ProjectView): Promise<ProjectView> {
  const { plotId, zoneId, projectId, phase, contact } = view;
  if (plotId === undefined || phase === 'ended' || contact === undefined) return view;
  return { ...view, samePlot: [...(await askedFor(ports, { zoneId, plotId }, projectId))] };
}
