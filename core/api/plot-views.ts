import * as z from 'zod/mini';
import { DateText } from '../kernel/common.ts';
import { Plot, PlotChange, StandingPlot } from '../plots/plot.ts';
import { ProjectName } from '../project/project.ts';
import { SamePlotView } from './views.ts';

/** A plot as its office sees it. `asked`: letters under way that ask for it; `changes`: the latest first. */
export const OfficePlotView = z.object({
  plot: Plot,
  standing: StandingPlot,
  today: DateText,
  project: z.optional(ProjectName),
  asked: z.array(SamePlotView),
  changes: z.array(PlotChange),
});
export type OfficePlotView = z.infer<typeof OfficePlotView>;
