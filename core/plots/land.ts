import type { Ports } from '../kernel/ports.ts';
import { ladderOf } from '../ladder/ladder.ts';
import { attempts } from '../project/change-project.ts';
import type { Project } from '../project/project.ts';
import { wholeLog } from '../project/whole-log.ts';
import { landOf } from './land-messages.ts';
import type { Plot } from './plot.ts';

type Land = NonNullable<Plot['land']>;

/** The same, where what is built produces once both have said so. */
export async function landNow({ projects }: Pick<Ports, 'projects'>, project: Project): Promise<Land> {
  const land = landOf(project);
  if (land !== 'building') return land;
  const ladder = ladderOf(await wholeLog(projects, project.projectId));
  const produces = ladder.some(
    ({ rung, state }) => state === 'confirmed' && (rung === 'production' || rung === 'full-capacity'),
  );
  return produces ? 'producing' : land;
}

/** Plots of a project say what it says of its land. Done twice it changes nothing. */
export async function followLand(
  { plots, projects }: Pick<Ports, 'plots' | 'projects'>,
  projectId: string,
  now: number,
): Promise<void> {
  const [own, aggregate] = await Promise.all([plots.ofProject(projectId), projects.load(projectId)]);
  if (own.length === 0 || aggregate === undefined) return;
  const land = await landNow({ projects }, aggregate.project);
  for (const { plotId } of own) await say(plots, plotId, { projectId, land, now });
}

/** Said anew meanwhile, it is read once more. */
async function say(
  plots: Ports['plots'],
  plotId: string,
  { projectId, land, now }: { readonly projectId: string; readonly land: Land; readonly now: number },
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const found = await plots.find(plotId);
    if (found?.projectId !== projectId || found.land === land) return;
    const plot: Plot = { ...found, land, version: found.version + 1 };
    if ((await plots.write(plot, found, { plot, by: { kind: 'system' }, at: now })) === 'written') return;
  }
  throw new Error(`Plot ${plotId} is always another one`);
}
