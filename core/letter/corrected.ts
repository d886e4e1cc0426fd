import { utilities } from '../kernel/common.ts';
import type { Corrected } from '../project/event.ts';
import type { UtilityNeeds } from './letter-of-intent.ts';
import type { Project } from '../project/project.ts';
import { capacitiesOf } from '../stages/need-of.ts';

/** Of the lines that were corrected as the letter has them now, of the others as before. */
function capacitiesAfter(
  { capacities = {} }: Project,
  fields: Corrected['fields'],
  needs: UtilityNeeds,
): NonNullable<Project['capacities']> {
  const corrected = capacitiesOf(needs);
  return Object.fromEntries(
    utilities.flatMap((line) => {
      const amount = fields.includes(`utilities.${line}`) ? corrected[line] : capacities[line];
      return amount === undefined ? [] : [[line, amount]];
    }),
  );
}

export function correctedProject(project: Project, { fields, now, answers }: Corrected): Partial<Project> {
  const { investment, jobs, landHectares, exportShare } = project.figures;
  const zoneType = project.answers?.zoneType;
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
    ...(now.utilities && { capacities: capacitiesAfter(project, fields, now.utilities) }),
    ...(answers && { answers: { ...(zoneType && { zoneType }), ...answers } }),
  };
}
