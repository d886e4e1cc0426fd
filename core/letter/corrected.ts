import { utilities } from '../kernel/common.ts';
import type { Corrected } from '../project/event.ts';
import type { Project } from '../project/project.ts';

export function correctedProject(project: Project, { fields, now, answers }: Corrected): Partial<Project> {
  const { investment, jobs, landHectares, exportShare } = project.figures;
  return {
    sector: now.sector ?? project.sector,
    wantedStart: now.wantedStart ?? project.wantedStart,
    figures: {
      investment: now.investment ?? investment,
      jobs: now.jobs ?? jobs,
      landHectares: now.landHectares ?? landHectares,
      exportShare: now.exportShare ?? exportShare,
    },
    lines: utilities.filter((line) =>
      fields.includes(`utilities.${line}`) ? now.utilities?.[line] !== undefined : project.lines.includes(line),
    ),
    ...(answers && { answers }),
  };
}
